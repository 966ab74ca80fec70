//! The crate's tests: the package's own fixtures, the brand of what is served, the page template and the kit.

mod dom;
mod fixtures;
