//! Sending a form twice does its work once: the second time leads to where the first one led.

use ::store::{
    Tx,
    submissions::{self, Submission},
};
use axum::response::{IntoResponse, Redirect, Response};
use web::{PageResult, Posted, Visit};

use crate::{shell, store};

/// Where the form led before, if it was sent before. `form` names the form, with what it is about.
pub(crate) async fn sent_before(visit: &Visit, tx: &Tx, posted: &Posted, form: &str) -> PageResult<Option<Response>> {
    let id = posted.get("submission");
    if id.is_empty() {
        return Ok(None);
    }
    Ok(match submissions::begin(tx, id, form, &shell::account(visit), visit.now).await? {
        Submission::First => None,
        Submission::Again(to) => Some(Redirect::to(to.as_str().unwrap_or("/people")).into_response()),
    })
}

/// Keeps where the form led, commits, and goes there.
pub(crate) async fn done(tx: Tx, posted: &Posted, to: String) -> PageResult {
    let id = posted.get("submission");
    if !id.is_empty() {
        submissions::finish(&tx, id, &to.as_str().into()).await?;
    }
    tx.commit().await?;
    Ok(Redirect::to(&to).into_response())
}

/// The form was not kept after all (something in it was wrong): it may be sent again as it is. Commits, since the audit
/// says what was shown.
pub(crate) async fn not_kept(tx: Tx, posted: &Posted) -> PageResult<()> {
    store::release_submission(&tx, posted.get("submission")).await?;
    tx.commit().await?;
    Ok(())
}
