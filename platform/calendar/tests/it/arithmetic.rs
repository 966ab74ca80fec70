//! Each function of the counting rulings, by name, with the worked dates of the reference.

use calendar::closures::{ABSENCE_DAYS, ABSENCE_DAYS_AFTER_ORDER, absence_qualifies, days_between};
use calendar::limits::{
    backwards, before, days_excl, days_incl, months_backwards, months_excl, months_incl, review_meeting_latest,
    weeks_excl,
};
use calendar::tribunal::{appeal_window, tribunal_end, tribunal_wdays_excl};
use calendar::{Calendar, Closure};
use jiff::civil::date;

const CALENDAR: Calendar = Calendar::england();

#[test]
fn weeks_excl_leaves_out_the_day_of_the_event_and_ends_on_the_same_weekday() {
    assert_eq!(weeks_excl(date(2026, 3, 2), 6), date(2026, 4, 13));
    assert_eq!(weeks_excl(date(2026, 3, 2), 6).weekday(), date(2026, 3, 2).weekday());
    assert_eq!(weeks_excl(date(2023, 12, 31), 20), date(2024, 5, 19), "over a leap day");
}

#[test]
fn days_excl_leaves_out_the_first_day() {
    assert_eq!(days_excl(date(2026, 6, 8), 15), date(2026, 6, 23));
}

#[test]
fn days_incl_counts_the_first_day() {
    assert_eq!(days_incl(date(2026, 6, 8), 15), date(2026, 6, 22));
}

#[test]
fn months_excl_is_the_corresponding_date_or_the_last_day_of_a_shorter_month() {
    assert_eq!(months_excl(date(2026, 6, 10), 2), date(2026, 8, 10));
    assert_eq!(months_excl(date(2025, 12, 31), 2), date(2026, 2, 28));
    assert_eq!(months_excl(date(2023, 12, 31), 2), date(2024, 2, 29), "leap year");
    assert_eq!(months_excl(date(2024, 2, 29), 12), date(2025, 2, 28));
}

#[test]
fn months_incl_is_one_day_less() {
    assert_eq!(months_incl(date(2026, 7, 20), 12), date(2027, 7, 19));
    assert_eq!(months_incl(date(2026, 10, 5), 3), date(2027, 1, 4));
}

#[test]
fn wdays_excl_leaves_out_the_first_day_weekends_and_bank_holidays() {
    assert_eq!(CALENDAR.wdays_excl(date(2026, 4, 1), 3), date(2026, 4, 8), "Good Friday and Easter Monday");
    assert_eq!(CALENDAR.wdays_excl(date(2026, 12, 24), 1), date(2026, 12, 29));
    assert_eq!(CALENDAR.wdays_excl(date(2026, 3, 2), 0), date(2026, 3, 2));
}

#[test]
fn wdays_incl_counts_the_first_day_when_it_is_a_working_day() {
    assert_eq!(CALENDAR.wdays_incl(date(2026, 3, 2), 15), date(2026, 3, 20), "from a Monday");
    assert_eq!(CALENDAR.wdays_incl(date(2026, 3, 1), 15), date(2026, 3, 20), "from a Sunday");
    assert_eq!(CALENDAR.wdays_incl(date(2026, 3, 2), 1), date(2026, 3, 2));
    assert_eq!(CALENDAR.wdays_incl(date(2026, 3, 2), 0), date(2026, 3, 2));
}

#[test]
fn wdays_before_counts_back() {
    assert_eq!(CALENDAR.wdays_before(date(2026, 4, 8), 5), date(2026, 3, 30), "over Easter");
}

#[test]
fn before_is_the_day_before() {
    assert_eq!(before(date(2027, 2, 15)), date(2027, 2, 14));
}

#[test]
fn backwards_counts_back_from_the_event() {
    assert_eq!(backwards(date(2026, 5, 6), 2), date(2026, 4, 22));
    assert_eq!(months_backwards(date(2027, 9, 1), 5), date(2027, 4, 1));
    assert_eq!(months_backwards(date(2027, 7, 31), 5), date(2027, 2, 28));
}

