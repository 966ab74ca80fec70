//! Argon2id in the form of PHC strings, off the async threads, with as long a wait for an unknown person as for a known one.

use super::one_spelling;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use std::sync::Arc;
use thiserror::Error;
use tokio::sync::Semaphore;

/// How many passwords are hashed at the same time; each takes [`Cost::memory_kib`] of memory.
const AT_ONCE: usize = 2;

/// What a guess costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Cost {
    /// OWASP's first recommendation for Argon2id: 19 MiB, two passes, one lane (Password Storage Cheat Sheet).
    pub const REAL: Self = Self { memory_kib: 19 * 1024, passes: 2, lanes: 1 };
    /// The least that the library takes: for made-up people and tests.
    pub const DEMONSTRATION: Self = Self { memory_kib: 64, passes: 1, lanes: 1 };
}

/// What came of a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verified {
    /// It is the password.
    Right {
        /// It was hashed at another cost: hash it again now that it is known.
        hash_again: bool,
    },
    /// It is not, or there is no such person, or the person has no password.
    Wrong,
}

/// The machine could not hash.
#[derive(Debug, Error)]
#[error("the password could not be checked just now: {0}")]
pub struct HashError(String);

/// Hashes and checks passwords at one cost.
#[derive(Clone)]
pub struct Hasher {
    argon2: Argon2<'static>,
    nobody: Arc<str>,
    places: Arc<Semaphore>,
}

impl std::fmt::Debug for Hasher {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Hasher({:?})", self.argon2.params())
    }
}

impl Hasher {
    /// A hasher at this cost.
    ///
    /// # Errors
    /// When the cost is none that Argon2 knows.
    pub fn new(cost: Cost) -> Result<Self, HashError> {
        let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, None).map_err(failed)?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        // Nobody's password: its hash is checked when there is no person, so that the answer takes as long.
        let nobody = argon2.hash_password_with_salt(b"nobody signs in with this", &[0; 16]).map_err(failed)?;
        Ok(Self { argon2, nobody: nobody.to_string().into(), places: Arc::new(Semaphore::new(AT_ONCE)) })
    }

    /// Hashes a new password. `salt` is 16 random bytes.
    ///
    /// # Errors
    /// When the machine has no memory for it or is shutting down.
    pub async fn hash(&self, password: &str, salt: [u8; 16]) -> Result<String, HashError> {
        let (argon2, password) = (self.argon2.clone(), one_spelling(password));
        let hash = move || argon2.hash_password_with_salt(password.as_bytes(), &salt).map(|hash| hash.to_string());
        self.aside(hash).await?.map_err(failed)
    }

    /// Hashes at [`Cost::REAL`], whatever the cost of passwords is, so that the hash itself can be looked up.
    ///
    /// # Errors
    /// When the machine has no memory for it or is shutting down.
    pub(crate) async fn hash_fixed(&self, secret: String, salt: [u8; 16]) -> Result<String, HashError> {
        let Cost { memory_kib, passes, lanes } = Cost::REAL;
        let params = Params::new(memory_kib, passes, lanes, None).map_err(failed)?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let hash = move || argon2.hash_password_with_salt(secret.as_bytes(), &salt).map(|hash| hash.to_string());
        self.aside(hash).await?.map_err(failed)
    }

    /// Checks a password against the stored hash; with none stored it takes as long and is wrong.
    ///
    /// # Errors
    /// When the machine has no memory for it or is shutting down.
    pub async fn verify(&self, password: &str, stored: Option<&str>) -> Result<Verified, HashError> {
        let (argon2, password) = (self.argon2.clone(), one_spelling(password));
        let known = stored.is_some();
        let stored = stored.map_or_else(|| Arc::clone(&self.nobody), Arc::from);
        self.aside(move || {
            let Ok(hash) = PasswordHash::new(&stored) else { return Verified::Wrong };
            let right = argon2.verify_password(password.as_bytes(), &hash).is_ok();
            let same_cost = Params::try_from(&hash).is_ok_and(|params| {
                let ours = argon2.params();
                params.m_cost() == ours.m_cost() && params.t_cost() == ours.t_cost() && params.p_cost() == ours.p_cost()
            });
            if right && known { Verified::Right { hash_again: !same_cost } } else { Verified::Wrong }
        })
        .await
    }

    async fn aside<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, HashError> {
        let _place = self.places.acquire().await.map_err(failed)?;
        tokio::task::spawn_blocking(work).await.map_err(failed)
    }
}

fn failed(error: impl std::fmt::Display) -> HashError {
    HashError(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, Instant};

    const PASSWORD: &str = "coffee ladder otter";

    #[tokio::test]
    async fn a_password_is_checked_and_hashed_again_when_the_cost_rises() {
        let quick = Hasher::new(Cost::DEMONSTRATION).unwrap();
        let stored = quick.hash(PASSWORD, [7; 16]).await.unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=64,t=1,p=1$"), "{stored}");
        assert_eq!(quick.verify(PASSWORD, Some(&stored)).await.unwrap(), Verified::Right { hash_again: false });
        assert_eq!(quick.verify("coffee ladder Otter", Some(&stored)).await.unwrap(), Verified::Wrong);
        let slower = Hasher::new(Cost { passes: 2, ..Cost::DEMONSTRATION }).unwrap();
        assert_eq!(slower.verify(PASSWORD, Some(&stored)).await.unwrap(), Verified::Right { hash_again: true });
    }

    #[tokio::test]
    async fn accents_typed_on_another_keyboard_are_the_same_password() {
        let hasher = Hasher::new(Cost::DEMONSTRATION).unwrap();
        let stored = hasher.hash("cafe\u{301} ladder otter", [7; 16]).await.unwrap();
        let verified = hasher.verify("caf\u{e9} ladder otter", Some(&stored)).await.unwrap();
        assert_eq!(verified, Verified::Right { hash_again: false });
    }

    #[tokio::test]
    async fn nobody_signs_in_without_a_stored_password() {
        let hasher = Hasher::new(Cost::DEMONSTRATION).unwrap();
        assert_eq!(hasher.verify("nobody signs in with this", None).await.unwrap(), Verified::Wrong);
        assert_eq!(hasher.verify("anything", Some("not a hash")).await.unwrap(), Verified::Wrong);
    }

    /// At the real cost the two differ by less than 5 ms. Other work on the machine adds to either, so the best of ten
    /// counts and a busy round is repeated; without the stand-in hash the two would differ by 30 ms every time.
    #[tokio::test]
    async fn the_time_does_not_tell_whether_a_person_is_known() {
        let hasher = Hasher::new(Cost::REAL).unwrap();
        let stored = hasher.hash(PASSWORD, [7; 16]).await.unwrap();
        let mut rounds = Vec::new();
        for _ in 0..10 {
            let mut best = [Duration::MAX; 2];
            for _ in 0..10 {
                for (place, stored) in [(0, Some(stored.as_str())), (1, None)] {
                    let start = Instant::now();
                    hasher.verify("a wrong password", stored).await.unwrap();
                    best[place] = best[place].min(start.elapsed());
                }
            }
            if best[0].abs_diff(best[1]) <= Duration::from_millis(5) {
                return;
            }
            rounds.push(best);
        }
        panic!("known and unknown differ: {rounds:?}");
    }
}
