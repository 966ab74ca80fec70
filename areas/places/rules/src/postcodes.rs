//! Postcode directories: the Office for National Statistics' own columns in any of their yearly names, and plainer files
//! with a postcode, a district and a grid reference.

use crate::notes::RegisterReport;
use jiff::civil::Date;
use record::{GssCode, Postcode};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::io::Read;
use tables::{Column, FileError, Headers, Options, Row, RowError, Table};

/// A postcode with where it lies. Angles are in millionths of a degree, so that nothing is rounded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostcodeEntry {
    /// The postcode.
    pub postcode: Postcode,
    /// The local authority district.
    pub district: Option<GssCode>,
    /// The small area (LSOA), of the latest census that the file has.
    pub small_area: Option<String>,
    /// Metres on the National Grid.
    pub easting: Option<u32>,
    /// Metres on the National Grid.
    pub northing: Option<u32>,
    /// Millionths of a degree north.
    pub latitude: Option<i32>,
    /// Millionths of a degree east.
    pub longitude: Option<i32>,
    /// The month in which the postcode was ended, as its first day.
    pub ended_on: Option<Date>,
}

struct Columns {
    postcode: Column,
    district: Option<Column>,
    small_area: Option<Column>,
    easting: Option<Column>,
    northing: Option<Column>,
    latitude: Option<Column>,
    longitude: Option<Column>,
    ended: Option<Column>,
}

impl Columns {
    fn find(headers: &Headers) -> Result<Self, FileError> {
        let first = |names: &[&str]| names.iter().find_map(|name| find_any_case(headers, name));
        Ok(Self {
            postcode: first(&["pcds", "postcode", "pcd8", "pcd7", "pcd2", "pcd"])
                .ok_or_else(|| FileError::NoColumn("pcds".to_owned()))?,
            district: first(&["lad_code", "oslaua", "laua", "lad"]).or_else(|| yearly(headers, "lad")),
            small_area: first(&["lsoa21", "lsoa21cd", "lsoa11", "lsoa11cd"]).or_else(|| yearly(headers, "lsoa")),
            easting: first(&["easting", "oseast1m", "east1m", "eastings"]),
            northing: first(&["northing", "osnrth1m", "north1m", "northings"]),
            latitude: first(&["lat", "latitude"]),
            longitude: first(&["long", "lon", "longitude"]),
            ended: first(&["doterm"]),
        })
    }
}

fn find_any_case(headers: &Headers, name: &str) -> Option<Column> {
    headers.columns().find(|column| headers.name(*column).eq_ignore_ascii_case(name))
}

/// A column whose name carries a year, such as `lad25cd`; the latest when there are several.
fn yearly(headers: &Headers, stem: &str) -> Option<Column> {
    headers
        .columns()
        .filter(|column| {
            let name = headers.name(*column).to_ascii_lowercase();
            name.strip_prefix(stem)
                .and_then(|rest| rest.strip_suffix("cd"))
                .is_some_and(|year| year.len() == 2 && year.bytes().all(|byte| byte.is_ascii_digit()))
        })
        .max_by_key(|column| headers.name(*column).to_ascii_lowercase())
}

/// Reads a directory. Each row that can be read goes to `sink`; an error of `sink` stops the reading.
///
/// # Errors
/// When the file has no column of postcodes, can't be read, or `sink` stops it.
pub fn read<E: From<FileError>>(
    source: impl Read,
    sink: &mut impl FnMut(PostcodeEntry) -> Result<(), E>,
) -> Result<RegisterReport, E> {
    // The whole directory of the United Kingdom is a little over a gigabyte.
    let mut table = Table::open(source, &Options { max_bytes: 3 << 30, ..Options::default() })?;
    let columns = Columns::find(table.headers())?;
    let mut report = RegisterReport::default();
    for (name, column) in [
        ("district", columns.district),
        ("easting", columns.easting),
        ("northing", columns.northing),
        ("latitude", columns.latitude),
        ("longitude", columns.longitude),
    ] {
        if column.is_none() {
            report.missing_columns.push(name.to_owned());
        }
    }
    let mut seen = HashSet::new();
    while let Some(outcome) = table.next_row()? {
        let mut notes = Vec::new();
        match outcome.and_then(|row| entry(&columns, &row, &mut seen, &mut notes).map_err(|error| *error)) {
            Ok(entry) => {
                sink(entry)?;
                report.summary.accept();
                notes.into_iter().for_each(|note| report.note(note));
            }
            Err(error) => report.summary.reject(error),
        }
    }
    report.summary.blank = table.blank();
    report.encoding = table.encoding().to_string();
    Ok(report)
}

