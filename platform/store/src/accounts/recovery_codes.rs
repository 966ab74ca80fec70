//! Codes on paper, for the day the telephone is lost.

use jiff::Timestamp;
use record::AccountId;

use crate::columns::instant_text;
use crate::{Connection, Sql, StoreResult, Tx};

/// Replaces all codes by these hashes.
pub async fn set_recovery_codes(tx: &Tx, account: AccountId, hashes: &[String]) -> StoreResult<()> {
    Sql::new("DELETE FROM account_recovery_code WHERE account = $1").bind(account.to_string()).execute(tx).await?;
    for hash in hashes {
        Sql::new("INSERT INTO account_recovery_code (account, code_hash) VALUES ($1, $2)")
            .bind(account.to_string())
            .bind(hash.as_str())
            .execute(tx)
            .await?;
    }
    Ok(())
}

/// Uses a code up. False when it is unknown or was used before.
pub async fn use_recovery_code(tx: &Tx, account: AccountId, hash: &str, now: Timestamp) -> StoreResult<bool> {
    let sql = Sql::new(
        "UPDATE account_recovery_code SET used_at = $1 WHERE account = $2 AND code_hash = $3 AND used_at IS NULL",
    )
    .bind(instant_text(now))
    .bind(account.to_string())
    .bind(hash);
    Ok(sql.execute(tx).await? == 1)
}

/// How many codes are left.
pub async fn recovery_codes_left(conn: &impl Connection, account: AccountId) -> StoreResult<u64> {
    let left = Sql::new("SELECT COUNT(*) FROM account_recovery_code WHERE account = $1 AND used_at IS NULL")
        .bind(account.to_string())
        .whole(conn)
        .await?;
    Ok(left.unsigned_abs())
}
