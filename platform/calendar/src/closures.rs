//! When a school or early years setting is closed to pupils, and when somebody is away from the area.

use jiff::Unit;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::limits::shift;

/// A continuous closure: from the first day closed to pupils to the day it opens again.
///
/// Days when staff are in but pupils are not count as open only if the head could give advice; an officer
/// confirms that and records the dates accordingly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closure {
    /// The first day closed to pupils.
    pub from: Date,
    /// The day it opens again.
    pub reopens: Date,
}

impl Closure {
    /// How many days it is closed.
    #[must_use]
    pub fn days(&self) -> i32 {
        days_between(self.from, self.reopens)
    }

    /// Closed for a continuous period of at least four weeks.
    #[must_use]
    pub fn qualifies(&self) -> bool {
        self.days() >= 28
    }

    /// The days between which a request to the head can fall under the exception: from one week before it closes
    /// to one week before it opens again. None when the closure is shorter than four weeks.
    #[must_use]
    pub fn closure_window(&self) -> Option<(Date, Date)> {
        self.qualifies().then(|| (shift(self.from, -7), shift(self.reopens, -7)))
    }

    /// Whether advice asked for on this day falls in the window.
    #[must_use]
    pub fn covers_request(&self, asked_on: Date) -> bool {
        self.closure_window().is_some_and(|(start, end)| (start..=end).contains(&asked_on))
    }
}

/// The least continuous absence from the area that counts against an authority's or an adviser's limit: 4 weeks.
pub const ABSENCE_DAYS: i32 = 28;

/// The least continuous absence that counts against a limit set by a tribunal order: 2 weeks.
pub const ABSENCE_DAYS_AFTER_ORDER: i32 = 14;

/// Whether an absence of this many continuous days counts, given the least that the rule asks for.
#[must_use]
pub fn absence_qualifies(days: i32, least: i32) -> bool {
    days >= least
}

/// Whole days from one date to a later one (the later one not counting); never negative.
#[must_use]
pub fn days_between(from: Date, until: Date) -> i32 {
    from.until((Unit::Day, until)).map_or(0, |span| span.get_days()).max(0)
}
