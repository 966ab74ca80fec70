//! Where children learn and live, as two public registers have it: settings, and postcodes.
//!
//! What it is: the reader for the establishments extract of "Get information about schools" ([`gias`]: 140 columns in
//! Windows-1252), which turns a row into a [`record::Setting`] or says why it can't; the comparison of an extract with
//! what is held ([`compare`]: new, changed with each field, closed, reopened, gone from the extract); and the reader for
//! postcode directories ([`postcodes`]: the Office for National Statistics' own columns, and plainer cut-down files).
//! [`fixture`] makes an extract of invented schools for tests and demonstrations.
//!
//! What it is not: it opens no files, stores nothing and places no child.
//!
//! Where to start: [`gias::read`] and [`postcodes::read`]. Both hand over one outcome for each row, and a report in
//! which rows accepted and rejected add up to rows read.

pub mod compare;
pub mod fixture;
pub mod gias;
mod gias_columns;
pub mod notes;
pub mod postcodes;

pub use compare::{Change, FieldChange};
pub use gias::ListedSetting;
pub use notes::{Note, RegisterReport};
pub use postcodes::PostcodeEntry;
