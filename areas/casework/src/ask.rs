//! Making a request: the child found or entered, the case begun, everybody promised their message, in one transaction.
//!
//! `context.rs` is what the form's pages need to know; `child.rs` the child and who asked; `place.rs` which team has it
//! first; `tell.rs` the messages. Whoever asks never learns from this what the record holds: a child entered by name is
//! always entered anew, and likely matches are kept for an officer alone.

mod child;
mod context;
mod place;
pub(crate) mod tell;

use ::access::{RequestAssessment, Resource};
use ::store::submissions::{self, Submission};
use casework_rules::{About, Actor, Capacity, Command, PersonRef, Requester};
use maud::Markup;
use record::CaseId;
use serde_json::json;
use web::{PageError, PageResult, Posted, Visit, drafts};

use crate::{
    act::{self, ActError},
    file::{CaseFile, reference},
    request_form::{Answers, DRAFT, step::Context},
    store,
};

pub use context::{chosen, context, starting_form, with_children};

/// What became of a request.
pub enum Made {
    /// It was made; here is the page that says so.
    Done(String),
    /// It was not, for this reason.
    Refused(String),
}

/// Who makes it, as drafts, submissions and the change log name them.
fn author(visit: &Visit) -> String {
    visit
        .viewer
        .as_ref()
        .map_or_else(|| format!("visitor:{}", visit.cookie_hash()), |viewer| viewer.account.to_string())
}

/// The page of a request that this very form has made already.
pub async fn already_made(visit: &Visit, posted: &Posted) -> PageResult<Option<String>> {
    let id = posted.get("submission");
    let found = submissions::find(visit.site.store.reader(), id, DRAFT, &author(visit)).await?;
    Ok(found.map(|_| format!("/request/done/{id}")))
}

/// The file of a request that this visitor made; not found for everybody else.
pub async fn made(visit: &Visit, submission: &str) -> PageResult<CaseFile> {
    let reader = visit.site.store.reader();
    let result = submissions::find(reader, submission, DRAFT, &author(visit)).await?.ok_or(PageError::NotFound)?;
    let id: CaseId = result["case"].as_str().and_then(|id| id.parse().ok()).ok_or(PageError::NotFound)?;
    store::file(reader, id).await?.ok_or(PageError::NotFound)
}

/// Makes the request.
pub async fn make_request(visit: &Visit, posted: &Posted, answers: &Answers, context: &Context) -> PageResult<Made> {
    let submission = posted.get("submission").to_owned();
    if submission.is_empty() || submission.len() > 40 {
        return Err(PageError::bad_request(
            "The form is not complete. Go back to “Check your answers” and send it from there.",
        ));
    }
    let (tx, matches, child) = child::find_or_enter(visit, answers).await?;
    if let Submission::Again(_) = submissions::begin(&tx, &submission, DRAFT, &author(visit), visit.now).await? {
        tx.rollback().await?;
        return Ok(Made::Done(format!("/request/done/{submission}")));
    }
    let id = CaseId::from(visit.site.random.ulid(visit.now));
    let existing = child::existing(&tx, child.id).await?;
    let command = Command::ReceiveRequest {
        about: About { child: PersonRef::new(child.id.to_string()), born: child.born, existing },
        from: answers.who,
        by: visit
            .viewer
            .as_ref()
            .and_then(|viewer| viewer.actor.person)
            .map(|person| PersonRef::new(person.to_string())),
        channel: answers.channel,
        received_on: answers.received,
        needs: answers.worry.needs.clone(),
    };
    let authority = store::home_authority(&tx).await?;
    let team = match authority {
        Some(authority) => store::lightest_team(&tx, authority, visit.today).await?,
        None => None,
    };
    match act::begin(visit, &tx, id, team, vec![command], &asker(visit, answers)).await {
        Ok(_) => {}
        Err(ActError::Refused(refusal)) => {
            tx.rollback().await?;
            note_refused(visit, answers).await?;
            return Ok(Made::Refused(refusal.to_string()));
        }
        Err(other) => return Err(other.into()),
    }
    store::save_contact(&tx, id, &child::contact(visit, answers, context)).await?;
    store::save_matches(&tx, id, &matches).await?;
    place::give(visit, &tx, id, child.id, authority, team, answers.received).await?;
    submissions::finish(&tx, &submission, &json!({ "case": id.to_string(), "reference": reference(id) })).await?;
    let file = store::file(&tx, id).await?.ok_or(PageError::NotFound)?;
    tell::asker(visit, &tx, answers, &file).await?;
    tell::begin_notices(visit, &tx, &file).await?;
    drafts::discard(visit, &tx, DRAFT).await?;
    tx.commit().await?;
    Ok(Made::Done(format!("/request/done/{submission}")))
}

/// What was read to find out that a request cannot be made stays written down, though nothing else does.
async fn note_refused(visit: &Visit, answers: &Answers) -> PageResult<()> {
    if let Some(id) = answers.child.known() {
        let (tx, _permit) = child::open_known(visit, id).await?;
        return Ok(tx.commit().await?);
    }
    let none = ::access::Relationships::none();
    let (tx, _permit) = visit.open::<RequestAssessment>(&none, &Resource::NewChild, "request").await?;
    Ok(tx.commit().await?)
}

fn asker(visit: &Visit, answers: &Answers) -> Actor {
    let capacity = match answers.who {
        _ if visit.viewer.as_ref().is_some_and(web::Viewer::is_caseworker) => Capacity::Officer,
        Requester::Parent => Capacity::Parent,
        Requester::YoungPerson => Capacity::YoungPerson,
        Requester::Setting => Capacity::Setting,
        Requester::Health | Requester::SocialCare | Requester::Other => Capacity::Adviser,
    };
    Actor { person: PersonRef::new(author(visit)), capacity }
}

/// Words for the page after a request.
pub fn next_steps(file: &CaseFile) -> Markup {
    let due = file.decision_due.map(casework_rules::long_date).unwrap_or_default();
    maud::html! {
        ol class="govuk-list govuk-list--number" {
            li { "We read your request. We may ask you and the nursery, school or college for more." }
            li { "By " strong { (due) } " we must tell you if there will be an assessment. That is 6 weeks from the day we got your request." }
            li { "If we assess and a plan is needed, you must have the plan by " strong { (file.final_due.map(casework_rules::long_date).unwrap_or_default()) } "." }
        }
    }
}
