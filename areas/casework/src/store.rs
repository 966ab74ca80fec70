//! The area's SQL: case files, the contact of whoever asked, possible matches, and the case's own events.

mod case_files;
mod contacts;
mod matches;
mod stream;

pub use case_files::{
    BULK_COLUMNS, ListQuery, Whose, bulk_row, count_of_team, count_open, file, files_of_child, find_by_reference, list,
    save_file, steps_due,
};
pub use contacts::{Contact, contact, save_contact};
pub use matches::{PossibleChild, answer_match, matches, save_matches};
pub use stream::{Loaded, load, stream};
