//! `/imports`: releases that were imported, and the way to send another one.

use super::report;
use crate::error::ImportError;
use crate::import::preview_dfe_ehcp;
use crate::source::Source;
use crate::store::{self, Batch, BatchState};
use crate::uploads::{self, Upload};
use ::store::Tx;
use access::{ImportData, Permit, Relationships, Resource};
use axum::extract::Multipart;
use axum::response::{IntoResponse, Redirect};
use govuk::{Button, FileUpload};
use jiff::ToSpan;
use maud::{Markup, html};
use sha2::{Digest as _, Sha256};
use web::{CSRF_FIELD, PageError, PageResult, Visit};

/// The largest file that can be sent through the browser. Larger ones go in on the machine itself.
pub const LARGEST: usize = 100 << 20;

/// Whoever may import, in a transaction in which that is written down.
pub(super) async fn permitted(visit: &Visit) -> PageResult<(Tx, Permit<ImportData>)> {
    visit.signed_in()?;
    visit.open::<ImportData>(&Relationships::none(), &Resource::Service, "published statistics").await
}

/// `GET`.
pub async fn show(visit: Visit) -> PageResult {
    let (tx, _permit) = permitted(&visit).await?;
    let batches = store::batches(&tx, 50).await?;
    tx.commit().await?;
    Ok(page(&visit, &batches, None))
}

fn page(visit: &Visit, batches: &[Batch], error: Option<&str>) -> axum::response::Response {
    let mut field = FileUpload::new("file")
        .label("Release of the Department for Education")
        .hint("\u{201c}Education, health and care plans\u{201d}, reporting year 2022 or 2025: all files as one .zip, or one file of its data folder. You see what is in it before anything is stored.")
        .accept(".zip,.csv");
    if let Some(says) = error {
        field = field.error(says.to_owned());
    }
    let page = visit.page(if error.is_some() { "Error: Imports" } else { "Imports" });
    let page = if error.is_some() { page.status(http::StatusCode::UNPROCESSABLE_ENTITY) } else { page };
    page.body(html! {
        @if let Some(says) = error { (govuk::ErrorSummary::new().error("file", says.to_owned())) }
        h1 class="govuk-heading-l" { "Imports" }
        form method="post" action="/imports" enctype="multipart/form-data" novalidate {
            (visit.csrf_field())
            (field)
            (Button::new("Look at the file"))
        }
        p class="govuk-body" { "Settings and postcodes are brought in on the machine itself: " code { "wherry import gias FILE" } " and " code { "wherry import postcodes FILE" } "." }
        h2 class="govuk-heading-m" { "Imported so far" }
        @if batches.is_empty() {
            p class="govuk-body" { "Nothing yet." }
        } @else {
            ul class="govuk-list govuk-list--spaced" {
                @for batch in batches {
                    li {
                        a class="govuk-link" href={ "/imports/" (batch.id) } { (batch.file_name) }
                        ", reporting year " (batch.release) ", begun " (when(batch.begun_at)) ": " (state(batch))
                    }
                }
            }
        }
        p class="govuk-body" { a class="govuk-link" href="/performance" { "See the figures: compare performance" } }
    })
}

/// How an import stands, in words.
pub(super) fn state(batch: &Batch) -> Markup {
    html! {
        @match batch.state {
            BatchState::Loading => "not complete; send the same file again and it goes on",
            BatchState::Ready { at } => { "shown since " (when(at)) }
            BatchState::Undone { at } => { "undone " (when(at)) }
        }
    }
}

/// An instant as people in London write it.
pub(super) fn when(at: jiff::Timestamp) -> String {
    let zone = jiff::tz::TimeZone::get("Europe/London").unwrap_or(jiff::tz::TimeZone::UTC);
    at.to_zoned(zone).strftime("%-d %B %Y at %H:%M").to_string()
}

/// `POST`: looks at the file and keeps it until somebody says "import this".
pub async fn send(visit: Visit, multipart: Multipart) -> PageResult {
    let (tx, _permit) = permitted(&visit).await?;
    let batches = store::batches(&tx, 50).await?;
    tx.commit().await?;
    let (name, bytes) = match read(&visit, multipart).await? {
        Ok(file) => file,
        Err(says) => return Ok(page(&visit, &batches, Some(says))),
    };
    let source = Source::from_bytes(name.clone(), bytes.clone());
    let report = match preview_dfe_ehcp(&visit.site.store, &source).await {
        Ok(report) => report,
        Err(ImportError::Store(error)) => return Err(error.into()),
        Err(error) => return Ok(page(&visit, &batches, Some(&error.to_string()))),
    };
    let upload = Upload {
        id: visit.site.random.ulid(visit.now).to_string(),
        file_name: name,
        sent_by: report::who(&visit),
        sent_at: visit.now,
        report,
        job: None,
    };
    let tx = visit.site.store.begin().await?;
    uploads::discard_old(&tx, visit.now - 24.hours()).await?;
    uploads::keep(&tx, &upload, &bytes).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("/imports/files/{}", upload.id)).into_response())
}

type Sent = Result<(String, Vec<u8>), &'static str>;

/// The file of a form. The cross-site token has to come before it.
async fn read(visit: &Visit, mut multipart: Multipart) -> PageResult<Sent> {
    let too_large = || {
        PageError::TooLarge(format!(
            "The file is larger than {} MB. Import it on the machine itself: wherry import dfe-ehcp FILE.",
            LARGEST >> 20
        ))
    };
    let damaged = || PageError::bad_request("The file did not arrive whole. Go back and send it again.");
    let mut checked = false;
    while let Some(field) = multipart.next_field().await.map_err(|_| damaged())? {
        match field.name() {
            Some(CSRF_FIELD) => {
                let token = field.text().await.map_err(|_| damaged())?;
                checked = same(&token, &visit.csrf_token());
            }
            Some("file") if checked => {
                let name = field.file_name().unwrap_or_default();
                let name: String = name.rsplit(['/', '\\']).next().unwrap_or_default().chars().take(200).collect();
                let bytes = field.bytes().await.map_err(|error| {
                    if error.status() == http::StatusCode::PAYLOAD_TOO_LARGE { too_large() } else { damaged() }
                })?;
                if name.is_empty() || bytes.is_empty() {
                    return Ok(Err("Choose a file"));
                }
                return Ok(Ok((name, bytes.to_vec())));
            }
            _ => {}
        }
    }
    if checked {
        return Ok(Err("Choose a file"));
    }
    Err(PageError::forbidden(
        "The page was open for a long time, or you signed in again meanwhile. Go back, reload the page, and send the file again.",
    ))
}

/// Compares two tokens without telling by its time where they differ.
fn same(one: &str, other: &str) -> bool {
    Sha256::digest(one.as_bytes()) == Sha256::digest(other.as_bytes())
}
