//! A day as a whole number, for quick arithmetic over hundreds of thousands of events.

use jiff::civil::Date;

/// A day, counted from 1 January 1970.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub i32);

impl Day {
    /// The day of this date. The day of the month may run past its end or before its start.
    #[must_use]
    pub const fn of(year: i16, month: i32, day: i32) -> Self {
        // Days from civil: the year is taken to begin in March, so that a leap day ends it.
        let year = year as i32 - (month <= 2) as i32;
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        Self(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
    }

    /// Year, month and day of the month.
    #[must_use]
    pub const fn parts(self) -> (i16, i8, i8) {
        let shifted = self.0 + 719_468;
        let era = shifted.div_euclid(146_097);
        let of_era = shifted.rem_euclid(146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + (month <= 2) as i32;
        (year as i16, month as i8, day as i8)
    }

    /// The calendar year.
    #[must_use]
    pub const fn year(self) -> i16 {
        self.parts().0
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> i8 {
        self.parts().1
    }

    /// The day of the week: Monday is 0, Sunday is 6.
    #[must_use]
    pub const fn weekday(self) -> i32 {
        (self.0 + 3).rem_euclid(7)
    }

    /// So many days later, or earlier.
    #[must_use]
    pub const fn plus(self, days: i32) -> Self {
        Self(self.0 + days)
    }

    /// Days from the other day to this one.
    #[must_use]
    pub const fn since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }

    /// The date.
    #[must_use]
    pub fn civil(self) -> Date {
        let (year, month, day) = self.parts();
        Date::new(year, month, day).unwrap_or(Date::ZERO)
    }

    /// The calendar year in which the academic year of this day began.
    #[must_use]
    pub const fn academic_year(self) -> i16 {
        let (year, month, _) = self.parts();
        if month >= 9 { year } else { year - 1 }
    }

    /// Age in whole years on this day of somebody born on the other.
    #[must_use]
    pub const fn age_of(self, born: Self) -> i16 {
        let (year, month, day) = self.parts();
        let (birth_year, birth_month, birth_day) = born.parts();
        year - birth_year - ((month < birth_month || (month == birth_month && day < birth_day)) as i16)
    }
}

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self::of(date.year(), i32::from(date.month()), i32::from(date.day()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{Weekday, date};

    #[test]
    fn days_and_dates_agree_for_sixty_years() {
        let mut date = date(1985, 1, 1);
        let mut day = Day::from(date);
        while date.year() < 2045 {
            assert_eq!(day.civil(), date);
            assert_eq!(day.weekday() == 0, date.weekday() == Weekday::Monday);
            date = date.tomorrow().unwrap();
            day = day.plus(1);
        }
        assert_eq!(Day::of(1970, 1, 1), Day(0));
    }

    #[test]
    fn ages_turn_on_the_birthday() {
        let born = Day::of(2010, 5, 17);
        assert_eq!(Day::of(2026, 5, 16).age_of(born), 15);
        assert_eq!(Day::of(2026, 5, 17).age_of(born), 16);
        assert_eq!(Day::of(2026, 8, 31).academic_year(), 2025);
    }
}
