//! Another organisation's word for who somebody is (OpenID Connect).

use jiff::Timestamp;
use record::AccountId;

use super::{Account, find};
use crate::columns::{instant_text, read_id};
use crate::{Connection, Sql, StoreResult, Tx};

/// Links an identity to an account. [`crate::StoreError::Duplicate`] when it is linked to one already.
pub async fn link_identity(
    tx: &Tx,
    issuer: &str,
    subject: &str,
    account: AccountId,
    now: Timestamp,
) -> StoreResult<()> {
    Sql::new("INSERT INTO account_identity (issuer, subject, account, linked_at) VALUES ($1, $2, $3, $4)")
        .bind(issuer)
        .bind(subject)
        .bind(account.to_string())
        .bind(instant_text(now))
        .execute(tx)
        .await?;
    Ok(())
}

/// Takes a link away. False when there was none.
pub async fn unlink_identity(tx: &Tx, issuer: &str, subject: &str) -> StoreResult<bool> {
    let sql = Sql::new("DELETE FROM account_identity WHERE issuer = $1 AND subject = $2").bind(issuer).bind(subject);
    Ok(sql.execute(tx).await? == 1)
}

/// The account of an identity.
pub async fn by_identity(conn: &impl Connection, issuer: &str, subject: &str) -> StoreResult<Option<Account>> {
    let row = Sql::new("SELECT account FROM account_identity WHERE issuer = $1 AND subject = $2")
        .bind(issuer)
        .bind(subject)
        .row(conn)
        .await?;
    match row {
        Some(row) => find(conn, read_id("account_identity.account", &row.try_get_by_index::<String>(0)?)?).await,
        None => Ok(None),
    }
}

/// The identities of an account: issuer and subject.
pub async fn identities(conn: &impl Connection, account: AccountId) -> StoreResult<Vec<(String, String)>> {
    let rows = Sql::new("SELECT issuer, subject FROM account_identity WHERE account = $1 ORDER BY issuer, subject")
        .bind(account.to_string())
        .rows(conn)
        .await?;
    rows.iter().map(|row| Ok((row.try_get_by_index(0)?, row.try_get_by_index(1)?))).collect()
}
