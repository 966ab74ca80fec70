//! Imports: what was brought in, when, by whom, and how it stands.

use crate::import::ImportOptions;
use jiff::Timestamp;
use sea_orm::{FromQueryResult, QueryResult};
use store::{Connection, Sql, StoreError, StoreResult, Tx, instant_text, read_instant};
use strategy_rules::{FileKind, FileSpec, ReadReport, Release};

use super::figures::delete_figures;

/// How an import stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BatchState {
    /// Begun, and not shown yet.
    Loading,
    /// Complete, and shown unless a later one of the same release is.
    Ready {
        /// When it was complete.
        at: Timestamp,
    },
    /// Taken back.
    Undone {
        /// When.
        at: Timestamp,
    },
}

/// One import of one release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Its number.
    pub id: String,
    /// The release.
    pub release: Release,
    /// The file it came from.
    pub file_name: String,
    /// The SHA-256 of that file.
    pub sha256: String,
    /// How it stands.
    pub state: BatchState,
    /// Who began it.
    pub begun_by: String,
    /// When.
    pub begun_at: Timestamp,
}

#[derive(FromQueryResult)]
struct BatchRow {
    id: String,
    release_year: i64,
    file_name: String,
    sha256: String,
    state: String,
    begun_at: String,
    begun_by: String,
    ready_at: Option<String>,
    undone_at: Option<String>,
}

const BATCH: &str = "SELECT id, release_year, file_name, sha256, state, begun_at, begun_by, ready_at, undone_at \
                     FROM published_batch";

impl BatchRow {
    fn read(self) -> StoreResult<Batch> {
        let instant = |text: Option<&str>| read_instant("published_batch", text.unwrap_or_default());
        let state = match self.state.as_str() {
            "loading" => BatchState::Loading,
            "ready" => BatchState::Ready { at: instant(self.ready_at.as_deref())? },
            "undone" => BatchState::Undone { at: instant(self.undone_at.as_deref())? },
            other => return Err(StoreError::unreadable("published_batch.state", other)),
        };
        Ok(Batch {
            release: release_of(self.release_year)?,
            begun_at: instant(Some(&self.begun_at))?,
            id: self.id,
            file_name: self.file_name,
            sha256: self.sha256,
            state,
            begun_by: self.begun_by,
        })
    }
}

pub(super) fn release_of(year: i64) -> StoreResult<Release> {
    let release = i16::try_from(year).ok().and_then(Release::of_year);
    release.ok_or_else(|| StoreError::unreadable("published_batch.release_year", year))
}

/// The latest import of a file with these bytes.
pub async fn batch_of(conn: &impl Connection, sha256: &str) -> StoreResult<Option<Batch>> {
    let sql = format!("{BATCH} WHERE sha256 = $1 ORDER BY begun_at DESC, id DESC LIMIT 1");
    Sql::new(sql).bind(sha256).one::<BatchRow>(conn).await?.map(BatchRow::read).transpose()
}

/// One import.
pub async fn batch(conn: &impl Connection, id: &str) -> StoreResult<Option<Batch>> {
    let sql = format!("{BATCH} WHERE id = $1");
    Sql::new(sql).bind(id).one::<BatchRow>(conn).await?.map(BatchRow::read).transpose()
}

/// The latest imports, the newest first.
pub async fn batches(conn: &impl Connection, limit: u64) -> StoreResult<Vec<Batch>> {
    let sql = format!("{BATCH} ORDER BY begun_at DESC, id DESC LIMIT $1");
    let rows = Sql::new(sql).bind(i64::try_from(limit).unwrap_or(i64::MAX)).all::<BatchRow>(conn).await?;
    rows.into_iter().map(BatchRow::read).collect()
}

/// The number of the import of a release that is shown, if there is one.
pub async fn current_batch(conn: &impl Connection, release: Release) -> StoreResult<Option<String>> {
    let row = Sql::new(
        "SELECT id FROM published_batch WHERE state = 'ready' AND release_year = $1 ORDER BY ready_at DESC, id DESC LIMIT 1",
    )
    .bind(i64::from(release.year()))
    .row(conn)
    .await?;
    row.map(|row| row.try_get_by_index(0).map_err(StoreError::from)).transpose()
}

