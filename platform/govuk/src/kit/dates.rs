//! Dates as people read them.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use maud::{Markup, html};

/// "3 July 2026".
pub fn long_date(date: Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// "3 July 2026 at 14:05", by the clock in London.
pub fn long_moment(at: Timestamp) -> String {
    let zone = TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC);
    at.to_zoned(zone).strftime("%-d %B %Y at %H:%M").to_string()
}

/// The date in a `time` element.
pub(crate) fn time(date: Date) -> Markup {
    html! { time datetime=(date.to_string()) { (long_date(date)) } }
}
