//! The First-tier Tribunal's own counting in special educational needs cases.
//!
//! Source: Tribunal Procedure (First-tier Tribunal) (Health, Education and Social Care Chamber) Rules 2008,
//! rules 12 and 20 (rule numbers to be confirmed). August and 25 December to 1 January are not working days in
//! special educational needs cases; disability discrimination claims do not have this rule.

use jiff::civil::Date;

use crate::Calendar;
use crate::limits::{months_excl, shift};

/// August, or 25 December to 1 January.
#[must_use]
pub fn tribunal_is_away(day: Date) -> bool {
    matches!((day.month(), day.day()), (8, _) | (12, 25..) | (1, 1))
}

/// A working day as the tribunal counts them.
#[must_use]
pub fn is_tribunal_working_day(calendar: &Calendar, day: Date) -> bool {
    !tribunal_is_away(day) && calendar.is_working_day(day)
}

/// Where a tribunal limit that ends on this day really ends: if it falls in August, in 25 December to 1 January
/// or on another non-working day, the next working day after that.
#[must_use]
pub fn tribunal_end(calendar: &Calendar, limit: Date) -> Date {
    let mut day = limit;
    while !is_tribunal_working_day(calendar, day) && day < Date::MAX {
        day = shift(day, 1);
    }
    day
}

/// "within N working days of" as the tribunal counts them; the start day does not count.
#[must_use]
pub fn tribunal_wdays_excl(calendar: &Calendar, start: Date, count: u32) -> Date {
    let mut day = start;
    let mut left = count;
    while left > 0 && day < Date::MAX {
        day = shift(day, 1);
        if is_tribunal_working_day(calendar, day) {
            left -= 1;
        }
    }
    day
}

/// The last day to register an appeal, before the tribunal's holidays are taken into account: two months from
/// the decision notice or, if later, one month from the mediation certificate.
#[must_use]
pub fn appeal_window_nominal(notice: Date, certificate: Option<Date>) -> Date {
    let from_notice = months_excl(notice, 2);
    certificate.map_or(from_notice, |issued| from_notice.max(months_excl(issued, 1)))
}

/// The last day to register an appeal.
#[must_use]
pub fn appeal_window(calendar: &Calendar, notice: Date, certificate: Option<Date>) -> Date {
    tribunal_end(calendar, appeal_window_nominal(notice, certificate))
}
