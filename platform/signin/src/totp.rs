//! Codes from an app (RFC 6238): six digits, 30 seconds, one step early or late, each code once.

use crate::qr;
use jiff::Timestamp;
use thiserror::Error;
use totp_rs::{Builder, Secret, Totp};

/// Why an app can't be set up.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TotpError {
    /// The stored secret is none.
    #[error("the secret for codes can't be read")]
    Secret,
    /// The names make no address for an app.
    #[error("the name for the app can't be used: {0}")]
    Name(String),
}

/// Why a code is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum WrongCode {
    /// Not six digits.
    #[error("Code must be 6 numbers, like 123456")]
    NotSixDigits,
    /// Not the code of now.
    #[error("Code is not the one your app shows now. Check that the time on your phone is set automatically")]
    NotNow,
    /// It has been used.
    #[error("Code was used already. Wait until your app shows the next one")]
    Used,
}

/// A shared secret: what the app and we both know.
#[derive(Clone)]
pub struct Authenticator {
    totp: Totp,
}

impl std::fmt::Debug for Authenticator {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Authenticator")
    }
}

impl Authenticator {
    /// A new secret from 20 random bytes. `issuer` and `account` are what the app shows.
    ///
    /// # Errors
    /// When the names are empty.
    pub fn new(random: [u8; 20], issuer: &str, account: &str) -> Result<Self, TotpError> {
        Self::build(Secret::new_stack(random), issuer, account)
    }

    /// The secret as it was stored.
    ///
    /// # Errors
    /// When the text is no secret.
    pub fn from_stored(base32: &str, issuer: &str, account: &str) -> Result<Self, TotpError> {
        let secret = Secret::try_from_base32(base32).map_err(|_| TotpError::Secret)?;
        Self::build(secret, issuer, account)
    }

    fn build(secret: Secret, issuer: &str, account: &str) -> Result<Self, TotpError> {
        // A colon parts issuer and account in the address, so neither may hold one.
        let plain = |text: &str| text.replace(':', " ");
        let builder = Builder::new().with_secret(secret).with_skew(1).with_issuer(Some(plain(issuer)));
        let totp = builder.with_account_name(plain(account)).build().map_err(|error| match error {
            totp_rs::TotpError::SecretTooShort { .. } => TotpError::Secret,
            other => TotpError::Name(other.to_string()),
        })?;
        Ok(Self { totp })
    }

    /// The secret to store, and to type where no camera is at hand.
    #[must_use]
    pub fn base32(&self) -> String {
        self.totp.secret().to_base32()
    }

    /// The secret in groups of four, easier to type.
    #[must_use]
    pub fn base32_in_groups(&self) -> String {
        let letters: Vec<char> = self.base32().chars().collect();
        letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
    }

    /// The address that an app reads.
    ///
    /// # Errors
    /// When the names make none.
    pub fn address(&self) -> Result<String, TotpError> {
        self.totp.to_url().map_err(|error| TotpError::Name(error.to_string()))
    }

    /// The address as a QR code in SVG.
    ///
    /// # Errors
    /// When the names are too long for a code.
    pub fn qr_svg(&self) -> Result<String, TotpError> {
        qr::svg(&self.address()?, "QR code to scan with your authenticator app")
            .ok_or_else(|| TotpError::Name("too long".into()))
    }

    /// Checks a code. `last_step` is the step of the last code that was taken; the answer is the step to store in its
    /// place, in one transaction with what the code opened.
    ///
    /// # Errors
    /// Why the code is not taken.
    pub fn check(&self, typed: &str, last_step: Option<i64>, now: Timestamp) -> Result<i64, WrongCode> {
        let digits: String = typed.chars().filter(|letter| !letter.is_whitespace() && *letter != '-').collect();
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(WrongCode::NotSixDigits);
        }
        let now = u64::try_from(now.as_second()).map_err(|_| WrongCode::NotNow)?;
        let step = self.totp.check(&digits, now).and_then(|step| i64::try_from(step).ok()).ok_or(WrongCode::NotNow)?;
        if last_step.is_some_and(|last| step <= last) { Err(WrongCode::Used) } else { Ok(step) }
    }

    /// The code of an instant: for the demonstration's own people and for tests.
    #[must_use]
    pub fn code_at(&self, now: Timestamp) -> String {
        u64::try_from(now.as_second()).map(|now| self.totp.generate(now).to_string()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::SignedDuration;
    use proptest::prelude::*;

    fn authenticator() -> Authenticator {
        Authenticator::new(*b"12345678901234567890", "Broadshire SEND", "amala@example.com").unwrap()
    }

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(seconds).unwrap()
    }

    /// RFC 6238, appendix B, SHA-1, last six of the eight digits.
    #[test]
    fn the_codes_of_the_standard() {
        for (seconds, code) in
            [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (2_000_000_000, "279037")]
        {
            assert_eq!(authenticator().code_at(at(seconds)), code);
            assert_eq!(authenticator().check(code, None, at(seconds)), Ok(seconds / 30));
        }
    }

    #[test]
    fn a_code_works_once_and_no_earlier_one_after_it() {
        let (authenticator, now) = (authenticator(), at(1_780_000_000));
        let code = authenticator.code_at(now);
        let step = authenticator.check(&code, None, now).unwrap();
        assert_eq!(authenticator.check(&code, Some(step), now), Err(WrongCode::Used));
        let earlier = authenticator.code_at(now - SignedDuration::from_secs(30));
        assert_eq!(authenticator.check(&earlier, Some(step), now), Err(WrongCode::Used));
        let next = authenticator.code_at(now + SignedDuration::from_secs(30));
        assert_eq!(authenticator.check(&next, Some(step), now), Ok(step + 1));
    }

    #[test]
    fn the_address_and_its_code_are_what_apps_read() {
        let authenticator = authenticator();
        let address = authenticator.address().unwrap();
        assert!(address.starts_with("otpauth://totp/Broadshire%20SEND:amala%40example.com?"), "{address}");
        assert!(
            address.contains("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ") && address.contains("issuer=Broadshire%20SEND")
        );
        assert!(authenticator.qr_svg().unwrap().starts_with("<svg"));
        assert_eq!(authenticator.base32_in_groups(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        let again = Authenticator::from_stored(&authenticator.base32(), "B", "a").unwrap();
        assert_eq!(again.code_at(at(59)), "287082");
        assert_eq!(Authenticator::from_stored("AAAA", "B", "a").unwrap_err(), TotpError::Secret);
    }

    proptest! {
        #[test]
        fn one_step_early_or_late_and_no_more(seconds in 1_000_000_i64..3_000_000_000, off in -5_i64..=5) {
            let authenticator = authenticator();
            let code = authenticator.code_at(at(seconds + off * 30));
            let taken = authenticator.check(&format!("{} {}", &code[..3], &code[3..]), None, at(seconds));
            if off.abs() <= 1 { prop_assert_eq!(taken, Ok(seconds / 30 + off)); }
            if off.abs() > 1 && let Ok(step) = taken { prop_assert!((step - seconds / 30).abs() <= 1, "a rare twin code"); }
        }

        #[test]
        fn any_text_is_a_code_or_refused(text in any::<String>()) {
            let _ = authenticator().check(&text, None, at(59));
        }
    }
}
