//! `/cases/{case}/allocate`: give a case to an officer. Whoever has it is told in their next list of tasks.

use ::access::{AllocateCase, DecideAssessment, Role};
use ::store::people::{self, read};
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use casework_rules::{Command, PersonRef};
use govuk::Button;
use maud::html;
use record::{AllocationTo, Person, StaffMember};
use web::{Field, Form, PageError, PageResult, Posted, Visit, kind::Choice};

use super::parts;
use crate::{
    access,
    act::{self, ActError},
    file::CaseFile,
    store,
    workers::{self, Work},
};

const OFFICER: Field<Choice> = Field::new("officer");

/// `GET`: who could have it.
pub async fn show(visit: Visit, Path(case): Path<String>) -> PageResult {
    let (file, person, staff) = load(&visit, &case).await?;
    let now = file.officer.map(|officer| officer.to_string()).unwrap_or_default();
    Ok(page(&visit, &file, &person, &staff, &Form::filled([(OFFICER.name(), now)])))
}

/// `POST`: gives it.
pub async fn send(visit: Visit, Path(case): Path<String>, posted: Posted) -> PageResult {
    let (file, person, staff) = load(&visit, &case).await?;
    let mut form = Form::of(posted);
    let names: Vec<(String, usize)> =
        staff.iter().enumerate().map(|(index, post)| (post.id.to_string(), index)).collect();
    let choices: Vec<(&str, usize)> = names.iter().map(|(id, index)| (id.as_str(), *index)).collect();
    let Some(post) =
        form.choice(OFFICER, &choices, "Select who is to have the case").and_then(|index| staff.get(index))
    else {
        return Ok(page(&visit, &file, &person, &staff, &form));
    };
    // Whoever decides on a case may pass it on; a manager gives out every case of the area.
    let outcome = if visit.viewer.as_ref().is_some_and(|viewer| viewer.has(Role::Manager)) {
        let opened = access::open::<AllocateCase>(&visit, &case, "allocation").await?;
        give(&visit, opened.tx, &file, post).await
    } else {
        let opened = access::open::<DecideAssessment>(&visit, &case, "allocation").await?;
        give(&visit, opened.tx, &file, post).await
    };
    match outcome {
        Ok(()) => Ok(Redirect::to(&format!("/cases/{}", file.id)).into_response()),
        Err(ActError::Refused(refusal)) => {
            form.error(OFFICER, refusal.to_string());
            Ok(page(&visit, &file, &person, &staff, &form))
        }
        Err(ActError::Conflict) => {
            let (file, person, staff) = load(&visit, &case).await?;
            let holder = file.officer.and_then(|officer| staff.iter().find(|post| post.id == officer));
            let name = holder.map_or_else(|| "nobody".to_owned(), |post| post.name.to_string());
            form.error(
                OFFICER,
                format!("Somebody else changed this case first. {name} has it now. Choose again if that is not right"),
            );
            Ok(page(&visit, &file, &person, &staff, &form))
        }
        Err(other) => Err(other.into()),
    }
}

async fn give(visit: &Visit, tx: ::store::Tx, file: &CaseFile, post: &StaffMember) -> Result<(), ActError> {
    let loaded = store::load(&tx, file.id).await?.ok_or(ActError::Conflict)?;
    let command = Command::AllocateOfficer { on: visit.today, officer: PersonRef::new(post.id.to_string()) };
    act::act(visit, &tx, &loaded, file.team, vec![command], &act::officer(visit)).await?;
    let who = visit.viewer.as_ref().map(|viewer| viewer.account.to_string()).unwrap_or_default();
    let work = Work { case: file.id, child: file.child };
    workers::take_from_officers(visit, &tx, work, &who).await?;
    workers::give(visit, &tx, work, AllocationTo::Staff(post.id), visit.today, &who).await?;
    tx.commit().await?;
    Ok(())
}

async fn load(visit: &Visit, case: &str) -> PageResult<(CaseFile, Person, Vec<StaffMember>)> {
    let opened = access::open::<DecideAssessment>(visit, case, "allocation").await?;
    let person = read::person(&opened.tx, &opened.permit).await?.ok_or(PageError::NotFound)?;
    let file = opened.file.clone();
    let organisation = opened.permit.organisation();
    let staff = match organisation {
        Some(authority) => people::staff_of(&opened.tx, authority, visit.today).await?,
        None => Vec::new(),
    };
    opened.tx.commit().await?;
    // Those who do casework: people with an account in one of the teams.
    let staff = staff.into_iter().filter(|post| post.account.is_some() && !post.teams.is_empty()).collect();
    Ok((file, person, staff))
}

fn page(visit: &Visit, file: &CaseFile, person: &Person, staff: &[StaffMember], form: &Form) -> Response {
    let names: Vec<(String, String)> =
        staff.iter().map(|post| (post.id.to_string(), format!("{}, {}", post.name, post.job_title))).collect();
    let choices =
        std::iter::once(("", "Choose somebody")).chain(names.iter().map(|(id, words)| (id.as_str(), words.as_str())));
    visit.page(format!("Give {} to somebody", file.reference)).back(format!("/cases/{}", file.id)).form(form).body(html! {
        (parts::head(person, file, false))
        h1 class="govuk-heading-l" { "Give the case to somebody" }
        form method="post" action={ "/cases/" (file.id) "/allocate" } novalidate {
            (visit.form_fields())
            (form.select(OFFICER, choices).label("Who is to have it?").hint("Whoever has it now keeps what they did; the history shows both."))
            (Button::new("Give it to them"))
        }
    })
}
