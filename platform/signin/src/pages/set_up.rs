//! Set up a second factor before the first sign-in goes on, for an account that needs one and has none.

use super::kit::{Service, as_typed, codes_to_keep};
use crate::factors;
use crate::service::SignIn;
use crate::session::{self, How};
use crate::steps::{self, Todo};
use crate::{notices, recovery_codes};
use axum::Extension;
use axum::extract::Query;
use axum::response::Response;
use govuk::{Button, Details};
use http::HeaderMap;
use maud::{Markup, PreEscaped, html};
use serde::Deserialize;
use store::accounts::{self, Account};
use web::{Field, Form, PageError, PageResult, Posted, Visit, kind};

const CODE: Field<kind::Text> = Field::new("code");

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    step: String,
}

pub(super) async fn show(visit: Visit, Extension(sign_in): Service, Query(asked): Query<Asked>) -> PageResult {
    let step = steps::find(&visit, &asked.step, Todo::SetUp).await?;
    let account = account_of(&visit, step.account).await?;
    let fields = app_fields(&visit, &sign_in, &account, &Form::blank())?;
    Ok(page(&visit, &asked.step, &Form::blank(), fields))
}

pub(super) async fn send(visit: Visit, Extension(sign_in): Service, headers: HeaderMap, posted: Posted) -> PageResult {
    let token = posted.get("step").to_owned();
    let step = steps::find(&visit, &token, Todo::SetUp).await?;
    let account = account_of(&visit, step.account).await?;
    let mut form = Form::of(posted);
    let Some((secret, code_step)) = checked_app(&visit, &sign_in, &account, &mut form)? else {
        let fields = app_fields(&visit, &sign_in, &account, &form)?;
        return Ok(page(&visit, &token, &form, fields));
    };
    let codes = new_codes(&visit, &sign_in, &account).await?;
    let tx = visit.site.store.begin().await?;
    keep_app(&visit, &sign_in, &tx, &account, &secret, code_step).await?;
    accounts::set_recovery_codes(&tx, account.id, &codes.hashes).await?;
    let step = steps::take(&visit, &tx, &token, Todo::SetUp).await?;
    let cookie = session::begin(&visit, &tx, &account, step.how(How::PasswordAndCode), &headers).await?;
    tx.commit().await?;
    Ok(cookie.with(codes_to_keep(&visit, &codes.shown, &step.next)))
}

async fn account_of(visit: &Visit, id: record::AccountId) -> PageResult<Account> {
    let account = accounts::find(visit.site.store.reader(), id).await?;
    account.filter(|account| account.disabled_at.is_none()).ok_or(PageError::NotFound)
}

/// The picture, the secret and the field for the first code. The secret travels sealed in the form, so that a page left
/// open keeps nothing on the server.
pub(super) fn app_fields(visit: &Visit, sign_in: &SignIn, account: &Account, form: &Form) -> PageResult<Markup> {
    let sent = sealed_in(visit, sign_in, account, form);
    let app = match sent {
        Some(secret) => factors::app_of(visit, account, &secret)?,
        None => factors::new_app(visit, account)?,
    };
    let sealed = sign_in.seal.seal(
        &format!("{} {}", visit.now.as_second(), app.base32()),
        &about(visit, account),
        visit.site.random.bytes32(),
    );
    Ok(html! {
        ol class="govuk-list govuk-list--number" {
            li { "Open an authenticator app on your phone, such as the one that came with it, Google Authenticator or Microsoft Authenticator." }
            li { "Add an account in it by scanning this picture." }
            li { "Enter the 6 numbers that it shows." }
        }
        div class="wh-qr" { (PreEscaped(app.qr_svg().map_err(PageError::internal)?)) }
        (Details::new("I cannot scan the picture", html! {
            p class="govuk-body" { "If the app is on this device, " a class="govuk-link" href=(app.address().map_err(PageError::internal)?) { "open it from here" } "." }
            p class="govuk-body" { "Or type this key into the app: " strong { (app.base32_in_groups()) } }
        }))
        input type="hidden" name="sealed" value=(sealed);
        (form.input(CODE).label("Code").hint("The 6 numbers that the app shows now").autocomplete("one-time-code").numeric().width(10))
    })
}

fn about(visit: &Visit, account: &Account) -> String {
    format!("new app of {} for {}", account.id, visit.cookie_hash())
}

/// The secret that the form carries, unless it is another person's or older than half an hour.
fn sealed_in(visit: &Visit, sign_in: &SignIn, account: &Account, form: &Form) -> Option<String> {
    let opened = sign_in.seal.open(as_typed(form.posted(), "sealed"), &about(visit, account))?;
    let (at, secret) = opened.split_once(' ')?;
    let age = visit.now.as_second().saturating_sub(at.parse().ok()?);
    (age < 30 * 60).then(|| secret.to_owned())
}

/// The secret and the step of its first code, or an error in the form.
pub(super) fn checked_app(
    visit: &Visit,
    sign_in: &SignIn,
    account: &Account,
    form: &mut Form,
) -> PageResult<Option<(String, i64)>> {
    let Some(code) = form.text(CODE, "Enter the code that your app shows") else { return Ok(None) };
    let Some(secret) = sealed_in(visit, sign_in, account, form) else {
        form.error(CODE, "The picture was shown too long ago. Scan the new one and enter its code");
        return Ok(None);
    };
    match factors::app_of(visit, account, &secret)?.check(&code, None, visit.now) {
        Ok(step) => Ok(Some((secret, step))),
        Err(wrong) => {
            form.error(CODE, wrong.to_string());
            Ok(None)
        }
    }
}

/// Keeps a new app, sealed, with its first code used up, and tells the owner.
pub(super) async fn keep_app(
    visit: &Visit,
    sign_in: &SignIn,
    tx: &store::Tx,
    account: &Account,
    secret: &str,
    code_step: i64,
) -> PageResult<()> {
    let sealed = sign_in.seal.seal(secret, &factors::about(account), visit.site.random.bytes32());
    accounts::set_totp_secret(tx, account.id, Some(&sealed)).await?;
    accounts::accept_totp_step(tx, account.id, code_step).await?;
    notices::changed(visit, tx, account, "An authenticator app was added to your account.").await
}

/// New recovery codes for an account.
pub(super) async fn new_codes(
    visit: &Visit,
    sign_in: &SignIn,
    account: &Account,
) -> PageResult<recovery_codes::NewCodes> {
    let random = visit.site.random.clone();
    recovery_codes::make(&sign_in.hasher, account.id.ulid(), move || random.bytes32())
        .await
        .map_err(PageError::internal)
}

fn page(visit: &Visit, token: &str, form: &Form, fields: Markup) -> Response {
    visit.page("Protect your account").form(form).body(html! {
        h1 class="govuk-heading-l" { "Protect your account" }
        p class="govuk-body" { "This service holds information about children. So that a stolen password is not enough, you sign in with your password and a code from your phone." }
        form method="post" action="/sign-in/set-up" novalidate {
            (visit.csrf_field())
            input type="hidden" name="step" value=(token);
            (fields)
            (Button::new("Continue"))
        }
    })
}
