//! Background jobs: enqueued in the caller's transaction, done at least once by whichever worker is free.
//!
//! A job has a kind and a key; enqueuing the same pair again changes nothing, so a daily job is keyed by its date
//! ([`enqueue_daily`]) and missed days can be caught up without doing one twice. A worker [`claim`]s, reports
//! [`progress`] (which also renews its lease and tells it whether somebody asked to cancel), and ends with [`finish`],
//! [`failed`] or [`cancelled`].

use jiff::Timestamp;
use jiff::civil::Date;
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};
use serde_json::Value;

use crate::columns::{date_text, instant_text, later, read_count, read_instant, read_instant_opt};
use crate::entities::job;
use crate::{Connection, Sql, StoreError, StoreResult, Tx, lease};

pub use crate::lease::{AfterFailure, Retry};

const COLUMNS: [&str; 6] = ["id", "kind", "dedupe_key", "payload", "attempts", "fence"];

/// A job to do.
#[derive(Debug, Clone, PartialEq)]
pub struct NewJob {
    /// What to do: `send_reminders`.
    pub kind: String,
    /// Never used twice for a kind.
    pub key: String,
    /// What the job needs to know.
    pub payload: Value,
    /// Not before this instant.
    pub run_at: Timestamp,
}

/// A job lent to a worker.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    /// Its number.
    pub id: i64,
    /// The token that the other functions want.
    pub fence: i64,
    /// What to do.
    pub kind: String,
    /// Its key.
    pub key: String,
    /// What it needs to know.
    pub payload: Value,
    /// Which attempt this is, from 1.
    pub attempt: u32,
}

/// How a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum JobState {
    /// Waiting for its time or for a worker.
    Waiting,
    /// With a worker.
    Running,
    /// Done.
    Done,
    /// Given up; a person must look.
    Dead,
    /// Stopped because somebody asked.
    Cancelled,
}

impl JobState {
    fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Running => "leased",
            Self::Done => "done",
            Self::Dead => "dead",
            Self::Cancelled => "cancelled",
        }
    }

    fn read(code: &str) -> StoreResult<Self> {
        match code {
            "waiting" => Ok(Self::Waiting),
            "leased" => Ok(Self::Running),
            "done" => Ok(Self::Done),
            "dead" => Ok(Self::Dead),
            "cancelled" => Ok(Self::Cancelled),
            other => Err(StoreError::unreadable("job.state", other)),
        }
    }
}

/// A job as a list or a waiting page shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Listed {
    /// Its number.
    pub id: i64,
    /// What to do.
    pub kind: String,
    /// Its key.
    pub key: String,
    /// How it stands.
    pub state: JobState,
    /// Attempts so far.
    pub attempts: u32,
    /// Steps done, steps in all (0 when unknown), and what is happening.
    pub progress: (u64, u64, String),
    /// Whether somebody asked to stop it.
    pub cancel_asked: bool,
    /// What it gave back.
    pub result: Option<Value>,
    /// The last complaint.
    pub last_error: Option<String>,
    /// When it was enqueued.
    pub created_at: Timestamp,
    /// When it is next due.
    pub due_at: Timestamp,
    /// When it ended.
    pub finished_at: Option<Timestamp>,
}

/// Enqueues a job, unless its kind and key are known already. Returns its number either way, and whether it is new.
pub async fn enqueue(tx: &Tx, job: &NewJob, now: Timestamp) -> StoreResult<(i64, bool)> {
    let rows = Sql::new(
        "INSERT INTO job (kind, dedupe_key, payload, state, created_at, due_at, attempts, fence, \
         progress_done, progress_total, progress_note, cancel_asked) \
         VALUES ($1, $2, $3, 'waiting', $4, $5, 0, 0, 0, 0, '', $6) ON CONFLICT (kind, dedupe_key) DO NOTHING",
    )
    .bind(job.kind.as_str())
    .bind(job.key.as_str())
    .bind(job.payload.to_string())
    .bind(instant_text(now))
    .bind(instant_text(job.run_at))
    .bind(false)
    .execute(tx)
    .await?;
    let id = Sql::new("SELECT id FROM job WHERE kind = $1 AND dedupe_key = $2")
        .bind(job.kind.as_str())
        .bind(job.key.as_str())
        .whole(tx)
        .await?;
    Ok((id, rows == 1))
}

