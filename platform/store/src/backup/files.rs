//! Writing and hashing files.

use std::fs::{self, File};
use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::{StoreError, StoreResult};

/// Makes a folder, or accepts an empty one.
pub(super) fn empty_folder(folder: &Path) -> StoreResult<()> {
    fs::create_dir_all(folder).map_err(|error| fault(folder, &error))?;
    let mut entries = fs::read_dir(folder).map_err(|error| fault(folder, &error))?;
    if entries.next().is_some() {
        return Err(StoreError::Backup(format!("{} is not empty; choose a new folder", folder.display())));
    }
    Ok(())
}

/// The SHA-256 of a file, in hexadecimal.
pub(super) fn sha256(path: &Path) -> StoreResult<String> {
    let mut file = File::open(path).map_err(|error| fault(path, &error))?;
    let mut digest = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    loop {
        let read = file.read(&mut buffer).map_err(|error| fault(path, &error))?;
        if read == 0 {
            return Ok(hex::encode(digest.finalize()));
        }
        digest.update(&buffer[..read]);
    }
}

/// A file whose hash is taken while it is written.
pub(super) struct Sealed {
    path: PathBuf,
    out: BufWriter<File>,
    digest: Sha256,
}

impl Sealed {
    pub(super) fn create(path: &Path) -> StoreResult<Self> {
        let file = File::create_new(path).map_err(|error| fault(path, &error))?;
        Ok(Self { path: path.to_owned(), out: BufWriter::with_capacity(1 << 16, file), digest: Sha256::new() })
    }

    pub(super) fn line(&mut self, line: &str) -> StoreResult<()> {
        for bytes in [line.as_bytes(), b"\n"] {
            self.digest.update(bytes);
            self.out.write_all(bytes).map_err(|error| fault(&self.path, &error))?;
        }
        Ok(())
    }

    /// Flushes to the disk and gives the hash.
    pub(super) fn finish(self) -> StoreResult<String> {
        let file = self.out.into_inner().map_err(|error| fault(&self.path, error.error()))?;
        file.sync_all().map_err(|error| fault(&self.path, &error))?;
        Ok(hex::encode(self.digest.finalize()))
    }
}

pub(super) fn fault(path: &Path, error: &std::io::Error) -> StoreError {
    if error.kind() == std::io::ErrorKind::StorageFull {
        return StoreError::DiskFull;
    }
    StoreError::Backup(format!("{}: {error}", path.display()))
}
