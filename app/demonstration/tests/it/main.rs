//! What a finished county must be like, whatever its seed, size and date.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on should stop there")]

mod alike;
mod calibrated;
mod lawful;
mod plausible;
mod sizes;

use std::sync::OnceLock;

use demonstration::{County, Settings};
use jiff::civil::{Date, date};

/// The dates that the tests show the county on.
pub fn dates() -> [Date; 3] {
    [date(2026, 11, 22), date(2027, 2, 28), date(2026, 1, 1)]
}

/// A county of the usual size.
pub fn county(seed: u64, today: Date) -> County {
    County::make(Settings::new(today).with_seed(seed))
}

/// A small town, for what need not be counted at full size.
pub fn town(seed: u64, today: Date) -> County {
    County::make(Settings::new(today).with_seed(seed).with_people(12_000))
}

/// The county of the first date, made once for all tests that only look at it.
pub fn usual() -> &'static County {
    static USUAL: OnceLock<County> = OnceLock::new();
    USUAL.get_or_init(|| county(1, dates()[0]))
}
