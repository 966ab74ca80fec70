//! The pages, one file for each thing that somebody does.

pub(crate) mod adult;
pub(crate) mod answer_address;
mod change_link;
pub(crate) mod contact;
pub(crate) mod court_order;
pub(crate) mod details;
pub(crate) mod end_link;
pub(crate) mod history;
pub(crate) mod looked;
pub(crate) mod matches;
pub(crate) mod new_address;
pub(crate) mod new_adult;
pub(crate) mod new_capacity;
pub(crate) mod new_consent;
mod protecting;
pub(crate) mod protection;
pub(crate) mod prove_link;
pub(crate) mod record;
pub(crate) mod search;
