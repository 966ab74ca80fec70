//! `/setting`: what a SENCO sees of the requests and plans of the children on their roll.

use std::collections::BTreeMap;

use ::access::{ListCases, Relationships, Resource, visible_cases};
use ::store::people::unchecked;
use axum::extract::Query;
use govuk::{
    Button,
    kit::{Column, WorkQueue},
};
use maud::html;
use record::{Person, PersonId};
use serde::Deserialize;
use web::{PageResult, Visit};

use super::parts;
use crate::{
    file::Band,
    store::{self, ListQuery, Whose},
};

const PAGE: u32 = 50;

/// Which list.
#[derive(Debug, Default, Deserialize)]
pub struct Asked {
    list: Option<String>,
}

/// `GET /setting`.
pub async fn show(visit: Visit, Query(asked): Query<Asked>) -> PageResult {
    let viewer = visit.signed_in()?.clone();
    let band = asked.list.as_deref().and_then(Band::from_code).unwrap_or(Band::Requests);
    let (tx, permit) = visit.open::<ListCases>(&Relationships::none(), &Resource::Service, "list").await?;
    let filter = visible_cases(&viewer.actor, visit.moment());
    let query = ListQuery { band: Some(band), whose: Whose::Everybody, after: None, limit: PAGE };
    let files = store::list(&tx, &filter, &query).await?;
    let ids: Vec<PersonId> = files.iter().map(|file| file.child).collect();
    let names: BTreeMap<PersonId, String> = unchecked::by_ids::<Person>(&tx, &ids)
        .await?
        .into_iter()
        .map(|person| (person.id, person.name.to_string()))
        .collect();
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
            html! { a class="govuk-link" href={ "/cases/" (file.id) } { (names.get(&file.child).map_or("Not on record", String::as_str)) } br; span class="govuk-hint govuk-!-margin-bottom-0" { (file.reference) } },
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
    }))
}
