//! The event log: what happened, when it happened, when it was recorded, and by whom. Rows are never changed.
//!
//! A stream is one thing the law watches, named `kind:id` (`case:01J…`). Its events count from 1. Whoever appends says
//! which sequence they last saw: when somebody else was quicker, [`AppendError::Conflict`] says so and nothing is kept.

use jiff::Timestamp;
use jiff::civil::Date;
use sea_orm::{ActiveValue::NotSet, ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::columns::{date_text, instant_text, read_count, read_date, read_instant};
use crate::entities::event;
use crate::{Connection, Sql, StoreError, StoreResult, Tx};

/// An event to record.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEvent {
    /// What kind of event, in the law's words: `requested`, `decided_to_assess`.
    pub kind: String,
    /// The date on which it happened.
    pub on: Date,
    /// Everything else.
    pub data: Value,
}

/// An event as recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// Its place in the whole log.
    pub position: i64,
    /// Its stream.
    pub stream: String,
    /// Its place in the stream, from 1.
    pub sequence: u32,
    /// What kind of event.
    pub kind: String,
    /// The date on which it happened.
    pub on: Date,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// Who recorded it.
    pub author: String,
    /// Everything else, as JSON text: see [`Recorded::read`].
    pub data: String,
}

impl Recorded {
    /// Reads the data into the event's type.
    pub fn read<T: DeserializeOwned>(&self) -> StoreResult<T> {
        serde_json::from_str(&self.data)
            .map_err(|error| StoreError::unreadable(format!("event {} of {}", self.sequence, self.stream), error))
    }

    /// The data as a JSON value.
    pub fn value(&self) -> StoreResult<Value> {
        self.read()
    }
}

/// Why events were not recorded.
#[derive(Debug, Clone, thiserror::Error)]
pub enum AppendError {
    /// Somebody else recorded something in this stream first.
    #[error("Somebody else changed this first: {stream} is at {found}, not at {expected}.")]
    Conflict {
        /// The stream.
        stream: String,
        /// The sequence that the caller had seen.
        expected: u32,
        /// The sequence that it has.
        found: u32,
    },
    /// The database could not do it.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<AppendError> for StoreError {
    fn from(error: AppendError) -> Self {
        match error {
            AppendError::Conflict { .. } => Self::Conflict,
            AppendError::Store(inner) => inner,
        }
    }
}

/// Records events at the end of a stream whose last known sequence is `expected` (0 for a new stream). Returns the
/// stream's new last sequence. After a conflict the transaction is of no more use: drop it and load again.
pub async fn append(
    tx: &Tx,
    stream: &str,
    expected: u32,
    events: Vec<NewEvent>,
    author: &str,
    recorded_at: Timestamp,
) -> Result<u32, AppendError> {
    let found = last_sequence(tx, stream).await?;
    let conflict = |found| AppendError::Conflict { stream: stream.to_owned(), expected, found };
    if found != expected {
        return Err(conflict(found));
    }
    let mut sequence = expected;
    let mut rows = Vec::with_capacity(events.len());
    for event in events {
        sequence += 1;
        rows.push(event::ActiveModel {
            position: NotSet,
            stream: Set(stream.to_owned()),
            sequence: Set(i64::from(sequence)),
            kind: Set(event.kind),
            happened_on: Set(date_text(event.on)),
            recorded_at: Set(instant_text(recorded_at)),
            author: Set(author.to_owned()),
            data: Set(event.data.to_string()),
        });
    }
    if rows.is_empty() {
        return Ok(sequence);
    }
    match event::Entity::insert_many(rows).exec_without_returning(tx.connection()).await.map_err(StoreError::from) {
        Ok(_) => Ok(sequence),
        // Two transactions passed the check above at once; the unique index let one through.
        Err(StoreError::Duplicate(_)) => Err(conflict(expected + 1)),
        Err(error) => Err(error.into()),
    }
}

/// The last sequence of a stream; 0 when it has no events.
pub async fn last_sequence(conn: &impl Connection, stream: &str) -> StoreResult<u32> {
    let last = Sql::new("SELECT MAX(sequence) FROM event WHERE stream = $1").bind(stream).whole(conn).await?;
    read_count("event.sequence", last)
}

/// Every event of a stream, oldest first.
pub async fn load(conn: &impl Connection, stream: &str) -> StoreResult<Vec<Recorded>> {
    let rows = event::Entity::find()
        .filter(event::Column::Stream.eq(stream))
        .order_by_asc(event::Column::Sequence)
        .all(conn)
        .await?;
    rows.into_iter().map(recorded).collect()
}

/// Every event of several streams, in the order of the streams' names, oldest first in each.
pub async fn load_many(conn: &impl Connection, streams: &[String]) -> StoreResult<Vec<Recorded>> {
    let mut all = Vec::new();
    // Within the number of values that either database takes in one statement.
    for some in streams.chunks(10_000) {
        let rows = event::Entity::find()
            .filter(event::Column::Stream.is_in(some))
            .order_by_asc(event::Column::Stream)
            .order_by_asc(event::Column::Sequence)
            .all(conn)
            .await?;
        for row in rows {
            all.push(recorded(row)?);
        }
    }
    Ok(all)
}

/// The next events of the whole log after a position, for rebuilding read tables.
pub async fn after(conn: &impl Connection, position: i64, limit: u64) -> StoreResult<Vec<Recorded>> {
    let rows = event::Entity::find()
        .filter(event::Column::Position.gt(position))
        .order_by_asc(event::Column::Position)
        .limit(limit)
        .all(conn)
        .await?;
    rows.into_iter().map(recorded).collect()
}

fn recorded(row: event::Model) -> StoreResult<Recorded> {
    Ok(Recorded {
        position: row.position,
        sequence: read_count("event.sequence", row.sequence)?,
        on: read_date("event.happened_on", &row.happened_on)?,
        recorded_at: read_instant("event.recorded_at", &row.recorded_at)?,
        stream: row.stream,
        kind: row.kind,
        author: row.author,
        data: row.data,
    })
}
