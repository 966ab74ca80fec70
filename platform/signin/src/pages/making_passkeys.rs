//! Add a passkey to my account, or take one away.

use super::kit::{Service, ask, freshly_proved, passkey_form, see_other};
use crate::ceremonies::{self, Ceremony};
use crate::factors::{self, NamedPasskey};
use crate::{devices, notices, session};
use axum::extract::Path;
use axum::response::IntoResponse;
use axum::{Extension, Json};
use http::{HeaderMap, header};
use maud::html;
use store::accounts::{self, Account};
use web::{PageError, PageResult, Posted, Visit};

pub(super) async fn show(visit: Visit) -> PageResult {
    if let Err(instead) = freshly_proved(&visit).await? {
        return Ok(instead);
    }
    Ok(visit.page("Add a passkey").back("/account").body(html! {
        h1 class="govuk-heading-l" { "Add a passkey" }
        p class="govuk-body" { "A passkey lets you sign in with your fingerprint, your face or the PIN of your device, without a password. It cannot be stolen by a copied website." }
        (passkey_form(&visit, "register", "/account/passkeys", None, "Make a passkey on this device"))
        noscript { p class="govuk-body" { "Passkeys need JavaScript. Everything else here works without it: you can use an authenticator app instead." } }
        p class="govuk-body" { a class="govuk-link" href="/account/app" { "Use an authenticator app instead" } }
    }))
}

pub(super) async fn options(visit: Visit, Extension(sign_in): Service) -> PageResult {
    let Ok(account) = freshly_proved(&visit).await? else {
        return Err(PageError::forbidden("Too much time has passed. Open this page again."));
    };
    let kept: Vec<_> = factors::passkeys(&account)?.iter().map(NamedPasskey::kept).collect();
    let begun = sign_in.passkeys.start_making(account.id.ulid(), &account.email, &account.display_name, &kept);
    let begun = begun.map_err(PageError::internal)?;
    Ok(Json(ceremonies::keep(&visit, Ceremony::Making, begun).await?).into_response())
}

pub(super) async fn send(visit: Visit, Extension(sign_in): Service, headers: HeaderMap, posted: Posted) -> PageResult {
    let account = match freshly_proved(&visit).await? {
        Ok(account) => account,
        Err(instead) => return Ok(instead),
    };
    let answer = posted.get("credential");
    let refuse = || PageError::bad_request("The passkey could not be made. Go back and try again.");
    let state = ceremonies::take(&visit, Ceremony::Making, answer).await?.ok_or_else(refuse)?;
    let kept = sign_in.passkeys.finish_making(answer, &state).map_err(|_| refuse())?;
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut passkeys = factors::passkeys(&account)?;
    if passkeys.iter().any(|passkey| passkey.id == kept.id) {
        return Err(PageError::bad_request("This device already has a passkey for you."));
    }
    passkeys.push(NamedPasskey {
        id: kept.id,
        name: devices::label(agent),
        made_at: visit.now,
        credential: kept.credential,
    });
    let tx = visit.site.store.begin().await?;
    set(&tx, &account, &passkeys).await?;
    notices::changed(&visit, &tx, &account, "A passkey was added to your account.").await?;
    let cookie = session::renew(&visit, &tx).await?;
    tx.commit().await?;
    Ok(cookie.see_other("/account"))
}

async fn set(tx: &store::Tx, account: &Account, passkeys: &[NamedPasskey]) -> PageResult<()> {
    let passkeys = serde_json::to_value(passkeys).map_err(PageError::internal)?;
    if accounts::set_passkeys(tx, account.id, &account.passkeys, &passkeys).await? {
        return Ok(());
    }
    Err(PageError::bad_request(
        "Your passkeys were changed in another window at the same moment. Go back and try again.",
    ))
}

pub(super) async fn ask_removal(visit: Visit, Path(id): Path<String>) -> PageResult {
    let account = match freshly_proved(&visit).await? {
        Ok(account) => account,
        Err(instead) => return Ok(instead),
    };
    let passkeys = factors::passkeys(&account)?;
    let passkey = passkeys.iter().find(|passkey| passkey.id == id).ok_or(PageError::NotFound)?;
    let words = format!("You will no longer be able to sign in with the passkey made with {}.", passkey.name);
    Ok(ask(&visit, "Remove a passkey", &words, "Remove the passkey"))
}

pub(super) async fn remove(visit: Visit, Extension(sign_in): Service, Path(id): Path<String>) -> PageResult {
    let account = match freshly_proved(&visit).await? {
        Ok(account) => account,
        Err(instead) => return Ok(instead),
    };
    let mut passkeys = factors::passkeys(&account)?;
    let before = passkeys.len();
    passkeys.retain(|passkey| passkey.id != id);
    if passkeys.len() == before {
        return Ok(see_other("/account"));
    }
    let needed = factors::needs_second(&visit, &sign_in, account.id).await?;
    if needed && passkeys.is_empty() && account.totp_secret.is_none() {
        return Err(PageError::forbidden(
            "Your account needs a second way to prove who you are. Set up an authenticator app first, then remove the passkey.",
        ));
    }
    let tx = visit.site.store.begin().await?;
    set(&tx, &account, &passkeys).await?;
    notices::changed(&visit, &tx, &account, "A passkey was removed from your account.").await?;
    tx.commit().await?;
    Ok(see_other("/account"))
}
