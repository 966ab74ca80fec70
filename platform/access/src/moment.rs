//! When something is decided.

use jiff::{Timestamp, civil::Date};
use serde::Serialize;

/// An instant, and the day it falls on in England. Emergency access runs by the minute, everything else by the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Moment {
    /// The instant.
    pub at: Timestamp,
    /// The day, in Europe/London.
    pub on: Date,
}

impl Moment {
    /// An instant and its day, as the caller's clock gives them.
    #[must_use]
    pub const fn new(at: Timestamp, on: Date) -> Self {
        Self { at, on }
    }
}
