//! `wherry`: one program with many parts. It reads the clock, the dice and the settings, and nothing below it does.
//!
//! * `cli.rs` says what can be asked; `commands/` holds one file for each.
//! * `site.rs` puts the areas' routes together; `wiring.rs` lists their migrations and jobs.
//! * `machine.rs` is the only place that reads the machine's clock and random numbers.
//! * `demonstration_store.rs` writes the generated county into a database.
//!
//! It holds no rule of its own: law is in `areas/*/rules`, pages are in the areas, parts that all share in `platform`.
//! Start at `commands/serve.rs`, then `site.rs`.

mod bench;
mod cli;
mod commands;
mod demonstration_store;
mod key;
mod machine;
mod outcome;
mod pages;
mod providers;
mod site;
mod tidy;
mod transport;
mod wiring;
mod worker;

use clap::Parser;
use outcome::Outcome;

fn main() -> std::process::ExitCode {
    let cli = cli::Cli::parse();
    machine::start_logging(&cli.log);
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            return Outcome::failed(format!("The machine would not start the program's threads: {error}")).finish();
        }
    };
    let outcome = runtime.block_on(commands::run(cli));
    // Messages still on their way out are in the outbox; waiting threads may be dropped.
    runtime.shutdown_timeout(std::time::Duration::from_secs(2));
    outcome.finish()
}
