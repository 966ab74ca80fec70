//! The code app and the passkeys.

use record::AccountId;
use serde_json::Value;

use crate::{Sql, StoreResult, Tx};

/// Keeps the code app's secret, encrypted by the caller; none takes it away.
pub async fn set_totp_secret(tx: &Tx, id: AccountId, encrypted: Option<&str>) -> StoreResult<bool> {
    let sql = Sql::new("UPDATE account SET totp_secret = $1, totp_last_step = 0 WHERE id = $2")
        .bind(encrypted)
        .bind(id.to_string());
    Ok(sql.execute(tx).await? == 1)
}

/// Uses up a time step. False when it, or a later one, was used before: the code must then be refused.
pub async fn accept_totp_step(tx: &Tx, id: AccountId, step: i64) -> StoreResult<bool> {
    let sql = Sql::new("UPDATE account SET totp_last_step = $1 WHERE id = $2 AND totp_last_step < $3")
        .bind(step)
        .bind(id.to_string())
        .bind(step);
    Ok(sql.execute(tx).await? == 1)
}

/// Keeps the passkeys. `seen` is the value the caller read: false when somebody else changed them since.
pub async fn set_passkeys(tx: &Tx, id: AccountId, seen: &Value, passkeys: &Value) -> StoreResult<bool> {
    let sql = Sql::new("UPDATE account SET passkeys = $1 WHERE id = $2 AND passkeys = $3")
        .bind(passkeys.to_string())
        .bind(id.to_string())
        .bind(seen.to_string());
    Ok(sql.execute(tx).await? == 1)
}
