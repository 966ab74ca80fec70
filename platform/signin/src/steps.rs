//! A sign-in that is half done: the password was right, the second factor is still to come. Kept in the store, bound to the
//! visitor's cookie, good for ten minutes and for one sign-in.

use crate::session::How;
use jiff::SignedDuration;
use record::AccountId;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use store::Tx;
use store::one_time::{self, OneTime};
use web::{PageError, PageResult, Visit};

const PATIENCE: SignedDuration = SignedDuration::from_mins(10);

/// What is still to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Todo {
    /// Prove the second factor.
    SecondFactor,
    /// Set one up, since the account has none and needs one.
    SetUp,
}

/// A sign-in that is half done.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Step {
    pub(crate) account: AccountId,
    pub(crate) todo: Todo,
    /// Whether it began with another organisation's sign-in rather than a password.
    pub(crate) by_provider: bool,
    /// Where to go when it is done.
    pub(crate) next: String,
    cookie: String,
}

impl Step {
    /// How the sign-in stands in the audit once `second` is proved.
    pub(crate) fn how(&self, second: How) -> How {
        if self.by_provider { How::Provider } else { second }
    }
}

/// Keeps a step and gives the address of its page.
pub(crate) async fn keep(
    visit: &Visit,
    tx: &Tx,
    account: AccountId,
    todo: Todo,
    by_provider: bool,
    next: &str,
) -> PageResult<String> {
    let random = visit.site.random.bytes32();
    let token = hex::encode(&random[..16]);
    let step = Step { account, todo, by_provider, next: next.to_owned(), cookie: visit.cookie_hash() };
    let secret = OneTime {
        token_hash: hash(&token),
        purpose: PURPOSE.to_owned(),
        account: Some(account),
        details: serde_json::to_value(&step).map_err(PageError::internal)?,
        expires_at: visit.now + PATIENCE,
    };
    one_time::put(tx, &secret, visit.now).await?;
    let page = match todo {
        Todo::SecondFactor => "second-factor",
        Todo::SetUp => "set-up",
    };
    Ok(format!("/sign-in/{page}?step={token}"))
}

/// The step of a token, if it is this visitor's and still open.
pub(crate) async fn find(visit: &Visit, token: &str, todo: Todo) -> PageResult<Step> {
    let kept = one_time::peek(visit.site.store.reader(), &hash(token), PURPOSE, visit.now).await?;
    read(visit, kept, todo)
}

/// Uses a step up: the second of two tries at once is too late.
pub(crate) async fn take(visit: &Visit, tx: &Tx, token: &str, todo: Todo) -> PageResult<Step> {
    let kept = one_time::take(tx, &hash(token), PURPOSE, visit.now).await?;
    read(visit, kept, todo)
}

fn read(visit: &Visit, kept: Option<OneTime>, todo: Todo) -> PageResult<Step> {
    let begin_again = || PageError::SignIn { back_to: "/".to_owned() };
    let step: Step = serde_json::from_value(kept.ok_or_else(begin_again)?.details).map_err(PageError::internal)?;
    if step.todo == todo && crate::tokens::same(&step.cookie, &visit.cookie_hash()) {
        Ok(step)
    } else {
        Err(begin_again())
    }
}

const PURPOSE: &str = "sign-in-step";

fn hash(token: &str) -> String {
    hex::encode(Sha256::digest(format!("{PURPOSE}\0{token}")))
}