fn entry(
    columns: &Columns,
    row: &Row<'_>,
    seen: &mut HashSet<Postcode>,
    notes: &mut Vec<RowError>,
) -> Result<PostcodeEntry, Box<RowError>> {
    let postcode: Postcode = row
        .text(columns.postcode)
        .parse()
        .map_err(|error: record::IdentifierError| row.error(columns.postcode, "not a postcode", error.to_string()))?;
    if !seen.insert(postcode) {
        let says = "An earlier row has the same postcode.";
        return Err(Box::new(row.error(columns.postcode, "the same postcode twice", says)));
    }
    let mut wrong = |column: Column, what: &str| {
        notes.push(row.error(column, &format!("{what} makes no sense"), format!("Left out: this is not a {what}.")));
    };
    let mut metres = |column: Option<Column>, what: &str, limit: u32| {
        let column = column.filter(|column| !row.text(*column).is_empty())?;
        let value = row.text(column).parse::<u32>().ok().filter(|metres| *metres <= limit);
        if value.is_none() {
            wrong(column, what);
        }
        value.filter(|metres| *metres > 0)
    };
    let easting = metres(columns.easting, "easting", 700_000);
    let northing = metres(columns.northing, "northing", 1_300_000);
    let mut degrees = |column: Option<Column>, what: &str, from: i32, to: i32| {
        let column = column.filter(|column| !row.text(*column).is_empty())?;
        let Some(value) = millionths(row.text(column)) else {
            wrong(column, what);
            return None;
        };
        // The directory writes 99.999999 for a postcode without a place.
        if value == 99_999_999 {
            return None;
        }
        if !(from..=to).contains(&value) {
            wrong(column, what);
            return None;
        }
        Some(value)
    };
    let latitude = degrees(columns.latitude, "latitude", 49_000_000, 61_500_000);
    let longitude = degrees(columns.longitude, "longitude", -9_000_000, 2_500_000).filter(|_| latitude.is_some());
    let district = columns.district.filter(|column| !row.text(*column).is_empty()).and_then(|column| {
        let code = row.text(column).parse().ok();
        if code.is_none() {
            wrong(column, "district code");
        }
        code
    });
    let small_area =
        columns.small_area.map(|column| row.text(column)).filter(|text| !text.is_empty()).map(str::to_owned);
    let ended_on = columns.ended.filter(|column| !row.text(*column).is_empty()).and_then(|column| {
        let day = month(row.text(column));
        if day.is_none() {
            wrong(column, "month");
        }
        day
    });
    Ok(PostcodeEntry { postcode, district, small_area, easting, northing, latitude, longitude, ended_on })
}

/// `52.50746` as 52,507,460. Digits after the sixth are rounded away.
fn millionths(text: &str) -> Option<i32> {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || !all_digits(whole) || !all_digits(fraction) {
        return None;
    }
    let seven: String = fraction.chars().chain(std::iter::repeat('0')).take(7).collect();
    let tenths: i64 = format!("{whole}{seven}").parse().ok()?;
    let value = i32::try_from((tenths + 5) / 10).ok()?;
    Some(if negative { -value } else { value })
}

/// `201412` as 1 December 2014.
fn month(text: &str) -> Option<Date> {
    if text.len() != 6 || !text.is_ascii() {
        return None;
    }
    Date::new(text[..4].parse().ok()?, text[4..].parse().ok()?, 1).ok()
}

#[cfg(test)]
#[path = "postcodes_tests.rs"]
mod tests;
