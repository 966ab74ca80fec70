//! Fixed times.

use jiff::Timestamp;
use jiff::civil::Date;

/// An instant from text such as `2026-11-22T09:00:00Z`.
///
/// # Panics
/// When the text is no instant: the test is wrong.
#[expect(clippy::panic, reason = "a test with a wrong constant must stop")]
#[must_use]
pub fn at(text: &str) -> Timestamp {
    text.parse().unwrap_or_else(|error| panic!("“{text}” is no instant: {error}"))
}

/// A date from text such as `2026-11-22`.
///
/// # Panics
/// When the text is no date: the test is wrong.
#[expect(clippy::panic, reason = "a test with a wrong constant must stop")]
#[must_use]
pub fn day(text: &str) -> Date {
    text.parse().unwrap_or_else(|error| panic!("“{text}” is no date: {error}"))
}