#[test]
fn work_target_is_the_last_working_day_on_or_before_the_limit() {
    assert_eq!(CALENDAR.work_target(date(2026, 12, 28)), date(2026, 12, 24), "Christmas 2026");
    assert_eq!(CALENDAR.work_target(date(2027, 2, 14)), date(2027, 2, 12), "a Sunday");
    assert_eq!(CALENDAR.work_target(date(2026, 4, 13)), date(2026, 4, 13), "a working day stays");
}

#[test]
fn working_day_from_goes_forward() {
    assert_eq!(CALENDAR.working_day_from(date(2026, 12, 25)), date(2026, 12, 29));
}

#[test]
fn tribunal_end_rolls_out_of_august_and_christmas_and_over_weekends() {
    assert_eq!(tribunal_end(&CALENDAR, date(2026, 8, 10)), date(2026, 9, 1));
    assert_eq!(tribunal_end(&CALENDAR, date(2025, 12, 29)), date(2026, 1, 2));
    assert_eq!(tribunal_end(&CALENDAR, date(2026, 3, 1)), date(2026, 3, 2), "a Sunday");
    assert_eq!(tribunal_end(&CALENDAR, date(2026, 7, 31)), date(2026, 7, 31));
}

#[test]
fn tribunal_wdays_excl_leaves_out_august() {
    assert_eq!(tribunal_wdays_excl(&CALENDAR, date(2026, 7, 30), 2), date(2026, 9, 1));
}

#[test]
fn closure_window_is_a_week_before_each_end_of_a_closure_of_four_weeks() {
    let summer = Closure { from: date(2026, 7, 22), reopens: date(2026, 9, 3) };
    assert_eq!(summer.closure_window(), Some((date(2026, 7, 15), date(2026, 8, 27))));
    assert_eq!((summer.days(), summer.qualifies()), (43, true));
    assert!(summer.covers_request(date(2026, 7, 20)));
    assert!(!summer.covers_request(date(2026, 7, 14)) && !summer.covers_request(date(2026, 8, 28)));
    let easter = Closure { from: date(2026, 3, 28), reopens: date(2026, 4, 13) };
    assert_eq!((easter.days(), easter.closure_window()), (16, None));
    let exact = Closure { from: date(2026, 7, 1), reopens: date(2026, 7, 29) };
    assert_eq!((exact.days(), exact.qualifies()), (28, true));
}

#[test]
fn absence_qualifies_at_28_days_or_14_after_an_order() {
    assert!(!absence_qualifies(27, ABSENCE_DAYS) && absence_qualifies(28, ABSENCE_DAYS));
    assert!(!absence_qualifies(13, ABSENCE_DAYS_AFTER_ORDER) && absence_qualifies(14, ABSENCE_DAYS_AFTER_ORDER));
    assert_eq!(days_between(date(2026, 3, 10), date(2026, 4, 7)), 28);
    assert_eq!(days_between(date(2026, 4, 7), date(2026, 3, 10)), 0);
}

#[test]
fn review_meeting_latest_leaves_four_weeks_for_the_decision() {
    assert_eq!(review_meeting_latest(date(2027, 7, 19)), date(2027, 6, 21));
}

#[test]
fn appeal_window_is_the_later_of_notice_and_certificate_then_the_tribunals_holidays() {
    assert_eq!(appeal_window(&CALENDAR, date(2026, 6, 10), None), date(2026, 9, 1));
    assert_eq!(appeal_window(&CALENDAR, date(2025, 10, 1), Some(date(2025, 11, 29))), date(2026, 1, 2));
    assert_eq!(
        appeal_window(&CALENDAR, date(2026, 3, 2), Some(date(2026, 3, 10))),
        date(2026, 5, 5),
        "4 May is a holiday; 2 May a Saturday"
    );
}
