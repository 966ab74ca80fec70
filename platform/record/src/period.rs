//! A stretch of days during which a fact holds.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// From a first day to a last day, both included; without a last day it still holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Period {
    /// The first day on which the fact holds.
    pub from: Date,
    /// The last day on which the fact holds; none while it goes on.
    pub to: Option<Date>,
}

impl Period {
    /// From this day on, with no end known.
    #[must_use]
    pub const fn since(from: Date) -> Self {
        Self { from, to: None }
    }

    /// From the first day to the last, both included.
    #[must_use]
    pub const fn between(from: Date, to: Date) -> Self {
        Self { from, to: Some(to) }
    }

    /// Does the fact hold on this day?
    #[must_use]
    pub fn contains(&self, on: Date) -> bool {
        self.from <= on && self.to.is_none_or(|to| on <= to)
    }

    /// Is there a day on which both hold?
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.to.is_none_or(|to| other.from <= to) && other.to.is_none_or(|to| self.from <= to)
    }

    /// Does the last day come before the first?
    #[must_use]
    pub fn is_backwards(&self) -> bool {
        self.to.is_some_and(|to| to < self.from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn both_ends_count() {
        let term = Period::between(date(2026, 9, 1), date(2026, 12, 18));
        assert!(term.contains(date(2026, 9, 1)) && term.contains(date(2026, 12, 18)));
        assert!(!term.contains(date(2026, 8, 31)) && !term.contains(date(2026, 12, 19)));
        assert!(Period::since(date(2026, 9, 1)).contains(date(2099, 1, 1)));
    }

    #[test]
    fn periods_that_touch_on_one_day_overlap() {
        let first = Period::between(date(2026, 1, 1), date(2026, 6, 1));
        assert!(first.overlaps(&Period::since(date(2026, 6, 1))));
        assert!(!first.overlaps(&Period::since(date(2026, 6, 2))));
        assert!(Period::between(date(2026, 2, 2), date(2026, 2, 1)).is_backwards());
    }
}
