//! GOV.UK-style pages for a service that is not GOV.UK.
//!
//! What it is: every component of the npm package `govuk-frontend` as a plain struct that implements
//! [`maud::Render`] and writes the same elements as the package's own templates (checked against all of the package's
//! fixtures); the package's stylesheet and script, themed at build time with Wherry's own brand and embedded under
//! names that carry their hash ([`assets`]); the page template ([`layout`]); and what Wherry builds on these
//! ([`kit`]).
//!
//! What it is not: it knows no routes, sessions, people or rules, reads no clock and makes no request. It carries no
//! crown, no GOV.UK logotype, no GDS Transport and no GOV.UK blue.
//!
//! Where to start: [`Button`], [`Input`] and [`ErrorSummary`] show how components are built; [`Content`] is text or
//! markup; [`layout::Layout`] puts a page round them.
//!
//! ```
//! use govuk::{Button, Input};
//! use maud::html;
//!
//! let form = html! {
//!     form method="post" novalidate {
//!         (Input::new("given-name").label("First name").value("Ada").autocomplete("given-name"))
//!         (Button::new("Continue"))
//!     }
//! };
//! assert!(form.into_string().contains(r#"id="given-name""#));
//! ```

#[macro_use]
mod base;
mod artwork;
pub mod assets;
mod components;
pub mod kit;
pub mod layout;

pub use base::attributes::Attributes;
pub use base::content::Content;
pub use base::items::Items;
pub use components::*;
