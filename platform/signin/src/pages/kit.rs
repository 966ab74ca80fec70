//! What several pages share.

use crate::attempts::{self, Keys};
use crate::service::SignIn;
use crate::throttle::Verdict;
use axum::Extension;
use axum::response::Response;
use govuk::{Button, PasswordInput, WarningText};
use jiff::SignedDuration;
use maud::{Markup, html};
use std::sync::Arc;
use store::accounts::{self, Account};
use web::session_life::FRESH;
use web::{Form, PageError, PageResult, Posted, Visit};

/// The sign-in service, as handlers take it.
pub(super) type Service = Extension<Arc<SignIn>>;

/// A secret as it was typed, spaces at its ends included.
pub(super) fn as_typed<'a>(posted: &'a Posted, name: &str) -> &'a str {
    posted.pairs().iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.as_str())
}

/// A field for a new password, with the rules in one sentence.
pub(super) fn new_password(name: &'static str, label: &str, error: Option<&str>) -> PasswordInput {
    PasswordInput::new_password(name)
        .label(label)
        .hint("At least 12 characters. Three random words are easy to remember and hard to guess. You can paste it.")
        .error_if(error)
}

/// The account of the person who is signed in.
pub(super) async fn own_account(visit: &Visit) -> PageResult<Account> {
    let viewer = visit.signed_in()?;
    let account = accounts::find(visit.site.store.reader(), viewer.account).await?;
    account.filter(|account| account.disabled_at.is_none()).ok_or(PageError::NotFound)
}

/// The account of the person who is signed in and proved who they are within the last minutes; others are asked first.
pub(super) async fn freshly_proved(visit: &Visit) -> PageResult<Result<Account, Response>> {
    let viewer = visit.signed_in()?;
    if is_fresh(viewer.proved_at, visit) {
        return own_account(visit).await.map(Ok);
    }
    let next: String = url::form_urlencoded::byte_serialize(visit.path.as_bytes()).collect();
    Ok(Err(see_other(&format!("/account/prove?next={next}"))))
}

fn is_fresh(proved_at: jiff::Timestamp, visit: &Visit) -> bool {
    let age: SignedDuration = visit.now.duration_since(proved_at);
    age < FRESH
}

/// A turn to another page of the site.
pub(super) fn see_other(path: &str) -> Response {
    use axum::response::IntoResponse;
    axum::response::Redirect::to(path).into_response()
}

/// Counts a try and says whether the secret may be looked at; if not, the page to show instead.
pub(super) async fn may_try(visit: &Visit, keys: &Keys) -> PageResult<Result<(), Response>> {
    match attempts::begin(visit, keys).await? {
        Verdict::Go => Ok(Ok(())),
        Verdict::Wait { seconds } => Err(PageError::TooMany(seconds)),
        Verdict::SlowerWay => Ok(Err(slower_way(visit))),
    }
}

/// Nobody is locked out: the way by e-mail, by passkey and by another organisation stays open.
fn slower_way(visit: &Visit) -> Response {
    visit.page("Sign in another way").status(http::StatusCode::TOO_MANY_REQUESTS).body(html! {
        h1 class="govuk-heading-l" { "Sign in another way" }
        p class="govuk-body" { "Somebody has tried many passwords for this account, so for now we do not take a password from a place it was not used from before. Your account is not locked." }
        p class="govuk-body" { "We can send a link to your email address. With it you choose a new password and can sign in at once." }
        (Button::link("Send me a link", "/forgot-password"))
        p class="govuk-body" { "You can also use a passkey, or " a class="govuk-link" href="/sign-in" { "another way to sign in" } "." }
    })
}

/// A form whose only answer is a passkey. The site's script shows it where the browser knows passkeys.
pub(super) fn passkey_form(visit: &Visit, kind: &str, action: &str, step: Option<&str>, words: &str) -> Markup {
    html! {
        form method="post" action=(action) data-passkey=(kind) data-options-url=(format!("{action}/options")) hidden {
            (visit.csrf_field())
            input type="hidden" name="credential" value="";
            @if let Some(step) = step { input type="hidden" name="step" value=(step); }
            (Button::new(words).secondary())
        }
    }
}

/// The codes, to be written down: shown once.
pub(super) fn codes_to_keep(visit: &Visit, codes: &[String], next: &str) -> Response {
    visit.page("Your recovery codes").body(html! {
        h1 class="govuk-heading-l" { "Your recovery codes" }
        p class="govuk-body" { "If you lose your phone or passkey, you can sign in with your password and one of these codes. Each works once." }
        (WarningText::new("Print or write them down now. We cannot show them again."))
        ul class="govuk-list wh-codes" { @for code in codes { li { code { (code) } } } }
        (Button::link("I have kept them", next))
    })
}

/// A page that asks before something is taken away.
pub(super) fn ask(visit: &Visit, title: &str, words: &str, button: &str) -> Response {
    visit.page(title).back("/account").body(html! {
        h1 class="govuk-heading-l" { (title) }
        p class="govuk-body" { (words) }
        form method="post" novalidate {
            (visit.form_fields())
            div class="govuk-button-group" {
                (Button::new(button).warning())
                a class="govuk-link" href="/account" { "Cancel" }
            }
        }
    })
}

/// A page made of one form.
pub(super) fn form_page(
    visit: &Visit,
    title: &str,
    back: &str,
    form: &Form,
    before: Markup,
    fields: Markup,
    button: &str,
) -> Response {
    visit.page(title).back(back).form(form).body(html! {
        h1 class="govuk-heading-l" { (title) }
        (before)
        form method="post" novalidate {
            (visit.form_fields())
            (fields)
            (Button::new(button))
        }
    })
}
