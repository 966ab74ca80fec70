//! `POST /cases/{case}/matches`: an officer says whether the child of a request is somebody on record already.
//!
//! "The same" moves the case to the record that was there before, and the family with it: whoever is linked to the record
//! that the request made is linked to the other as well, proved where it was proved. That record stays, named in the
//! case's history. Where the child already has an open request or a plan, nothing moves until the officer has seen it.

use ::access::{DecideAssessment, Fact, Relationships, Resource, SearchPeople};
use ::store::{
    facts,
    people::{self, Author, unchecked},
};
use axum::{
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use casework_rules::{Command, PersonRef, long_date};
use govuk::Button;
use maud::html;
use record::{Period, Person, PersonId, Relationship, RelationshipId};
use web::{PageError, PageResult, Posted, Visit};

use crate::{
    access::{self, Opened},
    act::{self, ActError},
    ask::tell,
    file::CaseFile,
    store, workers,
};

/// What an officer can say.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    Same,
    Different,
    /// The same child, whose open request is this very one: this one is closed and the other goes on.
    SecondOfOne,
}

/// Keeps the answer.
pub async fn answer(visit: Visit, Path(case): Path<String>, posted: Posted) -> PageResult {
    let opened = access::open::<DecideAssessment>(&visit, &case, "match").await?;
    let candidate: PersonId = posted.get("candidate").parse().map_err(|_| PageError::NotFound)?;
    let answer = match posted.get("answer") {
        "same" => Answer::Same,
        "different" => Answer::Different,
        "second" => Answer::SecondOfOne,
        _ => return Err(PageError::bad_request("Choose whether it is the same child.")),
    };
    let permit = visit.also::<SearchPeople>(&opened.tx, &Relationships::none(), &Resource::Service, "match").await?;
    let offered = store::open_matches(&opened.tx, &permit, opened.file.id, visit.today).await?;
    let Some(found) = offered.into_iter().find(|one| one.person.id == candidate) else {
        opened.tx.commit().await?;
        return Err(PageError::NotFound);
    };
    if answer == Answer::Same
        && let Some(other) = open_case_of(&opened, candidate).await?
    {
        opened.tx.commit().await?;
        return Ok(two_cases(&visit, &opened.file, &other, &found.person));
    }
    let who = visit.viewer.as_ref().map(|viewer| viewer.account.to_string()).unwrap_or_default();
    let same = answer != Answer::Different;
    store::answer_match(&opened.tx, opened.file.id, candidate, same, &who, visit.now).await?;
    if same {
        match identify(&visit, &opened, &found.person, answer, &who).await {
            Ok(()) => {}
            Err(ActError::Refused(refusal)) => return Err(PageError::bad_request(refusal.to_string())),
            Err(other) => return Err(other.into()),
        }
        if answer == Answer::Same {
            tell::setting(&visit, &opened.tx, &opened.file, candidate).await?;
        }
    }
    let id = opened.file.id;
    opened.tx.commit().await?;
    Ok(Redirect::to(&format!("/cases/{id}")).into_response())
}

async fn open_case_of(opened: &Opened<DecideAssessment>, child: PersonId) -> PageResult<Option<CaseFile>> {
    let files = store::files_of_child(&opened.tx, child).await?;
    Ok(files.into_iter().find(|file| file.stage.is_open_request() || file.stage.has_plan()))
}

async fn identify(
    visit: &Visit,
    opened: &Opened<DecideAssessment>,
    person: &Person,
    answer: Answer,
    who: &str,
) -> Result<(), ActError> {
    let file = &opened.file;
    let loaded = store::load(&opened.tx, file.id).await?.ok_or(ActError::Conflict)?;
    let child = PersonRef::new(person.id.to_string());
    let mut commands = vec![Command::IdentifyChild { on: visit.today, child, born: person.born }];
    if answer == Answer::SecondOfOne {
        let reason = "The same request as the one that is open already.".to_owned();
        commands.push(Command::WithdrawRequest { on: visit.today, reason });
    }
    act::act(visit, &opened.tx, &loaded, file.team, commands, &act::officer(visit)).await?;
    let author = Author { who, at: visit.now };
    move_family(visit, opened, person.id, author).await?;
    workers::follow(visit, &opened.tx, file.id, person.id, who).await?;
    if let Some(authority) = opened.permit.organisation() {
        // The authority is responsible for the child under their own record too, from the day of the request.
        let from = file.received_on.unwrap_or(visit.today);
        let subject = facts::Subject::Child(person.id);
        let source = format!("case:{}", file.id);
        facts::set(&opened.tx, subject, &Fact::Responsible(authority), Period::since(from), &source).await?;
    }
    Ok(())
}

/// Links whoever is linked to the record that the request made to the child's own record too, unless they are already.
async fn move_family(
    visit: &Visit,
    opened: &Opened<DecideAssessment>,
    child: PersonId,
    author: Author<'_>,
) -> Result<(), ActError> {
    let already = unchecked::relationships_of_child(&opened.tx, child).await?;
    for link in &opened.relationships.links {
        let is_there = already.iter().any(|other| other.party == link.party && other.period.to.is_none());
        if !is_there && link.period.to.is_none() {
            let id = RelationshipId::from(visit.site.random.ulid(visit.now));
            people::save(&opened.tx, &Relationship { id, child, ..link.clone() }, author).await?;
        }
    }
    Ok(())
}

/// The child has a case already: which of the two goes on is for the officer to say.
fn two_cases(visit: &Visit, file: &CaseFile, other: &CaseFile, person: &Person) -> Response {
    let day = |file: &CaseFile| file.received_on.map(long_date).unwrap_or_default();
    let other_first = other.received_on <= file.received_on;
    let may_close = other.stage.is_open_request() && other_first;
    visit.page("This child has a case already").status(StatusCode::CONFLICT).back(format!("/cases/{}", file.id)).body(html! {
        h1 class="govuk-heading-l" { "This child has a case already" }
        p class="govuk-body" { (person.name.to_string()) " has the case " a class="govuk-link" href={ "/cases/" (other.id) } { (other.reference) } ", since " (day(other)) ": " (other.stage.name().to_lowercase()) ". This request, " (file.reference) ", reached us on " (day(file)) ". Nothing has been changed." }
        @if may_close {
            p class="govuk-body" { "If this is the same request sent twice, close this one. The other goes on with its own dates, and what was written here stays in the child’s history." }
            form method="post" action={ "/cases/" (file.id) "/matches" } novalidate {
                (visit.csrf_field())
                input type="hidden" name="candidate" value=(person.id.to_string());
                input type="hidden" name="answer" value="second";
                (Button::new("Close this one as the same request"))
            }
        } @else if other.stage.is_open_request() {
            p class="govuk-body" { "This one reached us first, so its dates count. Open the other case and say there that it is the second." }
        } @else {
            p class="govuk-body" { "A child who has a plan is not assessed anew on a request like this: offer the family an early review or a re-assessment, then close this request." }
        }
    })
}
