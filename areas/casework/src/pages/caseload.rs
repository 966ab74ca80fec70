//! `/cases`: an officer's list, the most urgent in law first.

use std::collections::BTreeMap;

use ::access::{ListCases, Relationships, Resource, Role, visible_cases};
use ::store::people::{self, unchecked};
use axum::extract::Query;
use govuk::kit::{Column, WorkQueue};
use jiff::civil::Date;
use maud::{Markup, html};
use record::{CaseId, Person, PersonId, StaffId, TeamId};
use serde::Deserialize;
use web::{PageError, PageResult, Viewer, Visit};

use super::parts;
use crate::{
    file::{Band, CaseFile},
    store::{self, ListQuery, Whose},
};

/// How many cases a page shows.
const PAGE: u32 = 25;

/// The state of the list, all of it in the address.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    list: Option<String>,
    whose: Option<String>,
    after: Option<String>,
    reference: Option<String>,
}

/// `GET /cases`.
pub async fn show(visit: Visit, Query(asked): Query<Asked>) -> PageResult {
    let viewer = visit.signed_in()?.clone();
    let reader = visit.site.store.reader();
    if let Some(reference) = asked.reference.as_deref().filter(|typed| !typed.trim().is_empty()) {
        return by_reference(&visit, reference).await;
    }
    let band = asked.list.as_deref().and_then(Band::from_code).unwrap_or(Band::Requests);
    let posts: Vec<StaffId> =
        people::posts_of(reader, viewer.account, visit.today).await?.into_iter().map(|post| post.id).collect();
    let teams: Vec<TeamId> = viewer.actor.roles.iter().flat_map(|grant| grant.teams.iter().copied()).collect();
    let scope = scope(asked.whose.as_deref(), &viewer, &posts, &teams);
    let (tx, permit) = visit.open::<ListCases>(&Relationships::none(), &Resource::Service, "list").await?;
    let filter = visible_cases(&viewer.actor, visit.moment());
    let after = asked.after.as_deref().map(cursor).transpose()?;
    let query = ListQuery { band: Some(band), whose: whose(scope, posts, teams), after, limit: PAGE + 1 };
    let mut files = store::list(&tx, &filter, &query).await?;
    let more = files.len() > PAGE as usize;
    files.truncate(PAGE as usize);
    let ids: Vec<PersonId> = files.iter().map(|file| file.child).collect();
    let names: BTreeMap<PersonId, Person> =
        unchecked::by_ids::<Person>(&tx, &ids).await?.into_iter().map(|person| (person.id, person)).collect();
    visit.audit_listed(&tx, &permit, ids).await?;
    tx.commit().await?;
    let next = more.then(|| files.last().map(|last| address(band, scope, Some(last)))).flatten();
    Ok(visit.page(format!("Cases: {}", band.words().to_lowercase())).wide().body(html! {
        h1 class="govuk-heading-l" { "Cases" }
        (tabs(band, scope, &viewer))
        (find_by_reference())
        (queue(&files, &names, band, visit.today, next.as_deref()))
    }))
}

async fn by_reference(visit: &Visit, reference: &str) -> PageResult {
    let found = store::find_by_reference(visit.site.store.reader(), reference).await?;
    match found {
        // Opening the page asks the policy; here nothing of the case is shown.
        Some(file) => Ok(axum::response::IntoResponse::into_response(axum::response::Redirect::to(&format!("/cases/{}", file.id)))),
        None => Ok(visit.page("No such case").wide().body(html! {
            h1 class="govuk-heading-l" { "No case has this reference" }
            p class="govuk-body" { "Check the letters and numbers after EHC-, or " a class="govuk-link" href="/people" { "search by name" } "." }
            (find_by_reference())
        })),
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    Mine,
    Team,
    Everybody,
}

impl Scope {
    const fn code(self) -> &'static str {
        match self {
            Self::Mine => "mine",
            Self::Team => "team",
            Self::Everybody => "all",
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::Mine => "Mine",
            Self::Team => "My team's",
            Self::Everybody => "All I may see",
        }
    }
}

