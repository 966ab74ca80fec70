//! The queries of published statistics. Everything that writes takes a transaction.

use crate::import::ImportOptions;
use crate::parse::StoredRow;
use jiff::Timestamp;
use sea_orm::{FromQueryResult, QueryResult, Value};
use std::collections::{BTreeMap, HashMap};
use store::{Connection, Sql, StoreError, StoreResult, Tx, bulk, instant_text, read_instant};
use strategy_rules::series::{Headline, Published, SeriesPoint, merge};
use strategy_rules::{Cell, FileKind, FileSpec, Level, Place, ReadReport, Release};

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

fn release_of(year: i64) -> StoreResult<Release> {
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

/// Takes the figures of a file out. Returns how many rows there were.
pub(crate) async fn delete_figures(tx: &Tx, file: i64) -> StoreResult<u64> {
    Sql::new("DELETE FROM published_figure WHERE file = $1").bind(file).execute(tx).await
}

/// Stores rows of a file.
pub(crate) async fn insert_figures(tx: &Tx, file: i64, rows: Vec<StoredRow>) -> StoreResult<u64> {
    let columns = ["file", "topic", "place", "year", "part", "published_code", "cells"];
    let values = rows.into_iter().map(|row| {
        let values: [Value; 7] = [
            file.into(),
            row.topic.into(),
            row.place.into(),
            i64::from(row.year).into(),
            row.part.into(),
            row.published_code.into(),
            row.cells.into(),
        ];
        values
    });
    bulk::insert(tx, "published_figure", &columns, values).await
}

/// Stores places. A place that is known already takes the newer name, but is never left without a number or region.
pub(crate) async fn save_places(tx: &Tx, places: &[Place]) -> StoreResult<()> {
    for place in places {
        Sql::new(
            "INSERT INTO published_place (code, level, number, name, region) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (code) DO UPDATE SET number = COALESCE(excluded.number, published_place.number), \
             region = COALESCE(excluded.region, published_place.region), \
             name = CASE WHEN excluded.region IS NULL THEN published_place.name ELSE excluded.name END",
        )
        .bind(place.code.as_str())
        .bind(level_text(place.level))
        .bind(place.number.map(i64::from))
        .bind(place.name.as_str())
        .bind(place.region_code.clone())
        .execute(tx)
        .await?;
    }
    Ok(())
}

fn level_text(level: Level) -> &'static str {
    match level {
        Level::National => "national",
        Level::Regional => "regional",
        Level::Authority => "authority",
    }
}

fn kind_text(kind: FileKind) -> StoreResult<String> {
    match serde_json::to_value(kind) {
        Ok(serde_json::Value::String(text)) => Ok(text),
        other => Err(StoreError::unreadable("published_file.kind", format!("{other:?}"))),
    }
}

/// A file whose figures are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldFile {
    /// Its number.
    pub id: i64,
    /// The release it belongs to.
    pub release: Release,
    /// What it is about.
    pub kind: FileKind,
    /// The names of its figures, in order.
    pub measures: Vec<String>,
}

impl HeldFile {
    fn position(&self, measure: &str) -> Option<usize> {
        self.measures.iter().position(|held| held == measure)
    }
}

/// The files whose figures are shown: for each release and kind that of the latest import that is complete and not undone.
pub async fn held_files(conn: &impl Connection) -> StoreResult<Vec<HeldFile>> {
    #[derive(FromQueryResult)]
    struct Row {
        id: i64,
        release_year: i64,
        kind: String,
        measures: String,
    }
    let rows = Sql::new(
        "SELECT f.id, b.release_year, f.kind, f.measures FROM published_file f \
         JOIN published_batch b ON b.id = f.batch WHERE b.state = 'ready' ORDER BY b.ready_at, b.id",
    )
    .all::<Row>(conn)
    .await?;
    let mut held = BTreeMap::new();
    for row in rows {
        let release = release_of(row.release_year)?;
        let kind: FileKind = serde_json::from_value(serde_json::Value::String(row.kind))
            .map_err(|error| StoreError::unreadable("published_file.kind", error))?;
        let measures = row.measures.split('\t').map(str::to_owned).collect();
        held.insert((release, kind), HeldFile { id: row.id, release, kind, measures });
    }
    Ok(held.into_values().collect())
}

/// A published row as stored.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct FigureRow {
    /// The place.
    pub place: String,
    /// The year.
    pub year: i64,
    /// Which part of the topic.
    pub part: String,
    /// The figures, separated by tabs.
    pub cells: String,
}

impl FigureRow {
    /// One of its figures.
    #[must_use]
    pub fn cell(&self, position: usize) -> Option<Cell> {
        self.cells.split('\t').nth(position).and_then(|text| Cell::parse(text).or_else(|| Cell::parse_answer(text)))
    }
}

/// The rows of a file on a topic for some places; an empty topic gives the totals.
pub async fn figures(conn: &impl Connection, file: i64, topic: &str, places: &[&str]) -> StoreResult<Vec<FigureRow>> {
    let mut sql = Sql::new("SELECT place, year, part, cells FROM published_figure WHERE file = ");
    sql.push_value(file).push(" AND topic = ").push_value(topic).push(" AND place IN (");
    sql.push_values(places.iter().copied()).push(") ORDER BY place, year, part");
    sql.all(conn).await
}

/// The totals of a file for every place and one year.
pub async fn totals(conn: &impl Connection, file: i64, year: i16) -> StoreResult<Vec<FigureRow>> {
    Sql::new("SELECT place, year, part, cells FROM published_figure WHERE file = $1 AND topic = '' AND year = $2 ORDER BY place")
        .bind(file)
        .bind(i64::from(year))
        .all(conn)
        .await
}

/// A headline over the years for each of some places, merged over releases.
pub async fn headline(
    conn: &impl Connection,
    files: &[HeldFile],
    headline: Headline,
    places: &[&str],
) -> StoreResult<HashMap<String, Vec<SeriesPoint>>> {
    let mut published: HashMap<String, Vec<Published>> = HashMap::new();
    for (release, kind, measure) in headline.sources() {
        let Some(file) = files.iter().find(|file| (file.release, file.kind) == (*release, *kind)) else { continue };
        let Some(position) = file.position(measure) else { continue };
        for row in figures(conn, file.id, "", places).await? {
            let cell =
                row.cell(position).ok_or_else(|| StoreError::unreadable("published_figure.cells", &row.cells))?;
            let year =
                i16::try_from(row.year).map_err(|error| StoreError::unreadable("published_figure.year", error))?;
            published.entry(row.place).or_default().push(Published { year, cell, release: *release });
        }
    }
    Ok(published.into_iter().map(|(place, figures)| (place, merge(figures))).collect())
}

/// A place that there are figures of.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct HeldPlace {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The Department's number of an authority.
    pub number: Option<i64>,
}

/// The authorities that there are figures of, by name.
pub async fn authorities(conn: &impl Connection) -> StoreResult<Vec<HeldPlace>> {
    Sql::new("SELECT code, name, number FROM published_place WHERE level = 'authority' ORDER BY name, code")
        .all(conn)
        .await
}
