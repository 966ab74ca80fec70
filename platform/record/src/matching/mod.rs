//! Is this the same person? A score with reasons, for a human to judge. Nothing here ever merges two records.
//!
//! The store first asks [`blocking::search_keys`] which records are worth a look, so that the cost does not grow with
//! unrelated people, and then [`compare`]s each of them.

pub mod blocking;
mod compare;
pub mod fold;
mod nicknames;
pub mod phonetic;
mod similar;

pub use compare::{Candidate, LIKELY, Match, POSSIBLE, compare};
