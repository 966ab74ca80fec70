//! Casework: the request for an EHC needs assessment, the officer's list and decisions, the family's tracker.
//!
//! What it is: the shell round `casework-rules`. A page or job loads a case's events, asks the rules what a command would
//! mean, and keeps events, read tables, audit and promised messages in one transaction ([`act`]).
//!
//! What it is not: law. No date, duty or refusal is worked out here; they come from `casework-rules`, each with its
//! citation. Nor is it a way round the access policy: a page gets at a case only with a `Permit` ([`access`]).
//!
//! Where to start: `routes.rs` for what there is; `pages/request.rs` and `ask.rs` for how a request is made;
//! `pages/caseload.rs` and `pages/decide.rs` for an officer's day; `pages/tracker.rs` for what a family sees.
//! `file.rs` is the one place that says what lists are sorted and filtered by.

mod access;
pub mod act;
mod ask;
mod event_words;
pub mod file;
mod followers;
mod invite;
pub mod jobs;
mod letter;
pub mod messages;
mod migrations;
mod navigation;
mod pages;
pub mod request_form;
mod routes;
pub mod store;
mod workers;

pub use migrations::migrations;
pub use navigation::navigation;
pub use routes::routes;
