//! One file for each command, and the few things that several of them share.

mod backup;
mod bench;
mod clock;
mod demo;
mod doctor;
mod import;
mod invite;
mod migrate;
mod serve;
mod work;

use indicatif::{ProgressBar, ProgressStyle};
use store::{DatabaseUrl, Options, Store};

use crate::{
    cli::{Cli, Command, Database, Format},
    outcome::{Answer, Outcome},
    wiring,
};

/// Does what was asked.
pub async fn run(cli: Cli) -> Outcome {
    let format = cli.format;
    let answer = match cli.command {
        Command::Demo(demo) => demo::run(demo).await,
        Command::Serve(serve) => serve::run(serve).await,
        Command::Work(work) => work::run(work).await,
        Command::Migrate(database) => migrate::run(database, format).await,
        Command::Import(import) => import::run(import, format).await,
        Command::Export(copy) => backup::export(copy, format).await,
        Command::Backup(copy) => backup::backup(copy, format).await,
        Command::Restore(restore) => backup::restore(restore, format).await,
        Command::Doctor(database) => doctor::run(database, format).await,
        Command::Invite(invite) => invite::run(invite, format).await,
        Command::Clock(input) => clock::run(input, format),
        Command::Bench(bench) => bench::run(bench, format).await,
    };
    answer.unwrap_or_else(|outcome| outcome)
}

/// Opens a database that must exist and be of this version.
async fn open(database: &Database) -> Result<Store, Outcome> {
    let store = open_any(database, false).await?;
    store.require_schema(&wiring::migrations()).await?;
    Ok(store)
}

/// Opens a database of any version, making the file when asked to.
async fn open_any(database: &Database, create: bool) -> Result<Store, Outcome> {
    let url: DatabaseUrl = database.database.parse().map_err(|error| Outcome::misunderstood(format!("{error}")))?;
    Ok(Store::open(&url, Options { create, ..Options::default() }).await?)
}

/// A progress line on standard error: a moving bar for people, nothing when it is not a terminal.
struct Progress(ProgressBar);

impl Progress {
    fn new() -> Self {
        let bar = ProgressBar::new(0);
        if let Ok(style) = ProgressStyle::with_template("{bar:30} {percent:>3}%  {msg}") {
            bar.set_style(style);
        }
        Self(bar)
    }

    /// The function that long work calls.
    fn report(&self) -> impl Fn(u64, u64, &str) + Send + Sync + '_ {
        |done, total, what| {
            self.0.set_length(total);
            self.0.set_position(done);
            self.0.set_message(what.to_owned());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}

/// Prints an answer: its own words for people, one JSON document for machines.
fn print(format: Format, json: &impl serde::Serialize, text: impl FnOnce() -> String) -> Result<(), Outcome> {
    match format {
        Format::Text => println!("{}", text().trim_end()),
        Format::Json => {
            let json = serde_json::to_string_pretty(json).map_err(|error| Outcome::failed(error.to_string()))?;
            println!("{json}");
        }
    }
    Ok(())
}

/// Turns what an area says went wrong into a command's end.
fn failed(error: impl std::fmt::Display) -> Outcome {
    Outcome::failed(error.to_string())
}

/// The end of a command that did what was asked.
const DONE: Answer = Ok(Outcome::Done);
