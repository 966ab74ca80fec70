//! The area's SQL: case files, the contact of whoever asked, possible matches, notices, and the case's own events.

mod case_files;
mod contacts;
mod home;
mod known;
mod matches;
mod names;
mod notices;
mod online;
mod stream;

pub use case_files::{
    BULK_COLUMNS, ListQuery, Whose, bulk_row, count_open, file, files_of_child, find_by_reference, list, push_list,
    save_file, steps_due,
};
pub use contacts::{Contact, contact, requests_of_account, save_contact};
pub use home::{home_authority, lightest_team, settings_of};
pub use known::{Candidates, children_to_ask_for};
pub use matches::{PossibleChild, answer_match, has_open_matches, open_matches, save_matches};
pub use names::names;
pub use notices::{Notice, Recipient, begin_notices, mark_sent, notices};
pub use online::{accounts_of, invited};
pub use stream::{Loaded, load, stream};
