//! Importing, reading and undoing published statistics, on both databases.

#![expect(clippy::unwrap_used, reason = "a helper of a test may stop the test")]

mod compare_performance;
mod import_real_release;
mod import_release;
mod send_release;
mod small_release;

/// The tables of this area, and nothing else.
pub fn migrations() -> store::Migrations {
    store::Migrations::platform().and(strategy::migrations)
}
