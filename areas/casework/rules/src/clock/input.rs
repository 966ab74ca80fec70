//! Events in, deadlines out, as JSON: what `wherry clock` reads.
//!
//! ```json
//! {"regime":"cfa-2014",
//!  "closures":[{"from":"2026-07-22","reopens":"2026-09-03"}],
//!  "events":[{"on":"2026-03-02","event":"request-received"}]}
//! ```
//! Each mistake is told by the row it is in, all of them at once. `as_of` may be given in the file; otherwise the
//! caller's day counts, and failing that the day of the last event. With `known_on`, only events `recorded` by then count.

use calendar::{Calendar, Closure};
use jiff::civil::{Date, date};
use serde_json::{Map, Value};

use super::fact::{Claim, Facts};
use super::{Ask, Clock, output};
use crate::case::terms::Ground;
use crate::clock::input::events::EventRow;
use crate::law::{CFA_2014, LegalRegime};

mod events;

/// Why a file could not be read. Every sentence can be shown as it is.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ClockInputError {
    /// The text is not JSON.
    #[error("The file is not JSON: line {line}, column {column}: {message}.")]
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What the reader met.
        message: String,
    },
    /// The text is JSON of another shape.
    #[error("{0}")]
    Shape(String),
    /// The regime is not known.
    #[error("The regime “{given}” is not known. This release knows: {known}.")]
    UnknownRegime {
        /// What the file asked for.
        given: String,
        /// What there is.
        known: String,
    },
    /// Some rows cannot be used.
    #[error("{}", rows(.0))]
    Rows(Vec<RowError>),
}

/// What is wrong with one row.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{list} row {row}: {sentence}")]
pub struct RowError {
    /// `events`, `closures` or `exceptions`.
    pub list: &'static str,
    /// The row, from 1.
    pub row: usize,
    /// What is wrong, and how to mend it.
    pub sentence: String,
}

fn rows(errors: &[RowError]) -> String {
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// Works out the deadlines of a file.
///
/// # Errors
/// When the text is not JSON of the expected shape, or rows in it cannot be used; each is named.
pub fn clock_from_json(text: &str, as_of: Option<Date>) -> Result<String, ClockInputError> {
    let (clock, calendar, closures) = clock(text, as_of)?;
    Ok(format!("{:#}", output::to_json(&clock, &calendar, &closures)))
}

/// The same in words, for a person at a terminal: one line for each rule in play.
///
/// # Errors
/// As [`clock_from_json`].
pub fn clock_in_words(text: &str, as_of: Option<Date>) -> Result<String, ClockInputError> {
    let (clock, ..) = clock(text, as_of)?;
    Ok(output::to_words(&clock))
}

fn clock(text: &str, as_of: Option<Date>) -> Result<(Clock, Calendar, Vec<Closure>), ClockInputError> {
    let value: Value = serde_json::from_str(text).map_err(|error| ClockInputError::NotJson {
        line: error.line(),
        column: error.column(),
        message: error.to_string().split(" at line").next().unwrap_or("unreadable").to_owned(),
    })?;
    let Value::Object(file) = value else {
        return Err(ClockInputError::Shape("The file must be one JSON object with a list of “events”.".to_owned()));
    };
    let regime = regime(&file)?;
    let mut errors = Vec::new();
    let mut facts = Facts::new();
    facts.closures = each(&file, "closures", &mut errors, closure)?;
    facts.claims = each(&file, "exceptions", &mut errors, claim)?;
    let events: Vec<EventRow> = each(&file, "events", &mut errors, EventRow::read)?;
    if !file.contains_key("events") {
        return Err(ClockInputError::Shape("The file has no list of “events”.".to_owned()));
    }
    let file_day = day_of_file(&file, "as_of")?;
    let known_on = day_of_file(&file, "known_on")?;
    if !errors.is_empty() {
        return Err(ClockInputError::Rows(errors));
    }
    events::add_to(&mut facts, &events);
    let calendar = Calendar::england();
    let mut ask = Ask::new(regime, &calendar).looking_ahead();
    // A file that lies wholly after the caller's day is a plan: it is worked out at its own end.
    let callers_day = as_of.filter(|day| facts.first_day().is_none_or(|first| first <= *day));
    if let Some(day) = file_day.or(callers_day).or_else(|| facts.last_day()).or(as_of) {
        ask = ask.as_of(day);
    }
    if let Some(day) = known_on {
        ask = ask.known_on(day);
    }
    let clock = ask.of(&facts);
    Ok((clock, calendar, facts.closures))
}

fn regime(file: &Map<String, Value>) -> Result<&'static LegalRegime, ClockInputError> {
    match file.get("regime") {
        None | Some(Value::Null) => Ok(&CFA_2014),
        Some(given) => {
            let id = given.as_str().unwrap_or_default();
            LegalRegime::by_id(id).ok_or_else(|| ClockInputError::UnknownRegime {
                given: given.as_str().map_or_else(|| given.to_string(), str::to_owned),
                known: crate::law::REGIMES.iter().map(|regime| regime.id).collect::<Vec<_>>().join(", "),
            })
        }
    }
}

