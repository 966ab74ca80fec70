//! The account of a register that was read: rows, and values that were left out without losing the row.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use tables::{RowError, Summary};

/// How many whole notes a report keeps.
const KEPT: usize = 100;

/// A value that could not be kept although its row was: where, and why.
pub type Note = RowError;

/// The account of one register file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterReport {
    /// The rows: accepted, and rejected by reason.
    pub summary: Summary,
    /// The encoding that the file turned out to have.
    pub encoding: String,
    /// Values left out of rows that were accepted, counted by reason.
    pub notes: BTreeMap<String, u64>,
    /// The first of them in full, at most 100.
    pub first_notes: Vec<Note>,
    /// Columns that this reader knows and the file does not have: their values are unknown.
    pub missing_columns: Vec<String>,
}

impl RegisterReport {
    pub(crate) fn note(&mut self, note: Note) {
        *self.notes.entry(note.reason.clone()).or_insert(0) += 1;
        if self.first_notes.len() < KEPT {
            self.first_notes.push(note);
        }
    }
}

impl fmt::Display for RegisterReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.summary.fmt(f)?;
        write!(f, "\n  encoding: {}", self.encoding)?;
        for (reason, count) in &self.notes {
            write!(f, "\n  {count} values left out of rows that were accepted: {reason}")?;
        }
        if !self.missing_columns.is_empty() {
            write!(f, "\n  columns that the file does not have: {}", self.missing_columns.join(", "))?;
        }
        Ok(())
    }
}
