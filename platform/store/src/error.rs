//! What can go wrong with the database, in sentences a person understands.

use sea_orm::DbErr;

use crate::backend;

/// The result of most functions here.
pub type StoreResult<T> = Result<T, StoreError>;

/// Something the database could not do. Pages match on the variant to say what to do next; nothing was written
/// unless the variant says otherwise.
#[derive(Debug, Clone, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The disk is full. Drafts kept in the browser and rows already acknowledged are safe.
    #[error("The disk that holds the database is full. Nothing was changed. Free some space, then try again.")]
    DiskFull,
    /// The database cannot be reached, or did not answer in time.
    #[error("The database cannot be reached just now ({0}). Nothing was changed. Try again in a moment.")]
    Unavailable(String),
    /// Somebody else changed the same thing first.
    #[error("Somebody else changed this at the same moment. Look at the newest version, then try again.")]
    Conflict,
    /// The row exists already.
    #[error("This is already recorded ({0}).")]
    Duplicate(String),
    /// A row refers to another one that does not exist, or a required value is missing.
    #[error("The database refused the change because it would not fit with the rest ({0}).")]
    Refused(String),
    /// Audit and events are never changed or removed.
    #[error("The audit and the event log can only be added to. Nothing was changed.")]
    AppendOnly,
    /// The file is damaged or is not a database.
    #[error("The database is damaged ({0}). Stop the program and restore the last backup.")]
    Damaged(String),
    /// The file may not be written, or not be opened.
    #[error("The database file cannot be opened or written ({0}). Check that it exists and who owns it.")]
    NotAccessible(String),
    /// The tables are older than the program.
    #[error("The database needs {0} update(s) first. Run “wherry migrate”.")]
    SchemaBehind(usize),
    /// The tables are newer than the program.
    #[error(
        "The database was made by a newer version of Wherry. Install that version, or restore a backup from before."
    )]
    SchemaAhead,
    /// A stored value does not have the form that the program gave it.
    #[error("A stored value cannot be read: {what} ({why}).")]
    Unreadable {
        /// The table and column, or the event.
        what: String,
        /// The reader's complaint.
        why: String,
    },
    /// A backup or export that is incomplete, changed, or cannot be written or read.
    #[error("The backup cannot be used: {0}.")]
    Backup(String),
    /// Anything else: a fault of the program.
    #[error("The database reported a fault: {0}")]
    Fault(String),
}

impl StoreError {
    /// A stored value that cannot be read.
    pub fn unreadable(what: impl Into<String>, why: impl ToString) -> Self {
        Self::Unreadable { what: what.into(), why: why.to_string() }
    }

    /// Whether the same request may succeed a little later without any change.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        matches!(self, Self::Unavailable(_) | Self::Conflict | Self::DiskFull)
    }
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        backend::explain(&error)
    }
}

impl From<sea_orm::sqlx::Error> for StoreError {
    fn from(error: sea_orm::sqlx::Error) -> Self {
        backend::explain_sqlx(&error)
    }
}
