//! `/people/{id}/history`: every change of a record, newest first: what, by whom and when, without the values.

use ::access::EditPerson;
use axum::extract::{Path, Query};
use govuk::{
    Pagination,
    kit::{Column, WorkQueue, long_moment},
};
use maud::{Markup, html};
use serde::Deserialize;
use serde_json::Value;
use std::collections::BTreeMap;
use web::{PageResult, Visit};

use crate::{
    access, shell,
    store::history::{self, Entry},
    versions::name_of,
};

/// Changes on a page.
const PAGE: usize = 50;

/// Where the page begins.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    before: Option<i64>,
}

/// `GET /people/{id}/history`.
pub(crate) async fn show(visit: Visit, Path(id): Path<String>, Query(asked): Query<Asked>) -> PageResult {
    let opened = access::open::<EditPerson>(&visit, &id, "every change").await?;
    let mut entries = history::of_child(&opened.tx, &opened.permit, asked.before, PAGE as u64 + 1).await?;
    let more = entries.len() > PAGE;
    entries.truncate(PAGE);
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for entry in &entries {
        let author = &entry.change.author;
        if !names.contains_key(author) {
            names.insert(author.clone(), name_of(&opened.tx, author).await?);
        }
    }
    opened.tx.commit().await?;
    let back = format!("/people/{}", opened.child);
    let mut queue = WorkQueue::new("Changes, newest first")
        .column(Column::new("When"))
        .column(Column::new("Who"))
        .column(Column::new("What"))
        .empty("Nothing was changed since the record was opened.");
    for entry in &entries {
        let who = names.get(&entry.change.author).cloned().unwrap_or_default();
        queue = queue.row([html! { (long_moment(entry.change.at)) }, html! { (who) }, what(entry)]);
    }
    if let (true, Some(last)) = (more, entries.last()) {
        let next = format!("{back}/history?before={}", last.position);
        queue = queue.pagination(Pagination::of_parts(None, Some(("Older changes", next.as_str()))));
    }
    let page = visit.page("Every change to this record").wide().back(back);
    shell::show(
        &visit,
        page,
        html! {
            h1 class="govuk-heading-l" { "Every change to this record" }
            (queue)
        },
    )
    .await
}

fn what(entry: &Entry) -> Markup {
    let change = &entry.change;
    if let Some(why) = change.after.as_ref().and_then(|after| after["lifted"].as_str()) {
        return html! { "Said why an address need not be kept secret any longer: " (why) };
    }
    let thing = match change.table.as_str() {
        "person" => "the details",
        "address" => "an address",
        "contact_point" => "a way to reach them",
        "relationship" => "a link to an adult",
        "capacity_decision" => "an assessment of capacity",
        "consent" => "an answer about consent",
        "enrolment" => "a time on a school’s roll",
        _ => "something",
    };
    let parts = changed_parts(change.before.as_ref(), change.after.as_ref());
    html! {
        @if change.before.is_none() { "Added " (thing) } @else if change.after.is_none() { "Removed " (thing) } @else {
            "Changed " (thing) ": " (parts.join(", "))
        }
    }
}

/// The names of what differs, in words. Values stay out: an address may be secret from whoever reads this.
fn changed_parts(before: Option<&Value>, after: Option<&Value>) -> Vec<String> {
    let (Some(Value::Object(before)), Some(Value::Object(after))) = (before, after) else { return Vec::new() };
    let names: std::collections::BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    names.into_iter().filter(|name| before.get(*name) != after.get(*name)).map(|name| in_words(name)).collect()
}

fn in_words(name: &str) -> String {
    match name {
        "born" => "date of birth".to_owned(),
        "died_on" => "date of death".to_owned(),
        "identifiers" => "numbers".to_owned(),
        "period" => "dates".to_owned(),
        "verified" => "proof".to_owned(),
        "restricted_by_order" => "court order".to_owned(),
        "confirmed_on" => "checked with the family".to_owned(),
        "protected" => "whether it is kept secret".to_owned(),
        other => other.replace('_', " "),
    }
}
