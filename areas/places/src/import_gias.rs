//! Importing the establishments extract.
//!
//! Settings come in small transactions. An import that was interrupted is simply started again: what it had done by then
//! compares as "held just so".

use crate::ImportOptions;
use crate::error::ImportError;
use crate::parse::{Parsed, start};
use crate::report::{Changes, ImportReport, Outcome, Register};
use crate::source::Source;
use crate::store::{self, Batch, BatchState, Done};
use ::store::people::{Author, save};
use ::store::{Progress, Store, StoreError, StoreResult};
use jiff::civil::Date;
use places_rules::compare::{compare, merged};
use places_rules::gias::counts_as_open;
use places_rules::{Change, ListedSetting, RegisterReport, gias};
use record::{Organisation, OrganisationKind, Period, Urn};
use std::collections::HashMap;
use tokio::sync::mpsc::Receiver;

/// Rows in a chunk: a transaction of a fraction of a second.
const CHUNK: usize = 500;

fn parse(source: &Source) -> Receiver<Parsed<ListedSetting>> {
    start(source.clone(), Register::Settings, CHUNK, |reader, take| gias::read(reader, &mut |listed| take(listed)))
}

/// Reads an extract and says what an import would change. Stores nothing.
///
/// # Errors
/// When it can't be read.
pub async fn preview_gias(store: &Store, source: &Source, authorities: &[u16]) -> Result<ImportReport, ImportError> {
    let sha256 = crate::parse::sha256(source).await?;
    let mut changes = Changes::default();
    let mut parsed = parse(source);
    let rows = loop {
        match parsed.recv().await {
            Some(Parsed::Chunk(chunk)) => {
                let chosen = choose(chunk, authorities, &mut changes);
                let held = store::settings_by_urn(store.reader(), &urns(&chosen)).await?;
                for listed in &chosen {
                    let change = compare(held.get(&listed.urn).and_then(as_listed).as_ref(), listed);
                    changes.count(listed.urn.to_string(), &listed.name, change);
                }
            }
            Some(Parsed::Done(rows)) => break *rows,
            Some(Parsed::Failed(error)) => return Err(error),
            None => return Err(ImportError::Stopped),
        }
    };
    Ok(account(source, sha256, Outcome::Previewed, None, rows, changes))
}

fn account(
    source: &Source,
    sha256: String,
    outcome: Outcome,
    batch: Option<String>,
    rows: RegisterReport,
    changes: Changes,
) -> ImportReport {
    let file_name = source.name().to_owned();
    ImportReport { register: Register::Settings, outcome, batch, file_name, sha256, rows, changes: Some(changes) }
}

/// Imports an extract.
///
/// # Errors
/// When it can't be read, or the database fails. What was brought up to date by then stays, and a second attempt goes on.
pub async fn import_gias(
    store: &Store,
    source: &Source,
    options: &ImportOptions<'_>,
    progress: Progress<'_>,
) -> Result<ImportReport, ImportError> {
    let sha256 = crate::parse::sha256(source).await?;
    let (number, id) = match store::batch_of(store.reader(), Register::Settings, &sha256).await? {
        Some(Batch { id, state: BatchState::Ready { at }, begun_by, .. }) => {
            let kept = store::report(store.reader(), &id).await?;
            let (rows, changes) = kept.map(|kept| (kept.rows, kept.changes.unwrap_or_default())).unwrap_or_default();
            let outcome = Outcome::AlreadyImported { at, by: begun_by };
            return Ok(account(source, sha256, outcome, Some(id), rows, changes));
        }
        Some(Batch { number, id, state: BatchState::Loading, .. }) => (number, id),
        _ => {
            let tx = store.begin().await?;
            let number = store::begin_batch(&tx, options, Register::Settings, source.name(), &sha256).await?;
            tx.commit().await?;
            (number, options.batch.clone())
        }
    };
    let mut changes = Changes::default();
    let mut parsed = parse(source);
    let mut done = 0;
    let rows = loop {
        match parsed.recv().await {
            Some(Parsed::Chunk(chunk)) => {
                done += chunk.len() as u64;
                let chosen = choose(chunk, &options.authorities, &mut changes);
                store_chunk(store, number, chosen, options, &mut changes).await?;
                progress(done, 0, "settings");
            }
            Some(Parsed::Done(rows)) => break *rows,
            Some(Parsed::Failed(error)) => return Err(error),
            None => return Err(ImportError::Stopped),
        }
    };
    let report = account(source, sha256, Outcome::Imported, Some(id), rows, changes);
    let tx = store.begin().await?;
    store::finish_batch(&tx, number, &report, options.now).await?;
    tx.commit().await?;
    progress(done, done, "every setting is stored");
    Ok(report)
}

