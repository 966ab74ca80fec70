//! The key under which the secrets of code apps are kept: 32 bytes in a file beside the database, never in it.

use std::{io::Write, os::unix::fs::OpenOptionsExt, path::Path};

use crate::{machine, outcome::Outcome};

/// The key in this file. Made, readable by its owner alone, when there is none.
pub fn read_or_make(path: &Path) -> Result<[u8; 32], Outcome> {
    let wrong = |why: &dyn std::fmt::Display| Outcome::failed(format!("The key file {}: {why}", path.display()));
    match std::fs::read(path) {
        Ok(bytes) => bytes.try_into().map_err(|_| wrong(&"it must hold exactly 32 bytes. Bring back the right file from your backup; a new one would lock out everybody who signs in with a code app.")),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let key = machine::randomness().bytes32();
            let mut file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map_err(|error| wrong(&error))?;
            file.write_all(&key).and_then(|()| file.sync_all()).map_err(|error| wrong(&error))?;
            Ok(key)
        }
        Err(error) => Err(wrong(&error)),
    }
}
