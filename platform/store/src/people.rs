//! People, the organisations around them, and what links them: stored and loaded as the types of `record`.
//!
//! Each row keeps the whole fact as JSON; the columns beside it are copies to search by, written by the same function
//! ([`save`], [`insert_many`]), so that the two cannot differ. [`save`] also writes the change log.
//!
//! Reading what is personal takes a permit of the access policy: see [`read`]. What is not about a child or family
//! (organisations, teams, posts) is read by [`find`] and its companions. [`unchecked`] is for the policy itself, for
//! importers and for nightly work, and never for a page.

mod allocations;
mod directory;
mod duplicates;
mod facts_of_life;
mod find;
mod kept;
mod organisations;
mod person;
pub mod read;
mod relationships;
mod search;
pub mod unchecked;

pub use directory::{organisations, post, posts_of, setting_by_urn, settings, staff_of, teams_of, teams_of_account};
pub use duplicates::{PossibleMatch, possible_matches};
pub use find::{find, find_many};
pub use kept::{Author, Kept, Public, insert_many, save};
pub use search::{Found, PeopleQuery, search};
