//! Sign in with another organisation: there and back. A person who is signed in already links the two instead.

use super::kit::{Service, see_other};
use crate::cookie::local_path;
use crate::oidc::{Callback, ExternalIdentity, OidcError, Pending, RelyingParty};
use crate::service::SignIn;
use crate::session::{self, How};
use crate::steps::{self, Todo};
use crate::{factors, notices};
use axum::Extension;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect};
use govuk::Button;
use http::{HeaderMap, StatusCode};
use jiff::SignedDuration;
use maud::html;
use serde::Deserialize;
use serde_json::json;
use store::accounts::{self, Account};
use store::one_time::{self, OneTime};
use store::{StoreError, Tx};
use web::{PageError, PageResult, Visit};

const PURPOSE: &str = "sign-in-exchange";
const PATIENCE: SignedDuration = SignedDuration::from_mins(15);

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    next: String,
}

pub(super) async fn start(
    visit: Visit,
    Extension(sign_in): Service,
    Path(key): Path<String>,
    Query(asked): Query<Asked>,
) -> PageResult {
    let party = sign_in.provider(&key).ok_or(PageError::NotFound)?;
    let random = visit.site.random.clone();
    let started = match party.start(&local_path(&asked.next), || random.bytes32(), visit.now).await {
        Ok(started) => started,
        Err(error) => return Ok(refused(&visit, party, &error)),
    };
    let tx = visit.site.store.begin().await?;
    let secret = OneTime {
        token_hash: started.pending.key(),
        purpose: PURPOSE.to_owned(),
        account: visit.viewer.as_ref().map(|viewer| viewer.account),
        details: json!({ "pending": started.pending, "cookie": visit.cookie_hash() }),
        expires_at: visit.now + PATIENCE,
    };
    one_time::put(&tx, &secret, visit.now).await?;
    tx.commit().await?;
    Ok(Redirect::to(started.url.as_str()).into_response())
}

pub(super) async fn back(
    visit: Visit,
    Extension(sign_in): Service,
    Path(key): Path<String>,
    Query(callback): Query<Callback>,
    headers: HeaderMap,
) -> PageResult {
    let party = sign_in.provider(&key).ok_or(PageError::NotFound)?;
    let Some(pending) = take(&visit, &callback).await? else {
        return Ok(refused(&visit, party, &OidcError::NotBegunHere));
    };
    let next = local_path(&pending.back_to);
    let identity = match party.finish(pending, &callback, visit.site.random.bytes32(), visit.now).await {
        Ok(identity) => identity,
        Err(error) => return Ok(refused(&visit, party, &error)),
    };
    if visit.viewer.is_some() {
        return link(&visit, party, &identity).await;
    }
    match find(&visit, party, &identity).await? {
        Some(account) => enter(&visit, &sign_in, &headers, &account, &identity, &next).await,
        None => Ok(nobody_yet(&visit, party)),
    }
}

/// The journey that this answer belongs to: this visitor's, and used up now.
async fn take(visit: &Visit, callback: &Callback) -> PageResult<Option<Pending>> {
    let tx = visit.site.store.begin().await?;
    let kept = one_time::take(&tx, &callback.key(), PURPOSE, visit.now).await?;
    tx.commit().await?;
    let ours =
        |kept: &OneTime| crate::tokens::same(kept.details["cookie"].as_str().unwrap_or_default(), &visit.cookie_hash());
    Ok(kept.filter(ours).and_then(|kept| serde_json::from_value(kept.details["pending"].clone()).ok()))
}

