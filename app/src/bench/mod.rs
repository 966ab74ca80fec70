//! The workload of `wherry bench`: a county, one person of each part signed in, and every page at a steady rate.
//!
//! The same pages are measured on the whole county and on one a tenth of its size, in one run: what matters is the
//! ratio, which says whether a page's cost grows with cases that have nothing to do with it.

pub mod pages;
pub mod server;
pub mod steady;
