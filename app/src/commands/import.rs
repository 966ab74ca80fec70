//! `wherry import`: published data in, with a preview, a report for each file, and an undo.

use std::path::Path;

use record::OrganisationId;
use serde_json::json;
use store::Store;

use super::{DONE, Progress, failed, open, print};
use crate::{
    cli::{Format, Import, ImportFile, UndoImport},
    machine,
    outcome::{Answer, Outcome},
};

/// Who the store says did it.
const BY: &str = "command line";

pub async fn run(import: Import, format: Format) -> Answer {
    match import {
        Import::DfeEhcp(file) => dfe_ehcp(file, format).await,
        Import::Gias(file) => register(file, format, true).await,
        Import::Postcodes(file) => register(file, format, false).await,
        Import::List(database) => list(&open(&database).await?, format).await,
        Import::Undo(undo) => take_back(undo, format).await,
    }
}

async fn dfe_ehcp(file: ImportFile, format: Format) -> Answer {
    there(&file.file)?;
    let store = open(&file.database).await?;
    let source = strategy::Source::from_path(&file.file);
    let report = if file.preview {
        strategy::preview_dfe_ehcp(&store, &source).await.map_err(unreadable)?
    } else {
        let progress = Progress::new();
        let options = strategy::ImportOptions { batch: number(), by: BY.to_owned(), now: machine::clock().now() };
        strategy::import_dfe_ehcp(&store, &source, &options, &progress.report()).await.map_err(unreadable)?
    };
    print(format, &report, || report.to_string())?;
    if report.rejected() == 0 { DONE } else { Ok(Outcome::NeedsAttention) }
}

async fn register(file: ImportFile, format: Format, settings: bool) -> Answer {
    there(&file.file)?;
    let store = open(&file.database).await?;
    let source = places::Source::from_path(&file.file);
    let clock = machine::clock();
    let random = machine::randomness();
    let new_id = {
        let clock = clock.clone();
        move || OrganisationId::from(random.ulid(clock.now()))
    };
    let options = places::ImportOptions {
        batch: number(),
        by: BY.to_owned(),
        now: clock.now(),
        today: clock.today(),
        new_id: &new_id,
        authorities: file.authority.clone(),
    };
    let progress = Progress::new();
    let report = match (settings, file.preview) {
        (true, true) => places::preview_gias(&store, &source, &file.authority).await,
        (true, false) => places::import_gias(&store, &source, &options, &progress.report()).await,
        (false, true) => places::preview_postcodes(&source).await,
        (false, false) => places::import_postcodes(&store, &source, &options, &progress.report()).await,
    }
    .map_err(unreadable)?;
    drop(progress);
    print(format, &report, || report.to_string())?;
    if report.rows.summary.rejected_rows() == 0 { DONE } else { Ok(Outcome::NeedsAttention) }
}

async fn list(store: &Store, format: Format) -> Answer {
    let mut rows: Vec<[String; 4]> = Vec::new();
    for batch in strategy::store::batches(store.reader(), 100).await.map_err(failed)? {
        rows.push([batch.id, batch.file_name, format!("{:?}", batch.state), batch.begun_at.to_string()]);
    }
    for batch in places::store::batches(store.reader(), 100).await.map_err(failed)? {
        rows.push([batch.id, batch.file_name, format!("{:?}", batch.state), batch.begun_at.to_string()]);
    }
    let json: Vec<_> = rows
        .iter()
        .map(|[id, file, state, begun]| json!({ "import": id, "file": file, "state": state, "begun": begun }))
        .collect();
    print(format, &json, || match rows.is_empty() {
        true => "Nothing has been imported.".to_owned(),
        false => rows
            .iter()
            .map(|[id, file, state, begun]| format!("{id}  {begun}  {file}  {state}"))
            .collect::<Vec<_>>()
            .join("\n"),
    })?;
    DONE
}

async fn take_back(undo: UndoImport, format: Format) -> Answer {
    let store = open(&undo.database).await?;
    let now = machine::clock().now();
    if strategy::store::batch(store.reader(), &undo.import).await?.is_some() {
        let rows = strategy::undo(&store, &undo.import, BY, now).await.map_err(failed)?;
        print(format, &json!({ "import": undo.import, "rows_taken_back": rows }), || {
            format!("Taken back: {rows} rows no longer count.")
        })?;
        return DONE;
    }
    if places::store::batch(store.reader(), &undo.import).await?.is_some() {
        let report = places::undo(&store, &undo.import, BY, now).await.map_err(failed)?;
        print(format, &report, || report.to_string())?;
        return DONE;
    }
    Err(Outcome::misunderstood(format!(
        "There is no import with the number {}. “wherry import list” shows them.",
        undo.import
    )))
}

fn there(path: &Path) -> Result<(), Outcome> {
    if path.is_file() {
        Ok(())
    } else {
        Err(Outcome::misunderstood(format!("{} is not a file that can be read.", path.display())))
    }
}

fn unreadable(error: impl std::fmt::Display) -> Outcome {
    Outcome::misunderstood(error.to_string())
}

fn number() -> String {
    machine::randomness().ulid(machine::clock().now()).to_string()
}
