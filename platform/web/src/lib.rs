//! What every page stands on: the site, a visit to it, forms, drafts, errors and headers.
//!
//! * [`Site`] is the state of the running service: its store, its settings, its clock. Built once, in the app.
//! * [`Visit`] is one request by one person: who they are, when it is, their cross-site token, and how to answer
//!   ([`Visit::page`]). A handler that takes a `Visit` knows who is asking; it still needs a `Permit` to read a record.
//! * [`Form`] holds what was typed, the errors found, and renders the fields again with both. Fields are typed
//!   constants ([`Field`]), so an error cannot point at a field that is not there.
//! * [`drafts`] keeps what a person typed, as they type it; nothing is lost when a session ends.
//! * [`PageError`] is the one error at the edge: a page for people, RFC 9457 problem details for machines.
//! * [`finish`] puts the protective layers round the routes: headers, cross-site checks, limits, compression.
//!
//! It is not a place for any area's pages or rules. Start at `visit.rs`, then `form.rs`.

mod assets;
mod clock;
mod cookies;
mod csrf;
pub mod drafts;
mod errors;
mod fields;
mod form;
mod headers;
mod health;
pub mod messages;
mod page;
mod permit;
mod posted;
mod server;
pub mod session_life;
mod site;
pub mod upload;
mod viewer;
mod visit;

pub use clock::{Clock, Randomness};
pub use csrf::CSRF_FIELD;
pub use errors::{PageError, PageResult};
pub use fields::{Field, kind};
pub use form::Form;
pub use page::Page;
pub use posted::Posted;
pub use server::finish;
pub use site::{Mode, Navigation, Place, Settings, Site};
pub use upload::Upload;
pub use viewer::Viewer;
pub use visit::Visit;
