//! Backups and exports, and bringing them back.
//!
//! [`backup`] takes the quickest whole copy of one moment: on SQLite a single database file, on PostgreSQL the same as
//! [`export`], which writes each table as a file of JSON lines that any program can read. Both end with `manifest.json`:
//! the tables with their counts and SHA-256, the migrations, and the end of the audit chain. A folder without it is not
//! a backup. [`restore`] reads either into an empty database of either kind, in one transaction, and keeps the result
//! only when every hash, every count and the whole audit chain fit.

mod copy;
mod files;
mod manifest;
mod restore;

use std::path::Path;

use jiff::Timestamp;

pub use manifest::{Format, Manifest, TableManifest, read_manifest};
pub use restore::restore;

use crate::{Progress, Store, StoreError, StoreResult, audit, backend};

/// The name of the database file in a backup of SQLite.
const FILE: &str = "wherry.db";

/// Writes a whole copy into a new or empty folder.
pub async fn backup(store: &Store, folder: &Path, now: Timestamp, progress: Progress<'_>) -> StoreResult<Manifest> {
    if !backend::copies_to_file(store.writer()) {
        return export(store, folder, now, progress).await;
    }
    files::empty_folder(folder)?;
    let file = folder.join(FILE);
    progress(0, 3, "copying the database");
    backend::copy_to_file(store, &file).await?;
    progress(1, 3, "counting and checking the copy");
    let copy = backend::open_frozen(&file).await?;
    let mut tables = Vec::new();
    for table in backend::tables(&copy).await? {
        let rows = copy::count(&copy, &table.name).await?;
        tables.push(TableManifest { name: table.name, rows, file: None, sha256: None });
    }
    let head = audit::head(&copy).await?;
    copy.close_by_ref().await?;
    progress(2, 3, "sealing the copy");
    let manifest = Manifest {
        format: Format::SqliteFile,
        made_at: now,
        migrations: store.applied().await?,
        tables,
        audit_sequence: head.sequence,
        audit_hash: head.hash,
        file_sha256: Some(files::sha256(&file)?),
    };
    manifest::write(folder, &manifest)?;
    progress(3, 3, "the backup is complete");
    Ok(manifest)
}

/// Writes every table as JSON lines into a new or empty folder.
pub async fn export(store: &Store, folder: &Path, now: Timestamp, progress: Progress<'_>) -> StoreResult<Manifest> {
    files::empty_folder(folder)?;
    let snapshot = store.snapshot().await?;
    let tables = backend::tables(&snapshot).await?;
    let mut total = 0;
    for table in &tables {
        total += copy::count(&snapshot, &table.name).await?;
    }
    let (mut done, mut written) = (0, Vec::new());
    for table in &tables {
        let name = format!("{}.jsonl", table.name);
        let mut out = files::Sealed::create(&folder.join(&name))?;
        let mut rows = 0;
        let mut pages = copy::Pages::new(table);
        while let Some(page) = pages.next(&snapshot).await? {
            for row in &page {
                let line = serde_json::to_string(&copy::object(table, row))
                    .map_err(|error| StoreError::unreadable(table.name.as_str(), error))?;
                out.line(&line)?;
            }
            rows += page.len() as u64;
            done += page.len() as u64;
            progress(done, total, &table.name);
        }
        let sha256 = Some(out.finish()?);
        written.push(TableManifest { name: table.name.clone(), rows, file: Some(name), sha256 });
    }
    let head = audit::head(&snapshot).await?;
    let manifest = Manifest {
        format: Format::JsonLines,
        made_at: now,
        migrations: store.applied().await?,
        tables: written,
        audit_sequence: head.sequence,
        audit_hash: head.hash,
        file_sha256: None,
    };
    manifest::write(folder, &manifest)?;
    progress(total, total, "the export is complete");
    Ok(manifest)
}
