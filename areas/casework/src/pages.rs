//! The area's pages: one file each, a `show` and where it has a form a `send`.

pub mod allocate;
mod asked;
pub mod asker;
pub mod case;
pub mod caseload;
pub mod decide;
pub mod done;
pub mod history;
pub mod matches;
pub mod my;
pub mod notices;
pub mod notified;
mod paging;
mod parts;
mod possible;
pub mod request;
pub mod setting;
pub mod tracker;

pub(crate) use parts::paragraphs;
