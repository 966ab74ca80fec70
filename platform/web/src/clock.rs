//! The time and the dice, handed in by the app so that nothing below it reads either for itself.

use std::sync::Arc;

use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// Tells the time. The app makes one from the machine's clock, a test from a time it sets.
#[derive(Clone)]
pub struct Clock {
    read: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    zone: TimeZone,
}

impl Clock {
    /// A clock that reads the time from `read`. Dates are those of Europe/London: every limit in the law is a local date.
    pub fn new(read: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        let zone = TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC);
        Self { read: Arc::new(read), zone }
    }

    /// A clock that always says `instant`.
    pub fn fixed(instant: Timestamp) -> Self {
        Self::new(move || instant)
    }

    /// The present instant.
    pub fn now(&self) -> Timestamp {
        (self.read)()
    }

    /// Today's date in London.
    pub fn today(&self) -> Date {
        self.date_of(self.now())
    }

    /// The date in London at an instant.
    pub fn date_of(&self, instant: Timestamp) -> Date {
        instant.to_zoned(self.zone.clone()).date()
    }
}

impl std::fmt::Debug for Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Clock")
    }
}

/// Fills a buffer with random bytes: the system's in the app, repeatable ones in a test.
#[derive(Clone)]
pub struct Randomness(Arc<dyn Fn(&mut [u8]) + Send + Sync>);

impl Randomness {
    /// Randomness from `fill`.
    pub fn new(fill: impl Fn(&mut [u8]) + Send + Sync + 'static) -> Self {
        Self(Arc::new(fill))
    }

    /// Thirty-two random bytes: enough for a session, a token or a key.
    pub fn bytes32(&self) -> [u8; 32] {
        let mut bytes = [0; 32];
        (self.0)(&mut bytes);
        bytes
    }

    /// A new ULID at an instant: sortable by time, unguessable in its other 80 bits.
    pub fn ulid(&self, at: Timestamp) -> ulid::Ulid {
        let mut bytes = [0; 16];
        (self.0)(&mut bytes);
        let millis = u64::try_from(at.as_millisecond()).unwrap_or(0);
        ulid::Ulid::from_parts(millis, u128::from_be_bytes(bytes))
    }
}

impl std::fmt::Debug for Randomness {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Randomness")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summer_evening_is_already_tomorrow_in_london() {
        let clock = Clock::fixed("2026-06-30T23:30:00Z".parse().unwrap());
        assert_eq!(clock.today().to_string(), "2026-07-01");
    }
}
