//! A register as it comes: a CSV file, or the ZIP archive that it was downloaded in.

use crate::error::ImportError;
use crate::report::Register;
use sha2::{Digest as _, Sha256};
use std::fs::File;
use std::io::{BufReader, Cursor, Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::Arc;

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
                let file = File::open(path).map_err(|error| ImportError::open(&self.name, &error))?;
                Box::new(BufReader::with_capacity(64 * 1024, file))
            }
            Place::Memory(bytes) => Box::new(Cursor::new(Arc::clone(bytes))),
        })
    }

    /// The SHA-256 of its bytes, by which the same file is known again.
    pub(crate) fn sha256(&self) -> Result<String, ImportError> {
        let mut reader = self.open()?;
        let mut hash = Sha256::new();
        let mut buffer = vec![0; 64 * 1024];
        loop {
            match reader.read(&mut buffer) {
                Ok(0) => return Ok(hex::encode(hash.finalize())),
                Ok(count) => hash.update(&buffer[..count]),
                Err(error) => return Err(ImportError::open(&self.name, &error)),
            }
        }
    }

    /// Reads the table of a register: the file itself, or the one in the archive that is it.
    pub(crate) fn read<T>(&self, register: Register, read: impl FnOnce(&mut dyn Read) -> T) -> Result<T, ImportError> {
        let mut magic = Vec::with_capacity(4);
        self.open()?.take(4).read_to_end(&mut magic).map_err(|error| ImportError::open(&self.name, &error))?;
        if magic != b"PK\x03\x04" {
            return Ok(read(&mut self.open()?));
        }
        let damaged =
            |error: zip::result::ZipError| ImportError::Archive { name: self.name.clone(), why: error.to_string() };
        let mut archive = zip::ZipArchive::new(self.open()?).map_err(damaged)?;
        let names = archive.file_names().collect::<Result<Vec<_>, _>>().map_err(damaged)?;
        let names: Vec<String> = names.into_iter().map(std::borrow::Cow::into_owned).collect();
        let wanted = choose(register, &names).ok_or(ImportError::NotInArchive(register))?.to_owned();
        let mut file = archive.by_name(&wanted).map_err(damaged)?;
        Ok(read(&mut file))
    }
}

/// The file of an archive that is the register: by its usual name, or because it is the only table.
fn choose(register: Register, names: &[String]) -> Option<&String> {
    let is_table = |name: &&String| name.to_ascii_lowercase().ends_with(".csv");
    let bare = |name: &str| name.rsplit('/').next().unwrap_or(name).to_ascii_lowercase();
    let usual = names.iter().filter(is_table).find(|name| match register {
        Register::Settings => bare(name).starts_with("edubasealldata"),
        Register::Postcodes => bare(name).starts_with("onspd") && bare(name).ends_with("_uk.csv"),
    });
    let mut tables = names.iter().filter(is_table);
    usual.or_else(|| tables.next().filter(|_| tables.next().is_none()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_register_is_found_in_its_archive() {
        let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let gias = names(&["links_edubasealldata.csv", "edubasealldata20261101.csv"]);
        assert_eq!(choose(Register::Settings, &gias), Some(&gias[1]));
        let onspd =
            names(&["Data/ONSPD_NOV_2025_UK.csv", "Data/multi_csv/ONSPD_NOV_2025_UK_NR.csv", "Documents/x.csv"]);
        assert_eq!(choose(Register::Postcodes, &onspd), Some(&onspd[0]));
        assert_eq!(choose(Register::Postcodes, &names(&["a.csv", "b.csv"])), None);
        assert_eq!(choose(Register::Postcodes, &names(&["read.txt", "b.csv"])).map(String::as_str), Some("b.csv"));
    }
}
