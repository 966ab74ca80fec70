//! The table of appeals to the tribunal: two header rows, headings of regions between the rows, thousands commas,
//! percent signs, dashes, and footnote numbers glued to names ("Poole5").
//!
//! Five authorities stand beside another's number in the 2025 release (Nottingham, Nottinghamshire, Northamptonshire,
//! Cambridgeshire, Central Bedfordshire). The name is taken to be right, and the report says so.

use crate::authorities::{self, Authority};
use crate::cell::Cell;
use crate::files::FileSpec;
use crate::observation::{Observation, ReadReport};
use crate::period::Period;
use crate::place::{Level, Place};
use crate::read::Sink;
use std::collections::HashSet;
use std::io::Read;
use tables::{Column, FileError, HeaderRow, Options, Row, RowError, Table};

/// The years of the header, each with the column of each measure.
struct Year {
    year: i16,
    columns: [Option<Column>; 5],
}

/// Reads the table: one observation for each authority and year.
pub(crate) fn read<E: From<FileError>>(
    spec: &'static FileSpec,
    source: impl Read,
    sink: &mut impl Sink<E>,
) -> Result<ReadReport, E> {
    let mut table = Table::open(source, &Options { header: HeaderRow::None, ..Options::default() })?;
    let mut report = ReadReport::of(spec);
    let mut years: Vec<Year> = Vec::new();
    let mut places = HashSet::new();
    let mut header_is_over = false;
    while let Some(outcome) = table.next_row()? {
        let row = match outcome {
            Ok(row) => row,
            Err(error) => {
                report.summary.reject(error);
                continue;
            }
        };
        let values: Vec<&str> = row.values().map(str::trim).collect();
        let name = values.first().copied().unwrap_or("");
        if !header_is_over {
            report.headings_and_notes += 1;
            if name == "Local Authority" {
                years = year_row(&values);
            } else if !years.is_empty() {
                measure_row(spec, &values, &mut years);
                header_is_over = true;
            }
            continue;
        }
        if values.iter().skip(2).all(|value| value.is_empty()) {
            report.headings_and_notes += 1;
            continue;
        }
        match place_of(name, values.get(1).copied().unwrap_or(""), &row) {
            Err(error) => report.summary.reject(*error),
            Ok(None) => report.headings_and_notes += 1,
            Ok(Some((place, part, correction))) => {
                if let Some(says) = correction {
                    *report.corrections.entry(says).or_insert(0) += 1;
                }
                places.insert(place.code.clone());
                for year in &years {
                    match cells_of(spec, year, &row) {
                        Err(error) => report.summary.reject(*error),
                        Ok(cells) => {
                            let period = Period::year(year.year);
                            let published_period = year.year.to_string();
                            let (topic, total) = ("Total", part == "Total");
                            let observation = Observation {
                                line: row.line(),
                                period,
                                published_period: &published_period,
                                place: &place,
                                topic,
                                breakdown: part,
                                total,
                                cells: &cells,
                            };
                            sink(spec, &observation)?;
                            report.summary.accept();
                            report.note(spec, &cells);
                            report.periods.insert(year.year);
                        }
                    }
                }
            }
        }
    }
    if !header_is_over {
        return Err(FileError::NoColumn("Local Authority".to_owned()).into());
    }
    report.summary.blank = table.blank();
    report.places = places.len() as u64;
    report.renamed = spec.columns.iter().map(|column| (column.header.to_owned(), column.measure.to_owned())).collect();
    Ok(report)
}

/// The first header row: a year over the first of its columns.
fn year_row(values: &[&str]) -> Vec<Year> {
    let mut years: Vec<Year> = Vec::new();
    for value in values {
        if let Ok(year) = value.parse::<i16>()
            && (1990..2100).contains(&year)
        {
            years.push(Year { year, columns: [None; 5] });
        }
    }
    years
}

/// The second header row: the measures, in runs that each start with the appeals.
fn measure_row(spec: &FileSpec, values: &[&str], years: &mut [Year]) {
    let mut year = None;
    for (position, value) in values.iter().enumerate() {
        let name = value.trim_end_matches(|c: char| c.is_ascii_digit() || c == ',');
        let Some(measure) = spec.columns.iter().position(|column| column.header == name) else { continue };
        if measure == 0 {
            year = Some(year.map_or(0, |at: usize| at + 1));
        }
        if let Some(held) = year.and_then(|at| years.get_mut(at)) {
            held.columns[measure] = Some(Column::at(position));
        }
    }
}

type Found = Option<(Place, &'static str, Option<String>)>;

/// The place of a row; `None` for a row that is a note.
fn place_of(name: &str, number: &str, row: &Row<'_>) -> Result<Found, Box<RowError>> {
    let bare = name.trim_end_matches(|c: char| c.is_ascii_digit() || c == ',').trim();
    match bare {
        "England Total" => return Ok(Some((Place::england(), "Total", None))),
        "England total excluding suppressed" => return Ok(Some((Place::england(), "Excluding suppressed", None))),
        "" | "Sources:" | "Notes:" => return Ok(None),
        _ => {}
    }
    let listed = authorities::by_name(bare).ok_or_else(|| {
        Box::new(row.error_overall("not a known authority", format!("There is no local authority called '{bare}'.")))
    })?;
    let correction = match number.parse::<u16>() {
        Ok(number) if number != listed.number() => Some(format!(
            "{bare} stands beside the number {number}, which belongs to {}; the name was taken to be right",
            authorities::by_number(number).map_or("no authority", Authority::name),
        )),
        _ => None,
    };
    let place = Place {
        level: Level::Authority,
        code: listed.code().to_owned(),
        published_code: None,
        number: Some(listed.number()),
        name: bare.to_owned(),
        region_code: None,
    };
    Ok(Some((place, "Total", correction)))
}

fn cells_of(spec: &FileSpec, year: &Year, row: &Row<'_>) -> Result<Vec<Cell>, Box<RowError>> {
    let mut cells = Vec::with_capacity(spec.columns.len());
    for column in &year.columns {
        // A year without the measure: it does not apply to that year.
        let Some(column) = column else {
            cells.push(Cell::NotApplicable);
            continue;
        };
        let text = row.text(*column);
        let bare = text.strip_suffix('%').unwrap_or(text).replace(',', "");
        cells.push(Cell::parse(&bare).ok_or_else(|| {
            row.error(*column, "neither a number nor a known code", "The value is neither a number nor a known code.")
        })?);
    }
    Ok(cells)
}
