//! How dates and instants are written in columns: text that sorts as time does.

use jiff::civil::Date;
use jiff::fmt::temporal::DateTimePrinter;
use jiff::{Timestamp, ToSpan};
use record::IdError;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::str::FromStr;

use crate::{StoreError, StoreResult};

const PRINTER: DateTimePrinter = DateTimePrinter::new().precision(Some(6));

/// An instant as a column holds it: UTC, microseconds, always 27 characters (`2026-11-22T09:30:00.000000Z`).
#[must_use]
pub fn instant_text(at: Timestamp) -> String {
    PRINTER.timestamp_to_string(&at)
}

/// A date as a column holds it: `2026-11-22`.
#[must_use]
pub fn date_text(date: Date) -> String {
    date.to_string()
}

/// Reads an instant back.
pub fn read_instant(what: &str, text: &str) -> StoreResult<Timestamp> {
    text.parse().map_err(|error| StoreError::unreadable(what, error))
}

/// Reads a date back.
pub fn read_date(what: &str, text: &str) -> StoreResult<Date> {
    text.parse().map_err(|error| StoreError::unreadable(what, error))
}

/// Reads an optional instant back.
pub(crate) fn read_instant_opt(what: &str, text: Option<&str>) -> StoreResult<Option<Timestamp>> {
    text.map(|text| read_instant(what, text)).transpose()
}

/// Reads an optional date back.
pub(crate) fn read_date_opt(what: &str, text: Option<&str>) -> StoreResult<Option<Date>> {
    text.map(|text| read_date(what, text)).transpose()
}

/// Reads an id of any kind back.
pub(crate) fn read_id<T: FromStr<Err = IdError>>(what: &str, text: &str) -> StoreResult<T> {
    text.parse().map_err(|error| StoreError::unreadable(what, error))
}

/// Reads an optional id of any kind back.
pub(crate) fn read_id_opt<T: FromStr<Err = IdError>>(what: &str, text: Option<&str>) -> StoreResult<Option<T>> {
    text.map(|text| read_id(what, text)).transpose()
}

/// The word that serde writes for a value without fields: what a code column holds.
pub(crate) fn word(value: &impl Serialize) -> StoreResult<String> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => Ok(text),
        other => Err(StoreError::unreadable("a code", format!("{other:?}"))),
    }
}

/// Reads such a word back.
pub(crate) fn read_word<T: DeserializeOwned>(what: &str, text: String) -> StoreResult<T> {
    serde_json::from_value(serde_json::Value::String(text)).map_err(|error| StoreError::unreadable(what, error))
}

/// A count, which is never negative in the program, from a column.
pub(crate) fn read_count(what: &str, number: i64) -> StoreResult<u32> {
    u32::try_from(number).map_err(|error| StoreError::unreadable(what, error))
}

/// `at` plus some seconds; stops at the end of time rather than failing.
pub(crate) fn later(at: Timestamp, seconds: i64) -> Timestamp {
    at.checked_add(seconds.seconds()).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_have_one_width_and_sort_as_time() {
        let whole: Timestamp = "2026-11-22T09:30:00Z".parse().unwrap();
        let part: Timestamp = "2026-11-22T09:30:00.5Z".parse().unwrap();
        assert_eq!(instant_text(whole), "2026-11-22T09:30:00.000000Z");
        assert!(instant_text(whole) < instant_text(part));
        assert_eq!(read_instant("t", &instant_text(part)).unwrap(), part);
    }
}
