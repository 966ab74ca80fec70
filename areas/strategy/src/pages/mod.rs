//! The pages of this area.

pub mod batch;
pub mod figures;
pub mod file;
pub mod imports;
pub mod performance;
mod report;
