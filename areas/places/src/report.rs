//! The account of an import: what became of every row, and what changed.

use jiff::Timestamp;
use places_rules::{Change, RegisterReport};
use serde::{Deserialize, Serialize};
use std::fmt;

/// How many changes a report tells one by one.
const TOLD: usize = 100;

/// Which register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Register {
    /// The establishments extract of "Get information about schools".
    Settings,
    /// A postcode directory.
    Postcodes,
}

impl Register {
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::Settings => "settings",
            Self::Postcodes => "postcodes",
        }
    }
}

impl fmt::Display for Register {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Settings => "the establishments extract",
            Self::Postcodes => "a postcode directory",
        })
    }
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "what")]
pub enum Outcome {
    /// Only looked at: nothing was stored.
    Previewed,
    /// Stored.
    Imported,
    /// The very same file was imported before: nothing was changed.
    AlreadyImported {
        /// When.
        at: Timestamp,
        /// By whom.
        by: String,
    },
}

/// One setting that the import changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingChange {
    /// Its unique reference number.
    pub urn: String,
    /// Its name in the register.
    pub name: String,
    /// What changes.
    pub change: Change,
}

/// What an import of settings changes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// Settings not held before.
    pub new: u64,
    /// Settings with other values.
    pub changed: u64,
    /// Settings that closed.
    pub closed: u64,
    /// Settings that opened again.
    pub reopened: u64,
    /// Settings held just so.
    pub same: u64,
    /// Settings of other authorities than the chosen ones, passed over.
    pub passed_over: u64,
    /// The first changes other than new settings, at most 100.
    pub told: Vec<SettingChange>,
}

impl Changes {
    pub(crate) fn count(&mut self, urn: String, name: &str, change: Change) {
        match &change {
            Change::New => self.new += 1,
            Change::Same => self.same += 1,
            Change::Changed(_) => self.changed += 1,
            Change::Closed(_) => self.closed += 1,
            Change::Reopened(_) => self.reopened += 1,
        }
        if !matches!(change, Change::New | Change::Same) && self.told.len() < TOLD {
            self.told.push(SettingChange { urn, name: name.to_owned(), change });
        }
    }
}

/// The account of an import or of its preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportReport {
    /// Which register.
    pub register: Register,
    /// What came of it.
    pub outcome: Outcome,
    /// The number of the import, by which it can be undone; none for a preview.
    pub batch: Option<String>,
    /// The file.
    pub file_name: String,
    /// Its SHA-256.
    pub sha256: String,
    /// The account of its rows.
    pub rows: RegisterReport,
    /// What changes; none for postcodes.
    pub changes: Option<Changes>,
}

impl fmt::Display for ImportReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = &self.file_name;
        match &self.outcome {
            Outcome::Previewed => writeln!(f, "Preview of {name}: nothing has been stored.")?,
            Outcome::Imported => writeln!(f, "Imported {name}.")?,
            Outcome::AlreadyImported { at, by } => {
                writeln!(f, "{name} was imported before, on {at} by {by}: nothing was changed.")?;
            }
        }
        write!(f, "{}", self.rows)?;
        for error in self.rows.summary.errors.iter().take(20) {
            write!(f, "\n    {error}")?;
        }
        let more = self.rows.summary.rejected_rows().saturating_sub(20);
        if more > 0 {
            write!(f, "\n    and {more} more rows rejected, counted above by reason")?;
        }
        if let Some(changes) = &self.changes {
            write!(
                f,
                "\nSettings: {} new, {} changed, {} closed, {} reopened, {} as before",
                changes.new, changes.changed, changes.closed, changes.reopened, changes.same
            )?;
            if changes.passed_over > 0 {
                write!(f, ", {} of other authorities passed over", changes.passed_over)?;
            }
        }
        if let Some(batch) = &self.batch {
            write!(f, "\nNumber of the import, for undoing it: {batch}")?;
        }
        Ok(())
    }
}

/// What undoing an import did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct UndoReport {
    /// Rows taken out: postcodes, or settings that the import had brought in.
    pub removed: u64,
    /// Settings set back to what they were.
    pub restored: u64,
    /// Settings left as they are, because children, staff or teams are linked to them by now.
    pub in_use: u64,
    /// Settings left as they are, because somebody changed them since.
    pub changed_since: u64,
}

impl fmt::Display for UndoReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} taken out, {} set back to what they were", self.removed, self.restored)?;
        if self.in_use > 0 {
            write!(f, ", {} left because they are in use", self.in_use)?;
        }
        if self.changed_since > 0 {
            write!(f, ", {} left because somebody changed them since", self.changed_since)?;
        }
        Ok(())
    }
}
