//! `/cases/{case}/history`: what happened, when it happened, when it was recorded and by whom.

use ::access::{ReadCase, Role};
use ::store::{accounts, people::read};
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use govuk::Table;
use maud::html;
use web::{PageError, PageResult, Visit};

use super::parts;
use crate::{access, event_words, request_form::words, store};

/// `GET /cases/{case}/history`.
pub async fn show(visit: Visit, Path(case): Path<String>) -> PageResult {
    let opened = access::open::<ReadCase>(&visit, &case, "history").await?;
    let file = opened.file.clone();
    // The history names officers and holds what they wrote for each other: the authority's own page.
    let own_page = match opened.permit.role() {
        role if role.is_family() => Some(format!("/my/{}", file.id)),
        Role::Senco | Role::SettingStaff => Some(format!("/cases/{}", file.id)),
        _ => None,
    };
    if let Some(page) = own_page {
        opened.tx.commit().await?;
        return Ok(Redirect::to(&page).into_response());
    }
    let loaded = store::load(&opened.tx, file.id).await?.ok_or(PageError::NotFound)?;
    let person = read::person(&opened.tx, &opened.permit).await?.ok_or(PageError::NotFound)?;
    let mut names = std::collections::BTreeMap::new();
    for (recorded, _) in &loaded.events {
        if let Ok(account) = recorded.author.parse()
            && !names.contains_key(&recorded.author)
            && let Some(found) = accounts::find(&opened.tx, account).await?
        {
            names.insert(recorded.author.clone(), found.display_name);
        }
    }
    opened.tx.commit().await?;
    let table = Table::new("Everything that happened, newest first").head(["On", "What happened", "Recorded", "By"]);
    let table = loaded.events.iter().rev().fold(table, |table, (recorded, event)| {
        let by = names.get(&recorded.author).cloned().unwrap_or_else(|| event_words::author(&recorded.author));
        table.row([
            html! { (words::day(recorded.on)) },
            html! { (event_words::happened(event)) },
            html! { (words::when(recorded.recorded_at)) },
            html! { (by) },
        ])
    });
    Ok(visit
        .page(format!("History of {}", file.reference))
        .under("Cases", "/cases")
        .under(file.reference.clone(), format!("/cases/{}", file.id))
        .wide()
        .body(html! {
            (parts::head(&person, &file, false))
            h1 class="govuk-heading-l" { "History" }
            (parts::sections(&file, "History"))
            div class="wh-scroll" tabindex="0" role="region" aria-label="History" { (table) }
        }))
}
