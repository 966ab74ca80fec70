//! The area's pages: one file each, a `show` and where it has a form a `send`.

pub mod allocate;
pub mod case;
pub mod caseload;
pub mod decide;
pub mod done;
pub mod history;
pub mod matches;
pub mod my;
pub mod notified;
mod parts;
pub mod request;
pub mod setting;
pub mod tracker;

pub(crate) use case::paragraphs;
