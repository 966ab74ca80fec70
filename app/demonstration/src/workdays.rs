//! Working days, school terms and evenly spread dates, looked up in a table made once.

use calendar::Calendar;
use calendar::bank_holidays::{Holiday, holiday_on};

use crate::day::Day;
use crate::dice::Dice;

/// Working and school days over the whole history and the years after it.
#[derive(Debug, Clone)]
pub struct Workdays {
    first: i32,
    working: Vec<bool>,
    term: Vec<bool>,
}

impl Workdays {
    /// The table from 1 January of one year to 31 December of another.
    #[must_use]
    pub fn between(first_year: i16, last_year: i16) -> Self {
        let calendar = Calendar::england();
        let first = Day::of(first_year, 1, 1);
        let days = Day::of(last_year + 1, 1, 1).since(first);
        let working: Vec<bool> = (0..days).map(|offset| calendar.is_working_day(first.plus(offset).civil())).collect();
        let mut term = working.clone();
        for year in first_year..=last_year {
            for (from, to) in closures(year) {
                for day in from.0..=to.0 {
                    if let Some(open) = usize::try_from(day - first.0).ok().and_then(|index| term.get_mut(index)) {
                        *open = false;
                    }
                }
            }
        }
        Self { first: first.0, working, term }
    }

    fn at(&self, table: &[bool], day: Day) -> bool {
        usize::try_from(day.0 - self.first)
            .ok()
            .and_then(|index| table.get(index).copied())
            .unwrap_or(day.weekday() < 5)
    }

    /// Is it a working day?
    #[must_use]
    pub fn is_working(&self, day: Day) -> bool {
        self.at(&self.working, day)
    }

    /// Is it a day on which schools are open?
    #[must_use]
    pub fn is_term(&self, day: Day) -> bool {
        self.at(&self.term, day)
    }

    /// The first working day on or after this day.
    #[must_use]
    pub fn from(&self, mut day: Day) -> Day {
        while !self.is_working(day) {
            day = day.plus(1);
        }
        day
    }

    /// The last working day on or before this day.
    #[must_use]
    pub fn until(&self, mut day: Day) -> Day {
        while !self.is_working(day) {
            day = day.plus(-1);
        }
        day
    }

    /// The last school day on or before this day.
    #[must_use]
    pub fn school_day_until(&self, mut day: Day) -> Day {
        while !self.is_term(day) {
            day = day.plus(-1);
        }
        day
    }

    /// So many working days of a year, spread evenly in proportion to the weights of the months.
    #[must_use]
    pub fn spread(&self, year: i16, months: &[u32; 12], count: u32, dice: &mut Dice) -> Vec<Day> {
        let days: Vec<Day> = (0..Day::of(year + 1, 1, 1).since(Day::of(year, 1, 1)))
            .map(|offset| Day::of(year, 1, 1).plus(offset))
            .filter(|&day| self.is_working(day))
            .collect();
        let weights: Vec<u64> =
            days.iter().map(|day| u64::from(months[usize::try_from(day.month() - 1).unwrap_or(0)])).collect();
        let total: u64 = weights.iter().sum();
        // Systematic sampling: one point in each of `count` equal shares of the year, from a random start.
        let count = u64::from(count);
        let start = u64::from(dice.below(1_000));
        let mut chosen = Vec::new();
        let (mut index, mut passed) = (0, 0);
        for place in 0..count {
            let point = (place * 1_000 + start) * total / (count * 1_000);
            while passed + weights[index] <= point {
                passed += weights[index];
                index += 1;
            }
            chosen.push(days[index]);
        }
        chosen
    }
}

/// When schools are closed in a calendar year, first and last day, near enough for most of England.
fn closures(year: i16) -> [(Day, Day); 7] {
    let mut good_friday = Day::of(year, 3, 29);
    for offset in 0..40 {
        let day = Day::of(year, 3, 18).plus(offset);
        if holiday_on(day.civil()) == Some(Holiday::GoodFriday) {
            good_friday = day;
        }
    }
    let monday_of = |day: Day| day.plus(-day.weekday());
    let february = monday_of(Day::of(year, 2, 16));
    let may = monday_of(Day::of(year, 5, 31));
    let october = monday_of(Day::of(year, 10, 27));
    [
        (Day::of(year, 1, 1), Day::of(year, 1, 4)),
        (february, february.plus(4)),
        (good_friday.plus(-7), good_friday.plus(7)),
        (may, may.plus(4)),
        (Day::of(year, 7, 22), Day::of(year, 9, 3)),
        (october, october.plus(4)),
        (Day::of(year, 12, 21), Day::of(year, 12, 31)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spread_dates_are_working_days_of_the_year_in_order() {
        let table = Workdays::between(2024, 2025);
        let days = table.spread(2025, &[1; 12], 1_000, &mut Dice::new(1, "test", 0));
        assert_eq!(days.len(), 1_000);
        assert!(days.is_sorted() && days.iter().all(|&day| table.is_working(day) && day.year() == 2025));
        let christmas = Day::of(2025, 12, 25);
        assert_eq!((table.from(christmas), table.until(christmas)), (Day::of(2025, 12, 29), Day::of(2025, 12, 24)));
        assert!(!table.is_term(Day::of(2025, 8, 5)) && table.is_term(Day::of(2025, 11, 4)));
    }
}
