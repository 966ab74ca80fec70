//! What a person typed, kept as they type it.
//!
//! A draft belongs to an account, or before sign-in to the visitor's cookie; at sign-in the visitor's drafts become the
//! account's ([`claim`]). A form asks for autosave with `data-autosave="/drafts/NAME"`; without JavaScript the draft is
//! kept whenever the form is sent, also when the session has ended.

use axum::{Router, extract::Path, routing::post};
use http::StatusCode;
use jiff::{Timestamp, civil::Time, tz::TimeZone};
use store::drafts as kept;

use crate::{PageError, PageResult, Posted, Site, Visit};

/// A draft as it was kept.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What had been typed.
    pub posted: Posted,
    /// When it was last kept.
    pub saved_at: Timestamp,
}

/// Saves what was typed so far under a form's name. The body is kept as it came, less the token and any secret.
pub async fn save(visit: &Visit, form: &str, posted: &Posted) -> PageResult<()> {
    if posted.is_blank() {
        return Ok(());
    }
    kept::save(&visit.site.store, &owner(visit), form, &posted.to_draft(), visit.now).await?;
    Ok(())
}

/// The draft of a form, if there is one.
pub async fn load(visit: &Visit, form: &str) -> PageResult<Option<Draft>> {
    let found = kept::load(&visit.site.store, &owner(visit), form).await?;
    Ok(found.map(|draft| Draft { posted: Posted::parse(draft.body.as_bytes()), saved_at: draft.updated_at }))
}

/// Throws a draft away, once what it holds has been kept for good or the person says so.
pub async fn discard(visit: &Visit, form: &str) -> PageResult<()> {
    kept::discard(&visit.site.store, &owner(visit), form).await?;
    Ok(())
}

/// At sign-in: what this visitor typed before becomes the account's. A draft the account already has is kept; the
/// newer of the two wins and the older stays under its own name.
pub async fn claim(visit: &Visit, account: record::AccountId) -> PageResult<()> {
    kept::claim(&visit.site.store, &kept::Owner::Visitor(visit.cookie_hash()), account, visit.now).await?;
    Ok(())
}

fn owner(visit: &Visit) -> kept::Owner {
    match &visit.viewer {
        Some(viewer) => kept::Owner::Account(viewer.account),
        None => kept::Owner::Visitor(visit.cookie_hash()),
    }
}

pub(crate) fn routes() -> Router<Site> {
    Router::new().route("/drafts/{form}", post(autosave))
}

/// The answer to an autosave is the time, which the page shows: "Saved at 14:05".
async fn autosave(visit: Visit, Path(form): Path<String>, posted: Posted) -> PageResult<(StatusCode, String)> {
    if form.len() > 120 || !form.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
        return Err(PageError::NotFound);
    }
    save(&visit, &form, &posted).await?;
    let zone = TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC);
    let time: Time = visit.now.to_zoned(zone).time();
    Ok((StatusCode::OK, time.strftime("%H:%M").to_string()))
}
