//! One row of a published file, brought to one form; and the account of a file that was read.

use crate::cell::Cell;
use crate::files::FileSpec;
use crate::period::Period;
use crate::place::Place;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use tables::Summary;

/// One row of a published file.
#[derive(Debug)]
pub struct Observation<'r> {
    /// The line of the file.
    pub line: u64,
    /// When.
    pub period: Period,
    /// The period exactly as published.
    pub published_period: &'r str,
    /// Where.
    pub place: &'r Place,
    /// What the row is broken down by, as published; for a total, the name of the total.
    pub topic: &'r str,
    /// Which part of the topic, as published.
    pub breakdown: &'r str,
    /// Whether it is the total of its file for that place and period.
    pub total: bool,
    /// The values, in the order of [`FileSpec::columns`].
    pub cells: &'r [Cell],
}

impl Observation<'_> {
    /// The value of a measure; `None` when the file has no such measure.
    #[must_use]
    pub fn cell(&self, spec: &FileSpec, measure: &str) -> Option<Cell> {
        spec.measure(measure).and_then(|position| self.cells.get(position).copied())
    }
}

/// The account of one file: what became of every row, and what was odd about the rest.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadReport {
    /// The name of the file in the release.
    pub file: String,
    /// The rows: accepted, and rejected by reason.
    pub summary: Summary,
    /// Rows that are titles, headings or notes rather than figures (tribunal table only).
    pub headings_and_notes: u64,
    /// Values that are a code rather than a number, counted by code.
    pub codes: BTreeMap<String, u64>,
    /// Counts below zero, by measure: kept as published, and flagged.
    pub negative: BTreeMap<String, u64>,
    /// Columns whose published name was used twice or misspelt: published name to name used here.
    pub renamed: Vec<(String, String)>,
    /// Columns of the file that are not declared: they were left out.
    pub unknown_columns: Vec<String>,
    /// Corrections made while reading, each a sentence with how often it was made.
    pub corrections: BTreeMap<String, u64>,
    /// The periods that occur, as years.
    pub periods: BTreeSet<i16>,
    /// How many different places occur.
    pub places: u64,
}

impl ReadReport {
    /// An empty account of a file.
    #[must_use]
    pub fn of(spec: &FileSpec) -> Self {
        Self { file: spec.name.to_owned(), ..Self::default() }
    }

    pub(crate) fn note(&mut self, spec: &FileSpec, cells: &[Cell]) {
        for (column, cell) in spec.columns.iter().zip(cells) {
            match cell {
                Cell::Number(number) if number.is_negative() => {
                    *self.negative.entry(column.measure.to_owned()).or_insert(0) += 1;
                }
                Cell::Number(_) | Cell::Answer(_) => {}
                code => match self.codes.get_mut(code.text()) {
                    Some(count) => *count += 1,
                    None => drop(self.codes.insert(code.text().to_owned(), 1)),
                },
            }
        }
    }
}

impl Cell {
    fn text(self) -> &'static str {
        match self {
            Self::Number(_) => "number",
            Self::Answer(_) => "answer",
            Self::NotAvailable => "x",
            Self::NotApplicable => "z",
            Self::Suppressed => "~",
            Self::Low => "low",
            Self::Missing => "..",
            Self::Dash => "-",
        }
    }
}

impl fmt::Display for ReadReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.file, self.summary)?;
        if self.headings_and_notes > 0 {
            write!(f, "\n  {} titles, headings and notes passed over", self.headings_and_notes)?;
        }
        if !self.codes.is_empty() {
            let codes: Vec<_> = self.codes.iter().map(|(code, count)| format!("{code} {count}")).collect();
            write!(f, "\n  codes kept as values: {}", codes.join(", "))?;
        }
        for (measure, count) in &self.negative {
            write!(f, "\n  {count} values below zero in {measure}: kept and flagged")?;
        }
        for (says, count) in &self.corrections {
            write!(f, "\n  {count} corrected: {says}")?;
        }
        for column in &self.unknown_columns {
            write!(f, "\n  column '{column}' is not known and was left out")?;
        }
        Ok(())
    }
}
