//! SQLite: a file in write-ahead-log mode, flushed at every commit, one writer and a pool of readers.

use std::path::Path;

use sea_orm::DatabaseConnection;
use sea_orm::sqlx::ConnectOptions as _;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

use super::Opened;
use crate::{Durability, Options, StoreError, StoreResult};

/// Opens a file; makes it first when the options allow that.
pub(super) async fn open(path: &Path, options: &Options, folder: Option<tempfile::TempDir>) -> StoreResult<Opened> {
    if !options.create && !path.exists() {
        return Err(StoreError::NotAccessible(format!("there is no file {}", path.display())));
    }
    let writer_settings = settings(path, options);
    let reader_settings = settings(path, options).pragma("query_only", "ON");
    let pool = || {
        SqlitePoolOptions::new()
            .acquire_timeout(options.patience)
            .idle_timeout(None)
            .max_lifetime(None)
            .test_before_acquire(false)
    };
    // The writer first: it makes the file and turns on the write-ahead log.
    let writer = pool().max_connections(1).min_connections(1).connect_with(writer_settings).await?;
    let reader = pool().max_connections(options.readers.max(1)).connect_with(reader_settings).await?;
    Ok(Opened { writer: DatabaseConnection::from(writer), reader: DatabaseConnection::from(reader), folder })
}

/// Opens a private file in a temporary folder, without flushing: it does not outlive the program anyway.
pub(super) async fn open_temporary(options: &Options) -> StoreResult<Opened> {
    let folder = tempfile::Builder::new()
        .prefix("wherry-")
        .tempdir()
        .map_err(|error| StoreError::NotAccessible(format!("no temporary folder: {error}")))?;
    let path = folder.path().join("wherry.db");
    let options = Options { durability: Durability::None, create: true, ..options.clone() };
    open(&path, &options, Some(folder)).await
}

fn settings(path: &Path, options: &Options) -> SqliteConnectOptions {
    let synchronous = match options.durability {
        Durability::Full => SqliteSynchronous::Full,
        Durability::None => SqliteSynchronous::Off,
    };
    let settings = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(options.create)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(synchronous)
        .foreign_keys(true)
        .busy_timeout(options.patience)
        .statement_cache_capacity(256)
        .pragma("temp_store", "MEMORY")
        .pragma("cache_size", "-16000")
        .pragma("recursive_triggers", "ON")
        .disable_statement_logging();
    match options.max_pages {
        Some(pages) => settings.pragma("max_page_count", pages.to_string()),
        None => settings,
    }
}

/// Triggers; `recursive_triggers` above makes them see the removal that `INSERT OR REPLACE` implies, too.
pub(super) fn append_only(table: &str) -> Vec<String> {
    ["update", "delete"]
        .map(|action| {
            format!(
                "CREATE TRIGGER {table}_no_{action} BEFORE {action} ON {table} \
                 BEGIN SELECT RAISE(ABORT, 'append-only: {table}'); END"
            )
        })
        .to_vec()
}
