//! The pages of people and accounts, as somebody at a browser meets them, on both databases.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on stops")]

mod accounts;
mod addresses;
mod adults;
mod audit;
mod consent_and_capacity;
mod details;
mod emergency;
mod looked;
mod matches;
mod new_person;
mod permissions;
mod record;
mod search;
mod world;
