//! Importing and undoing registers, on both databases.

#![expect(clippy::unwrap_used, reason = "a helper of a test may stop the test")]

mod import_postcodes;
mod import_settings;

use places::ImportOptions;
use record::{IdSource as _, OrganisationId, SeededIds};
use std::sync::Mutex;
use testing::{at, day};

/// The tables of this area, and the platform's.
pub fn migrations() -> store::Migrations {
    store::Migrations::platform().and(places::migrations)
}

/// New ids, one after the other.
pub fn ids(seed: u64) -> impl Fn() -> OrganisationId + Send + Sync {
    let source = Mutex::new(SeededIds::new(seed, 1_764_000_000_000));
    move || source.lock().unwrap().next_id()
}

/// Options of an import at an hour of 22 November 2026.
pub fn options<'a>(batch: &str, hour: u8, new_id: &'a (dyn Fn() -> OrganisationId + Send + Sync)) -> ImportOptions<'a> {
    ImportOptions {
        batch: batch.to_owned(),
        by: "Ann Officer".to_owned(),
        now: at(&format!("2026-11-22T{hour:02}:00:00Z")),
        today: day("2026-11-22"),
        new_id,
        authorities: Vec::new(),
    }
}
