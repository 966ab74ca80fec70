//! Reading a file of a release on a thread of its own, so that the server goes on answering; rows come in chunks.

use crate::error::ImportError;
use crate::source::Source;
use std::collections::HashSet;
use strategy_rules::{FileSpec, Observation, Place, ReadReport, read_file};
use tables::FileError;
use tokio::sync::mpsc::{Receiver, Sender, channel};

/// Rows in a chunk: a transaction of a fraction of a second.
const CHUNK: usize = 4_000;

/// A published row, ready to store.
#[derive(Debug)]
pub(crate) struct StoredRow {
    pub topic: String,
    pub place: String,
    pub year: i16,
    pub part: String,
    pub published_code: Option<String>,
    pub cells: String,
}

/// What the reading thread hands over.
#[derive(Debug)]
pub(crate) enum Parsed {
    /// Rows, and the places that occur in them for the first time.
    Chunk(Vec<StoredRow>, Vec<Place>),
    /// The end of the file, with its account.
    Done(Box<ReadReport>),
    /// The file can't be read, or not any further.
    Failed(ImportError),
}

/// Why the reading stopped early.
enum Stop {
    File(FileError),
    NobodyListens,
}

impl From<FileError> for Stop {
    fn from(error: FileError) -> Self {
        Self::File(error)
    }
}

/// Starts reading one file of a release.
pub(crate) fn start(source: Source, entry: String, spec: &'static FileSpec) -> Receiver<Parsed> {
    let (sender, receiver) = channel(2);
    tokio::task::spawn_blocking(move || {
        let outcome = source.read_entry(&entry, |reader| read(spec, reader, &sender));
        let last = match outcome {
            Ok(Ok(report)) => Parsed::Done(Box::new(report)),
            Ok(Err(Stop::File(why))) => Parsed::Failed(ImportError::File { name: spec.name.to_owned(), why }),
            Ok(Err(Stop::NobodyListens)) => return,
            Err(error) => Parsed::Failed(error),
        };
        // When nobody listens any more, there is nobody to tell.
        let _ = sender.blocking_send(last);
    });
    receiver
}

fn read(spec: &'static FileSpec, reader: &mut dyn std::io::Read, sender: &Sender<Parsed>) -> Result<ReadReport, Stop> {
    let mut rows = Vec::with_capacity(CHUNK);
    let mut places = Vec::new();
    let mut known = HashSet::new();
    let send = |rows: &mut Vec<StoredRow>, places: &mut Vec<Place>| {
        let chunk = Parsed::Chunk(std::mem::replace(rows, Vec::with_capacity(CHUNK)), std::mem::take(places));
        sender.blocking_send(chunk).map_err(|_| Stop::NobodyListens)
    };
    let report = read_file::<Stop>(spec, reader, &mut |_: &FileSpec, observation: &Observation<'_>| {
        if known.insert(observation.place.code.clone()) {
            places.push(observation.place.clone());
        }
        rows.push(stored(observation));
        if rows.len() == CHUNK { send(&mut rows, &mut places) } else { Ok(()) }
    })?;
    send(&mut rows, &mut places)?;
    Ok(report)
}

fn stored(observation: &Observation<'_>) -> StoredRow {
    let mut cells = String::with_capacity(observation.cells.len() * 5);
    for (position, cell) in observation.cells.iter().enumerate() {
        if position > 0 {
            cells.push('\t');
        }
        cells.push_str(&cell.to_string());
    }
    let text = |text: &str| if observation.total { String::new() } else { text.to_owned() };
    StoredRow {
        topic: text(observation.topic),
        place: observation.place.code.clone(),
        year: observation.period.year,
        part: text(observation.breakdown),
        published_code: observation.place.published_code.clone(),
        cells,
    }
}
