//! People: children and young people, the adults round them, who may see their records and who has.
//!
//! What it is: the pages on which staff find, open and keep a person's record (names, numbers, addresses, links to
//! adults, capacity, consent), on which families see who has looked at it, on which a record is opened in an emergency
//! and that is reviewed, on which administrators and SENCOs keep accounts, and on which the auditor reads the audit.
//!
//! What it is not: casework. It knows no case, request or plan. It takes no decision about access either: a page gets at
//! a record only with a `Permit` ([`access`]), whose audit row is in the same transaction.
//!
//! Rules that hold on every page: nothing is overwritten (a change is a new row or a new version, and the change log
//! keeps both); two people who edit the same thing both see both versions ([`versions`]); two records are never merged
//! by the program ([`offer`]); a protected address, and what would give it away, reaches nobody it is withheld from
//! ([`store::protection`]).
//!
//! Where to start: `routes.rs` for what there is; `access.rs`, then `pages/record.rs`; `pages/details.rs` for how an edit
//! works.

mod access;
mod fields;
mod kept;
pub mod letters;
mod migrations;
mod navigation;
mod notices;
pub mod offer;
mod once;
mod pages;
mod routes;
mod shell;
pub mod store;
mod versions;
mod words;

pub use migrations::migrations;
pub use navigation::navigation;
pub use routes::routes;
