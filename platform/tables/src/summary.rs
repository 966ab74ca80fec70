//! The account of a file: how many rows it had, and what became of each.

use crate::row::RowError;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// How many whole errors a summary keeps; the rest are counted by reason only.
const KEPT: usize = 200;

/// What became of every row of one file. `rows` is always `accepted` plus the sum of `rejected`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Rows with anything in them, below the header.
    pub rows: u64,
    /// Rows taken.
    pub accepted: u64,
    /// Rows with nothing but delimiters and blanks, which are passed over and not counted in `rows`.
    pub blank: u64,
    /// Rows not taken, counted by reason.
    pub rejected: BTreeMap<String, u64>,
    /// The first errors in full, at most 200.
    pub errors: Vec<RowError>,
}

impl Summary {
    /// Counts a row that was taken.
    pub fn accept(&mut self) {
        self.rows += 1;
        self.accepted += 1;
    }

    /// Counts a row that was not taken, and why.
    pub fn reject(&mut self, error: RowError) {
        self.rows += 1;
        *self.rejected.entry(error.reason.clone()).or_insert(0) += 1;
        if self.errors.len() < KEPT {
            self.errors.push(error);
        }
    }

    /// How many rows were not taken.
    #[must_use]
    pub fn rejected_rows(&self) -> u64 {
        self.rejected.values().sum()
    }

    /// How many errors were counted but not kept in full.
    #[must_use]
    pub fn errors_left_out(&self) -> u64 {
        self.rejected_rows().saturating_sub(self.errors.len() as u64)
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} rows: {} accepted, {} rejected", self.rows, self.accepted, self.rejected_rows())?;
        if self.blank > 0 {
            write!(f, ", and {} blank lines passed over", self.blank)?;
        }
        for (reason, count) in &self.rejected {
            write!(f, "\n  {count} rejected: {reason}")?;
        }
        Ok(())
    }
}
