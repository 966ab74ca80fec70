//! The pages of this area.

pub mod figures;
pub mod performance;
