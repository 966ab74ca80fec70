//! The second factor after a password: a code from the app, a recovery code, or a passkey.

use super::kit::{Service, may_try, passkey_form};
use crate::attempts::{self, Keys};
use crate::ceremonies::{self, Ceremony};
use crate::factors::{self, NamedPasskey};
use crate::service::SignIn;
use crate::session::{self, How};
use crate::steps::{self, Step, Todo};
use crate::{notices, recovery_codes};
use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use govuk::Button;
use http::HeaderMap;
use maud::html;
use serde::Deserialize;
use store::accounts::{self, Account};
use web::{Field, Form, PageError, PageResult, Posted, Visit, kind};

const CODE: Field<kind::Text> = Field::new("code");

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    step: String,
}

async fn step_of(visit: &Visit, token: &str) -> PageResult<(Step, Account)> {
    let step = steps::find(visit, token, Todo::SecondFactor).await?;
    let account = accounts::find(visit.site.store.reader(), step.account).await?;
    let account = account.filter(|account| account.disabled_at.is_none());
    Ok((step, account.ok_or_else(|| PageError::SignIn { back_to: "/".to_owned() })?))
}

pub(super) async fn show(visit: Visit, Query(asked): Query<Asked>) -> PageResult {
    let (_, account) = step_of(&visit, &asked.step).await?;
    page(&visit, &account, &asked.step, &Form::blank())
}

pub(super) async fn send(visit: Visit, Extension(sign_in): Service, headers: HeaderMap, posted: Posted) -> PageResult {
    let token = posted.get("step").to_owned();
    let (_, account) = step_of(&visit, &token).await?;
    let mut form = Form::of(posted);
    let Some(code) = form.text(CODE, "Enter the code") else { return page(&visit, &account, &token, &form) };
    let keys = Keys::other("code", &account.id.to_string(), &visit);
    if let Err(instead) = may_try(&visit, &keys).await? {
        return Ok(instead);
    }
    let checked = check(&visit, &sign_in, &account, &code).await?;
    let tx = visit.site.store.begin().await?;
    let taken = match checked {
        Checked::Step(step) => accounts::accept_totp_step(&tx, account.id, step).await?,
        Checked::Recovery(ref hash) => accounts::use_recovery_code(&tx, account.id, hash, visit.now).await?,
        Checked::Wrong(_) => false,
    };
    if !taken {
        tx.rollback().await?;
        let says =
            if let Checked::Wrong(says) = checked { says } else { "Code was used already, or is not one of yours" };
        form.error(CODE, says);
        return page(&visit, &account, &token, &form);
    }
    attempts::succeeded(&tx, &keys, &visit).await?;
    let step = steps::take(&visit, &tx, &token, Todo::SecondFactor).await?;
    let how = if let Checked::Recovery(_) = checked {
        let left = accounts::recovery_codes_left(&tx, account.id).await?;
        let what = format!("A recovery code was used to sign in. {left} are left.");
        notices::changed(&visit, &tx, &account, &what).await?;
        How::PasswordAndRecoveryCode
    } else {
        How::PasswordAndCode
    };
    let cookie = session::begin(&visit, &tx, &account, step.how(how), &headers).await?;
    tx.commit().await?;
    Ok(cookie.see_other(&step.next))
}

