//! What holds for every date.

use calendar::Calendar;
use calendar::limits::{backwards, days_incl, months_backwards, months_excl, months_incl, shift, weeks_excl};
use calendar::school_year::{AcademicYear, age_on, leaving_date};
use calendar::tribunal::{appeal_window, tribunal_end};
use jiff::civil::{Date, Weekday, date};
use proptest::prelude::*;

fn day() -> impl Strategy<Value = Date> {
    (0..16_000_i32).prop_map(|days| shift(date(1995, 1, 1), days))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_later_start_never_gives_an_earlier_limit(start in day(), more in 0..400_i32, count in 0..40_u32) {
        let calendar = Calendar::england();
        let later = shift(start, more);
        prop_assert!(weeks_excl(start, count) <= weeks_excl(later, count));
        prop_assert!(days_incl(start, count) <= days_incl(later, count));
        prop_assert!(months_excl(start, count) <= months_excl(later, count));
        prop_assert!(months_incl(start, count) <= months_incl(later, count));
        prop_assert!(backwards(start, count) <= backwards(later, count));
        prop_assert!(months_backwards(start, count) <= months_backwards(later, count));
        prop_assert!(calendar.wdays_excl(start, count) <= calendar.wdays_excl(later, count));
        prop_assert!(calendar.wdays_incl(start, count) <= calendar.wdays_incl(later, count));
        prop_assert!(calendar.work_target(start) <= calendar.work_target(later));
        prop_assert!(tribunal_end(&calendar, start) <= tribunal_end(&calendar, later));
        prop_assert!(appeal_window(&calendar, start, None) <= appeal_window(&calendar, later, None));
    }

    #[test]
    fn targets_are_working_days_near_their_limit(limit in day()) {
        let calendar = Calendar::england();
        let target = calendar.work_target(limit);
        prop_assert!(calendar.is_working_day(target) && target <= limit && target >= shift(limit, -6));
        let end = tribunal_end(&calendar, limit);
        prop_assert!(calendar.is_working_day(end) && end >= limit && end.month() != 8);
        prop_assert_eq!(tribunal_end(&calendar, end), end);
    }

    #[test]
    fn including_the_start_of_working_days_is_never_later(start in day(), count in 1..40_u32) {
        let calendar = Calendar::england();
        prop_assert!(calendar.wdays_incl(start, count) <= calendar.wdays_excl(start, count));
        prop_assert!(calendar.is_working_day(calendar.wdays_excl(start, count)));
    }

    #[test]
    fn everybody_leaves_on_a_friday_in_late_june_of_the_school_year_they_turn_16(born in day()) {
        let leaving = leaving_date(born);
        prop_assert_eq!(leaving.weekday(), Weekday::Friday);
        prop_assert!(leaving.month() == 6 && leaving.day() >= 24);
        let year = AcademicYear::of(leaving);
        prop_assert_eq!(age_on(born, year.last_day()), Some(16));
        prop_assert!(age_on(born, shift(year.first_day(), -1)).is_none_or(|age| age == 15));
    }
}
