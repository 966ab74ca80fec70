//! `POST /cases/{case}/notices`: an officer says that somebody whom the law names was told of the request.

use ::access::DecideAssessment;
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use casework_rules::long_date;
use govuk::Table;
use maud::{Markup, html};
use web::{PageError, PageResult, Posted, Visit};

use crate::{
    access,
    store::{self, Notice, Recipient},
};

/// Keeps that a notice was sent today.
pub async fn send(visit: Visit, Path(case): Path<String>, posted: Posted) -> PageResult {
    let opened = access::open::<DecideAssessment>(&visit, &case, "notice").await?;
    let recipient = Recipient::from_code(posted.get("recipient")).ok_or(PageError::NotFound)?;
    let by = visit.viewer.as_ref().map(|viewer| viewer.account.to_string()).unwrap_or_default();
    store::mark_sent(&opened.tx, opened.file.id, recipient, visit.today, &by).await?;
    let id = opened.file.id;
    opened.tx.commit().await?;
    Ok(Redirect::to(&format!("/cases/{id}#notices")).into_response())
}

/// Whom the law says to tell that a request is being considered, and who has been told.
pub fn show(visit: &Visit, case: &str, notices: &[Notice], may_send: bool) -> Markup {
    if notices.is_empty() {
        return html! {};
    }
    let table = Table::new("Who must be told that we are considering this request (regulation 4(2))")
        .head(["Who", "Told"])
        .row_headings();
    let table = notices.iter().fold(table, |table, notice| {
        let told = match notice.sent_on {
            Some(on) => html! { (long_date(on)) },
            None if may_send => html! {
                form method="post" action={ "/cases/" (case) "/notices" } novalidate {
                    (visit.csrf_field())
                    input type="hidden" name="recipient" value=(notice.recipient.code());
                    button class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0" data-module="govuk-button" type="submit" { "Sent today" span class="govuk-visually-hidden" { " to: " (notice.recipient.words().to_lowercase()) } }
                }
            },
            None => html! { "Not yet" },
        };
        table.row([html! { (notice.recipient.words()) }, told])
    });
    html! { div id="notices" { (table) } }
}
