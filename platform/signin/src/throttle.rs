//! How fast somebody may guess, without giving anybody the means to lock another person out.
//!
//! Three counts, each kept under a hash (see [`account_key`] and [`source_key`]):
//! * of one account from one source: three free mistakes, then a wait that doubles up to 15 minutes, and never more than
//!   ten tries a minute;
//! * of one source over all accounts (a list of passwords tried on many people): twenty free mistakes, then a wait that
//!   doubles up to five minutes. It does not hold for an account that has signed in from there before, so that one
//!   guesser does not stop a whole school;
//! * of one account over all sources (many machines guess at one person): after twenty mistakes in an hour a source that
//!   the account has not signed in from is sent the slower way, a link by e-mail. The person's own source goes on as
//!   before: the account itself is never locked.
//!
//! Passkeys, single sign-on and the link by e-mail are never held up by guesses at a password.

use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};

const FREE_FOR_PAIR: u32 = 3;
const LONGEST_FOR_PAIR: i64 = 15 * 60;
const FREE_FOR_SOURCE: u32 = 20;
const LONGEST_FOR_SOURCE: i64 = 5 * 60;
const ACCOUNT_IN_AN_HOUR: u32 = 20;
const PAIR_IN_A_MINUTE: u32 = 10;

/// How far back mistakes count.
pub const MEMORY: SignedDuration = SignedDuration::from_hours(24);

/// Mistakes under one key since the last success, at most [`MEMORY`] back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Mistakes {
    /// How many.
    pub count: u32,
    /// When the last one was.
    pub last: Option<Timestamp>,
}

/// What is known when somebody tries.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Known {
    /// Mistakes at this account from this source.
    pub pair: Mistakes,
    /// Tries of any outcome at this account from this source in the last minute.
    pub pair_in_last_minute: u32,
    /// Mistakes from this source over all accounts.
    pub source: Mistakes,
    /// Mistakes at this account over all sources in the last hour.
    pub account_in_last_hour: u32,
    /// Whether this account has signed in from this source in the last 30 days.
    pub is_known_source: bool,
}

/// What to do with a try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Check the password.
    Go,
    /// Don't check it; say how long to wait.
    Wait {
        /// Seconds, at least one.
        seconds: u64,
    },
    /// Don't check it; offer the link by e-mail.
    SlowerWay,
}

/// Decides before a password or code is looked at.
#[must_use]
pub fn decide(known: &Known, now: Timestamp) -> Verdict {
    let mut wait = left(known.pair, FREE_FOR_PAIR, LONGEST_FOR_PAIR, now);
    if known.pair_in_last_minute >= PAIR_IN_A_MINUTE {
        wait = wait.max(60);
    }
    if !known.is_known_source {
        wait = wait.max(left(known.source, FREE_FOR_SOURCE, LONGEST_FOR_SOURCE, now));
    }
    match u64::try_from(wait) {
        Ok(seconds) if seconds > 0 => Verdict::Wait { seconds },
        _ if known.account_in_last_hour >= ACCOUNT_IN_AN_HOUR && !known.is_known_source => Verdict::SlowerWay,
        _ => Verdict::Go,
    }
}

/// Seconds still to wait after mistakes: 1, 2, 4 … from the first one that is not free.
fn left(mistakes: Mistakes, free: u32, longest: i64, now: Timestamp) -> i64 {
    let (Some(last), Some(beyond)) = (mistakes.last, mistakes.count.checked_sub(free)) else { return 0 };
    let wait = (1_i64 << beyond.min(20)).min(longest);
    wait.saturating_sub(now.duration_since(last).as_secs().max(0)).max(0)
}

/// The key of an account in the list of tries: a hash, so the list holds no address, and the same for unknown ones.
#[must_use]
pub fn account_key(email: &str) -> String {
    hex::encode(Sha256::digest(format!("account\0{}", crate::tokens::same_email(email))))
}

