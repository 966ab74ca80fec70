//! Importing a postcode directory.

use crate::ImportOptions;
use crate::error::ImportError;
use crate::parse::{Parsed, start};
use crate::report::{ImportReport, Outcome, Register};
use crate::source::Source;
use crate::store::{self, Batch, BatchState};
use ::store::{Progress, Store};
use places_rules::{PostcodeEntry, RegisterReport, postcodes};
use tokio::sync::mpsc::Receiver;

/// Rows in a chunk: a transaction of a fraction of a second.
const CHUNK: usize = 5_000;

fn parse(source: &Source) -> Receiver<Parsed<PostcodeEntry>> {
    start(source.clone(), Register::Postcodes, CHUNK, |reader, take| postcodes::read(reader, &mut |entry| take(entry)))
}

fn account(
    source: &Source,
    sha256: String,
    outcome: Outcome,
    batch: Option<String>,
    rows: RegisterReport,
) -> ImportReport {
    let file_name = source.name().to_owned();
    ImportReport { register: Register::Postcodes, outcome, batch, file_name, sha256, rows, changes: None }
}

/// Reads a directory and says what an import would do. Stores nothing.
///
/// # Errors
/// When it can't be read.
pub async fn preview_postcodes(source: &Source) -> Result<ImportReport, ImportError> {
    let sha256 = crate::parse::sha256(source).await?;
    let mut parsed = parse(source);
    loop {
        match parsed.recv().await {
            Some(Parsed::Chunk(_)) => {}
            Some(Parsed::Done(rows)) => return Ok(account(source, sha256, Outcome::Previewed, None, *rows)),
            Some(Parsed::Failed(error)) => return Err(error),
            None => return Err(ImportError::Stopped),
        }
    }
}

/// Imports a directory: from its end on it is the one that is asked. The one before it is kept for undoing.
///
/// # Errors
/// When it can't be read, or the database fails. Until it is complete the directory before it goes on being asked.
pub async fn import_postcodes(
    store: &Store,
    source: &Source,
    options: &ImportOptions<'_>,
    progress: Progress<'_>,
) -> Result<ImportReport, ImportError> {
    let sha256 = crate::parse::sha256(source).await?;
    let (number, id) = match store::batch_of(store.reader(), Register::Postcodes, &sha256).await? {
        Some(Batch { id, state: BatchState::Ready { at }, begun_by, .. }) => {
            let kept = store::report(store.reader(), &id).await?.map(|report| report.rows).unwrap_or_default();
            let outcome = Outcome::AlreadyImported { at, by: begun_by };
            return Ok(account(source, sha256, outcome, Some(id), kept));
        }
        Some(Batch { number, id, state: BatchState::Loading, .. }) => {
            let tx = store.begin().await?;
            store::delete_postcodes(&tx, number).await?;
            tx.commit().await?;
            (number, id)
        }
        _ => {
            let tx = store.begin().await?;
            let number = store::begin_batch(&tx, options, Register::Postcodes, source.name(), &sha256).await?;
            tx.commit().await?;
            (number, options.batch.clone())
        }
    };
    let mut parsed = parse(source);
    let mut stored = 0;
    let rows = loop {
        match parsed.recv().await {
            Some(Parsed::Chunk(chunk)) => {
                let tx = store.begin().await?;
                stored += store::insert_postcodes(&tx, number, chunk).await?;
                tx.commit().await?;
                progress(stored, 0, "postcodes");
            }
            Some(Parsed::Done(rows)) => break *rows,
            Some(Parsed::Failed(error)) => return Err(error),
            None => return Err(ImportError::Stopped),
        }
    };
    let report = account(source, sha256, Outcome::Imported, Some(id), rows);
    let tx = store.begin().await?;
    store::finish_batch(&tx, number, &report, options.now).await?;
    tx.commit().await?;
    for old in store::old_directories(store.reader()).await? {
        let tx = store.begin().await?;
        store::delete_postcodes(&tx, old).await?;
        tx.commit().await?;
    }
    progress(stored, stored, "every postcode is stored");
    Ok(report)
}
