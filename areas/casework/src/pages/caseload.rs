//! `/cases`: an officer's list, the most urgent in law first.

use std::collections::BTreeMap;

use ::access::{ListCases, Relationships, Resource, Role, visible_cases};
use ::store::people;
use axum::{
    extract::Query,
    response::{IntoResponse, Redirect},
};
use calendar::Calendar;
use govuk::kit::{Column, WorkQueue};
use jiff::civil::Date;
use maud::{Markup, html};
use record::{PersonId, PersonName, StaffId, TeamId};
use serde::Deserialize;
use web::{PageResult, Viewer, Visit};

use super::{paging, parts};
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
    if let Some(own) = own_list(&viewer) {
        return Ok(Redirect::to(own).into_response());
    }
    if let Some(reference) = asked.reference.as_deref().filter(|typed| !typed.trim().is_empty()) {
        return by_reference(&visit, &viewer, reference).await;
    }
    let band = asked.list.as_deref().and_then(Band::from_code).unwrap_or(Band::Requests);
    let after = paging::read(asked.after.as_deref())?;
    let (tx, permit) = visit.open::<ListCases>(&Relationships::none(), &Resource::Service, "list").await?;
    let posts: Vec<StaffId> =
        people::posts_of(&tx, viewer.account, visit.today).await?.into_iter().map(|post| post.id).collect();
    let teams: Vec<TeamId> = viewer.actor.roles.iter().flat_map(|grant| grant.teams.iter().copied()).collect();
    let scope = scope(asked.whose.as_deref(), &viewer, &posts, &teams);
    let filter = visible_cases(&viewer.actor, visit.moment());
    let query = ListQuery { band: Some(band), whose: whose(scope, posts, teams), after, limit: PAGE + 1 };
    let mut files = store::list(&tx, &filter, &query).await?;
    let next = paging::cut(&mut files, PAGE);
    let ids: Vec<PersonId> = files.iter().map(|file| file.child).collect();
    let names = store::names(&tx, &permit, &ids).await?;
    visit.audit_listed(&tx, &permit, ids).await?;
    tx.commit().await?;
    Ok(visit.page(format!("Cases: {}", band.words().to_lowercase())).wide().body(html! {
        h1 class="govuk-heading-l" { "Cases" }
        (tabs(band, scope, &viewer))
        (reference_box())
        (queue(&files, &names, band, visit.today))
        (paging::links(&address(band, scope), query.after.is_some(), next.as_deref(), PAGE))
    }))
}

/// Families and settings have lists of their own.
fn own_list(viewer: &Viewer) -> Option<&'static str> {
    let roles = || viewer.actor.roles.iter().map(|grant| grant.role);
    let works_here = roles()
        .any(|role| !role.is_family() && !matches!(role, Role::Senco | Role::SettingStaff | Role::ConsultedSetting));
    match () {
        () if works_here => None,
        () if viewer.has(Role::Senco) || viewer.has(Role::SettingStaff) => Some("/setting"),
        () if viewer.is_family() => Some("/my"),
        () => None,
    }
}

/// Opens a case by its reference. Those who may not even know of a case are told the same whether there is one or not.
async fn by_reference(visit: &Visit, viewer: &Viewer, reference: &str) -> PageResult {
    let known_to = viewer.actor.roles.iter().any(|grant| grant.role.may_know_of_existence());
    let filter = (!known_to).then(|| visible_cases(&viewer.actor, visit.moment()));
    match store::find_by_reference(visit.site.store.reader(), reference, filter.as_ref()).await? {
        // Opening the page asks the policy; here nothing of the case is shown.
        Some(case) => Ok(Redirect::to(&format!("/cases/{case}")).into_response()),
        None => Ok(visit.page("No such case").under("Cases", "/cases").wide().body(html! {
            h1 class="govuk-heading-l" { "No case has this reference" }
            p class="govuk-body" { "Check the letters and numbers after EHC-, or " a class="govuk-link" href="/people" { "search by name" } "." }
            (reference_box())
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

/// What was asked for, or what suits the person: a co-ordinator's team's cases, a manager's whole area.
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

fn address(band: Band, scope: Scope) -> String {
    format!("/cases?list={}&whose={}", band.code(), scope.code())
}

fn tabs(band: Band, scope: Scope, viewer: &Viewer) -> Markup {
    let scopes =
        if viewer.is_caseworker() { vec![Scope::Mine, Scope::Team, Scope::Everybody] } else { vec![Scope::Everybody] };
    html! {
        nav class="wh-sections" aria-label="Lists" {
            ul class="govuk-list" {
                @for other in Band::ALL {
                    li { a class="govuk-link" href=(address(other, scope)) aria-current=[(other == band).then_some("page")] { (other.words()) } }
                }
            }
        }
        @if scopes.len() > 1 {
            nav class="wh-sections" aria-label="Whose cases" {
                ul class="govuk-list" {
                    @for other in scopes {
                        li { a class="govuk-link" href=(address(band, other)) aria-current=[(other == scope).then_some("page")] { (other.words()) } }
                    }
                }
            }
        }
    }
}

fn reference_box() -> Markup {
    html! {
        form method="get" action="/cases" class="wh-inline-form" novalidate {
            (govuk::Input::new("reference").label("Reference").width(20).hint("For example, EHC-7K3M9QA"))
            (govuk::Button::new("Open").secondary())
        }
    }
}

fn queue(files: &[CaseFile], names: &BTreeMap<PersonId, PersonName>, band: Band, today: Date) -> Markup {
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
        let name = names.get(&file.child).map_or_else(|| "Not on record".to_owned(), ToString::to_string);
        let day = |date: Option<Date>| html! { (date.map(casework_rules::short_date).unwrap_or_else(|| "–".to_owned())) };
        let untold = file.untold_since(&Calendar::england(), today);
        queue.row([
            html! { a class="govuk-link" href={ "/cases/" (file.id) } { (name) } br; span class="govuk-hint govuk-!-margin-bottom-0" { (file.reference) } },
            html! {
                (file.stage.name())
                @if let Some(since) = untold { br; span class="govuk-hint govuk-!-margin-bottom-0" { "Family last told something on " (casework_rules::short_date(since)) ", over 10 working days ago" } }
            },
            html! { (file.next_label.clone().unwrap_or_else(|| "Nothing".to_owned())) },
            parts::due(file.next_due, today),
            day(file.decision_due),
            day(file.no_plan_due),
            day(file.final_due),
        ])
    });
    html! { (queue) }
}
