//! One-time tokens for invitations and recovery: 256 random bits in a link, of which only the hash is kept.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// What a token is for; a token for one thing is no token for another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To set up an account: seven days.
    Invitation,
    /// To set a new password: thirty minutes.
    Recovery,
}

impl Purpose {
    /// How long such a token works.
    #[must_use]
    pub fn lasts(self) -> SignedDuration {
        match self {
            Self::Invitation => SignedDuration::from_hours(7 * 24),
            Self::Recovery => SignedDuration::from_mins(30),
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Recovery => "recovery",
        }
    }
}

/// A new token: what goes into the link, and what is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct NewToken {
    /// The text for the link. Shown once, to the person alone.
    pub shown: String,
    /// The hash to keep.
    pub hash: String,
    /// When it stops working.
    pub expires_at: Timestamp,
}

impl NewToken {
    /// Makes a token from 32 random bytes.
    #[must_use]
    pub fn new(purpose: Purpose, random: [u8; 32], now: Timestamp) -> Self {
        let shown = URL_SAFE_NO_PAD.encode(random);
        let hash = hash_of(purpose, &shown).unwrap_or_default();
        Self { shown, hash, expires_at: now + purpose.lasts() }
    }
}

impl std::fmt::Debug for NewToken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "NewToken(until {})", self.expires_at)
    }
}

/// The hash under which a token that came in a link is looked up; none when it has not the form of one.
#[must_use]
pub fn hash_of(purpose: Purpose, shown: &str) -> Option<String> {
    let right = shown.len() == 43 && URL_SAFE_NO_PAD.decode(shown).is_ok_and(|bytes| bytes.len() == 32);
    right.then(|| hex::encode(Sha256::digest(format!("{}\0{shown}", purpose.word()))))
}

/// Whether two texts are the same, in a time that does not tell how far they agree.
#[must_use]
pub fn same(one: &str, other: &str) -> bool {
    one.as_bytes().ct_eq(other.as_bytes()).into()
}

/// The form in which two e-mail addresses are compared: trimmed and in small letters.
#[must_use]
pub fn same_email(email: &str) -> String {
    email.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_token_is_found_by_its_hash_for_its_own_purpose_only(random in any::<[u8; 32]>()) {
            let token = NewToken::new(Purpose::Recovery, random, Timestamp::UNIX_EPOCH);
            prop_assert_eq!(hash_of(Purpose::Recovery, &token.shown), Some(token.hash.clone()));
            prop_assert_ne!(hash_of(Purpose::Invitation, &token.shown), Some(token.hash.clone()));
            prop_assert!(!token.hash.contains(&token.shown));
            prop_assert!(same(&token.hash, &token.hash) && !same(&token.hash, &token.shown));
        }

        #[test]
        fn other_texts_are_no_tokens(text in any::<String>()) {
            prop_assert_eq!(hash_of(Purpose::Recovery, &text), None);
        }
    }

    #[test]
    fn a_reset_lasts_half_an_hour_and_an_invitation_a_week() {
        let token = |purpose| NewToken::new(purpose, [0; 32], Timestamp::UNIX_EPOCH).expires_at.as_second();
        assert_eq!((token(Purpose::Recovery), token(Purpose::Invitation)), (1800, 7 * 86_400));
    }
}
