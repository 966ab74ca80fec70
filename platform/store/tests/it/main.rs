//! The whole data test suite, on both databases.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on must stop")]

mod append_events;
mod back_up_and_restore;
mod bulk_load;
mod change_people;
mod check_health;
mod come_back;
mod fill_the_disk;
mod filter_cases;
mod find_people;
mod keep_accounts;
mod keep_drafts;
mod keep_sessions;
mod migrate;
mod open_in_emergency;
mod samples;
mod seal_audit;
mod send_outbox;
mod submit_once;
mod survive_kill;
mod work_jobs;
