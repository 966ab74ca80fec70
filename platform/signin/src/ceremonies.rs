//! The state between the two halves of a passkey ceremony: kept in the store, bound to the visitor's cookie, used once.

use crate::passkey::{self, Begun};
use jiff::SignedDuration;
use serde_json::json;
use store::one_time::{self, OneTime};
use web::{PageResult, Visit};

const PATIENCE: SignedDuration = SignedDuration::from_mins(5);

/// What the ceremony is for; an answer for one is none for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ceremony {
    /// Signing in by passkey alone.
    SignIn,
    /// A second factor, or a fresh proof.
    Proof,
    /// Making a passkey.
    Making,
}

impl Ceremony {
    fn purpose(self) -> &'static str {
        match self {
            Self::SignIn => "passkey-sign-in",
            Self::Proof => "passkey-proof",
            Self::Making => "passkey-making",
        }
    }
}

/// Keeps the server's half and gives the browser's.
pub(crate) async fn keep(visit: &Visit, ceremony: Ceremony, begun: Begun) -> PageResult<serde_json::Value> {
    let tx = visit.site.store.begin().await?;
    let secret = OneTime {
        token_hash: begun.key(),
        purpose: ceremony.purpose().to_owned(),
        account: None,
        details: json!({ "state": begun.state, "cookie": visit.cookie_hash() }),
        expires_at: visit.now + PATIENCE,
    };
    one_time::put(&tx, &secret, visit.now).await?;
    tx.commit().await?;
    Ok(begun.challenge)
}

/// The server's half for a browser's answer; none when it is another visitor's, too old, or was used before.
pub(crate) async fn take(visit: &Visit, ceremony: Ceremony, answer: &str) -> PageResult<Option<String>> {
    let Some(key) = passkey::key_of_answer(answer) else { return Ok(None) };
    let tx = visit.site.store.begin().await?;
    let kept = one_time::take(&tx, &key, ceremony.purpose(), visit.now).await?;
    tx.commit().await?;
    let kept = kept
        .filter(|kept| crate::tokens::same(kept.details["cookie"].as_str().unwrap_or_default(), &visit.cookie_hash()));
    Ok(kept.and_then(|kept| kept.details["state"].as_str().map(str::to_owned)))
}