enum Checked {
    Step(i64),
    Recovery(String),
    Wrong(&'static str),
}

async fn check(visit: &Visit, sign_in: &SignIn, account: &Account, code: &str) -> PageResult<Checked> {
    let letters = code.chars().filter(char::is_ascii_alphanumeric).count();
    if letters > 8 {
        let hash = recovery_codes::hash_of(&sign_in.hasher, account.id.ulid(), code).await;
        return Ok(Checked::Recovery(hash.map_err(PageError::internal)?));
    }
    let Some(app) = factors::kept_app(visit, sign_in, account)? else {
        return Ok(Checked::Wrong("Code must be one of your recovery codes"));
    };
    Ok(match app.check(code, Some(account.totp_last_step), visit.now) {
        Ok(step) => Checked::Step(step),
        Err(crate::totp::WrongCode::NotSixDigits) => Checked::Wrong("Code must be 6 numbers, like 123456"),
        Err(crate::totp::WrongCode::Used) => {
            Checked::Wrong("Code was used already. Wait until your app shows the next one")
        }
        Err(crate::totp::WrongCode::NotNow) => Checked::Wrong(
            "Code is not the one your app shows now. Check that the time on your phone is set automatically",
        ),
    })
}

fn page(visit: &Visit, account: &Account, token: &str, form: &Form) -> PageResult<Response> {
    let passkeys = !factors::passkeys(account)?.is_empty();
    let app = account.totp_secret.is_some();
    let (label, hint) = if app {
        (
            "Code",
            "The 6 numbers that your authenticator app shows now. You can enter one of your recovery codes instead.",
        )
    } else {
        ("Recovery code", "One of the codes that you were told to keep, if you cannot use your passkey.")
    };
    Ok(visit.page("Confirm that it is you").form(form).body(html! {
        h1 class="govuk-heading-l" { "Confirm that it is you" }
        @if passkeys { (passkey_form(visit, "sign-in", "/sign-in/second-factor/passkey", Some(token), "Use your passkey")) }
        form method="post" action="/sign-in/second-factor" novalidate {
            (visit.csrf_field())
            input type="hidden" name="step" value=(token);
            (form.input(CODE).label(label).hint(hint).autocomplete("one-time-code").width(20))
            (Button::new("Continue"))
        }
        p class="govuk-body" { "If you have neither, ask us for help: the line at the foot of this page says how." }
    }))
}

pub(super) async fn passkey_options(visit: Visit, Extension(sign_in): Service, posted: Posted) -> PageResult {
    let (_, account) = step_of(&visit, posted.get("step")).await?;
    let kept: Vec<_> = factors::passkeys(&account)?.iter().map(NamedPasskey::kept).collect();
    let begun = sign_in.passkeys.start_proof(&kept).map_err(|error| PageError::bad_request(error.to_string()))?;
    Ok(Json(ceremonies::keep(&visit, Ceremony::Proof, begun).await?).into_response())
}

pub(super) async fn passkey(
    visit: Visit,
    Extension(sign_in): Service,
    headers: HeaderMap,
    posted: Posted,
) -> PageResult {
    let token = posted.get("step").to_owned();
    let (_, account) = step_of(&visit, &token).await?;
    let used = prove(&visit, &sign_in, &account, posted.get("credential")).await?;
    let tx = visit.site.store.begin().await?;
    store_used(&tx, &account, &used).await?;
    let step = steps::take(&visit, &tx, &token, Todo::SecondFactor).await?;
    let cookie = session::begin(&visit, &tx, &account, step.how(How::PasswordAndPasskey), &headers).await?;
    tx.commit().await?;
    Ok(cookie.see_other(&step.next))
}

/// Checks a passkey of an account as a proof.
pub(super) async fn prove(
    visit: &Visit,
    sign_in: &SignIn,
    account: &Account,
    answer: &str,
) -> PageResult<crate::passkey::Used> {
    let refuse =
        || PageError::bad_request("Your passkey could not be checked. Go back and try again, or use another way.");
    let state = ceremonies::take(visit, Ceremony::Proof, answer).await?.ok_or_else(refuse)?;
    let kept: Vec<_> = factors::passkeys(account)?.iter().map(NamedPasskey::kept).collect();
    sign_in.passkeys.finish_proof(answer, &state, &kept).map_err(|_| refuse())
}

/// Keeps what the use of a passkey changed: its counter.
pub(super) async fn store_used(tx: &store::Tx, account: &Account, used: &crate::passkey::Used) -> PageResult<()> {
    let Some(changed) = &used.changed else { return Ok(()) };
    let mut passkeys = factors::passkeys(account)?;
    for passkey in &mut passkeys {
        if passkey.id == used.id {
            passkey.credential.clone_from(changed);
        }
    }
    let passkeys = serde_json::to_value(passkeys).map_err(PageError::internal)?;
    if !accounts::set_passkeys(tx, account.id, &account.passkeys, &passkeys).await? {
        return Err(PageError::bad_request("Your passkey was used elsewhere at the same moment. Try again."));
    }
    Ok(())
}
