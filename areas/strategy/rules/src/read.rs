//! Reading one file of a release, row by row.

use crate::cell::Cell;
use crate::column::Unit;
use crate::files::{Breakdown, FileSpec};
use crate::observation::{Observation, ReadReport};
use crate::period::Period;
use crate::place::{Place, PlaceColumns};
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};
use std::io::Read;
use tables::{Column, FileError, Headers, Options, Row, RowError, Table};

/// Receives the observations. An error stops the reading and is handed back.
pub trait Sink<E>: FnMut(&FileSpec, &Observation<'_>) -> Result<(), E> {}
impl<E, F: FnMut(&FileSpec, &Observation<'_>) -> Result<(), E>> Sink<E> for F {}

/// Reads one file. Every row is either handed to `sink` or accounted for in the report; rows are counted as accepted
/// once `sink` has taken them.
///
/// # Errors
/// When the file can't be read (the right columns are missing, it is no text table …), or `sink` stops it.
pub fn read_file<E: From<FileError>>(
    spec: &'static FileSpec,
    source: impl Read,
    sink: &mut impl Sink<E>,
) -> Result<ReadReport, E> {
    if spec.breakdown == Breakdown::Tribunal {
        return crate::tribunal::read(spec, source, sink);
    }
    let mut table = Table::open(source, &Options::default())?;
    let columns = Columns::find(spec, table.headers())?;
    let mut report = ReadReport::of(spec);
    columns.describe(spec, table.headers(), &mut report);
    let mut reading = Reading { places: HashMap::new(), seen: HashSet::new(), hasher: RandomState::new() };
    let mut cells = Vec::with_capacity(spec.columns.len());
    while let Some(outcome) = table.next_row()? {
        let row = match outcome {
            Ok(row) => row,
            Err(error) => {
                report.summary.reject(error);
                continue;
            }
        };
        match reading.observe(spec, &columns, &row, &mut cells) {
            Ok(observation) => {
                sink(spec, &observation)?;
                report.summary.accept();
                report.note(spec, observation.cells);
                report.periods.insert(observation.period.year);
            }
            Err(error) => report.summary.reject(*error),
        }
    }
    report.summary.blank = table.blank();
    report.places = reading.places.len() as u64;
    Ok(report)
}

/// Where the declared columns stand in this file.
struct Columns {
    period: Column,
    period_kind: Column,
    level: Column,
    country_code: Column,
    country_name: Column,
    region_code: Column,
    region_name: Column,
    authority_code: Column,
    authority_number: Column,
    authority_name: Column,
    topic: Option<Column>,
    breakdown: Option<Column>,
    figures: Vec<Column>,
}

impl Columns {
    fn find(spec: &FileSpec, headers: &Headers) -> Result<Self, FileError> {
        let (topic, breakdown) = match spec.breakdown {
            Breakdown::TopicAndValue => (Some("breakdown_topic"), Some("breakdown")),
            Breakdown::Age => (None, Some("characteristic_age")),
            Breakdown::Setting => (Some("establishment_group"), Some("establishment_type")),
            Breakdown::None | Breakdown::Tribunal => (None, None),
        };
        Ok(Self {
            period: headers.require("time_period")?,
            period_kind: headers.require("time_identifier")?,
            level: headers.require("geographic_level")?,
            country_code: headers.require("country_code")?,
            country_name: headers.require("country_name")?,
            region_code: headers.require("region_code")?,
            region_name: headers.require("region_name")?,
            authority_code: headers.require("new_la_code")?,
            authority_number: headers.require("old_la_code")?,
            authority_name: headers.require("la_name")?,
            topic: topic.map(|name| headers.require(name)).transpose()?,
            breakdown: breakdown.map(|name| headers.require(name)).transpose()?,
            figures: spec.columns.iter().map(|column| headers.require(column.header)).collect::<Result<_, _>>()?,
        })
    }

    fn describe(&self, spec: &FileSpec, headers: &Headers, report: &mut ReadReport) {
        let fixed = [
            self.period,
            self.period_kind,
            self.level,
            self.country_code,
            self.country_name,
            self.region_code,
            self.region_name,
            self.authority_code,
            self.authority_number,
            self.authority_name,
        ];
        let known: HashSet<Column> =
            fixed.into_iter().chain(self.topic).chain(self.breakdown).chain(self.figures.iter().copied()).collect();
        report.unknown_columns =
            headers.columns().filter(|column| !known.contains(column)).map(|c| headers.name(c).to_owned()).collect();
        report.renamed = spec
            .columns
            .iter()
            .zip(&self.figures)
            .filter(|(declared, _)| declared.header != declared.measure)
            .map(|(declared, held)| (headers.original(*held).to_owned(), declared.measure.to_owned()))
            .collect();
    }
}

struct Reading {
    places: HashMap<(String, String), Place>,
    seen: HashSet<u64>,
    hasher: RandomState,
}

impl Reading {
    fn observe<'r>(
        &'r mut self,
        spec: &FileSpec,
        columns: &Columns,
        row: &Row<'r>,
        cells: &'r mut Vec<Cell>,
    ) -> Result<Observation<'r>, Box<RowError>> {
        let period = Period::read(row.text(columns.period), row.text(columns.period_kind), spec.basis)
            .map_err(|says| row.error(columns.period, "not a period", says))?;
        cells.clear();
        for (declared, column) in spec.columns.iter().zip(&columns.figures) {
            let text = row.raw(*column);
            let cell = if declared.unit == Unit::Answer { Cell::parse_answer(text) } else { Cell::parse(text) };
            cells.push(cell.ok_or_else(|| {
                row.error(
                    *column,
                    "neither a number nor a known code",
                    "The value is neither a number nor a known code.",
                )
            })?);
        }
        let (topic, breakdown, total) = group(spec, columns, row);
        let place_columns = PlaceColumns {
            level: row.text(columns.level),
            country: (row.text(columns.country_code), row.text(columns.country_name)),
            region: (row.text(columns.region_code), row.text(columns.region_name)),
            authority_code: row.text(columns.authority_code),
            authority_number: row.text(columns.authority_number),
            authority_name: row.text(columns.authority_name),
        };
        let place = Place::read(&place_columns).map_err(|says| row.error(columns.level, "not a place", says))?;
        if !self.seen.insert(self.hasher.hash_one((period.year, &place.code, topic, breakdown))) {
            return Err(Box::new(row.error_overall(
                "the same row twice",
                "An earlier row has the same period, place and breakdown, so it is not clear which one holds.",
            )));
        }
        let key = (place.code.clone(), place.name.clone());
        Ok(Observation {
            line: row.line(),
            period,
            published_period: row.text(columns.period),
            place: self.places.entry(key).or_insert(place),
            topic,
            breakdown,
            total,
            cells,
        })
    }
}

/// Topic, part of it, and whether the row is a total.
fn group<'r>(spec: &FileSpec, columns: &Columns, row: &Row<'r>) -> (&'r str, &'r str, bool) {
    let text = |column: Option<Column>| column.map_or("", |column| row.text(column));
    let (topic, breakdown) = (text(columns.topic), text(columns.breakdown));
    match spec.breakdown {
        Breakdown::TopicAndValue => (topic, breakdown, topic == breakdown),
        Breakdown::Age => ("Age", breakdown, breakdown == "Total"),
        Breakdown::Setting => (topic, breakdown, topic == "Total" && breakdown == "Total"),
        Breakdown::None | Breakdown::Tribunal => ("Total", "Total", true),
    }
}
