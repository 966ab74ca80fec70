//! Why an import can't go on: sentences for the person who started it.

use jiff::Timestamp;
use store::StoreError;
use strategy_rules::NotARelease;
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
        /// The archive, or the file in it.
        name: String,
        /// What is wrong with it.
        why: String,
    },
    /// Far more files than a release has.
    #[error("The archive holds {0} files, which no release does, so it was not opened.")]
    TooManyEntries(usize),
    /// Nothing in it is known.
    #[error(transparent)]
    NotARelease(#[from] NotARelease),
    /// One file of the release can't be read at all.
    #[error("{name}: {why}")]
    File {
        /// The file in the release.
        name: String,
        /// Why.
        why: FileError,
    },
    /// There is no such import.
    #[error("There is no import with this number.")]
    NoSuchImport,
    /// It was undone before.
    #[error("This import was already undone on {0}.")]
    AlreadyUndone(Timestamp),
    /// The reading stopped before its end.
    #[error("The reading of the file stopped unexpectedly. Start the import again: it goes on where it stopped.")]
    Stopped,
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ImportError {
    pub(crate) fn open(name: &str, error: std::io::Error) -> Self {
        Self::Open { name: name.to_owned(), why: error.to_string() }
    }

    pub(crate) fn archive(name: &str, error: &zip::result::ZipError) -> Self {
        Self::Archive { name: name.to_owned(), why: error.to_string() }
    }
}
