//! Working days, and how sure we are that a day is one.

use jiff::civil::{Date, Weekday};

use crate::bank_holidays::{self, FIRST_YEAR, LAST_YEAR};
use crate::limits::shift;

/// How sure the calendar is about a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// Inside the published table of bank holidays.
    Published,
    /// Before the first or after the last published bank holiday: weekends are known, holidays are not.
    Provisional,
}

/// The working days of England and Wales: Monday to Friday, leaving out bank holidays.
///
/// The statutory meaning of "working day" differs a little between instruments; this one is the common core and
/// is marked to be confirmed in `docs/law.md`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Calendar;

impl Calendar {
    /// The calendar of England and Wales.
    #[must_use]
    pub const fn england() -> Self {
        Self
    }

    /// Whether the table of bank holidays covers this day. A date past its end must be shown as provisional.
    #[must_use]
    pub fn certainty(&self, day: Date) -> Certainty {
        if (FIRST_YEAR..=LAST_YEAR).contains(&day.year()) { Certainty::Published } else { Certainty::Provisional }
    }

    /// Monday to Friday and not a bank holiday.
    #[must_use]
    pub fn is_working_day(&self, day: Date) -> bool {
        !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && bank_holidays::holiday_on(day).is_none()
    }

    /// The last working day on or before this day: where work aimed at a legal limit must be done, since a
    /// statutory limit does not roll forward past a weekend or holiday.
    #[must_use]
    pub fn work_target(&self, limit: Date) -> Date {
        let mut day = limit;
        while !self.is_working_day(day) && day > Date::MIN {
            day = shift(day, -1);
        }
        day
    }

    /// The first working day on or after this day.
    #[must_use]
    pub fn working_day_from(&self, day: Date) -> Date {
        let mut day = day;
        while !self.is_working_day(day) && day < Date::MAX {
            day = shift(day, 1);
        }
        day
    }

    /// "within N working days of": the start day does not count.
    #[must_use]
    pub fn wdays_excl(&self, start: Date, count: u32) -> Date {
        let mut day = start;
        let mut left = count;
        while left > 0 && day < Date::MAX {
            day = shift(day, 1);
            if self.is_working_day(day) {
                left -= 1;
            }
        }
        day
    }

    /// "within N working days beginning with": the start day counts when it is itself a working day.
    #[must_use]
    pub fn wdays_incl(&self, start: Date, count: u32) -> Date {
        if count == 0 {
            return start;
        }
        let left = if self.is_working_day(start) { count - 1 } else { count };
        self.wdays_excl(start, left)
    }

    /// "at least N working days before": counted backwards, the day itself not counting.
    #[must_use]
    pub fn wdays_before(&self, end: Date, count: u32) -> Date {
        let mut day = end;
        let mut left = count;
        while left > 0 && day > Date::MIN {
            day = shift(day, -1);
            if self.is_working_day(day) {
                left -= 1;
            }
        }
        day
    }
}