/// Begins an import.
pub(crate) async fn begin_batch(
    tx: &Tx,
    options: &ImportOptions,
    release: &Release,
    file_name: &str,
    sha256: &str,
    left_out: &[String],
) -> StoreResult<()> {
    Sql::new(
        "INSERT INTO published_batch (id, release_year, file_name, sha256, state, begun_at, begun_by, left_out) \
         VALUES ($1, $2, $3, $4, 'loading', $5, $6, $7)",
    )
    .bind(options.batch.as_str())
    .bind(i64::from(release.year()))
    .bind(file_name)
    .bind(sha256)
    .bind(instant_text(options.now))
    .bind(options.by.as_str())
    .bind(left_out.join("\n"))
    .execute(tx)
    .await?;
    Ok(())
}

/// From now on its figures are shown.
pub(crate) async fn finish_batch(tx: &Tx, batch: &str, now: Timestamp) -> StoreResult<()> {
    Sql::new("UPDATE published_batch SET state = 'ready', ready_at = $1 WHERE id = $2 AND state = 'loading'")
        .bind(instant_text(now))
        .bind(batch)
        .execute(tx)
        .await?;
    Ok(())
}

/// From now on its figures are not shown.
pub(crate) async fn undo_batch(tx: &Tx, batch: &str, by: &str, now: Timestamp) -> StoreResult<()> {
    Sql::new("UPDATE published_batch SET state = 'undone', undone_at = $1, undone_by = $2 WHERE id = $3")
        .bind(instant_text(now))
        .bind(by)
        .bind(batch)
        .execute(tx)
        .await?;
    Ok(())
}

/// Begins a file, after taking out what an interrupted attempt left of it. Returns its number.
pub(crate) async fn begin_file(tx: &Tx, batch: &str, spec: &FileSpec) -> StoreResult<i64> {
    let kind = kind_text(spec.kind)?;
    let left = Sql::new("SELECT id FROM published_file WHERE batch = $1 AND kind = $2")
        .bind(batch)
        .bind(kind.as_str())
        .whole(tx)
        .await?;
    if left > 0 {
        delete_figures(tx, left).await?;
        return Ok(left);
    }
    let measures: Vec<&str> = spec.columns.iter().map(|column| column.measure).collect();
    Sql::new(
        "INSERT INTO published_file (batch, kind, name, measures, complete, report) VALUES ($1, $2, $3, $4, $5, '{}') \
         RETURNING id",
    )
    .bind(batch)
    .bind(kind)
    .bind(spec.name)
    .bind(measures.join("\t"))
    .bind(false)
    .whole(tx)
    .await
}

/// The file is complete.
pub(crate) async fn finish_file(tx: &Tx, file: i64, report: &ReadReport) -> StoreResult<()> {
    let report =
        serde_json::to_string(report).map_err(|error| StoreError::unreadable("published_file.report", error))?;
    Sql::new("UPDATE published_file SET complete = $1, report = $2 WHERE id = $3")
        .bind(true)
        .bind(report)
        .bind(file)
        .execute(tx)
        .await?;
    Ok(())
}

/// The account of a file of an import, once it is complete.
pub(crate) async fn complete_file(
    conn: &impl Connection,
    batch: &str,
    kind: FileKind,
) -> StoreResult<Option<ReadReport>> {
    let row = Sql::new("SELECT report FROM published_file WHERE batch = $1 AND kind = $2 AND complete = $3")
        .bind(batch)
        .bind(kind_text(kind)?)
        .bind(true)
        .row(conn)
        .await?;
    row.map(|row| read_report(&row)).transpose()
}

/// The accounts of all complete files of an import, in the order in which they were stored.
pub async fn reports(conn: &impl Connection, batch: &str) -> StoreResult<Vec<ReadReport>> {
    let rows = Sql::new("SELECT report FROM published_file WHERE batch = $1 AND complete = $2 ORDER BY id")
        .bind(batch)
        .bind(true)
        .rows(conn)
        .await?;
    rows.iter().map(read_report).collect()
}

fn read_report(row: &QueryResult) -> StoreResult<ReadReport> {
    let text: String = row.try_get_by_index(0)?;
    serde_json::from_str(&text).map_err(|error| StoreError::unreadable("published_file.report", error))
}

/// The numbers of the files of an import.
pub(crate) async fn files_of(conn: &impl Connection, batch: &str) -> StoreResult<Vec<i64>> {
    let rows = Sql::new("SELECT id FROM published_file WHERE batch = $1 ORDER BY id").bind(batch).rows(conn).await?;
    rows.iter().map(|row| row.try_get_by_index(0).map_err(StoreError::from)).collect()
}

fn kind_text(kind: FileKind) -> StoreResult<String> {
    match serde_json::to_value(kind) {
        Ok(serde_json::Value::String(text)) => Ok(text),
        other => Err(StoreError::unreadable("published_file.kind", format!("{other:?}"))),
    }
}
