//! From error codes to the variants of [`StoreError`].

use sea_orm::sqlx::Error as SqlxError;
use sea_orm::{ConnAcquireErr, DbErr, RuntimeErr};

use crate::StoreError;

/// What an error of the query layer means.
pub(crate) fn explain(error: &DbErr) -> StoreError {
    match error {
        DbErr::Conn(RuntimeErr::SqlxError(inner))
        | DbErr::Exec(RuntimeErr::SqlxError(inner))
        | DbErr::Query(RuntimeErr::SqlxError(inner)) => explain_sqlx(inner),
        DbErr::ConnectionAcquire(ConnAcquireErr::Timeout) => {
            StoreError::Unavailable("no connection became free in time".to_owned())
        }
        DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed) => {
            StoreError::Unavailable("the connection was closed".to_owned())
        }
        other => StoreError::Fault(other.to_string()),
    }
}

/// What an error of the driver means.
pub(crate) fn explain_sqlx(error: &SqlxError) -> StoreError {
    match error {
        SqlxError::Database(database) => {
            let code = database.code().unwrap_or_default();
            let message = database.message();
            if message.contains("append-only: ") {
                return StoreError::AppendOnly;
            }
            match code.parse::<u32>() {
                // SQLite gives small numbers, PostgreSQL five characters: its all-digit codes start at 01000.
                Ok(number) if code.len() < 5 => explain_sqlite(number, message),
                _ => explain_postgres(&code, message),
            }
        }
        SqlxError::Io(inner) if inner.kind() == std::io::ErrorKind::StorageFull => StoreError::DiskFull,
        SqlxError::Io(inner) => StoreError::Unavailable(inner.to_string()),
        SqlxError::PoolTimedOut => StoreError::Unavailable("it did not answer in time".to_owned()),
        SqlxError::PoolClosed | SqlxError::WorkerCrashed | SqlxError::BeginFailed => {
            StoreError::Unavailable("the connection was closed".to_owned())
        }
        SqlxError::Tls(inner) => StoreError::Unavailable(format!("no secure connection: {inner}")),
        // The server closing the connection in the middle of an answer.
        SqlxError::Protocol(message) => StoreError::Unavailable(message.clone()),
        other => StoreError::Fault(other.to_string()),
    }
}

/// <https://www.sqlite.org/rescode.html>: the low byte is the primary code.
fn explain_sqlite(code: u32, message: &str) -> StoreError {
    /// A write, flush or truncation that failed: on a full disk or quota these come instead of `SQLITE_FULL`.
    const IOERR_WRITE: u32 = 778;
    const IOERR_FSYNC: u32 = 1034;
    const IOERR_TRUNCATE: u32 = 1546;
    const IOERR_SHMSIZE: u32 = 4874;
    const CONSTRAINT_UNIQUE: u32 = 2067;
    const CONSTRAINT_PRIMARYKEY: u32 = 1555;
    const CONSTRAINT_ROWID: u32 = 2579;
    match (code & 0xff, code) {
        (13, _) | (_, IOERR_WRITE | IOERR_FSYNC | IOERR_TRUNCATE | IOERR_SHMSIZE) => StoreError::DiskFull,
        (5 | 6, _) => StoreError::Unavailable("another program is writing to it".to_owned()),
        (11 | 26, _) => StoreError::Damaged(message.to_owned()),
        (8 | 14 | 23, _) => StoreError::NotAccessible(message.to_owned()),
        (10, _) => StoreError::Unavailable(message.to_owned()),
        (_, CONSTRAINT_UNIQUE | CONSTRAINT_PRIMARYKEY | CONSTRAINT_ROWID) => {
            StoreError::Duplicate(message.trim_start_matches("UNIQUE constraint failed: ").to_owned())
        }
        (19, _) => StoreError::Refused(message.to_owned()),
        _ => StoreError::Fault(format!("{message} (SQLite {code})")),
    }
}

/// <https://www.postgresql.org/docs/15/errcodes-appendix.html>.
fn explain_postgres(code: &str, message: &str) -> StoreError {
    match (code.get(..2).unwrap_or(""), code) {
        (_, "53100") => StoreError::DiskFull,
        (_, "WH001") => StoreError::AppendOnly,
        (_, "23505") => StoreError::Duplicate(message.to_owned()),
        (_, "40001" | "40P01") => StoreError::Conflict,
        (_, "55P03" | "57014") => StoreError::Unavailable("it was busy for too long".to_owned()),
        // Connection faults, shutting down, starting up, too many clients; a database that is being replaced.
        ("08" | "57" | "53", _) => StoreError::Unavailable(message.to_owned()),
        ("28" | "3D", _) => StoreError::NotAccessible(message.to_owned()),
        (_, "XX001" | "XX002") => StoreError::Damaged(message.to_owned()),
        ("23", _) => StoreError::Refused(message.to_owned()),
        _ => StoreError::Fault(format!("{message} (PostgreSQL {code})")),
    }
}

/// Whether the database is away, so that a read may be tried again.
pub(crate) fn is_away(error: &DbErr) -> bool {
    matches!(explain(error), StoreError::Unavailable(_))
}
