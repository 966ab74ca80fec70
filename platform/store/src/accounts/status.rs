//! Password, lock, last sign-in, and closing an account.

use jiff::Timestamp;
use record::AccountId;

use crate::columns::instant_text;
use crate::{Sql, StoreResult, Tx};

/// Changes the password's hash; none takes the password away.
pub async fn set_password(tx: &Tx, id: AccountId, hash: Option<&str>, now: Timestamp) -> StoreResult<bool> {
    let sql = Sql::new("UPDATE account SET password_hash = $1, password_changed_at = $2 WHERE id = $3")
        .bind(hash)
        .bind(instant_text(now))
        .bind(id.to_string());
    Ok(sql.execute(tx).await? == 1)
}

/// Holds sign-in up until an instant; none lets it go on.
pub async fn lock_until(tx: &Tx, id: AccountId, until: Option<Timestamp>) -> StoreResult<bool> {
    let sql = Sql::new("UPDATE account SET locked_until = $1 WHERE id = $2")
        .bind(until.map(instant_text))
        .bind(id.to_string());
    Ok(sql.execute(tx).await? == 1)
}

/// Notes a sign-in.
pub async fn signed_in(tx: &Tx, id: AccountId, now: Timestamp) -> StoreResult<bool> {
    let sql = Sql::new("UPDATE account SET last_sign_in_at = $1, locked_until = NULL WHERE id = $2")
        .bind(instant_text(now))
        .bind(id.to_string());
    Ok(sql.execute(tx).await? == 1)
}

/// Closes an account and ends its sessions. Its rows stay, since the audit names them.
pub async fn disable(tx: &Tx, id: AccountId, now: Timestamp) -> StoreResult<bool> {
    let rows = Sql::new("UPDATE account SET disabled_at = $1 WHERE id = $2 AND disabled_at IS NULL")
        .bind(instant_text(now))
        .bind(id.to_string())
        .execute(tx)
        .await?;
    crate::sessions::end_all(tx, id, None, "account closed", now).await?;
    Ok(rows == 1)
}

/// Opens a closed account again.
pub async fn enable(tx: &Tx, id: AccountId) -> StoreResult<bool> {
    let sql = Sql::new("UPDATE account SET disabled_at = NULL WHERE id = $1").bind(id.to_string());
    Ok(sql.execute(tx).await? == 1)
}
