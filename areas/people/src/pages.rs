//! The pages, one file for each thing that somebody does.

pub(crate) mod answer_address;
pub(crate) mod details;
pub(crate) mod new_address;
mod protecting;
pub(crate) mod protection;
pub(crate) mod record;
pub(crate) mod search;
