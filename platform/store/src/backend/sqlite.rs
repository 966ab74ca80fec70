//! SQLite: a file in write-ahead-log mode, flushed at every commit, one writer and a pool of readers.

use std::path::Path;

use sea_orm::DatabaseConnection;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sea_orm::sqlx::{self, ConnectOptions as _, Connection as _};

use super::Opened;
use crate::{Durability, Options, Sql, Store, StoreError, StoreResult};

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
        .pragma("journal_size_limit", "67108864")
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

/// `VACUUM INTO` reads one moment and writes a compact file: <https://www.sqlite.org/lang_vacuum.html>. It runs on a
/// connection of its own, since the readers are not allowed to write anywhere and the writer should not wait.
pub(super) async fn copy_to_file(store: &Store, file: &Path) -> StoreResult<()> {
    let source: String = Sql::new("SELECT file FROM pragma_database_list WHERE name = 'main'")
        .row(store.reader())
        .await?
        .ok_or_else(|| StoreError::Fault("the database has no file".to_owned()))?
        .try_get_by_index(0)?;
    let mut connection = SqliteConnectOptions::new()
        .filename(&source)
        .busy_timeout(store.options().patience)
        .disable_statement_logging()
        .connect()
        .await?;
    let target = file.to_string_lossy().into_owned();
    sqlx::query("VACUUM INTO ?").bind(target).execute(&mut connection).await?;
    connection.close().await?;
    let flushed = std::fs::File::open(file).and_then(|file| file.sync_all());
    flushed.map_err(|error| StoreError::Backup(format!("{}: {error}", file.display())))
}

/// Opens a file as it lies there: no log, no lock, nothing written.
pub(super) async fn open_frozen(file: &Path) -> StoreResult<DatabaseConnection> {
    let settings =
        SqliteConnectOptions::new().filename(file).read_only(true).immutable(true).disable_statement_logging();
    Ok(DatabaseConnection::from(SqlitePoolOptions::new().max_connections(1).connect_with(settings).await?))
}

/// Unique indexes stay: they guard the rows.
pub(super) async fn drop_indexes(conn: &DatabaseConnection) -> StoreResult<Vec<String>> {
    let rows =
        Sql::new("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql LIKE 'CREATE INDEX%' ORDER BY name")
            .rows(conn)
            .await?;
    let mut statements = Vec::with_capacity(rows.len());
    for row in rows {
        let name: String = row.try_get_by_index(0)?;
        Sql::new(format!("DROP INDEX \"{name}\"")).execute(conn).await?;
        statements.push(row.try_get_by_index(1)?);
    }
    Ok(statements)
}