fn each<T>(
    file: &Map<String, Value>,
    list: &'static str,
    errors: &mut Vec<RowError>,
    read: impl Fn(&Map<String, Value>) -> Result<T, String>,
) -> Result<Vec<T>, ClockInputError> {
    let rows = match file.get(list) {
        None | Some(Value::Null) => return Ok(Vec::new()),
        Some(Value::Array(rows)) => rows,
        Some(_) => return Err(ClockInputError::Shape(format!("“{list}” must be a list."))),
    };
    let mut good = Vec::with_capacity(rows.len());
    for (index, row) in rows.iter().enumerate() {
        let result = row.as_object().ok_or_else(|| "must be an object in braces.".to_owned()).and_then(&read);
        match result {
            Ok(value) => good.push(value),
            Err(sentence) => errors.push(RowError { list, row: index + 1, sentence }),
        }
    }
    Ok(good)
}

fn day_of_file(file: &Map<String, Value>, name: &str) -> Result<Option<Date>, ClockInputError> {
    optional_date(file, name).map_err(ClockInputError::Shape)
}

fn closure(row: &Map<String, Value>) -> Result<Closure, String> {
    let from = field_date(row, "from")?;
    let reopens = field_date(row, "reopens")?;
    if reopens <= from {
        return Err(format!("“reopens” ({reopens}) must be after “from” ({from})."));
    }
    Ok(Closure { from, reopens })
}

fn claim(row: &Map<String, Value>) -> Result<Claim, String> {
    let on = field_date(row, "on")?;
    let ground = row.get("ground").cloned().unwrap_or(Value::Null);
    let ground: Ground = serde_json::from_value(ground)
        .map_err(|_| "“ground” must be a reason such as “school-closed” or “away-from-area”.".to_owned())?;
    Ok(Claim { ground, on })
}

/// A date in a field that must be there.
fn field_date(row: &Map<String, Value>, name: &str) -> Result<Date, String> {
    let value = row.get(name).ok_or_else(|| format!("“{name}” is missing; it must be a date such as 2026-03-02."))?;
    plain_date(value).map_err(|why| format!("“{name}” {why}"))
}

/// A date in a field that may be absent.
fn optional_date(row: &Map<String, Value>, name: &str) -> Result<Option<Date>, String> {
    match row.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(value) => plain_date(value).map(Some).map_err(|why| format!("“{name}” {why}")),
    }
}

fn plain_date(value: &Value) -> Result<Date, String> {
    let text = value.as_str().unwrap_or_default();
    let day: Option<Date> = (text.len() == 10).then(|| text.parse().ok()).flatten();
    match day {
        Some(day) if day >= date(1900, 1, 1) && day <= date(2199, 12, 31) => Ok(day),
        Some(day) => Err(format!("is {day}, which is not a year this service works with.")),
        None => Err(format!("is {value}, which is not a date; write it as year-month-day, such as 2026-03-02.")),
    }
}
