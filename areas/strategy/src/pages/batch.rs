//! `/imports/{import}`: the account of an import, and the way to take it back.

use super::imports::{permitted, state, when};
use super::report;
use crate::error::ImportError;
use crate::import::undo;
use crate::store::{self, BatchState};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect};
use govuk::{Button, SummaryList};
use maud::html;
use web::{PageError, PageResult, Visit};

/// `GET`.
pub async fn show(visit: Visit, Path(id): Path<String>) -> PageResult {
    let (tx, _permit) = permitted(&visit).await?;
    let batch = store::batch(&tx, &id).await?.ok_or(PageError::NotFound)?;
    let files = store::reports(&tx, &id).await?;
    tx.commit().await?;
    let undone = matches!(batch.state, BatchState::Undone { .. });
    Ok(visit.page(format!("Import of {}", batch.file_name)).under("Imports", "/imports").wide().body(html! {
        h1 class="govuk-heading-l" { "Import of " (batch.file_name) }
        (SummaryList::new()
            .row("Release", batch.release.title())
            .row("Begun", format!("{} by {}", when(batch.begun_at), batch.begun_by))
            .row("How it stands", state(&batch))
            .row("File\u{2019}s SHA-256", html! { code { (batch.sha256) } }))
        (report::files(&files))
        @if !undone {
            form method="post" action={ "/imports/" (id) "/undo" } novalidate {
                (visit.csrf_field())
                p class="govuk-body" { "Undoing takes its figures off every page. If the same release was imported before, those figures are shown again." }
                (Button::new("Undo this import").warning())
            }
        }
    }))
}

/// `POST`.
pub async fn take_back(visit: Visit, Path(id): Path<String>) -> PageResult {
    let (tx, _permit) = permitted(&visit).await?;
    tx.commit().await?;
    match undo(&visit.site.store, &id, &report::who(&visit), visit.now).await {
        // Undone twice is undone.
        Ok(_) | Err(ImportError::AlreadyUndone(_)) => Ok(Redirect::to(&format!("/imports/{id}")).into_response()),
        Err(ImportError::NoSuchImport) => Err(PageError::NotFound),
        Err(ImportError::Store(error)) => Err(error.into()),
        Err(error) => Err(PageError::internal(error)),
    }
}
