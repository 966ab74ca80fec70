//! What a person typed, kept as they type it.
//!
//! A draft belongs to an account, or before sign-in to the visitor's cookie; at sign-in the visitor's drafts become the
//! account's ([`claim`]). A form asks for autosave with `data-autosave="/drafts/NAME"`; without JavaScript the draft is
//! kept whenever a page of the form is sent, also when the session has ended.
//!
//! A form of several pages keeps one draft: what a page sends replaces the answers of the same names and leaves the rest,
//! so two pages open at once do not undo each other.

use axum::{Router, extract::Path, routing::post};
use http::StatusCode;
use jiff::{Timestamp, tz::TimeZone};
use store::drafts::{self as kept, DraftOwner, DraftSave};

use crate::{PageError, PageResult, Posted, Site, Visit};

/// A draft as it was kept.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What had been typed.
    pub posted: Posted,
    /// When it was last kept.
    pub saved_at: Timestamp,
}

/// Keeps what a page of a form sent, over what was kept before. Returns everything typed so far.
pub async fn save(visit: &Visit, form: &str, page: &Posted) -> PageResult<Posted> {
    let owner = owner(visit);
    let tx = visit.site.store.begin().await?;
    let before = kept::load(&tx, &owner, form, "").await?;
    let (mut all, seen) =
        before.map_or((Posted::default(), 0), |draft| (Posted::parse(draft.body.as_bytes()), draft.version));
    all.merge(page);
    if all.is_blank() {
        return Ok(all);
    }
    let new_id = visit.site.random.ulid(visit.now).to_string();
    let body = all.to_draft();
    kept::save(&tx, &owner, &DraftSave { new_id: &new_id, form, subject: "", body: &body, seen }, visit.now).await?;
    tx.commit().await?;
    Ok(all)
}

/// The draft of a form, if there is one.
pub async fn load(visit: &Visit, form: &str) -> PageResult<Option<Draft>> {
    let found = kept::load(visit.site.store.reader(), &owner(visit), form, "").await?;
    Ok(found.map(|draft| Draft { posted: Posted::parse(draft.body.as_bytes()), saved_at: draft.updated_at }))
}

/// Throws a draft away, in the transaction that keeps what it holds for good.
pub async fn discard(visit: &Visit, tx: &store::Tx, form: &str) -> PageResult<()> {
    kept::discard(tx, &owner(visit), form, "").await?;
    Ok(())
}

/// At sign-in: what this visitor typed before becomes the account's. A draft that the account already has for the same
/// form stays as it is.
pub async fn claim(visit: &Visit, tx: &store::Tx, account: record::AccountId) -> PageResult<()> {
    kept::adopt(tx, &visit.cookie_hash(), &account.to_string()).await?;
    Ok(())
}

fn owner(visit: &Visit) -> DraftOwner {
    match (&visit.viewer, visit.lapsed_account) {
        (Some(viewer), _) => DraftOwner::Account(viewer.account.to_string()),
        (None, Some(account)) => DraftOwner::Account(account.to_string()),
        (None, None) => DraftOwner::Anonymous(visit.cookie_hash()),
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
    Ok((StatusCode::OK, visit.now.to_zoned(zone).time().strftime("%H:%M").to_string()))
}
