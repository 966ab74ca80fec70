//! The outbox: letters, e-mails and calls to other systems, promised in the same transaction as the event that causes
//! them and carried out afterwards, at least once.
//!
//! A worker [`claim`]s rows, does the work, and calls [`done`] or [`failed`] with the row's fence. The row's key is the
//! reference that the other side sees, so that an unclear answer is looked up before it is tried again.

use jiff::Timestamp;
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};
use serde_json::Value;

use crate::columns::{instant_text, read_count, read_instant, read_instant_opt};
use crate::entities::outbox;
use crate::{Connection, Sql, StoreError, StoreResult, Tx, lease};

pub use crate::lease::{AfterFailure, Retry};

const COLUMNS: [&str; 6] = ["id", "topic", "dedupe_key", "payload", "attempts", "fence"];

/// A message lent to a worker.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    /// Its number.
    pub id: i64,
    /// The token that [`done`] and [`failed`] want.
    pub fence: i64,
    /// What kind of message: `email`, `letter`.
    pub topic: String,
    /// The key that the sender gave: never used twice in a topic.
    pub key: String,
    /// The message.
    pub payload: Value,
    /// Which attempt this is, from 1.
    pub attempt: u32,
}

/// How a message stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MessageState {
    /// Waiting for its time or for a worker.
    Waiting,
    /// With a worker.
    Leased,
    /// Sent.
    Done,
    /// Given up; a person must look.
    Dead,
}

impl MessageState {
    fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Leased => "leased",
            Self::Done => "done",
            Self::Dead => "dead",
        }
    }
}

/// A message as a list shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// Its number.
    pub id: i64,
    /// What kind of message.
    pub topic: String,
    /// The sender's key.
    pub key: String,
    /// The message.
    pub payload: Value,
    /// Attempts so far.
    pub attempts: u32,
    /// When it was promised.
    pub created_at: Timestamp,
    /// When it is next due.
    pub due_at: Timestamp,
    /// When it was sent or given up.
    pub finished_at: Option<Timestamp>,
    /// The last complaint.
    pub last_error: Option<String>,
}

/// Promises a message from `at` on. A second promise with the same topic and key changes nothing and returns false.
pub async fn enqueue(tx: &Tx, topic: &str, key: &str, payload: &Value, at: Timestamp) -> StoreResult<bool> {
    let rows = Sql::new(
        "INSERT INTO outbox (topic, dedupe_key, payload, state, created_at, due_at, attempts, fence) \
         VALUES ($1, $2, $3, 'waiting', $4, $5, 0, 0) ON CONFLICT (topic, dedupe_key) DO NOTHING",
    )
    .bind(topic)
    .bind(key)
    .bind(payload.to_string())
    .bind(instant_text(at))
    .bind(instant_text(at))
    .execute(tx)
    .await?;
    Ok(rows == 1)
}

/// Lends up to `limit` due messages to a worker for `seconds`. Commit at once, then do the work.
pub async fn claim(tx: &Tx, worker: &str, now: Timestamp, seconds: i64, limit: u64) -> StoreResult<Vec<Message>> {
    let mut messages = Vec::new();
    for row in lease::claim(
        tx,
        &lease::Wanted { table: "outbox", columns: &COLUMNS, kinds: None },
        worker,
        now,
        seconds,
        limit,
    )
    .await?
    {
        let row = Lent::from_query_result(&row, "")?;
        messages.push(Message {
            payload: read_payload(row.id, &row.payload)?,
            attempt: read_count("outbox.attempts", row.attempts)?,
            id: row.id,
            fence: row.fence,
            topic: row.topic,
            key: row.dedupe_key,
        });
    }
    messages.sort_by_key(|message| message.id);
    Ok(messages)
}

#[derive(FromQueryResult)]
struct Lent {
    id: i64,
    topic: String,
    dedupe_key: String,
    payload: String,
    attempts: i64,
    fence: i64,
}

/// The message was sent. False when the lease had passed to another worker.
pub async fn done(tx: &Tx, id: i64, fence: i64, now: Timestamp) -> StoreResult<bool> {
    lease::finish(tx, "outbox", "done", id, fence, now).await
}

/// The worker needs more time. False when the lease had passed to another worker.
pub async fn renew(tx: &Tx, id: i64, fence: i64, now: Timestamp, seconds: i64) -> StoreResult<bool> {
    lease::renew(tx, "outbox", id, fence, now, seconds).await
}

/// The attempt failed: try again later, or give up when the attempts are used up.
pub async fn failed(
    tx: &Tx,
    id: i64,
    fence: i64,
    error: &str,
    now: Timestamp,
    retry: Retry,
) -> StoreResult<AfterFailure> {
    lease::fail(tx, &lease::Held { table: "outbox", id, fence }, error, now, retry).await
}

/// Tries a message that was given up again. False when it was not given up.
pub async fn revive(tx: &Tx, id: i64, now: Timestamp) -> StoreResult<bool> {
    lease::revive(tx, "outbox", id, now).await
}

/// Messages in one state, newest first, before a number for the next page.
pub async fn list(
    conn: &impl Connection,
    state: MessageState,
    before: Option<i64>,
    limit: u64,
) -> StoreResult<Vec<Listed>> {
    let mut rows = outbox::Entity::find().filter(outbox::Column::State.eq(state.code()));
    if let Some(before) = before {
        rows = rows.filter(outbox::Column::Id.lt(before));
    }
    let rows = rows.order_by_desc(outbox::Column::Id).limit(limit).all(conn).await?;
    rows.into_iter()
        .map(|row| {
            Ok(Listed {
                payload: read_payload(row.id, &row.payload)?,
                attempts: read_count("outbox.attempts", row.attempts)?,
                created_at: read_instant("outbox.created_at", &row.created_at)?,
                due_at: read_instant("outbox.due_at", &row.due_at)?,
                finished_at: read_instant_opt("outbox.finished_at", row.finished_at.as_deref())?,
                id: row.id,
                topic: row.topic,
                key: row.dedupe_key,
                last_error: row.last_error,
            })
        })
        .collect()
}

/// How many messages are in a state.
pub async fn count(conn: &impl Connection, state: MessageState) -> StoreResult<u64> {
    let count = Sql::new("SELECT COUNT(*) FROM outbox WHERE state = $1").bind(state.code()).whole(conn).await?;
    Ok(count.unsigned_abs())
}

fn read_payload(id: i64, text: &str) -> StoreResult<Value> {
    serde_json::from_str(text).map_err(|error| StoreError::unreadable(format!("outbox message {id}"), error))
}
