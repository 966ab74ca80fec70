//! What the county is made from: its size, its seed and the day it is shown on.

use jiff::civil::Date;

use crate::day::Day;

/// People under 25 in the county that the published figures come from (Norfolk; ONS mid-year estimates).
pub const PUBLISHED_PEOPLE: u64 = 243_000;

/// What a county is made from. The same settings give the same county on every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// People under 25 who live in the county; everything scales with it.
    pub people: usize,
    /// Which county of that size: another seed gives other people with the same totals.
    pub seed: u64,
    /// The day the county is shown on. Its history ends the day before.
    pub today: Date,
}

impl Settings {
    /// A county of the size of the one it is calibrated on.
    #[must_use]
    pub const fn new(today: Date) -> Self {
        Self { people: 243_000, seed: 1, today }
    }

    /// The same, with so many people under 25.
    #[must_use]
    pub const fn with_people(self, people: usize) -> Self {
        Self { people, ..self }
    }

    /// The same, from another seed.
    #[must_use]
    pub const fn with_seed(self, seed: u64) -> Self {
        Self { seed, ..self }
    }

    /// A published count, scaled to this county and rounded to the nearest whole number.
    #[must_use]
    pub fn scaled(&self, published: u32) -> u32 {
        let scaled = (u64::from(published) * self.people as u64 * 2 + PUBLISHED_PEOPLE) / (2 * PUBLISHED_PEOPLE);
        u32::try_from(scaled).unwrap_or(u32::MAX)
    }

    /// A published count, scaled, and at least this many.
    #[must_use]
    pub fn scaled_at_least(&self, published: u32, least: u32) -> u32 {
        self.scaled(published).max(least)
    }
}

/// The dates that the history hangs on, worked out from the day it is shown on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Times {
    /// The day the county is shown on.
    pub today: Day,
    /// The last day of its history.
    pub yesterday: Day,
    /// The last complete calendar year: it plays the part of the published calendar year 2024.
    pub year: i16,
    /// The count day after it, which plays the part of January 2025: the third Thursday of January, or yesterday if
    /// that is earlier.
    pub count_day: Day,
    /// The first day of events: 1 January five years before the last complete year. Plans made earlier are brought
    /// in on that day.
    pub begins: Day,
}

/// How many calendar years of events come before the last complete one.
pub const YEARS_BEFORE: i16 = 5;

impl Times {
    /// The dates for a county shown on this day.
    #[must_use]
    pub fn of(today: Date) -> Self {
        let today_day = Day::from(today);
        let yesterday = today_day.plus(-1);
        let year = today.year() - 1;
        let mut thursday = Day::of(year + 1, 1, 1);
        while thursday.weekday() != 3 {
            thursday = thursday.plus(1);
        }
        Self {
            today: today_day,
            yesterday,
            year,
            count_day: thursday.plus(14).min(yesterday),
            begins: Day::of(year - YEARS_BEFORE, 1, 1),
        }
    }

    /// The calendar years with events, the current one included.
    #[must_use]
    pub fn years(&self) -> std::ops::RangeInclusive<i16> {
        self.year - YEARS_BEFORE..=self.year + 1
    }

    /// Where a calendar year stands in the published tables: 0 is the first year of events, 5 the last complete one.
    /// Later years repeat the last complete one.
    #[must_use]
    pub fn index(&self, year: i16) -> usize {
        usize::try_from(year - (self.year - YEARS_BEFORE)).unwrap_or(0).min(usize::try_from(YEARS_BEFORE).unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn history_ends_yesterday_and_the_count_day_is_never_after_it() {
        let times = Times::of(date(2026, 11, 22));
        assert_eq!(
            (times.year, times.yesterday.civil(), times.count_day.civil()),
            (2025, date(2026, 11, 21), date(2026, 1, 15))
        );
        let new_year = Times::of(date(2026, 1, 1));
        assert_eq!((new_year.year, new_year.count_day.civil()), (2025, date(2025, 12, 31)));
        assert_eq!(times.begins.civil(), date(2020, 1, 1));
        assert_eq!((times.index(2020), times.index(2025), times.index(2026)), (0, 5, 5));
    }

    #[test]
    fn published_counts_scale_to_the_nearest_whole_number() {
        let settings = Settings::new(date(2026, 11, 22));
        assert_eq!(settings.scaled(12_147), 12_147);
        assert_eq!(settings.with_people(2_430).scaled(12_147), 121);
        assert_eq!(settings.with_people(2_430_000).scaled(12_147), 121_470);
    }
}
