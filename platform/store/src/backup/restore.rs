//! Bringing a backup or export back.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;

use sea_orm::Value;

use super::manifest::{Format, Manifest, read_manifest};
use super::{FILE, copy, files};
use crate::audit::{self, Verified};
use crate::backend::{self, TableInfo};
use crate::{Migrations, Progress, Sql, Store, StoreError, StoreResult, Tx, bulk, no_progress};

/// Rows written at once.
const CHUNK: usize = 5_000;

/// Reads a backup or export into a database whose tables are made and hold nothing yet. Either everything is there
/// afterwards, checked, or nothing is.
pub async fn restore(
    folder: &Path,
    store: &Store,
    migrations: &Migrations,
    progress: Progress<'_>,
) -> StoreResult<Manifest> {
    let manifest = read_manifest(folder)?;
    store.require_schema(migrations).await?;
    if manifest.migrations != store.applied().await? {
        return Err(StoreError::Backup(
            "it was made by another version of Wherry; restore it with that version, then update".to_owned(),
        ));
    }
    check_files(folder, &manifest, progress)?;
    let tx = store.begin().await?;
    let tables = backend::tables(&tx).await?;
    require_empty(&tx, &tables).await?;
    Sql::new("DELETE FROM audit_head").execute(&tx).await?;
    match manifest.format {
        Format::JsonLines => from_lines(folder, &tx, &tables, &manifest, progress).await?,
        Format::SqliteFile => from_file(&folder.join(FILE), &tx, &tables, &manifest, progress).await?,
    }
    backend::after_restore(&tx, &tables).await?;
    check_rows(&tx, &manifest).await?;
    tx.commit().await?;
    progress(manifest.rows(), manifest.rows(), "everything is restored and checked");
    Ok(manifest)
}

fn check_files(folder: &Path, manifest: &Manifest, progress: Progress<'_>) -> StoreResult<()> {
    let named = manifest.tables.iter().filter_map(|table| Some((table.file.as_deref()?, table.sha256.as_deref()?)));
    let whole = manifest.file_sha256.as_deref().map(|hash| (FILE, hash));
    for (file, hash) in named.chain(whole) {
        progress(0, manifest.rows(), file);
        if Path::new(file).components().count() != 1 {
            return Err(StoreError::Backup(format!("“{file}” is not a file of this folder")));
        }
        if files::sha256(&folder.join(file))? != hash {
            return Err(StoreError::Backup(format!("{file} was changed after the backup was made, or is damaged")));
        }
    }
    Ok(())
}

async fn require_empty(tx: &Tx, tables: &[TableInfo]) -> StoreResult<()> {
    for table in tables.iter().filter(|table| table.name != "audit_head") {
        if copy::count(tx, &table.name).await? > 0 {
            return Err(StoreError::Backup(format!(
                "the database is not empty: it has rows in {}; restore into a new one",
                table.name
            )));
        }
    }
    Ok(())
}

fn described<'a>(tables: &'a [TableInfo], name: &str) -> StoreResult<&'a TableInfo> {
    tables
        .iter()
        .find(|table| table.name == name)
        .ok_or_else(|| StoreError::Backup(format!("this version of Wherry has no table {name}")))
}

async fn write(tx: &Tx, table: &TableInfo, rows: Vec<Vec<Value>>) -> StoreResult<u64> {
    let columns: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
    bulk::insert(tx, &table.name, &columns, rows).await
}

async fn from_lines(
    folder: &Path,
    tx: &Tx,
    tables: &[TableInfo],
    manifest: &Manifest,
    progress: Progress<'_>,
) -> StoreResult<()> {
    let mut done = 0;
    // In the order of this database's own references, whatever the manifest's order.
    for table in tables {
        let Some(file) = manifest.tables.iter().find(|one| one.name == table.name).and_then(|one| one.file.as_ref())
        else {
            continue;
        };
        let path = folder.join(file);
        let lines = BufReader::new(File::open(&path).map_err(|error| files::fault(&path, &error))?).lines();
        let mut rows = Vec::with_capacity(CHUNK);
        for line in lines {
            let line = line.map_err(|error| files::fault(&path, &error))?;
            let object = serde_json::from_str(&line).map_err(|error| StoreError::Backup(format!("{file}: {error}")))?;
            rows.push(copy::row(table, object)?);
            if rows.len() == CHUNK {
                done += write(tx, table, std::mem::replace(&mut rows, Vec::with_capacity(CHUNK))).await?;
                progress(done, manifest.rows(), &table.name);
            }
        }
        done += write(tx, table, rows).await?;
        progress(done, manifest.rows(), &table.name);
    }
    manifest.tables.iter().try_for_each(|table| described(tables, &table.name).map(drop))
}

async fn from_file(
    file: &Path,
    tx: &Tx,
    tables: &[TableInfo],
    manifest: &Manifest,
    progress: Progress<'_>,
) -> StoreResult<()> {
    let source = backend::open_frozen(file).await?;
    let theirs = backend::tables(&source).await?;
    theirs.iter().try_for_each(|table| described(tables, &table.name).map(drop))?;
    let mut done = 0;
    for table in tables {
        if !theirs.iter().any(|one| one.name == table.name) {
            continue;
        }
        let mut pages = copy::Pages::new(table);
        while let Some(page) = pages.next(&source).await? {
            done += write(tx, table, page).await?;
            progress(done, manifest.rows(), &table.name);
        }
    }
    source.close_by_ref().await?;
    Ok(())
}

async fn check_rows(tx: &Tx, manifest: &Manifest) -> StoreResult<()> {
    for table in &manifest.tables {
        let found = copy::count(tx, &table.name).await?;
        if found != table.rows {
            return Err(StoreError::Backup(format!("{} has {found} rows instead of {}", table.name, table.rows)));
        }
    }
    match audit::verify(tx, &no_progress).await? {
        Verified::Whole(head) if head.sequence == manifest.audit_sequence && head.hash == manifest.audit_hash => Ok(()),
        Verified::Whole(_) => Err(StoreError::Backup("its audit does not end where the manifest says".to_owned())),
        Verified::Tampered(found) => {
            Err(StoreError::Backup(format!("its audit was changed at row {}: {}", found.sequence, found.what)))
        }
    }
}
