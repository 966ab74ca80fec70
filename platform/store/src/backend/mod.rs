//! What differs between SQLite and PostgreSQL: opening, a few words of SQL, triggers, error codes, and the operator's
//! questions. Nothing outside this folder may ask which database it is talking to.

mod catalogue;
mod explain;
mod health;
mod postgres;
mod sqlite;

pub(crate) use catalogue::{ColumnInfo, Kind, TableInfo, tables};
pub(crate) use explain::{explain, explain_sqlx, is_away};
pub(crate) use health::checks;

use std::path::Path;

use sea_orm::{
    ConnectionTrait as _, DatabaseConnection, DbBackend, SqliteTransactionMode, Statement, TransactionOptions, Value,
};

use crate::{DatabaseUrl, Options, Store, StoreResult, Tx};

/// The two sides of an open database, and the temporary folder that holds it, if it is temporary.
pub(crate) struct Opened {
    pub writer: DatabaseConnection,
    pub reader: DatabaseConnection,
    pub folder: Option<tempfile::TempDir>,
}

/// Opens the database and proves that it answers.
pub(crate) async fn open(url: &DatabaseUrl, options: &Options) -> StoreResult<Opened> {
    match url {
        DatabaseUrl::SqliteFile(path) => sqlite::open(path, options, None).await,
        DatabaseUrl::SqliteTemporary => sqlite::open_temporary(options).await,
        DatabaseUrl::Postgres(url) => postgres::open(url, options).await,
    }
}

/// How a transaction that writes begins: on SQLite it takes the write lock at once, so that it never fails half way.
pub(crate) fn write_transaction() -> TransactionOptions {
    TransactionOptions { sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate), ..Default::default() }
}

/// A transaction in which every read sees the same moment.
pub(crate) fn snapshot_transaction(backend: DbBackend) -> TransactionOptions {
    match backend {
        DbBackend::Postgres => postgres::snapshot_transaction(),
        _ => TransactionOptions::default(),
    }
}

/// The type of a text column: compared byte by byte, so that order and prefix search agree on both databases.
pub(crate) fn text_type(backend: DbBackend) -> &'static str {
    match backend {
        DbBackend::Postgres => "text COLLATE \"C\"",
        _ => "text",
    }
}

/// Statements that make a table refuse every change and removal of its rows.
pub(crate) fn append_only(backend: DbBackend, table: &str) -> Vec<String> {
    match backend {
        DbBackend::Postgres => postgres::append_only(table),
        _ => sqlite::append_only(table),
    }
}

/// Whether two programs may migrate at once, and the statement that makes the second one wait.
pub(crate) fn migration_lock(backend: DbBackend) -> Option<&'static str> {
    match backend {
        DbBackend::Postgres => Some(postgres::MIGRATION_LOCK),
        _ => None,
    }
}

/// How many values one statement may bind: <https://www.sqlite.org/limits.html> (32,766); PostgreSQL's protocol counts
/// them in 16 bits (65,535).
pub(crate) fn bound_values(backend: DbBackend) -> usize {
    match backend {
        DbBackend::Postgres => 65_535,
        _ => 32_766,
    }
}

/// `INSERT` of a number of rows. SQLite looks a numbered placeholder up in a list from its start, so that thousands of
/// them cost the square of their number: there the placeholders have no numbers.
pub(crate) fn insert_text(backend: DbBackend, table: &str, columns: &[&str], rows: usize) -> String {
    let numbered = backend == DbBackend::Postgres;
    let mut text = format!("INSERT INTO {table} ({}) VALUES ", columns.join(", "));
    let mut number = 1;
    for row in 0..rows {
        text.push_str(if row == 0 { "(" } else { ",(" });
        for column in 0..columns.len() {
            if column > 0 {
                text.push(',');
            }
            if numbered {
                text.push('$');
                text.push_str(&number.to_string());
            } else {
                text.push('?');
            }
            number += 1;
        }
        text.push(')');
    }
    text
}

/// Runs a long `INSERT`.
pub(crate) async fn execute_bulk(tx: &Tx, sql: &str, values: Vec<Value>) -> StoreResult<u64> {
    let statement = Statement::from_sql_and_values(tx.get_database_backend(), sql, values);
    Ok(tx.execute_raw(statement).await?.rows_affected())
}

/// Whether a whole copy is one file.
pub(crate) fn copies_to_file(conn: &DatabaseConnection) -> bool {
    conn.get_database_backend() == DbBackend::Sqlite
}

/// Copies the database as of one moment into a new file; writers go on meanwhile.
pub(crate) async fn copy_to_file(store: &Store, file: &Path) -> StoreResult<()> {
    sqlite::copy_to_file(store, file).await
}

/// Opens a file that nobody writes to, without leaving anything beside it.
pub(crate) async fn open_frozen(file: &Path) -> StoreResult<DatabaseConnection> {
    sqlite::open_frozen(file).await
}

/// Lets numbered keys go on after the highest one that was restored.
pub(crate) async fn after_restore(tx: &Tx, tables: &[TableInfo]) -> StoreResult<()> {
    match tx.backend() {
        DbBackend::Postgres => postgres::renumber(tx, tables).await,
        // SQLite notes the highest key of an AUTOINCREMENT table by itself.
        _ => Ok(()),
    }
}

/// Drops the indexes that only make lookups quick, and gives the statements that make them again.
pub(crate) async fn drop_indexes(conn: &DatabaseConnection) -> StoreResult<Vec<String>> {
    match conn.get_database_backend() {
        DbBackend::Sqlite => sqlite::drop_indexes(conn).await,
        _ => Ok(Vec::new()),
    }
}

/// After a great load: figures for the query planner, and everything in the database file itself.
pub(crate) async fn settle(conn: &DatabaseConnection) -> StoreResult<()> {
    let statements: &[&str] = match conn.get_database_backend() {
        DbBackend::Sqlite => &["PRAGMA analysis_limit = 1000", "ANALYZE", "PRAGMA wal_checkpoint(TRUNCATE)"],
        _ => &["ANALYZE"],
    };
    for statement in statements {
        conn.execute_unprepared(statement).await?;
    }
    Ok(())
}
