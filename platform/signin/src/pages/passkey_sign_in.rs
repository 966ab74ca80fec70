//! Sign in with a passkey alone: it is both factors at once.

use super::kit::Service;
use super::second_factor::store_used;
use crate::ceremonies::{self, Ceremony};
use crate::factors::{self, NamedPasskey};
use crate::session::{self, How};
use axum::response::IntoResponse;
use axum::{Extension, Json};
use http::HeaderMap;
use store::accounts;
use web::{PageError, PageResult, Posted, Visit};

pub(super) async fn options(visit: Visit, Extension(sign_in): Service) -> PageResult {
    let begun = sign_in.passkeys.start_sign_in().map_err(PageError::internal)?;
    Ok(Json(ceremonies::keep(&visit, Ceremony::SignIn, begun).await?).into_response())
}

pub(super) async fn send(visit: Visit, Extension(sign_in): Service, headers: HeaderMap, posted: Posted) -> PageResult {
    let answer = posted.get("credential");
    let refuse = || {
        PageError::bad_request(
            "We do not know this passkey, or it could not be checked. Go back and try again, or sign in with your password.",
        )
    };
    let state = ceremonies::take(&visit, Ceremony::SignIn, answer).await?.ok_or_else(refuse)?;
    let (owner, id) = sign_in.passkeys.who(answer).map_err(|_| refuse())?;
    let account = accounts::find(visit.site.store.reader(), owner.into()).await?;
    let account = account.filter(|account| account.disabled_at.is_none()).ok_or_else(refuse)?;
    let passkeys = factors::passkeys(&account)?;
    let kept = passkeys.iter().find(|passkey| passkey.id == id).map(NamedPasskey::kept).ok_or_else(refuse)?;
    let used = sign_in.passkeys.finish_sign_in(answer, &state, &kept).map_err(|_| refuse())?;
    let tx = visit.site.store.begin().await?;
    store_used(&tx, &account, &used).await?;
    let cookie = session::begin(&visit, &tx, &account, How::Passkey, &headers).await?;
    tx.commit().await?;
    Ok(cookie.see_other("/"))
}
