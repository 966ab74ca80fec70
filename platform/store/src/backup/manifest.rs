//! What a backup says about itself.

use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::files;
use crate::{StoreError, StoreResult};

const NAME: &str = "manifest.json";

/// How the rows are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// One SQLite database file.
    SqliteFile,
    /// One file of JSON lines for each table.
    JsonLines,
}

/// One table of a backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableManifest {
    /// Its name.
    pub name: String,
    /// How many rows.
    pub rows: u64,
    /// Its file, where each table has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The file's SHA-256, in hexadecimal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
}

/// The whole backup.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// How the rows are kept.
    pub format: Format,
    /// When it was made.
    pub made_at: Timestamp,
    /// The migrations that made the tables.
    pub migrations: Vec<String>,
    /// The tables, each after those it refers to.
    pub tables: Vec<TableManifest>,
    /// The last sequence of the audit chain.
    pub audit_sequence: i64,
    /// The hash of the last audit row.
    pub audit_hash: String,
    /// The SHA-256 of the database file, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_sha256: Option<String>,
}

impl Manifest {
    /// Rows in all tables.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.tables.iter().map(|table| table.rows).sum()
    }
}

/// Reads the manifest of a folder.
pub fn read_manifest(folder: &Path) -> StoreResult<Manifest> {
    let path = folder.join(NAME);
    let text = std::fs::read_to_string(&path).map_err(|error| {
        StoreError::Backup(format!(
            "{} cannot be read ({error}); a folder without it is no whole backup",
            path.display()
        ))
    })?;
    serde_json::from_str(&text).map_err(|error| StoreError::Backup(format!("{} is damaged: {error}", path.display())))
}

/// Writes the manifest last, and flushed: its presence says that the rest is whole.
pub(super) fn write(folder: &Path, manifest: &Manifest) -> StoreResult<()> {
    let text = serde_json::to_string_pretty(manifest).map_err(|error| StoreError::Backup(error.to_string()))?;
    let mut out = files::Sealed::create(&folder.join(NAME))?;
    out.line(&text)?;
    out.finish()?;
    Ok(())
}
