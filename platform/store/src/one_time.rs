//! Secrets that work once: recovery links, e-mail confirmation, posted codes, and the state of an exchange with a
//! passkey or another organisation's sign-in.

use jiff::Timestamp;
use record::AccountId;
use serde_json::Value;

use crate::columns::{instant_text, read_id_opt};
use crate::{Connection, Sql, StoreError, StoreResult, Tx};

/// A secret to keep, by its hash.
#[derive(Debug, Clone, PartialEq)]
pub struct OneTime {
    /// SHA-256 of the secret, in hexadecimal.
    pub token_hash: String,
    /// What it is for: `recover-account`, `sign-in-exchange`. A secret for one purpose works for no other.
    pub purpose: String,
    /// Whose it is, where that is known.
    pub account: Option<AccountId>,
    /// What the other end of the exchange needs.
    pub details: Value,
    /// Until when it works.
    pub expires_at: Timestamp,
}

/// Keeps a secret.
pub async fn put(tx: &Tx, secret: &OneTime, now: Timestamp) -> StoreResult<()> {
    Sql::new(
        "INSERT INTO one_time (token_hash, purpose, account, details, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(secret.token_hash.as_str())
    .bind(secret.purpose.as_str())
    .bind(secret.account.map(|id| id.to_string()))
    .bind(secret.details.to_string())
    .bind(instant_text(now))
    .bind(instant_text(secret.expires_at))
    .execute(tx)
    .await?;
    Ok(())
}

/// Looks without using it up, to show the page behind a link.
pub async fn peek(
    conn: &impl Connection,
    token_hash: &str,
    purpose: &str,
    now: Timestamp,
) -> StoreResult<Option<OneTime>> {
    let row = Sql::new(
        "SELECT account, details, expires_at FROM one_time WHERE token_hash = $1 AND purpose = $2 AND used_at IS NULL \
         AND expires_at > $3",
    )
    .bind(token_hash)
    .bind(purpose)
    .bind(instant_text(now))
    .row(conn)
    .await?;
    row.map(|row| read(&row, token_hash, purpose)).transpose()
}

/// Uses a secret up. None when it is unknown, for something else, over, or was used before.
pub async fn take(tx: &Tx, token_hash: &str, purpose: &str, now: Timestamp) -> StoreResult<Option<OneTime>> {
    let row = Sql::new(
        "UPDATE one_time SET used_at = $1 WHERE token_hash = $2 AND purpose = $3 AND used_at IS NULL AND expires_at > $4 \
         RETURNING account, details, expires_at",
    )
    .bind(instant_text(now))
    .bind(token_hash)
    .bind(purpose)
    .bind(instant_text(now))
    .row(tx)
    .await?;
    row.map(|row| read(&row, token_hash, purpose)).transpose()
}

/// Makes every unused secret of an account for a purpose useless. Returns how many.
pub async fn revoke(tx: &Tx, account: AccountId, purpose: &str, now: Timestamp) -> StoreResult<u64> {
    Sql::new("UPDATE one_time SET used_at = $1 WHERE account = $2 AND purpose = $3 AND used_at IS NULL")
        .bind(instant_text(now))
        .bind(account.to_string())
        .bind(purpose)
        .execute(tx)
        .await
}

/// Removes secrets that were over before an instant. Returns how many.
pub async fn forget_before(tx: &Tx, before: Timestamp) -> StoreResult<u64> {
    Sql::new("DELETE FROM one_time WHERE expires_at < $1").bind(instant_text(before)).execute(tx).await
}

fn read(row: &sea_orm::QueryResult, token_hash: &str, purpose: &str) -> StoreResult<OneTime> {
    let account: Option<String> = row.try_get_by_index(0)?;
    let details: String = row.try_get_by_index(1)?;
    let expires_at: String = row.try_get_by_index(2)?;
    Ok(OneTime {
        token_hash: token_hash.to_owned(),
        purpose: purpose.to_owned(),
        account: read_id_opt("one_time.account", account.as_deref())?,
        details: serde_json::from_str(&details).map_err(|error| StoreError::unreadable("one_time.details", error))?,
        expires_at: crate::read_instant("one_time.expires_at", &expires_at)?,
    })
}
