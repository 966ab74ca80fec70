//! The pages, one file for each thing that somebody does.

pub(crate) mod search;
