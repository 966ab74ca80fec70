//! Why an import can't go on: sentences for the person who started it.

use crate::report::Register;
use jiff::Timestamp;
use store::StoreError;
use tables::FileError;

/// Why an import or its undoing stopped.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file itself can't be opened.
    #[error("'{name}' can't be read: {why}")]
    Open {
        /// The file.
        name: String,
        /// What the system says.
        why: String,
    },
    /// The archive is damaged.
    #[error("'{name}' is a damaged or unusual ZIP archive: {why}. Download it again.")]
    Archive {
        /// The archive.
        name: String,
        /// What is wrong with it.
        why: String,
    },
    /// The archive holds several tables, and none has the usual name.
    #[error("The archive holds no file that is clearly {0}. Take the CSV file out of it and choose that.")]
    NotInArchive(Register),
    /// The table can't be read at all.
    #[error(transparent)]
    File(#[from] FileError),
    /// There is no such import.
    #[error("There is no import with this number.")]
    NoSuchImport,
    /// It was undone before.
    #[error("This import was already undone on {0}.")]
    AlreadyUndone(Timestamp),
    /// A later import stands on it.
    #[error("A later import of the same register stands on this one. Undo that one first ({0}).")]
    NotTheLatest(String),
    /// The reading stopped before its end.
    #[error("The reading of the file stopped unexpectedly. Start the import again: it goes on where it stopped.")]
    Stopped,
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ImportError {
    pub(crate) fn open(name: &str, error: &std::io::Error) -> Self {
        Self::Open { name: name.to_owned(), why: error.to_string() }
    }
}
