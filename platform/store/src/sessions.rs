//! Sessions: one row per device that is signed in. Only the hash of the secret id is kept.
//!
//! How long a session lives is `signin`'s policy; this module keeps its instants and ends it.

use jiff::Timestamp;
use record::AccountId;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

use crate::columns::{instant_text, read_id, read_instant, read_instant_opt};
use crate::entities::session;
use crate::{Connection, Sql, StoreResult, Tx};

/// A session as kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// SHA-256 of the secret id, in hexadecimal.
    pub id_hash: String,
    /// A name that may be shown and audited: a ULID as text.
    pub name: String,
    /// Whose it is.
    pub account: AccountId,
    /// Whose patience counts: `staff` or `family`.
    pub audience: String,
    /// Sign-in, or the last change of the id.
    pub began_at: Timestamp,
    /// The last request.
    pub seen_at: Timestamp,
    /// The last proof of who they are.
    pub proved_at: Timestamp,
    /// However busy, it ends by then.
    pub ends_by: Timestamp,
    /// The device, in words.
    pub device: String,
    /// The network it came from, hashed.
    pub source_key: String,
    /// When it ended, if somebody ended it.
    pub ended_at: Option<Timestamp>,
    /// Why it ended.
    pub ended_why: Option<String>,
}

/// Begins a session.
pub async fn begin(tx: &Tx, session: &Session) -> StoreResult<()> {
    let row = session::ActiveModel {
        id_hash: Set(session.id_hash.clone()),
        name: Set(session.name.clone()),
        account: Set(session.account.to_string()),
        audience: Set(session.audience.clone()),
        began_at: Set(instant_text(session.began_at)),
        seen_at: Set(instant_text(session.seen_at)),
        proved_at: Set(instant_text(session.proved_at)),
        ends_by: Set(instant_text(session.ends_by)),
        device: Set(session.device.clone()),
        source_key: Set(session.source_key.clone()),
        ended_at: Set(None),
        ended_why: Set(None),
    };
    row.insert(tx.connection()).await?;
    Ok(())
}

/// A session by its hash, ended or not.
pub async fn find(conn: &impl Connection, id_hash: &str) -> StoreResult<Option<Session>> {
    session::Entity::find_by_id(id_hash).one(conn).await?.map(read).transpose()
}

/// Notes a request. Callers may leave out requests within the same minute.
pub async fn seen(tx: &Tx, id_hash: &str, now: Timestamp) -> StoreResult<bool> {
    let sql = Sql::new("UPDATE session SET seen_at = $1 WHERE id_hash = $2 AND ended_at IS NULL")
        .bind(instant_text(now))
        .bind(id_hash);
    Ok(sql.execute(tx).await? == 1)
}

/// Gives a session a new secret id after a proof of who they are. False when it has ended.
pub async fn rotate(tx: &Tx, old_hash: &str, new_hash: &str, now: Timestamp) -> StoreResult<bool> {
    let sql = Sql::new(
        "UPDATE session SET id_hash = $1, proved_at = $2, seen_at = $3 WHERE id_hash = $4 AND ended_at IS NULL",
    )
    .bind(new_hash)
    .bind(instant_text(now))
    .bind(instant_text(now))
    .bind(old_hash);
    Ok(sql.execute(tx).await? == 1)
}

/// Ends one session of an account by its public name: works on the very next request.
pub async fn end(tx: &Tx, account: AccountId, name: &str, why: &str, now: Timestamp) -> StoreResult<bool> {
    let sql = Sql::new(
        "UPDATE session SET ended_at = $1, ended_why = $2 WHERE account = $3 AND name = $4 AND ended_at IS NULL",
    )
    .bind(instant_text(now))
    .bind(why)
    .bind(account.to_string())
    .bind(name);
    Ok(sql.execute(tx).await? == 1)
}

/// Ends every session of an account, except one by its name. Returns how many.
pub async fn end_all(tx: &Tx, account: AccountId, except: Option<&str>, why: &str, now: Timestamp) -> StoreResult<u64> {
    Sql::new("UPDATE session SET ended_at = $1, ended_why = $2 WHERE account = $3 AND name <> $4 AND ended_at IS NULL")
        .bind(instant_text(now))
        .bind(why)
        .bind(account.to_string())
        .bind(except.unwrap_or(""))
        .execute(tx)
        .await
}

/// The sessions of an account that nobody has ended and that are not past their longest life, newest first.
pub async fn open(conn: &impl Connection, account: AccountId, now: Timestamp) -> StoreResult<Vec<Session>> {
    let rows = session::Entity::find()
        .filter(session::Column::Account.eq(account.to_string()))
        .filter(session::Column::EndedAt.is_null())
        .filter(session::Column::EndsBy.gt(instant_text(now)))
        .order_by_desc(session::Column::SeenAt)
        .all(conn)
        .await?;
    rows.into_iter().map(read).collect()
}

/// Whether the account has begun a session from this network since an instant.
pub async fn is_known_source(
    conn: &impl Connection,
    account: AccountId,
    source_key: &str,
    since: Timestamp,
) -> StoreResult<bool> {
    let count = Sql::new("SELECT COUNT(*) FROM session WHERE account = $1 AND source_key = $2 AND began_at >= $3")
        .bind(account.to_string())
        .bind(source_key)
        .bind(instant_text(since))
        .whole(conn)
        .await?;
    Ok(count > 0)
}

/// Removes sessions that were over before an instant. Returns how many.
pub async fn forget_before(tx: &Tx, before: Timestamp) -> StoreResult<u64> {
    Sql::new("DELETE FROM session WHERE ends_by < $1").bind(instant_text(before)).execute(tx).await
}

fn read(row: session::Model) -> StoreResult<Session> {
    Ok(Session {
        account: read_id("session.account", &row.account)?,
        began_at: read_instant("session.began_at", &row.began_at)?,
        seen_at: read_instant("session.seen_at", &row.seen_at)?,
        proved_at: read_instant("session.proved_at", &row.proved_at)?,
        ends_by: read_instant("session.ends_by", &row.ends_by)?,
        ended_at: read_instant_opt("session.ended_at", row.ended_at.as_deref())?,
        id_hash: row.id_hash,
        name: row.name,
        audience: row.audience,
        device: row.device,
        source_key: row.source_key,
        ended_why: row.ended_why,
    })
}
