//! The pages of people and accounts, as somebody at a browser meets them, on both databases.

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
