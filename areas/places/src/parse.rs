//! Reading a register on a thread of its own, so that the server goes on answering; rows come in chunks.

use crate::error::ImportError;
use crate::report::Register;
use crate::source::Source;
use places_rules::RegisterReport;
use std::io::Read;
use tables::FileError;
use tokio::sync::mpsc::{Receiver, channel};

/// What the reading thread hands over.
#[derive(Debug)]
pub(crate) enum Parsed<T> {
    /// Rows.
    Chunk(Vec<T>),
    /// The end of the file, with its account.
    Done(Box<RegisterReport>),
    /// The file can't be read, or not any further.
    Failed(ImportError),
}

/// Why the reading stopped early.
pub(crate) enum Stop {
    File(FileError),
    NobodyListens,
}

impl From<FileError> for Stop {
    fn from(error: FileError) -> Self {
        Self::File(error)
    }
}

/// Takes one row.
type Take<'a, T> = &'a mut dyn FnMut(T) -> Result<(), Stop>;
/// Reads a register from bytes, handing over row by row.
pub(crate) type ReadRegister<T> = fn(&mut dyn Read, Take<'_, T>) -> Result<RegisterReport, Stop>;

/// Starts reading; rows come `size` at a time.
pub(crate) fn start<T: Send + 'static>(
    source: Source,
    register: Register,
    size: usize,
    read: ReadRegister<T>,
) -> Receiver<Parsed<T>> {
    let (sender, receiver) = channel(2);
    tokio::task::spawn_blocking(move || {
        let outcome = source.read(register, |reader| {
            let mut chunk = Vec::with_capacity(size);
            let report = read(reader, &mut |row| {
                chunk.push(row);
                if chunk.len() < size {
                    return Ok(());
                }
                let full = std::mem::replace(&mut chunk, Vec::with_capacity(size));
                sender.blocking_send(Parsed::Chunk(full)).map_err(|_| Stop::NobodyListens)
            })?;
            sender.blocking_send(Parsed::Chunk(chunk)).map_err(|_| Stop::NobodyListens)?;
            Ok(report)
        });
        let last = match outcome {
            Ok(Ok(report)) => Parsed::Done(Box::new(report)),
            Ok(Err(Stop::File(error))) => Parsed::Failed(error.into()),
            Ok(Err(Stop::NobodyListens)) => return,
            Err(error) => Parsed::Failed(error),
        };
        // When nobody listens any more, there is nobody to tell.
        let _ = sender.blocking_send(last);
    });
    receiver
}

/// The SHA-256 of a source, worked out off the server's threads.
pub(crate) async fn sha256(source: &Source) -> Result<String, ImportError> {
    let source = source.clone();
    tokio::task::spawn_blocking(move || source.sha256()).await.map_err(|_| ImportError::Stopped)?
}
