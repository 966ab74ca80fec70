//! What the area can see of itself: published statistics, imported, kept with their releases, and charted.
//!
//! What it is: the importer of the Department for Education's "Education, health and care plans" releases with preview
//! and undo ([`preview_dfe_ehcp`], [`import_dfe_ehcp`], [`undo`]); the store of every published row; and the public page
//! that compares any authority with England and its statistical neighbours.
//!
//! What it is not: what the files say is read in `strategy-rules`, without a database; nothing here is about a person, so
//! no permit is asked for. It makes no forecast.
//!
//! Where to start: `import.rs` for how a release gets in, `store.rs` for how it is read, `migrations.rs` for why the
//! tables look as they do.

pub mod comparison;
mod error;
mod import;
pub mod jobs;
mod migrations;
mod pages;
mod parse;
mod report;
mod routes;
mod source;
pub mod store;
pub mod uploads;

pub use error::ImportError;
pub use import::{ImportOptions, import_dfe_ehcp, preview_dfe_ehcp, undo};
pub use migrations::migrations;
pub use report::{ImportReport, Outcome};
pub use routes::{navigation, routes};
pub use source::Source;
