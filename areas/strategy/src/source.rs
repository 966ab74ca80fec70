//! A release as it comes: a ZIP archive or a single CSV file, on disk or in memory.

use crate::error::ImportError;
use sha2::{Digest as _, Sha256};
use std::fs::File;
use std::io::{BufReader, Cursor, Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// More entries than any release has: an archive with more is not one.
const MOST_ENTRIES: usize = 500;

/// A file to import. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Source {
    name: String,
    place: Place,
}

#[derive(Debug, Clone)]
enum Place {
    Disk(PathBuf),
    Memory(Arc<[u8]>),
}

trait ReadSeek: Read + Seek {}
impl<T: Read + Seek> ReadSeek for T {}

impl Source {
    /// A file on disk.
    #[must_use]
    pub fn from_path(path: &Path) -> Self {
        let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        Self { name, place: Place::Disk(path.to_owned()) }
    }

    /// An upload, with the name that it was given.
    #[must_use]
    pub fn from_bytes(name: impl Into<String>, bytes: impl Into<Arc<[u8]>>) -> Self {
        Self { name: name.into(), place: Place::Memory(bytes.into()) }
    }

    /// Its name, without folders.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    fn open(&self) -> Result<Box<dyn ReadSeek>, ImportError> {
        Ok(match &self.place {
            Place::Disk(path) => {
                let file = File::open(path).map_err(|error| ImportError::open(&self.name, error))?;
                Box::new(BufReader::with_capacity(64 * 1024, file))
            }
            Place::Memory(bytes) => Box::new(Cursor::new(Arc::clone(bytes))),
        })
    }

    /// The SHA-256 of its bytes, by which the same file is known again.
    ///
    /// # Errors
    /// When it can't be read.
    pub(crate) fn sha256(&self) -> Result<String, ImportError> {
        let mut reader = self.open()?;
        let mut hash = Sha256::new();
        let mut buffer = vec![0; 64 * 1024];
        loop {
            match reader.read(&mut buffer) {
                Ok(0) => return Ok(hex::encode(hash.finalize())),
                Ok(count) => hash.update(&buffer[..count]),
                Err(error) => return Err(ImportError::open(&self.name, error)),
            }
        }
    }

    fn is_archive(&self) -> Result<bool, ImportError> {
        let mut magic = Vec::with_capacity(4);
        self.open()?.take(4).read_to_end(&mut magic).map_err(|error| ImportError::open(&self.name, error))?;
        Ok(magic == b"PK\x03\x04")
    }

    /// The files inside, folders left out; a file that is no archive is its own only entry.
    pub(crate) fn entries(&self) -> Result<Vec<String>, ImportError> {
        if !self.is_archive()? {
            return Ok(vec![self.name.clone()]);
        }
        let archive = zip::ZipArchive::new(self.open()?).map_err(|error| ImportError::archive(&self.name, &error))?;
        if archive.len() > MOST_ENTRIES {
            return Err(ImportError::TooManyEntries(archive.len()));
        }
        let names = archive.file_names().collect::<Result<Vec<_>, _>>();
        let names = names.map_err(|error| ImportError::archive(&self.name, &error))?;
        Ok(names.into_iter().filter(|name| !name.ends_with('/')).map(std::borrow::Cow::into_owned).collect())
    }

    /// Reads one of the files inside.
    pub(crate) fn read_entry<T>(&self, entry: &str, read: impl FnOnce(&mut dyn Read) -> T) -> Result<T, ImportError> {
        if !self.is_archive()? {
            return Ok(read(&mut self.open()?));
        }
        let mut archive =
            zip::ZipArchive::new(self.open()?).map_err(|error| ImportError::archive(&self.name, &error))?;
        let mut file = archive.by_name(entry).map_err(|error| ImportError::archive(entry, &error))?;
        Ok(read(&mut file))
    }
}
