//! `POST /cases/{case}/matches`: an officer says whether the child of a request is somebody on record already.

use ::access::DecideAssessment;
use ::store::{facts, people::unchecked};
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use casework_rules::{Command, PersonRef};
use record::{Period, Person, PersonId};
use web::{PageError, PageResult, Posted, Visit};

use crate::{access, act, store};

/// Keeps the answer. "The same" moves the case to the record that was there before; the record made by the request stays,
/// linked by the case's history.
pub async fn answer(visit: Visit, Path(case): Path<String>, posted: Posted) -> PageResult {
    let opened = access::open::<DecideAssessment>(&visit, &case, "match").await?;
    let file = opened.file.clone();
    let candidate: PersonId = posted.get("candidate").parse().map_err(|_| PageError::NotFound)?;
    let same = posted.get("answer") == "same";
    let who = visit.viewer.as_ref().map(|viewer| viewer.account.to_string()).unwrap_or_default();
    if !store::answer_match(&opened.tx, file.id, candidate, same, &who, visit.now).await? {
        return Err(PageError::NotFound);
    }
    if same {
        let loaded = store::load(&opened.tx, file.id).await?.ok_or(PageError::NotFound)?;
        let person = unchecked::by_id::<Person>(&opened.tx, candidate).await?.ok_or(PageError::NotFound)?;
        let command =
            Command::IdentifyChild { on: visit.today, child: PersonRef::new(candidate.to_string()), born: person.born };
        act::act(&visit, &opened.tx, &loaded, file.team, vec![command], &act::officer(&visit)).await?;
        if let Some(authority) = opened.permit.organisation() {
            // The authority is responsible for the child under their own record too, from the day of the request.
            let from = file.received_on.unwrap_or(visit.today);
            let fact = ::access::Fact::Responsible(authority);
            facts::set(
                &opened.tx,
                facts::Subject::Child(candidate),
                &fact,
                Period::since(from),
                &format!("case:{}", file.id),
            )
            .await?;
        }
    }
    opened.tx.commit().await?;
    Ok(Redirect::to(&format!("/cases/{}", file.id)).into_response())
}
