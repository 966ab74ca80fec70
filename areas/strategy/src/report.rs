//! The account of an import: what became of every file and every row.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::fmt;
use strategy_rules::{ReadReport, Release};

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "what")]
pub enum Outcome {
    /// Only looked at: nothing was stored.
    Previewed {
        /// The import that these figures would replace, if there is one.
        replaces: Option<String>,
    },
    /// Stored, and shown from now on.
    Imported {
        /// How many files had been stored by an earlier attempt that was interrupted.
        resumed_files: u64,
    },
    /// The very same file was imported before: nothing was changed.
    AlreadyImported {
        /// When.
        at: Timestamp,
        /// By whom.
        by: String,
    },
}

/// The account of an import or of its preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportReport {
    /// What came of it.
    pub outcome: Outcome,
    /// The number of the import, by which it can be undone; none for a preview.
    pub batch: Option<String>,
    /// The file.
    pub file_name: String,
    /// Its SHA-256.
    pub sha256: String,
    /// The release it is.
    pub release: Release,
    /// The account of each file that holds figures.
    pub files: Vec<ReadReport>,
    /// Files in the archive that hold no figures that can be read.
    pub left_out: Vec<String>,
    /// Files that belong to the release and are not in the archive.
    pub missing: Vec<String>,
}

impl ImportReport {
    /// All rows of all files.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.files.iter().map(|file| file.summary.rows).sum()
    }

    /// Rows accepted.
    #[must_use]
    pub fn accepted(&self) -> u64 {
        self.files.iter().map(|file| file.summary.accepted).sum()
    }

    /// Rows rejected.
    #[must_use]
    pub fn rejected(&self) -> u64 {
        self.files.iter().map(|file| file.summary.rejected_rows()).sum()
    }
}

impl fmt::Display for ImportReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = &self.file_name;
        match &self.outcome {
            Outcome::Previewed { replaces: None } => writeln!(f, "Preview of {name}: nothing has been stored.")?,
            Outcome::Previewed { replaces: Some(batch) } => {
                writeln!(
                    f,
                    "Preview of {name}: nothing has been stored. It would be shown in place of import {batch}."
                )?;
            }
            Outcome::Imported { resumed_files: 0 } => writeln!(f, "Imported {name}.")?,
            Outcome::Imported { resumed_files } => {
                writeln!(f, "Imported {name}, going on after {resumed_files} files that were stored before.")?;
            }
            Outcome::AlreadyImported { at, by } => {
                writeln!(f, "{name} was imported before, on {at} by {by}: nothing was changed.")?;
            }
        }
        writeln!(f, "{}", self.release.title())?;
        for file in &self.files {
            writeln!(f, "{file}")?;
            for error in file.summary.errors.iter().take(20) {
                writeln!(f, "    {error}")?;
            }
            let more = file.summary.rejected_rows().saturating_sub(20);
            if more > 0 {
                writeln!(f, "    and {more} more rows rejected, counted above by reason")?;
            }
        }
        for file in &self.left_out {
            writeln!(f, "{file}: left out, since it holds no figures")?;
        }
        for file in &self.missing {
            writeln!(f, "{file}: belongs to the release, but is not in this file")?;
        }
        write!(f, "In all {} rows: {} accepted, {} rejected.", self.rows(), self.accepted(), self.rejected())?;
        if let Some(batch) = &self.batch {
            write!(f, "\nNumber of the import, for undoing it: {batch}")?;
        }
        Ok(())
    }
}