/// The account of an identity. The first time, an e-mail address finds it, if the provider answers for the address.
async fn find(visit: &Visit, party: &RelyingParty, identity: &ExternalIdentity) -> PageResult<Option<Account>> {
    let reader = visit.site.store.reader();
    let usable = |account: Option<Account>| account.filter(|account| account.disabled_at.is_none());
    if let Some(known) = accounts::by_identity(reader, &identity.issuer, &identity.subject).await? {
        return Ok(usable(Some(known)));
    }
    let answers_for_it = identity.email_is_verified || party.settings().addresses_are_its_own;
    let Some(email) = identity.email.as_ref().filter(|_| answers_for_it) else { return Ok(None) };
    let Some(account) = usable(accounts::by_email(reader, email).await?) else { return Ok(None) };
    let tx = visit.site.store.begin().await?;
    accounts::link_identity(&tx, &identity.issuer, &identity.subject, account.id, visit.now).await?;
    let what = format!("You can now sign in with {}.", party.settings().label);
    notices::changed(visit, &tx, &account, &what).await?;
    tx.commit().await?;
    Ok(Some(account))
}

async fn enter(
    visit: &Visit,
    sign_in: &SignIn,
    headers: &HeaderMap,
    account: &Account,
    identity: &ExternalIdentity,
    next: &str,
) -> PageResult {
    let todo = match (identity.has_second_factor, factors::has_second(account)?) {
        (true, _) => None,
        (false, true) => Some(Todo::SecondFactor),
        (false, false) => factors::needs_second(visit, sign_in, account.id).await?.then_some(Todo::SetUp),
    };
    let tx = visit.site.store.begin().await?;
    let answer = match todo {
        Some(todo) => see_other(&steps::keep(visit, &tx, account.id, todo, true, next).await?),
        None => session::begin(visit, &tx, account, How::Provider, headers).await?.see_other(next),
    };
    tx.commit().await?;
    Ok(answer)
}

/// Links the identity to the account that is signed in.
async fn link(visit: &Visit, party: &RelyingParty, identity: &ExternalIdentity) -> PageResult {
    let account = super::kit::own_account(visit).await?;
    let tx = visit.site.store.begin().await?;
    match link_now(visit, &tx, party, identity, &account).await {
        Ok(()) => {
            tx.commit().await?;
            Ok(see_other("/account"))
        }
        Err(PageError::Store(StoreError::Duplicate(_))) => {
            tx.rollback().await?;
            Err(PageError::bad_request("This sign-in already belongs to an account. Sign out, then sign in with it."))
        }
        Err(error) => Err(error),
    }
}

async fn link_now(
    visit: &Visit,
    tx: &Tx,
    party: &RelyingParty,
    identity: &ExternalIdentity,
    account: &Account,
) -> PageResult<()> {
    accounts::link_identity(tx, &identity.issuer, &identity.subject, account.id, visit.now).await?;
    let what = format!("You can now sign in with {}.", party.settings().label);
    notices::changed(visit, tx, account, &what).await
}

fn refused(visit: &Visit, party: &RelyingParty, error: &OidcError) -> axum::response::Response {
    tracing::warn!(provider = party.settings().key, ?error, "a sign-in by another organisation ended early");
    visit.page("You are not signed in").status(StatusCode::BAD_REQUEST).body(html! {
        h1 class="govuk-heading-l" { "You are not signed in" }
        p class="govuk-body" { "Signing in with " (party.settings().label) " did not work: " (error.to_string()) "." }
        (Button::link("Back to sign in", "/sign-in"))
    })
}

fn nobody_yet(visit: &Visit, party: &RelyingParty) -> axum::response::Response {
    visit.page("There is no account for you here yet").status(StatusCode::FORBIDDEN).body(html! {
        h1 class="govuk-heading-l" { "There is no account for you here yet" }
        p class="govuk-body" { "You have signed in with " (party.settings().label) ", but no account here belongs to it." }
        ul class="govuk-list govuk-list--bullet" {
            li { "If you have an account here with a password, sign in with that and link the two on the page “Your account”." }
            li { "If you were invited, open the link in the invitation first." }
            li { "Otherwise ask the person who looks after accounts in your organisation." }
        }
        (Button::link("Back to sign in", "/sign-in"))
    })
}
