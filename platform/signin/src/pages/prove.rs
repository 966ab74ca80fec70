//! Prove again who I am, before something that matters (ASVS 7.5.3). The cookie is changed afterwards.

use super::kit::{Service, as_typed, form_page, may_try, own_account, passkey_form};
use super::second_factor;
use crate::attempts::{self, Keys};
use crate::ceremonies::{self, Ceremony};
use crate::cookie::local_path;
use crate::factors::{self, NamedPasskey};
use crate::password::Verified;
use crate::session;
use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use govuk::PasswordInput;
use maud::html;
use serde::Deserialize;
use store::accounts::{self, Account};
use web::{Field, Form, PageError, PageResult, Posted, Visit, kind};

const PASSWORD: Field<kind::Text> = Field::new("password");
const CODE: Field<kind::Text> = Field::new("code");

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    next: String,
}

pub(super) async fn show(visit: Visit, Query(asked): Query<Asked>) -> PageResult {
    let account = own_account(&visit).await?;
    page(&visit, &account, &Form::blank(), None, &local_path(&asked.next))
}

pub(super) async fn send(visit: Visit, Extension(sign_in): Service, posted: Posted) -> PageResult {
    let account = own_account(&visit).await?;
    let next = local_path(posted.get("next"));
    let mut form = Form::of(posted.clone());
    let password = as_typed(&posted, PASSWORD.name());
    let app = factors::kept_app(&visit, &sign_in, &account)?;
    let code = if app.is_some() { form.text(CODE, "Enter the code that your app shows") } else { None };
    if app.is_some() && code.is_none() {
        return page(&visit, &account, &form, None, &next);
    }
    let keys = Keys::password(&account.email, &visit);
    if let Err(instead) = may_try(&visit, &keys).await? {
        return Ok(instead);
    }
    let verified =
        sign_in.hasher.verify(password, account.password_hash.as_deref()).await.map_err(PageError::internal)?;
    let step = app.map(|app| app.check(code.as_deref().unwrap_or_default(), Some(account.totp_last_step), visit.now));
    let tx = visit.site.store.begin().await?;
    let code_taken = match step {
        None => true,
        Some(Ok(step)) => accounts::accept_totp_step(&tx, account.id, step).await?,
        Some(Err(_)) => false,
    };
    if verified == Verified::Wrong || !code_taken {
        tx.rollback().await?;
        let says = if code.is_some() {
            "Check your password and code: together they are not right"
        } else {
            "Password is not right"
        };
        form.error(PASSWORD, says);
        return page(&visit, &account, &form, Some(says), &next);
    }
    attempts::succeeded(&tx, &keys, &visit).await?;
    let cookie = session::renew(&visit, &tx).await?;
    tx.commit().await?;
    Ok(cookie.see_other(&next))
}

fn page(visit: &Visit, account: &Account, form: &Form, error: Option<&str>, next: &str) -> PageResult<Response> {
    let by_passkey = !factors::passkeys(account)?.is_empty();
    let before = html! {
        p class="govuk-body" { "Before we change how you sign in, we check that it is still you." }
        @if by_passkey { (passkey_form(visit, "sign-in", "/account/prove/passkey", Some(next), "Use your passkey")) }
        @if account.password_hash.is_none() && !by_passkey {
            p class="govuk-body" { "Your account has no password. Sign out and in again, then you can go on." }
        }
    };
    let fields = html! {
        input type="hidden" name="next" value=(next);
        (PasswordInput::new(PASSWORD.name()).label("Password").error_if(error))
        @if account.totp_secret.is_some() {
            (form.input(CODE).label("Code").hint("The 6 numbers that your authenticator app shows now").autocomplete("one-time-code").numeric().width(10))
        }
    };
    Ok(form_page(visit, "Confirm that it is you", "/account", form, before, fields, "Continue"))
}

pub(super) async fn passkey_options(visit: Visit, Extension(sign_in): Service) -> PageResult {
    let account = own_account(&visit).await?;
    let kept: Vec<_> = factors::passkeys(&account)?.iter().map(NamedPasskey::kept).collect();
    let begun = sign_in.passkeys.start_proof(&kept).map_err(|error| PageError::bad_request(error.to_string()))?;
    Ok(Json(ceremonies::keep(&visit, Ceremony::Proof, begun).await?).into_response())
}

pub(super) async fn passkey(visit: Visit, Extension(sign_in): Service, posted: Posted) -> PageResult {
    let account = own_account(&visit).await?;
    let used = second_factor::prove(&visit, &sign_in, &account, posted.get("credential")).await?;
    let tx = visit.site.store.begin().await?;
    second_factor::store_used(&tx, &account, &used).await?;
    let cookie = session::renew(&visit, &tx).await?;
    tx.commit().await?;
    Ok(cookie.see_other(&local_path(posted.get("step"))))
}