fn urns(listed: &[ListedSetting]) -> Vec<Urn> {
    listed.iter().map(|listed| listed.urn).collect()
}

/// The settings of the chosen authorities; the others are counted.
fn choose(mut chunk: Vec<ListedSetting>, authorities: &[u16], changes: &mut Changes) -> Vec<ListedSetting> {
    if !authorities.is_empty() {
        let before = chunk.len();
        chunk.retain(|listed| listed.setting.authority.is_some_and(|code| authorities.contains(&code.number())));
        changes.passed_over += (before - chunk.len()) as u64;
    }
    chunk
}

async fn store_chunk(
    store: &Store,
    batch: i64,
    chunk: Vec<ListedSetting>,
    options: &ImportOptions<'_>,
    changes: &mut Changes,
) -> Result<(), ImportError> {
    let tx = store.begin().await?;
    let held: HashMap<Urn, Organisation> = store::settings_by_urn(&tx, &urns(&chunk)).await?;
    let author = Author { who: &options.by, at: options.now };
    let (mut new, mut done) = (Vec::new(), Vec::new());
    for listed in chunk {
        let before = held.get(&listed.urn);
        let change = compare(before.and_then(as_listed).as_ref(), &listed);
        changes.count(listed.urn.to_string(), &listed.name, change.clone());
        if change == Change::Same {
            continue;
        }
        let organisation = match before {
            Some(before) => brought_up_to_date(before, listed, options.today),
            None => begun(listed, options),
        };
        done.push(Done {
            organisation: organisation.id.to_string(),
            before: before.map(json).transpose()?,
            after: json(&organisation)?,
        });
        if before.is_some() {
            save(&tx, &organisation, author).await?;
        } else {
            new.push(organisation);
        }
    }
    store::insert_settings(&tx, &new).await?;
    store::keep_changes(&tx, batch, done).await?;
    tx.commit().await?;
    Ok(())
}

fn json(organisation: &Organisation) -> StoreResult<String> {
    serde_json::to_string(organisation).map_err(|error| StoreError::unreadable("organisation.record", error))
}

/// A held setting as the register would list it.
fn as_listed(organisation: &Organisation) -> Option<ListedSetting> {
    let setting = organisation.setting()?.clone();
    Some(ListedSetting { urn: setting.urn?, name: organisation.name.clone(), setting })
}

/// A new setting. It may use the service from the day on which it opened until it closes.
fn begun(listed: ListedSetting, options: &ImportOptions<'_>) -> Organisation {
    let setting = &listed.setting;
    let to = if counts_as_open(setting.status) { None } else { setting.closed_on };
    let from = setting.opened_on.or(to).unwrap_or(options.today);
    let active = Period { from: to.map_or(from, |to| from.min(to)), to };
    Organisation {
        id: (options.new_id)(),
        name: listed.name,
        kind: OrganisationKind::Setting(Box::new(listed.setting)),
        active,
        suspended: None,
    }
}

/// A held setting with what the register says now.
fn brought_up_to_date(held: &Organisation, listed: ListedSetting, today: Date) -> Organisation {
    let was_open = held.setting().is_none_or(|setting| counts_as_open(setting.status));
    let is_open = counts_as_open(listed.setting.status);
    let to = match (was_open, is_open) {
        (true, false) => Some(listed.setting.closed_on.unwrap_or(today).max(held.active.from)),
        (false, true) => None,
        _ => held.active.to,
    };
    Organisation {
        id: held.id,
        name: listed.name,
        kind: OrganisationKind::Setting(Box::new(merged(held.setting(), listed.setting))),
        active: Period { from: held.active.from, to },
        suspended: held.suspended,
    }
}
