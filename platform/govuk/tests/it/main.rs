//! The crate's tests: the package's own fixtures, the brand of what is served, the page template and the kit.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod assets;
mod builders;
mod dom;
mod escaping;
mod fixtures;
mod kit;
mod layout;
