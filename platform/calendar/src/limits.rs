//! How each phrase in the law becomes a last lawful day.
//!
//! Every function takes the day that starts the limit and gives the **last day on which the duty can still be
//! met**. Nothing here rolls past a weekend or bank holiday: a statutory limit in England does not. A date past
//! the edge of the calendar (year 9999) stays at that edge.

use jiff::Span;
use jiff::civil::Date;

pub use crate::closures::{absence_qualifies, days_between};
pub use crate::school_year::leaving_date;
pub use crate::tribunal::{appeal_window, tribunal_end};

/// Moves a date by a number of days, forwards or back.
#[must_use]
pub fn shift(day: Date, days: i32) -> Date {
    day.saturating_add(Span::new().days(days))
}

/// "within N weeks of": the start day does not count; ends at the end of the same weekday.
#[must_use]
pub fn weeks_excl(start: Date, weeks: u32) -> Date {
    shift(start, whole(weeks).saturating_mul(7))
}

/// "within N days of": calendar days, the start day does not count.
#[must_use]
pub fn days_excl(start: Date, days: u32) -> Date {
    shift(start, whole(days))
}

/// "N days beginning with": calendar days, the start day counts.
#[must_use]
pub fn days_incl(start: Date, days: u32) -> Date {
    shift(start, whole(days).saturating_sub(1))
}

/// "within N months of": the corresponding date N months on; where that month has no such date, its last day.
#[must_use]
pub fn months_excl(start: Date, months: u32) -> Date {
    start.saturating_add(Span::new().months(whole(months)))
}

/// "within N months starting with": the day before the corresponding date.
#[must_use]
pub fn months_incl(start: Date, months: u32) -> Date {
    shift(months_excl(start, months), -1)
}

/// "before this date": the day before it is the last lawful day.
#[must_use]
pub fn before(day: Date) -> Date {
    shift(day, -1)
}

/// "at least N weeks before": counted back from the event.
#[must_use]
pub fn backwards(event: Date, weeks: u32) -> Date {
    shift(event, -whole(weeks).saturating_mul(7))
}

/// "at least N months before": the corresponding date counted back; where there is none, that month's last day.
#[must_use]
pub fn months_backwards(event: Date, months: u32) -> Date {
    event.saturating_sub(Span::new().months(whole(months)))
}

/// The latest day for an annual review meeting that leaves four weeks for the decision.
#[must_use]
pub fn review_meeting_latest(review_complete_by: Date) -> Date {
    backwards(review_complete_by, 4)
}

/// Spans are bounded by the calendar; anything larger stays at its edge.
fn whole(count: u32) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX).min(100_000)
}
