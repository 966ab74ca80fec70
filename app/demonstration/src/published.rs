//! The published figures that the county is calibrated on, and nothing else: no figure here is invented. Where a
//! year was not published, the module says what stands in its place and why.

pub mod flow;
pub mod people;
pub mod plans;
