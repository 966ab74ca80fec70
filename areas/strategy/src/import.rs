//! Importing a release: a preview, the import itself, and undoing it.
//!
//! Rows are stored in small transactions under a batch that nobody reads until it is complete. An import that was
//! interrupted goes on with the file at which it stopped. The figures of an import that is undone are taken out, and
//! those of the import before it count again.

use crate::error::ImportError;
use crate::parse::{Parsed, start};
use crate::report::{ImportReport, Outcome};
use crate::source::Source;
use crate::store::{self, Batch, BatchState};
use ::store::changes::{Change, record};
use ::store::{Progress, Store};
use jiff::Timestamp;
use serde_json::json;
use strategy_rules::{FileSpec, ReadReport, Release};

/// Who imports, when, and under which number.
#[derive(Debug, Clone)]
pub struct ImportOptions {
    /// A new number, never used before (a ULID).
    pub batch: String,
    /// Who: an account, or what acts without one.
    pub by: String,
    /// When.
    pub now: Timestamp,
}

/// A release that has been recognised.
struct Recognised {
    release: Release,
    sha256: String,
    files: Vec<(String, &'static FileSpec)>,
    left_out: Vec<String>,
    missing: Vec<String>,
}

async fn recognise(source: &Source) -> Result<Recognised, ImportError> {
    let source = source.clone();
    let look = move || {
        let entries = source.entries()?;
        let release = Release::recognise(entries.iter().map(String::as_str))?;
        let mut found =
            Recognised { release, sha256: source.sha256()?, files: vec![], left_out: vec![], missing: vec![] };
        for entry in entries {
            match FileSpec::find(release, &entry) {
                Some(spec) => found.files.push((entry, spec)),
                None => found.left_out.push(entry),
            }
        }
        let has = |spec: &FileSpec| found.files.iter().any(|(_, held)| held.kind == spec.kind);
        found.missing = release.files().iter().filter(|spec| !has(spec)).map(|spec| spec.name.to_owned()).collect();
        Ok(found)
    };
    tokio::task::spawn_blocking(look).await.map_err(|_| ImportError::Stopped)?
}

impl Recognised {
    fn report(self, source: &Source, outcome: Outcome, batch: Option<String>, files: Vec<ReadReport>) -> ImportReport {
        ImportReport {
            outcome,
            batch,
            file_name: source.name().to_owned(),
            sha256: self.sha256,
            release: self.release,
            files,
            left_out: self.left_out,
            missing: self.missing,
        }
    }
}

/// Reads a release and says what an import would do. Stores nothing.
///
/// # Errors
/// When it is no release, or a file of it can't be read.
pub async fn preview_dfe_ehcp(store: &Store, source: &Source) -> Result<ImportReport, ImportError> {
    let found = recognise(source).await?;
    let mut files = Vec::with_capacity(found.files.len());
    for (entry, spec) in &found.files {
        let mut parsed = start(source.clone(), entry.clone(), spec);
        files.push(loop {
            match parsed.recv().await {
                Some(Parsed::Chunk(..)) => {}
                Some(Parsed::Done(report)) => break *report,
                Some(Parsed::Failed(error)) => return Err(error),
                None => return Err(ImportError::Stopped),
            }
        });
    }
    let same = store::batch_of(store.reader(), &found.sha256).await?;
    let outcome = match same {
        Some(Batch { state: BatchState::Ready { at }, begun_by, .. }) => Outcome::AlreadyImported { at, by: begun_by },
        _ => Outcome::Previewed { replaces: store::current_batch(store.reader(), found.release).await? },
    };
    Ok(found.report(source, outcome, None, files))
}

/// Imports a release. The same file a second time changes nothing and says so.
///
/// # Errors
/// When it is no release, a file of it can't be read, or the database fails. What was stored until then is not shown,
/// and a second attempt goes on from there.
pub async fn import_dfe_ehcp(
    store: &Store,
    source: &Source,
    options: &ImportOptions,
    progress: Progress<'_>,
) -> Result<ImportReport, ImportError> {
    let found = recognise(source).await?;
    let earlier = store::batch_of(store.reader(), &found.sha256).await?;
    let batch = match earlier {
        Some(Batch { id, state: BatchState::Ready { at }, begun_by, .. }) => {
            let files = store::reports(store.reader(), &id).await?;
            let outcome = Outcome::AlreadyImported { at, by: begun_by };
            return Ok(found.report(source, outcome, Some(id), files));
        }
        Some(Batch { id, state: BatchState::Loading, .. }) => id,
        Some(Batch { state: BatchState::Undone { .. }, .. }) | None => {
            let tx = store.begin().await?;
            store::begin_batch(&tx, options, &found.release, source.name(), &found.sha256, &found.left_out).await?;
            tx.commit().await?;
            options.batch.clone()
        }
    };
    let total = found.files.len() as u64;
    let mut resumed_files = 0;
    let mut files = Vec::with_capacity(found.files.len());
    for (done, (entry, spec)) in found.files.iter().enumerate() {
        if let Some(report) = store::complete_file(store.reader(), &batch, spec.kind).await? {
            resumed_files += 1;
            files.push(report);
            continue;
        }
        files.push(
            import_file(store, source, entry, spec, &batch, &|note: &str| progress(done as u64, total, note)).await?,
        );
    }
    let outcome = Outcome::Imported { resumed_files };
    let report = found.report(source, outcome, Some(batch.clone()), files);
    let tx = store.begin().await?;
    store::finish_batch(&tx, &batch, options.now).await?;
    let after = json!({ "file": report.file_name, "release": report.release, "sha256": report.sha256,
        "rows": report.rows(), "accepted": report.accepted(), "rejected": report.rejected() });
    record(&tx, &change(&batch, None, Some(after), options)).await?;
    tx.commit().await?;
    progress(total, total, "every file is stored");
    Ok(report)
}

fn change(
    batch: &str,
    before: Option<serde_json::Value>,
    after: Option<serde_json::Value>,
    by: &ImportOptions,
) -> Change {
    Change {
        table: "published_batch".to_owned(),
        row_id: batch.to_owned(),
        before,
        after,
        author: by.by.clone(),
        at: by.now,
    }
}

async fn import_file(
    store: &Store,
    source: &Source,
    entry: &str,
    spec: &'static FileSpec,
    batch: &str,
    say: &(dyn Fn(&str) + Send + Sync),
) -> Result<ReadReport, ImportError> {
    say(spec.name);
    let tx = store.begin().await?;
    let file = store::begin_file(&tx, batch, spec).await?;
    tx.commit().await?;
    let mut parsed = start(source.clone(), entry.to_owned(), spec);
    let mut rows = 0;
    loop {
        match parsed.recv().await {
            Some(Parsed::Chunk(chunk, places)) => {
                rows += chunk.len();
                let tx = store.begin().await?;
                store::save_places(&tx, &places).await?;
                store::insert_figures(&tx, file, chunk).await?;
                tx.commit().await?;
                say(&format!("{}: {rows} rows", spec.name));
            }
            Some(Parsed::Done(report)) => {
                let tx = store.begin().await?;
                store::finish_file(&tx, file, &report).await?;
                tx.commit().await?;
                return Ok(*report);
            }
            Some(Parsed::Failed(error)) => return Err(error),
            None => return Err(ImportError::Stopped),
        }
    }
}

/// Takes an import back. From this moment the figures of the import before it count again, if there was one.
///
/// # Errors
/// When there is no such import, or it was undone before.
pub async fn undo(store: &Store, batch: &str, by: &str, now: Timestamp) -> Result<u64, ImportError> {
    let tx = store.begin().await?;
    let held = store::batch(&tx, batch).await?.ok_or(ImportError::NoSuchImport)?;
    if let BatchState::Undone { at } = held.state {
        return Err(ImportError::AlreadyUndone(at));
    }
    store::undo_batch(&tx, batch, by, now).await?;
    let options = ImportOptions { batch: batch.to_owned(), by: by.to_owned(), now };
    let before = json!({ "file": held.file_name, "release": held.release, "sha256": held.sha256 });
    record(&tx, &change(batch, Some(before), None, &options)).await?;
    tx.commit().await?;
    // The figures are out of sight already; they are taken out file by file, so that nobody waits long.
    let mut rows = 0;
    for file in store::files_of(store.reader(), batch).await? {
        let tx = store.begin().await?;
        rows += store::delete_figures(&tx, file).await?;
        tx.commit().await?;
    }
    Ok(rows)
}
