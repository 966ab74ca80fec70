//! One row, and what can be wrong with one.

use crate::header::{Column, Headers};
use serde::{Deserialize, Serialize};

/// The longest part of a value that an error shows, in characters.
const SHOWN: usize = 60;

/// A row of an open table. It borrows the table's buffer, so it is gone when the next row is read.
#[derive(Debug, Clone, Copy)]
pub struct Row<'t> {
    pub(crate) line: u64,
    pub(crate) headers: &'t Headers,
    pub(crate) record: &'t csv::StringRecord,
}

impl<'t> Row<'t> {
    /// The line of the file on which the row starts, counted from 1.
    #[must_use]
    pub fn line(&self) -> u64 {
        self.line
    }

    /// The text of a column exactly as the file has it, save that line ends inside it are line feeds.
    #[must_use]
    pub fn raw(&self, column: Column) -> &'t str {
        self.record.get(column.0).unwrap_or("")
    }

    /// The text of a column without blanks around it.
    #[must_use]
    pub fn text(&self, column: Column) -> &'t str {
        self.raw(column).trim()
    }

    /// Every value in order, exactly as the file has it.
    pub fn values(&self) -> impl Iterator<Item = &'t str> {
        self.record.iter()
    }

    /// An error about the value in one column. `reason` is a short class to count by; `says` is the sentence.
    #[must_use]
    pub fn error(&self, column: Column, reason: &str, says: impl Into<String>) -> RowError {
        RowError {
            line: self.line,
            column: Some(self.headers.name(column).to_owned()),
            value: shortened(self.raw(column)),
            reason: reason.to_owned(),
            says: says.into(),
        }
    }

    /// An error about the row as a whole.
    #[must_use]
    pub fn error_overall(&self, reason: &str, says: impl Into<String>) -> RowError {
        let value = shortened(&self.record.iter().collect::<Vec<_>>().join(","));
        RowError { line: self.line, column: None, value, reason: reason.to_owned(), says: says.into() }
    }
}

/// Why a row was not taken: where it is, what it says, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowError {
    /// The line of the file on which the row starts, counted from 1.
    pub line: u64,
    /// The column, when one value is at fault.
    pub column: Option<String>,
    /// The value at fault, cut to 60 characters and without control characters.
    pub value: String,
    /// A short class that errors are counted by, such as "not a date".
    pub reason: String,
    /// The sentence for the person who sent the file.
    pub says: String,
}

impl std::fmt::Display for RowError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Line {}", self.line)?;
        if let Some(column) = &self.column {
            write!(f, ", {column}")?;
        }
        if !self.value.is_empty() {
            write!(f, ", \u{2018}{}\u{2019}", self.value)?;
        }
        write!(f, ": {}", self.says)
    }
}

pub(crate) fn shortened(value: &str) -> String {
    let mut shown: String = value.chars().take(SHOWN).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if value.chars().nth(SHOWN).is_some() {
        shown.push('\u{2026}');
    }
    shown
}
