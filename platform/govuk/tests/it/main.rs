//! The crate's tests: the package's own fixtures, the brand of what is served, the page template and the kit.

#![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod dom;
mod fixtures;
