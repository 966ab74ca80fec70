//! Dates as people write them in England.

use jiff::civil::Date;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month(date: Date) -> &'static str {
    usize::try_from(date.month()).ok().and_then(|month| MONTHS.get(month.wrapping_sub(1))).copied().unwrap_or("")
}

/// "2 March 2026".
#[must_use]
pub fn long_date(date: Date) -> String {
    format!("{} {} {}", date.day(), month(date), date.year())
}

/// "2 Mar 2026".
#[must_use]
pub fn short_date(date: Date) -> String {
    format!("{} {} {}", date.day(), month(date).get(..3).unwrap_or(""), date.year())
}