/// The key of a source: one IPv4 address, or the /64 of an IPv6 address, since one household has so many.
#[must_use]
pub fn source_key(ip: &str) -> String {
    let source = match ip.parse::<std::net::IpAddr>() {
        Ok(std::net::IpAddr::V6(six)) => match six.to_ipv4_mapped() {
            Some(four) => four.to_string(),
            None => format!("{:x?}", &six.segments()[..4]),
        },
        Ok(four) => four.to_string(),
        Err(_) => "unknown".to_owned(),
    };
    hex::encode(Sha256::digest(format!("source\0{source}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    /// The list of tries as the store keeps it: account, source, when, whether right.
    #[derive(Default)]
    struct Tries(Vec<(u32, u32, Timestamp, bool)>);

    impl Tries {
        fn known(&self, account: u32, source: u32, now: Timestamp) -> Known {
            let count = |of: &dyn Fn(u32, u32) -> bool, back: SignedDuration| {
                let since_success = |tries: &mut Mistakes, (a, s, at, right): &(u32, u32, Timestamp, bool)| {
                    if of(*a, *s) && now.duration_since(*at) <= back {
                        if *right {
                            *tries = Mistakes::default()
                        } else {
                            tries.count += 1;
                            tries.last = Some(*at)
                        }
                    }
                };
                let mut tries = Mistakes::default();
                self.0.iter().for_each(|entry| since_success(&mut tries, entry));
                tries
            };
            let minute = |at: Timestamp| now.duration_since(at) < SignedDuration::from_mins(1);
            let in_minute = self.0.iter().filter(|(a, s, at, _)| (*a, *s) == (account, source) && minute(*at)).count();
            Known {
                pair: count(&|a, s| (a, s) == (account, source), MEMORY),
                pair_in_last_minute: u32::try_from(in_minute).unwrap(),
                source: count(&|_, s| s == source, MEMORY),
                account_in_last_hour: count(&|a, _| a == account, SignedDuration::from_hours(1)).count,
                is_known_source: self.0.iter().any(|(a, s, _, right)| *right && (*a, *s) == (account, source)),
            }
        }

        fn attempt(&mut self, account: u32, source: u32, now: Timestamp, right: bool) -> Verdict {
            let verdict = decide(&self.known(account, source, now), now);
            if verdict == Verdict::Go {
                self.0.push((account, source, now, right));
            }
            verdict
        }
    }

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(1_780_000_000 + seconds).unwrap()
    }

    fn processed(guesses: impl Iterator<Item = (u32, u32, i64)>) -> usize {
        let mut tries = Tries::default();
        guesses
            .filter(|(account, source, when)| tries.attempt(*account, *source, at(*when), false) == Verdict::Go)
            .count()
    }

    #[test]
    fn of_a_thousand_guesses_at_most_thirty_are_processed() {
        assert!(processed((0..1000).map(|n| (1, 1, n))) <= 30, "one account, one source, one a second");
        assert!(processed((0..1000).map(|_| (1, 1, 0))) <= 30, "all at once");
        assert!(processed((0..1000).map(|n| (n as u32, 1, n))) <= 30, "one source, a thousand accounts");
        assert!(processed((0..1000).map(|n| (1, n as u32, n))) <= 30, "a thousand sources, one account");
    }

    #[test]
    fn nobody_is_locked_out_by_the_guesses_of_others() {
        let mut tries = Tries::default();
        assert_eq!(tries.attempt(1, 1, at(-86_400), true), Verdict::Go, "the person signs in at home one day before");
        for guess in 0..1000 {
            tries.attempt(1, 100 + guess as u32, at(guess), false);
            tries.attempt(guess as u32 + 50, 1, at(guess), false);
        }
        assert_eq!(tries.attempt(1, 2, at(1000), true), Verdict::SlowerWay, "elsewhere there is the link by e-mail");
        assert_eq!(tries.attempt(1, 1, at(1000), true), Verdict::Go, "at home all is as before");
    }

    #[test]
    fn a_person_who_mistypes_hardly_waits() {
        let mut tries = Tries::default();
        let waits: BTreeMap<i64, Verdict> = (0..5).map(|n| (n, tries.attempt(1, 1, at(n * 20), false))).collect();
        assert!(waits.values().all(|verdict| *verdict == Verdict::Go), "{waits:?}");
        assert_eq!(tries.attempt(1, 1, at(81), true), Verdict::Wait { seconds: 3 });
        assert_eq!(tries.attempt(1, 1, at(90), true), Verdict::Go);
        assert_eq!(tries.known(1, 1, at(91)).pair.count, 0, "a success forgets the mistakes");
    }

    #[test]
    fn keys_hold_no_address() {
        assert_eq!(account_key("Amala@Example.com "), account_key("amala@example.com"));
        assert_eq!(source_key("2001:db8:1:2::1"), source_key("2001:db8:1:2:ffff::9"));
        assert_ne!(source_key("2001:db8:1:2::1"), source_key("2001:db8:1:3::1"));
        assert_eq!(source_key("::ffff:192.0.2.1"), source_key("192.0.2.1"));
        assert!(!account_key("amala@example.com").contains("amala"));
    }

    proptest! {
        #[test]
        fn ten_a_minute_is_never_passed(mut times in proptest::collection::vec(0_i64..300, 0..200), right in any::<bool>()) {
            times.sort_unstable();
            let mut tries = Tries::default();
            for time in &times { tries.attempt(1, 1, at(*time), right); }
            for (_, _, from, _) in &tries.0 {
                let minute = tries.0.iter().filter(|(_, _, when, _)| when >= from && when.duration_since(*from).as_secs() < 60);
                prop_assert!(minute.count() <= 10);
            }
        }

        #[test]
        fn every_wait_ends(count in 0_u32..10_000, source in 0_u32..10_000) {
            let last = Some(at(0));
            let known = Known { pair: Mistakes { count, last }, source: Mistakes { count: source, last }, ..Known::default() };
            let after = at(LONGEST_FOR_PAIR);
            prop_assert_eq!(decide(&known, after), Verdict::Go);
            if let Verdict::Wait { seconds } = decide(&known, at(0)) { prop_assert!(seconds <= 900); }
        }
    }
}
