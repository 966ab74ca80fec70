//! `/imports/files/{file}`: what is in a file that was sent; then "import this" or "discard".

use super::imports::permitted;
use super::report;
use crate::jobs::IMPORT_RELEASE;
use crate::report::Outcome;
use crate::uploads;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect};
use govuk::{Button, InsetText};
use maud::{Markup, html};
use serde_json::json;
use store::jobs::{self, JobState, Listed, NewJob};
use web::{PageError, PageResult, Posted, Visit};

/// `GET`.
pub async fn show(visit: Visit, Path(id): Path<String>) -> PageResult {
    let (tx, _permit) = permitted(&visit).await?;
    let upload = uploads::find(&tx, &id).await?.ok_or(PageError::NotFound)?;
    let job = match upload.job {
        Some(job) => jobs::find(&tx, job).await?,
        None => None,
    };
    tx.commit().await?;
    if let Some(batch) = job.as_ref().filter(|job| job.state == JobState::Done).and_then(finished) {
        return Ok(Redirect::to(&format!("/imports/{batch}")).into_response());
    }
    let title = format!("{}: what is in it", upload.file_name);
    Ok(visit.page(title.clone()).under("Imports", "/imports").wide().body(html! {
        h1 class="govuk-heading-l" { (title) }
        @match &job {
            Some(job) => (under_way(&id, job)),
            None => (question(&visit, &id, &upload.report.outcome, upload.report.accepted())),
        }
        (report::account(&upload.report))
    }))
}

fn finished(job: &Listed) -> Option<String> {
    job.result.as_ref()?["batch"].as_str().map(str::to_owned)
}

fn question(visit: &Visit, id: &str, outcome: &Outcome, accepted: u64) -> Markup {
    html! {
        @match outcome {
            Outcome::AlreadyImported { at, by } => {
                (InsetText::new(format!("This very file was imported before, on {} by {by}. There is nothing to do.", super::imports::when(*at))))
            }
            Outcome::Previewed { replaces: Some(_) } => {
                (InsetText::new("Nothing has been stored yet. If you import this file, its figures are shown in place of those of the same release that were imported before; undoing it brings those back."))
            }
            _ => (InsetText::new("Nothing has been stored yet.")),
        }
        form method="post" action={ "/imports/files/" (id) } novalidate {
            (visit.csrf_field())
            div class="govuk-button-group" {
                @if accepted > 0 && !matches!(outcome, Outcome::AlreadyImported { .. }) {
                    button class="govuk-button" data-module="govuk-button" name="answer" value="import" type="submit" { "Import these rows" }
                }
                button class="govuk-button govuk-button--secondary" data-module="govuk-button" name="answer" value="discard" type="submit" { "Discard the file" }
            }
        }
    }
}

fn under_way(id: &str, job: &Listed) -> Markup {
    let (done, total, note) = &job.progress;
    html! {
        @match job.state {
            JobState::Dead => (InsetText::new(format!("The import failed: {}", job.last_error.clone().unwrap_or_default()))),
            JobState::Cancelled => (InsetText::new("The import was stopped.")),
            _ => {
                (InsetText::new(html! {
                    p class="govuk-body" { "The import is under way." @if *total > 0 { " " (done) " of " (total) " files are stored." } }
                    @if !note.is_empty() { p class="govuk-body" { "Now: " (note) } }
                }))
            }
        }
        (Button::link("See how far it is", format!("/imports/files/{id}")).secondary())
    }
}

/// `POST`.
pub async fn answer(visit: Visit, Path(id): Path<String>, posted: Posted) -> PageResult {
    let (tx, _permit) = permitted(&visit).await?;
    let upload = uploads::find(&tx, &id).await?.ok_or(PageError::NotFound)?;
    match posted.get("answer") {
        "import" => {
            let payload = json!({ "upload": upload.id, "by": report::who(&visit) });
            let job = NewJob { kind: IMPORT_RELEASE.to_owned(), key: upload.id.clone(), payload, run_at: visit.now };
            let (job, _) = jobs::enqueue(&tx, &job, visit.now).await?;
            uploads::set_job(&tx, &id, job).await?;
            tx.commit().await?;
            Ok(Redirect::to(&format!("/imports/files/{id}")).into_response())
        }
        "discard" if upload.job.is_none() => {
            uploads::discard(&tx, &id).await?;
            tx.commit().await?;
            Ok(Redirect::to("/imports").into_response())
        }
        _ => Err(PageError::bad_request("Choose whether to import or to discard the file.")),
    }
}
