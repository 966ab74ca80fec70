//! `/setting`: what a SENCO sees of the requests and plans of the children on their roll.

use ::access::{ListCases, Relationships, Resource, Role, visible_cases};
use axum::{
    extract::Query,
    response::{IntoResponse, Redirect},
};
use govuk::{
    Button,
    kit::{Column, WorkQueue},
};
use maud::html;
use record::PersonId;
use serde::Deserialize;
use web::{PageResult, Visit};

use super::{paging, parts};
use crate::{
    file::Band,
    store::{self, ListQuery, Whose},
};

const PAGE: u32 = 50;

/// Which list.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    list: Option<String>,
    after: Option<String>,
}

/// `GET /setting`.
pub async fn show(visit: Visit, Query(asked): Query<Asked>) -> PageResult {
    let viewer = visit.signed_in()?.clone();
    if !viewer.has(Role::Senco) && !viewer.has(Role::SettingStaff) {
        let own = if viewer.is_family() { "/my" } else { "/cases" };
        return Ok(Redirect::to(own).into_response());
    }
    let after = paging::read(asked.after.as_deref())?;
    let band = asked.list.as_deref().and_then(Band::from_code).unwrap_or(Band::Requests);
    let (tx, permit) = visit.open::<ListCases>(&Relationships::none(), &Resource::Service, "list").await?;
    let filter = visible_cases(&viewer.actor, visit.moment());
    let query = ListQuery { band: Some(band), whose: Whose::Everybody, after, limit: PAGE + 1 };
    let mut files = store::list(&tx, &filter, &query).await?;
    let next = paging::cut(&mut files, PAGE);
    let ids: Vec<PersonId> = files.iter().map(|file| file.child).collect();
    let names = store::names(&tx, &permit, &ids).await?;
    visit.audit_listed(&tx, &permit, ids).await?;
    tx.commit().await?;
    let queue = WorkQueue::new(band.words())
        .column(Column::new("Child or young person"))
        .column(Column::new("Where it is"))
        .column(Column::new("What is due"))
        .column(Column::new("Last day"))
        .empty("None of the children on your roll is in this list.");
    let queue = files.iter().fold(queue, |queue, file| {
        queue.row([
            html! { a class="govuk-link" href={ "/cases/" (file.id) } { (names.get(&file.child).map_or_else(|| "Not on record".to_owned(), ToString::to_string)) } br; span class="govuk-hint govuk-!-margin-bottom-0" { (file.reference) } },
            html! { (file.stage.name()) },
            html! { (file.next_label.clone().unwrap_or_else(|| "Nothing".to_owned())) },
            parts::due(file.next_due, visit.today),
        ])
    });
    Ok(visit.page("My setting").wide().body(html! {
        h1 class="govuk-heading-l" { "Children on your roll" }
        (Button::link("Ask for an assessment", "/request"))
        nav class="wh-sections" aria-label="Lists" {
            ul class="govuk-list" { @for other in Band::ALL { li { a class="govuk-link" href={ "/setting?list=" (other.code()) } aria-current=[(other == band).then_some("page")] { (other.words()) } } } }
        }
        (queue)
        (paging::links(&format!("/setting?list={}", band.code()), query.after.is_some(), next.as_deref(), PAGE))
    }))
}
