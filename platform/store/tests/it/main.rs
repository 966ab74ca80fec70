//! The whole data test suite, on both databases.

mod append_events;
mod keep_drafts;
mod seal_audit;
mod send_outbox;
mod submit_once;
mod work_jobs;
