//! `wherry migrate`: brings a database to this version.

use serde_json::json;

use super::{DONE, Progress, open_any, print};
use crate::{
    cli::{Database, Format},
    outcome::Answer,
    wiring,
};

pub async fn run(database: Database, format: Format) -> Answer {
    let store = open_any(&database, true).await?;
    let progress = Progress::new();
    let count = store.migrate(&wiring::migrations(), &progress.report()).await?;
    drop(progress);
    print(format, &json!({ "database": store.url().to_string(), "migrations_run": count }), || match count {
        0 => format!("{} was up to date already.", store.url()),
        1 => format!("{} is up to date: 1 change made.", store.url()),
        many => format!("{} is up to date: {many} changes made.", store.url()),
    })?;
    DONE
}
