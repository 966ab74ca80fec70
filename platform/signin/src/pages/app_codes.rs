//! Add an authenticator app to my account, or take it away.

use super::kit::{Service, ask, codes_to_keep, form_page, freshly_proved, see_other};
use super::set_up::{app_fields, checked_app, keep_app, new_codes};
use crate::factors;
use crate::{notices, session};
use axum::Extension;
use maud::html;
use store::accounts;
use web::{Form, PageError, PageResult, Posted, Visit};

const TITLE: &str = "Set up an authenticator app";

pub(super) async fn show(visit: Visit, Extension(sign_in): Service) -> PageResult {
    let account = match freshly_proved(&visit).await? {
        Ok(account) => account,
        Err(instead) => return Ok(instead),
    };
    let fields = app_fields(&visit, &sign_in, &account, &Form::blank())?;
    Ok(form_page(&visit, TITLE, "/account", &Form::blank(), html! {}, fields, "Continue"))
}

pub(super) async fn send(visit: Visit, Extension(sign_in): Service, posted: Posted) -> PageResult {
    let account = match freshly_proved(&visit).await? {
        Ok(account) => account,
        Err(instead) => return Ok(instead),
    };
    let mut form = Form::of(posted);
    let Some((secret, step)) = checked_app(&visit, &sign_in, &account, &mut form)? else {
        let fields = app_fields(&visit, &sign_in, &account, &form)?;
        return Ok(form_page(&visit, TITLE, "/account", &form, html! {}, fields, "Continue"));
    };
    let had_codes = accounts::recovery_codes_left(visit.site.store.reader(), account.id).await? > 0;
    let codes = if had_codes { None } else { Some(new_codes(&visit, &sign_in, &account).await?) };
    let tx = visit.site.store.begin().await?;
    keep_app(&visit, &sign_in, &tx, &account, &secret, step).await?;
    if let Some(codes) = &codes {
        accounts::set_recovery_codes(&tx, account.id, &codes.hashes).await?;
    }
    let cookie = session::renew(&visit, &tx).await?;
    tx.commit().await?;
    Ok(match codes {
        Some(codes) => cookie.with(codes_to_keep(&visit, &codes.shown, "/account")),
        None => cookie.see_other("/account"),
    })
}

pub(super) async fn ask_removal(visit: Visit) -> PageResult {
    if let Err(instead) = freshly_proved(&visit).await? {
        return Ok(instead);
    }
    let words = "You will no longer be asked for a code from the app.";
    Ok(ask(&visit, "Remove the authenticator app", words, "Remove the app"))
}

pub(super) async fn remove(visit: Visit, Extension(sign_in): Service) -> PageResult {
    let account = match freshly_proved(&visit).await? {
        Ok(account) => account,
        Err(instead) => return Ok(instead),
    };
    if factors::needs_second(&visit, &sign_in, account.id).await? && factors::passkeys(&account)?.is_empty() {
        return Err(PageError::forbidden(
            "Your account needs a second way to prove who you are. Add a passkey first, then remove the app.",
        ));
    }
    let tx = visit.site.store.begin().await?;
    accounts::set_totp_secret(&tx, account.id, None).await?;
    notices::changed(&visit, &tx, &account, "The authenticator app was removed from your account.").await?;
    tx.commit().await?;
    Ok(see_other("/account"))
}
