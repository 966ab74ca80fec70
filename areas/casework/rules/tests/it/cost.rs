//! What one clock costs: at most 20 µs in an optimised build, a long history included.

use std::time::{Duration, Instant};

use calendar::Calendar;
use casework_rules::Case;
use casework_rules::sample::{evaluate_clock, long_history};
use jiff::civil::date;

/// The best of many short runs, so that a busy machine does not decide.
fn best(reviews: u8) -> Duration {
    let case = Case::from_events(&long_history(reviews));
    let calendar = Calendar::england();
    let run = || {
        let start = Instant::now();
        assert!(evaluate_clock(&case, &calendar, date(2026, 11, 22), 100) > 0);
        start.elapsed() / 100
    };
    (0..40).map(|_| run()).min().unwrap()
}

#[test]
fn one_clock_costs_at_most_20_microseconds() {
    for reviews in [0, 6] {
        let cost = best(reviews);
        println!("{reviews} reviews: {cost:?} a clock");
        if cfg!(not(debug_assertions)) {
            assert!(cost <= Duration::from_micros(20), "{cost:?}");
        }
    }
}
