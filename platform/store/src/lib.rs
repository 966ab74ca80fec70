//! The database of Wherry, and the only crate (with each area's `store.rs`) that speaks SQL.
//!
//! **What it is.** One source and one set of migrations for two databases: SQLite (a file, write-ahead log, every
//! commit flushed, one writer and a pool of readers) and PostgreSQL. On top of them stand the parts that every area
//! shares: the event log with its optimistic lock, the hash-chained audit, outbox, jobs, change log, drafts,
//! idempotent submissions, accounts and sessions, people and organisations, bulk loading, backup and restore, and the
//! checks that `wherry doctor` explains.
//!
//! **What it is not.** It knows no law and takes no decision about access: rules live in the `rules` crates and the
//! policy in `access`. It reads no clock and draws no random number: callers pass instants, ids and tokens in.
//!
//! **Where to start.** [`Store::open`], then [`Store::migrate`] with [`Migrations::platform`]; [`Store::reader`] for
//! reads and [`Store::begin`] for everything that writes. [`events`] shows the pattern that all modules follow: a
//! function that writes takes a [`Tx`], a function that reads takes any connection.
//!
//! **House rule.** What differs between the two databases lives in `src/backend/` and nowhere else. Columns hold
//! portable types only: ULIDs, ISO dates and JSON as text, instants as fixed-width UTC text, pence and counts as
//! integers, never a float for money. No entity leaves this crate.

mod backend;
mod columns;
mod connection;
#[cfg(test)]
mod drift;
mod entities;
mod error;
mod lease;
mod load;
mod migrations;
mod options;
mod sql;

pub mod accounts;
pub mod audit;
pub mod backup;
pub mod break_glass;
pub mod bulk;
pub mod changes;
pub mod checks;
pub mod drafts;
pub mod events;
pub mod facts;
pub mod invitations;
pub mod jobs;
pub mod one_time;
pub mod outbox;
pub mod people;
pub mod schema;
pub mod sessions;
pub mod submissions;
pub mod tries;
pub mod visible;

pub use columns::{date_text, instant_text, read_date, read_instant};
pub use connection::{Progress, Reader, Store, Tx, no_progress};
pub use error::{StoreError, StoreResult};
pub use load::Load;
pub use migrations::{Migrations, SchemaState};
pub use options::{DatabaseUrl, DatabaseUrlError, Durability, Options};
pub use sql::Sql;

/// The query builder and entity layer, so that areas use the same version.
pub use sea_orm;
/// Any connection that can run a query: the [`Reader`] or a [`Tx`].
pub use sea_orm::ConnectionTrait as Connection;
/// For areas that write a migration by hand rather than with [`schema::migration`].
pub use sea_orm_migration;
