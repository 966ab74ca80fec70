//! Sign in with e-mail address and password, and the doors to the other ways.

use super::kit::{Service, as_typed, may_try, passkey_form, see_other};
use crate::attempts::{self, Keys};
use crate::cookie::local_path;
use crate::factors;
use crate::password::Verified;
use crate::service::SignIn;
use crate::session::{self, How};
use crate::steps::{self, Todo};
use axum::Extension;
use axum::extract::Query;
use axum::response::Response;
use govuk::{Button, PasswordInput};
use http::HeaderMap;
use maud::html;
use serde::Deserialize;
use store::accounts::{self, Account};
use store::audit;
use web::{Field, Form, PageResult, Posted, Visit, kind};

const EMAIL: Field<kind::Text> = Field::new("email");
const PASSWORD: Field<kind::Text> = Field::new("password");

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    next: String,
}

pub(super) async fn show(visit: Visit, Extension(sign_in): Service, Query(asked): Query<Asked>) -> PageResult {
    let next = local_path(&asked.next);
    if visit.viewer.is_some() {
        return Ok(see_other(&next));
    }
    Ok(page(&visit, &sign_in, &Form::blank(), None, &next))
}

pub(super) async fn send(visit: Visit, Extension(sign_in): Service, headers: HeaderMap, posted: Posted) -> PageResult {
    let next = local_path(posted.get("next"));
    let mut form = Form::of(posted.clone());
    let email = form.text(EMAIL, "Enter your email address");
    let password = as_typed(&posted, PASSWORD.name());
    let missing = password.is_empty().then_some("Enter your password");
    if let Some(says) = missing {
        form.error(PASSWORD, says);
    }
    let Some(email) = email.filter(|_| missing.is_none()) else {
        return Ok(page(&visit, &sign_in, &form, missing, &next));
    };
    let keys = Keys::password(&email, &visit);
    if let Err(instead) = may_try(&visit, &keys).await? {
        return Ok(instead);
    }
    let account = accounts::by_email(visit.site.store.reader(), &email).await?;
    let account = account.filter(|account| account.disabled_at.is_none());
    let stored = account.as_ref().and_then(|account| account.password_hash.as_deref());
    let verified = sign_in.hasher.verify(password, stored).await.map_err(web::PageError::internal)?;
    match (account, verified) {
        (Some(account), Verified::Right { hash_again }) => {
            let hash = if hash_again { Some(hash_of(&visit, &sign_in, password).await?) } else { None };
            go_on(&visit, &sign_in, &headers, &account, &keys, hash, &next).await
        }
        (account, _) => {
            let tx = visit.site.store.begin().await?;
            audit::append(&tx, &session::refused(&visit, account.as_ref())).await?;
            tx.commit().await?;
            form.error(EMAIL, "Check your email address and password: together they are not right");
            Ok(page(&visit, &sign_in, &form, None, &next))
        }
    }
}

/// The hash of a new password at the present cost.
pub(super) async fn hash_of(visit: &Visit, sign_in: &SignIn, password: &str) -> PageResult<String> {
    let random = visit.site.random.bytes32();
    let salt = std::array::from_fn(|place| random[place]);
    sign_in.hasher.hash(password, salt).await.map_err(web::PageError::internal)
}

/// The password is right: on to the second factor, or in.
async fn go_on(
    visit: &Visit,
    sign_in: &SignIn,
    headers: &HeaderMap,
    account: &Account,
    keys: &Keys,
    hash: Option<String>,
    next: &str,
) -> PageResult {
    let needs_second = factors::needs_second(visit, sign_in, account.id).await?;
    let tx = visit.site.store.begin().await?;
    attempts::succeeded(&tx, keys, visit).await?;
    if let Some(hash) = hash {
        accounts::set_password(&tx, account.id, Some(&hash), account.password_changed_at.unwrap_or(visit.now)).await?;
    }
    let todo =
        if factors::has_second(account)? { Some(Todo::SecondFactor) } else { needs_second.then_some(Todo::SetUp) };
    let answer = match todo {
        Some(todo) => see_other(&steps::keep(visit, &tx, account.id, todo, false, next).await?),
        None => session::begin(visit, &tx, account, How::Password, headers).await?.see_other(next),
    };
    tx.commit().await?;
    Ok(answer)
}

fn page(visit: &Visit, sign_in: &SignIn, form: &Form, password_error: Option<&str>, next: &str) -> Response {
    let encoded: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
    visit.page("Sign in").form(form).body(html! {
        h1 class="govuk-heading-l" { "Sign in" }
        @for provider in &sign_in.providers {
            p { (Button::link(format!("Sign in with {}", provider.settings().label), format!("/sign-in/with/{}?next={encoded}", provider.settings().key)).secondary()) }
        }
        form method="post" action="/sign-in" novalidate {
            (visit.csrf_field())
            input type="hidden" name="next" value=(next);
            (form.input(EMAIL).email().label("Email address"))
            (PasswordInput::new(PASSWORD.name()).label("Password").error_if(password_error))
            (Button::new("Sign in"))
        }
        (passkey_form(visit, "sign-in", "/sign-in/passkey", None, "Sign in with a passkey"))
        p class="govuk-body" { a class="govuk-link" href="/forgot-password" { "I have forgotten my password" } }
        @if visit.is_demonstration() {
            p class="govuk-body" { "This is a demonstration: " a class="govuk-link" href="/demonstration" { "choose somebody to be" } "." }
        }
    })
}
