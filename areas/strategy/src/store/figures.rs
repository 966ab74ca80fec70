//! Figures: stored row by row, read by file, topic and place.

use crate::parse::StoredRow;
use sea_orm::{FromQueryResult, Value};
use std::collections::{BTreeMap, HashMap};
use store::{Connection, Sql, StoreError, StoreResult, Tx, bulk};
use strategy_rules::series::{Headline, Published, SeriesPoint, merge};
use strategy_rules::{Cell, FileKind, Level, Place, Release};

use super::batches::release_of;

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