/// Enqueues a job that runs once for a date, whoever asks and however often.
pub async fn enqueue_daily(
    tx: &Tx,
    kind: &str,
    date: Date,
    payload: Value,
    run_at: Timestamp,
    now: Timestamp,
) -> StoreResult<(i64, bool)> {
    let job = NewJob { kind: kind.to_owned(), key: format!("on:{}", date_text(date)), payload, run_at };
    enqueue(tx, &job, now).await
}

/// Lends up to `limit` due jobs of the given kinds (all when empty) to a worker for `seconds`. Commit at once, then work.
pub async fn claim(
    tx: &Tx,
    kinds: &[&str],
    worker: &str,
    now: Timestamp,
    seconds: i64,
    limit: u64,
) -> StoreResult<Vec<Job>> {
    let kinds = if kinds.is_empty() { None } else { Some(("kind", kinds)) };
    let wanted = lease::Wanted { table: "job", columns: &COLUMNS, kinds };
    let mut jobs = Vec::new();
    for row in lease::claim(tx, &wanted, worker, now, seconds, limit).await? {
        let row = Lent::from_query_result(&row, "")?;
        jobs.push(Job {
            payload: read_json(row.id, &row.payload)?,
            attempt: read_count("job.attempts", row.attempts)?,
            id: row.id,
            fence: row.fence,
            kind: row.kind,
            key: row.dedupe_key,
        });
    }
    jobs.sort_by_key(|job| job.id);
    Ok(jobs)
}

#[derive(FromQueryResult)]
struct Lent {
    id: i64,
    kind: String,
    dedupe_key: String,
    payload: String,
    attempts: i64,
    fence: i64,
}

/// What a worker learns when it reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carry {
    /// Go on; the lease is renewed.
    On,
    /// Somebody asked to stop: clean up and call [`cancelled`].
    Stop,
    /// The lease had passed to another worker: stop and write nothing.
    LeaseLost,
}

/// Reports how far a job has come, and renews its lease by `seconds`.
pub async fn progress(
    tx: &Tx,
    job: &Job,
    (done, total, note): (u64, u64, &str),
    now: Timestamp,
    seconds: i64,
) -> StoreResult<Carry> {
    let row = Sql::new(
        "UPDATE job SET progress_done = $1, progress_total = $2, progress_note = $3, lease_until = $4 \
         WHERE id = $5 AND fence = $6 AND state = 'leased' RETURNING cancel_asked",
    )
    .bind(i64::try_from(done).unwrap_or(i64::MAX))
    .bind(i64::try_from(total).unwrap_or(i64::MAX))
    .bind(note)
    .bind(instant_text(later(now, seconds)))
    .bind(job.id)
    .bind(job.fence)
    .row(tx)
    .await?;
    match row {
        None => Ok(Carry::LeaseLost),
        Some(row) if row.try_get_by_index::<bool>(0)? => Ok(Carry::Stop),
        Some(_) => Ok(Carry::On),
    }
}

/// The job is done. False when the lease had passed to another worker: then do not commit.
pub async fn finish(tx: &Tx, job: &Job, result: &Value, now: Timestamp) -> StoreResult<bool> {
    if !lease::finish(tx, "job", "done", job.id, job.fence, now).await? {
        return Ok(false);
    }
    Sql::new("UPDATE job SET result = $1 WHERE id = $2").bind(result.to_string()).bind(job.id).execute(tx).await?;
    Ok(true)
}

