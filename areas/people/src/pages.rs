//! The pages, one file for each thing that somebody does.

pub(crate) mod account;
pub(crate) mod accounts;
pub(crate) mod adult;
pub(crate) mod answer_address;
pub(crate) mod audit;
mod change_link;
pub(crate) mod contact;
pub(crate) mod court_order;
pub(crate) mod details;
pub(crate) mod emergency;
pub(crate) mod end_link;
pub(crate) mod hand_over;
pub(crate) mod history;
pub(crate) mod invite;
pub(crate) mod looked;
pub(crate) mod matches;
pub(crate) mod new_address;
pub(crate) mod new_adult;
pub(crate) mod new_capacity;
pub(crate) mod new_consent;
pub(crate) mod new_person;
mod protecting;
pub(crate) mod protection;
pub(crate) mod prove_link;
pub(crate) mod record;
pub(crate) mod review_emergency;
pub(crate) mod search;
