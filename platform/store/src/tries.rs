//! Tries at signing in, by hashed account and hashed source, for the brake on guessing.

use jiff::Timestamp;

use crate::columns::{instant_text, read_instant_opt};
use crate::{Connection, Sql, StoreResult, Tx};

/// Which tries to count. The keys are hashes, and the same for addresses that nobody has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of<'a> {
    /// At this account from this source.
    Pair(&'a str, &'a str),
    /// At this account from anywhere.
    Account(&'a str),
    /// From this source at any account.
    Source(&'a str),
}

/// Mistakes since the last success.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Mistakes {
    /// How many.
    pub count: u32,
    /// When the last one was.
    pub last: Option<Timestamp>,
}

impl Of<'_> {
    fn filter(self) -> (&'static str, Vec<String>) {
        match self {
            Self::Pair(account, source) => {
                ("account_key = $1 AND source_key = $2", vec![account.to_owned(), source.to_owned()])
            }
            Self::Account(account) => ("account_key = $1", vec![account.to_owned()]),
            Self::Source(source) => ("source_key = $1", vec![source.to_owned()]),
        }
    }
}

/// Notes a try.
pub async fn record(tx: &Tx, account_key: &str, source_key: &str, succeeded: bool, at: Timestamp) -> StoreResult<()> {
    Sql::new("INSERT INTO sign_in_try (account_key, source_key, at, succeeded) VALUES ($1, $2, $3, $4)")
        .bind(account_key)
        .bind(source_key)
        .bind(instant_text(at))
        .bind(succeeded)
        .execute(tx)
        .await?;
    Ok(())
}

/// Mistakes after the last success, counting from an instant on.
pub async fn mistakes(conn: &impl Connection, of: Of<'_>, since: Timestamp) -> StoreResult<Mistakes> {
    let (filter, values) = of.filter();
    let next = values.len() + 1;
    let mut sql = Sql::new(format!(
        "SELECT COUNT(*), MAX(at) FROM sign_in_try WHERE {filter} AND at >= ${next} AND succeeded = ${flag} AND id > \
         COALESCE((SELECT MAX(id) FROM sign_in_try WHERE {filter} AND at >= ${next} AND succeeded = ${yes}), 0)",
        flag = next + 1,
        yes = next + 2,
    ));
    for value in values {
        sql = sql.bind(value);
    }
    let row = sql.bind(instant_text(since)).bind(false).bind(true).row(conn).await?;
    let Some(row) = row else { return Ok(Mistakes::default()) };
    let last: Option<String> = row.try_get_by_index(1)?;
    Ok(Mistakes {
        count: u32::try_from(row.try_get_by_index::<i64>(0)?).unwrap_or(u32::MAX),
        last: read_instant_opt("sign_in_try.at", last.as_deref())?,
    })
}

/// Tries of any outcome from an instant on.
pub async fn count(conn: &impl Connection, of: Of<'_>, since: Timestamp) -> StoreResult<u32> {
    let (filter, values) = of.filter();
    let mut sql = Sql::new(format!("SELECT COUNT(*) FROM sign_in_try WHERE {filter} AND at >= ${}", values.len() + 1));
    for value in values {
        sql = sql.bind(value);
    }
    Ok(u32::try_from(sql.bind(instant_text(since)).whole(conn).await?).unwrap_or(u32::MAX))
}

/// Whether there was a success at the account from the source since an instant.
pub async fn succeeded_from(
    conn: &impl Connection,
    account_key: &str,
    source_key: &str,
    since: Timestamp,
) -> StoreResult<bool> {
    let count = Sql::new(
        "SELECT COUNT(*) FROM sign_in_try WHERE account_key = $1 AND source_key = $2 AND at >= $3 AND succeeded = $4",
    )
    .bind(account_key)
    .bind(source_key)
    .bind(instant_text(since))
    .bind(true)
    .whole(conn)
    .await?;
    Ok(count > 0)
}

/// Removes tries before an instant. Returns how many.
pub async fn forget_before(tx: &Tx, before: Timestamp) -> StoreResult<u64> {
    Sql::new("DELETE FROM sign_in_try WHERE at < $1").bind(instant_text(before)).execute(tx).await
}