/// What was asked for, or what suits the person: a co-ordinator's own cases, a manager's whole area.
fn scope(asked: Option<&str>, viewer: &Viewer, posts: &[StaffId], teams: &[TeamId]) -> Scope {
    match asked {
        Some("mine") if !posts.is_empty() => Scope::Mine,
        Some("team") if !teams.is_empty() => Scope::Team,
        Some("all") => Scope::Everybody,
        _ if viewer.has(Role::Manager) || teams.is_empty() => Scope::Everybody,
        _ => Scope::Team,
    }
}

fn whose(scope: Scope, posts: Vec<StaffId>, teams: Vec<TeamId>) -> Whose {
    match scope {
        Scope::Mine => Whose::Staff(posts),
        Scope::Team => Whose::Teams(teams),
        Scope::Everybody => Whose::Everybody,
    }
}

fn address(band: Band, scope: Scope, after: Option<&CaseFile>) -> String {
    let cursor = after.map_or_else(String::new, |file| {
        let due = file.next_due.map_or_else(|| "never".to_owned(), |due| due.to_string());
        format!("&after={due}_{}", file.id)
    });
    format!("/cases?list={}&whose={}{cursor}", band.code(), scope.code())
}

fn cursor(text: &str) -> PageResult<(Option<Date>, CaseId)> {
    let wrong = || PageError::bad_request("The address of this page is not complete. Go back to the list.");
    let (due, id) = text.split_once('_').ok_or_else(wrong)?;
    let due = if due == "never" { None } else { Some(due.parse().map_err(|_| wrong())?) };
    Ok((due, id.parse().map_err(|_| wrong())?))
}

fn tabs(band: Band, scope: Scope, viewer: &Viewer) -> Markup {
    let scopes =
        if viewer.is_caseworker() { vec![Scope::Mine, Scope::Team, Scope::Everybody] } else { vec![Scope::Everybody] };
    html! {
        nav class="wh-sections" aria-label="Lists" {
            ul class="govuk-list" {
                @for other in Band::ALL {
                    li { a class="govuk-link" href=(address(other, scope, None)) aria-current=[(other == band).then_some("page")] { (other.words()) } }
                }
            }
        }
        @if scopes.len() > 1 {
            nav class="wh-sections" aria-label="Whose cases" {
                ul class="govuk-list" {
                    @for other in scopes {
                        li { a class="govuk-link" href=(address(band, other, None)) aria-current=[(other == scope).then_some("page")] { (other.words()) } }
                    }
                }
            }
        }
    }
}

fn find_by_reference() -> Markup {
    html! {
        form method="get" action="/cases" class="wh-inline-form" novalidate {
            (govuk::Input::new("reference").label("Reference").width(20).hint("For example, EHC-7K3M9QA"))
            (govuk::Button::new("Open").secondary())
        }
    }
}

fn queue(
    files: &[CaseFile],
    names: &BTreeMap<PersonId, Person>,
    band: Band,
    today: Date,
    next: Option<&str>,
) -> Markup {
    let queue = WorkQueue::new(format!("{}, the most urgent in law first", band.words()))
        .column(Column::new("Child or young person"))
        .column(Column::new("Where it is"))
        .column(Column::new("What is due"))
        .column(Column::new("Last day"))
        .column(Column::new("6 weeks"))
        .column(Column::new("16 weeks"))
        .column(Column::new("20 weeks"))
        .empty("No cases here. When somebody asks for an assessment, the request comes to this list.");
    let queue = files.iter().fold(queue, |queue, file| {
        let name = names.get(&file.child).map_or_else(|| "Not on record".to_owned(), |person| person.name.to_string());
        let day = |date: Option<Date>| html! { (date.map(casework_rules::short_date).unwrap_or_else(|| "–".to_owned())) };
        queue.row([
            html! { a class="govuk-link" href={ "/cases/" (file.id) } { (name) } br; span class="govuk-hint govuk-!-margin-bottom-0" { (file.reference) } },
            html! { (file.stage.name()) },
            html! { (file.next_label.clone().unwrap_or_else(|| "Nothing".to_owned())) },
            parts::due(file.next_due, today),
            day(file.decision_due),
            day(file.no_plan_due),
            day(file.final_due),
        ])
    });
    html! {
        (queue)
        @if let Some(next) = next { p class="govuk-body" { a class="govuk-link" href=(next) { "Next " (PAGE) " cases" } } }
    }
}