/// The attempt failed: try again later, or give up when the attempts are used up.
pub async fn failed(tx: &Tx, job: &Job, error: &str, now: Timestamp, retry: Retry) -> StoreResult<AfterFailure> {
    lease::fail(tx, &lease::Held { table: "job", id: job.id, fence: job.fence }, error, now, retry).await
}

/// The worker stopped as asked. False when the lease had passed to another worker.
pub async fn cancelled(tx: &Tx, job: &Job, now: Timestamp) -> StoreResult<bool> {
    lease::finish(tx, "job", "cancelled", job.id, job.fence, now).await
}

/// Asks to stop a job: one that waits is cancelled at once, one that runs at its next report. False when it has ended.
pub async fn cancel(tx: &Tx, id: i64, now: Timestamp) -> StoreResult<bool> {
    let waiting = Sql::new("UPDATE job SET state = 'cancelled', finished_at = $1 WHERE id = $2 AND state = 'waiting'")
        .bind(instant_text(now))
        .bind(id)
        .execute(tx)
        .await?;
    if waiting == 1 {
        return Ok(true);
    }
    let running = Sql::new("UPDATE job SET cancel_asked = $1 WHERE id = $2 AND state = 'leased'")
        .bind(true)
        .bind(id)
        .execute(tx)
        .await?;
    Ok(running == 1)
}

/// Gives a job that was given up or cancelled another round. False when it is neither.
pub async fn revive(tx: &Tx, id: i64, now: Timestamp) -> StoreResult<bool> {
    Sql::new("UPDATE job SET cancel_asked = $1 WHERE id = $2").bind(false).bind(id).execute(tx).await?;
    lease::revive(tx, "job", id, now).await
}

/// One job.
pub async fn find(conn: &impl Connection, id: i64) -> StoreResult<Option<Listed>> {
    job::Entity::find_by_id(id).one(conn).await?.map(listed).transpose()
}

/// Jobs in one state, newest first, before a number for the next page.
pub async fn list(
    conn: &impl Connection,
    state: JobState,
    before: Option<i64>,
    limit: u64,
) -> StoreResult<Vec<Listed>> {
    let mut rows = job::Entity::find().filter(job::Column::State.eq(state.code()));
    if let Some(before) = before {
        rows = rows.filter(job::Column::Id.lt(before));
    }
    rows.order_by_desc(job::Column::Id).limit(limit).all(conn).await?.into_iter().map(listed).collect()
}

/// The last date for which a daily job was enqueued, so that missed dates can be caught up.
pub async fn last_daily(conn: &impl Connection, kind: &str) -> StoreResult<Option<Date>> {
    let row = Sql::new("SELECT MAX(dedupe_key) FROM job WHERE kind = $1 AND dedupe_key LIKE 'on:%'")
        .bind(kind)
        .row(conn)
        .await?;
    let key = row.map(|row| row.try_get_by_index::<Option<String>>(0)).transpose()?.flatten();
    key.map(|key| crate::read_date("job.dedupe_key", key.trim_start_matches("on:"))).transpose()
}

fn listed(row: job::Model) -> StoreResult<Listed> {
    Ok(Listed {
        state: JobState::read(&row.state)?,
        attempts: read_count("job.attempts", row.attempts)?,
        progress: (row.progress_done.unsigned_abs(), row.progress_total.unsigned_abs(), row.progress_note),
        result: row.result.as_deref().map(|text| read_json(row.id, text)).transpose()?,
        created_at: read_instant("job.created_at", &row.created_at)?,
        due_at: read_instant("job.due_at", &row.due_at)?,
        finished_at: read_instant_opt("job.finished_at", row.finished_at.as_deref())?,
        cancel_asked: row.cancel_asked,
        last_error: row.last_error,
        id: row.id,
        kind: row.kind,
        key: row.dedupe_key,
    })
}

fn read_json(id: i64, text: &str) -> StoreResult<Value> {
    serde_json::from_str(text).map_err(|error| StoreError::unreadable(format!("job {id}"), error))
}
