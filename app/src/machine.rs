//! The machine's clock, dice and log: read here and nowhere else.

use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};
use web::{Clock, Randomness};

/// The machine's clock.
#[expect(clippy::disallowed_methods, reason = "the app is where the clock is read")]
pub fn clock() -> Clock {
    Clock::new(Timestamp::now)
}

/// The machine's clock, moved so that today is `date`: the demonstration lives on the day it was asked for, and its
/// hours still pass.
#[expect(clippy::disallowed_methods, reason = "the app is where the clock is read")]
pub fn clock_on(date: Date) -> Clock {
    let zone = TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC);
    let real = Timestamp::now().to_zoned(zone.clone());
    let wished =
        date.to_datetime(real.time()).to_zoned(zone).map_or_else(|_| real.timestamp(), |zoned| zoned.timestamp());
    let shift: SignedDuration = wished.duration_since(real.timestamp());
    Clock::new(move || Timestamp::now().checked_add(shift).unwrap_or(wished))
}

/// The system's randomness. If the system has none to give, the program stops: nothing may be guessable.
pub fn randomness() -> Randomness {
    Randomness::new(|bytes| {
        if let Err(error) = getrandom::fill(bytes) {
            tracing::error!(%error, "the system gave no random numbers");
            std::process::abort();
        }
    })
}

/// Starts the log on standard error: JSON lines, never with names or typed text.
pub fn start_logging(level: &str) {
    let filter =
        tracing_subscriber::EnvFilter::try_new(level).unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("warn"));
    let _already_started =
        tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).json().try_init();
}

/// Waits until the operator presses Ctrl-C or the system asks the program to end.
pub async fn asked_to_stop() {
    let ctrl_c = tokio::signal::ctrl_c();
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminate) => tokio::select! {
            _ = ctrl_c => {}
            _ = terminate.recv() => {}
        },
        Err(_) => drop(ctrl_c.await),
    }
}
