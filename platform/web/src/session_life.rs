//! How long a session lives, when it is warned, and when a person is asked again who they are.
//!
//! The ids themselves are 256 random bits, of which the hash alone is kept; the web crate makes and reads the cookie.

use jiff::{SignedDuration, Timestamp};

/// However busy, a session ends after 12 hours.
pub const LONGEST: SignedDuration = SignedDuration::from_hours(12);
/// A person is warned this long before an idle session ends (WCAG 2.2.1).
pub const WARNING: SignedDuration = SignedDuration::from_mins(2);
/// A proof of who they are counts as fresh for this long, for actions that ask for one.
pub const FRESH: SignedDuration = SignedDuration::from_mins(10);

/// Who is at the keyboard, as far as patience goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Officers, settings, advisers: 30 minutes.
    Staff,
    /// Parents, carers and young people, often on a shared device: 20 minutes.
    Family,
}

impl Audience {
    /// How long a session may be idle.
    #[must_use]
    pub fn idle(self) -> SignedDuration {
        match self {
            Self::Staff => SignedDuration::from_mins(30),
            Self::Family => SignedDuration::from_mins(20),
        }
    }
}

/// The instants of one session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Session {
    /// Sign-in, or the last rotation of the id.
    pub began_at: Timestamp,
    /// The last request.
    pub seen_at: Timestamp,
    /// The last proof of who they are: password with second factor, or passkey.
    pub proved_at: Timestamp,
    /// Whose patience counts.
    pub audience: Audience,
}

/// Where a session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Alive; it ends at this instant unless something happens.
    Alive {
        /// When it ends if nothing happens.
        until: Timestamp,
        /// Whether the warning is due.
        warn: bool,
    },
    /// Nothing happened for too long.
    EndedIdle,
    /// It reached its longest life.
    EndedByAge,
}

impl Session {
    /// A session that begins now.
    #[must_use]
    pub fn begin(audience: Audience, now: Timestamp) -> Self {
        Self { began_at: now, seen_at: now, proved_at: now, audience }
    }

    /// Where it stands.
    #[must_use]
    pub fn standing(&self, now: Timestamp) -> Standing {
        let oldest = self.began_at + LONGEST;
        let idle = self.seen_at + self.audience.idle();
        match () {
            () if now >= oldest => Standing::EndedByAge,
            () if now >= idle => Standing::EndedIdle,
            () => {
                let until = idle.min(oldest);
                Standing::Alive { until, warn: until.duration_since(now) <= WARNING }
            }
        }
    }

    /// Something happened: the idle time starts anew. The longest life does not.
    #[must_use]
    pub fn seen(self, now: Timestamp) -> Self {
        Self { seen_at: self.seen_at.max(now), ..self }
    }

    /// Whether the proof of who they are is fresh enough for an action that asks for one (ASVS 7.5.3).
    #[must_use]
    pub fn is_fresh(&self, now: Timestamp) -> bool {
        now.duration_since(self.proved_at) < FRESH
    }

    /// They proved it again: the id is to be changed too, which is why the earlier session is consumed.
    #[must_use]
    pub fn proved(self, now: Timestamp) -> Self {
        Self { proved_at: now, seen_at: now, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(minutes: i64) -> Timestamp {
        Timestamp::from_second(1_780_000_000 + minutes * 60).unwrap()
    }

    #[test]
    fn an_idle_session_is_warned_and_ends() {
        for (audience, minutes) in [(Audience::Staff, 30), (Audience::Family, 20)] {
            let session = Session::begin(audience, at(0));
            let until = at(minutes);
            assert_eq!(session.standing(at(minutes - 3)), Standing::Alive { until, warn: false });
            assert_eq!(session.standing(at(minutes - 2)), Standing::Alive { until, warn: true });
            assert_eq!(session.standing(at(minutes)), Standing::EndedIdle);
            assert_eq!(
                session.seen(at(minutes - 1)).standing(at(minutes)),
                Standing::Alive { until: at(2 * minutes - 1), warn: false }
            );
        }
    }

    #[test]
    fn proof_is_fresh_for_ten_minutes() {
        let session = Session::begin(Audience::Staff, at(0)).seen(at(9));
        assert!(session.is_fresh(at(9)) && !session.is_fresh(at(10)));
        assert!(session.proved(at(15)).is_fresh(at(24)));
    }

    proptest! {
        #[test]
        fn no_session_outlives_twelve_hours_or_its_idle_time(mut visits in proptest::collection::vec(0_i64..1000, 0..60)) {
            visits.sort_unstable();
            let mut session = Session::begin(Audience::Staff, at(0));
            for minute in visits {
                match session.standing(at(minute)) {
                    Standing::Alive { until, .. } => {
                        prop_assert!(minute < 12 * 60 && until <= at(12 * 60) && until > at(minute));
                        session = session.seen(at(minute));
                    }
                    Standing::EndedIdle => prop_assert!(at(minute).duration_since(session.seen_at) >= Audience::Staff.idle()),
                    Standing::EndedByAge => prop_assert!(minute >= 12 * 60),
                }
            }
        }
    }
}
