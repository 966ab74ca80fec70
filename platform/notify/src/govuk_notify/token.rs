//! The key and the token that each request carries: HS256, issued now, accepted for 30 seconds.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use jiff::Timestamp;
use sha2::Sha256;
use thiserror::Error;

/// A key of the form `{name}-{service id}-{secret}`.
#[derive(Clone)]
pub struct ApiKey {
    service: String,
    secret: String,
}

impl std::fmt::Debug for ApiKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "ApiKey(service {})", self.service)
    }
}

/// The text is not a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a GOV.UK Notify key has the form name-service id-secret, the last two being UUIDs")]
pub struct BadApiKey;

impl ApiKey {
    /// Reads a key as Notify's own page shows it.
    ///
    /// # Errors
    /// When it has not the form of one.
    pub fn parse(text: &str) -> Result<Self, BadApiKey> {
        let text = text.trim();
        let uuid = |from_end: usize| {
            let end = text.len().checked_sub(from_end)?;
            let part = text.get(end.checked_sub(36)?..end)?;
            let dashes = part.bytes().enumerate().all(|(place, byte)| match place {
                8 | 13 | 18 | 23 => byte == b'-',
                _ => byte.is_ascii_hexdigit(),
            });
            dashes.then(|| part.to_owned())
        };
        let secret = uuid(0).ok_or(BadApiKey)?;
        let service = uuid(37).ok_or(BadApiKey)?;
        if text.len() < 75 { Err(BadApiKey) } else { Ok(Self { service, secret }) }
    }

    /// The service's id: the `iss` of each token.
    #[must_use]
    pub fn service(&self) -> &str {
        &self.service
    }

    /// A token for a request made now.
    #[must_use]
    pub fn token(&self, now: Timestamp) -> String {
        let header = URL_SAFE_NO_PAD.encode(r#"{"typ":"JWT","alg":"HS256"}"#);
        let claims = URL_SAFE_NO_PAD.encode(format!(r#"{{"iss":"{}","iat":{}}}"#, self.service, now.as_second()));
        let signed = format!("{header}.{claims}");
        let signature = URL_SAFE_NO_PAD.encode(self.sign(&signed));
        format!("{signed}.{signature}")
    }

    /// The HMAC of a text under the secret: an empty one only if the library refused the key, which it never does.
    fn sign(&self, text: &str) -> Vec<u8> {
        Hmac::<Sha256>::new_from_slice(self.secret.as_bytes())
            .map(|mac| mac.chain_update(text).finalize().into_bytes().to_vec())
            .unwrap_or_default()
    }

    /// Whether a token was made with this key within 30 seconds of `now`: what the simulator asks.
    #[cfg(feature = "simulator")]
    pub(crate) fn accepts(&self, token: &str, now: Timestamp) -> Result<(), &'static str> {
        let wrong = "Invalid token: API key not found";
        let (signed, signature) = token.rsplit_once('.').ok_or(wrong)?;
        let claims = signed.split_once('.').and_then(|(_, claims)| URL_SAFE_NO_PAD.decode(claims).ok()).ok_or(wrong)?;
        let claims: serde_json::Value = serde_json::from_slice(&claims).map_err(|_| wrong)?;
        if URL_SAFE_NO_PAD.encode(self.sign(signed)) != signature || claims["iss"] != *self.service {
            return Err(wrong);
        }
        let issued = claims["iat"].as_i64().ok_or(wrong)?;
        let age = now.as_second().saturating_sub(issued);
        if age.abs() > 30 { Err("Error: Your system clock must be accurate to within 30 seconds") } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const KEY: &str = "my_test_key-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0";

    #[test]
    fn the_key_of_notifys_own_documentation_is_read() {
        let key = ApiKey::parse(KEY).unwrap();
        assert_eq!(key.service(), "26785a09-ab16-4eb0-8407-a37497a57506");
        assert!(!format!("{key:?}").contains("3d844edf"), "the secret is never shown");
    }

    /// The expected text was made with Python's hmac module from the key above and the documented claims.
    #[test]
    fn a_token_is_the_documented_jwt() {
        let token = ApiKey::parse(KEY).unwrap().token(Timestamp::from_second(1_568_818_578).unwrap());
        insta::assert_snapshot!(token, @"eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJpc3MiOiIyNjc4NWEwOS1hYjE2LTRlYjAtODQwNy1hMzc0OTdhNTc1MDYiLCJpYXQiOjE1Njg4MTg1Nzh9.YT_aQYNif0l3HaPwy62Cj9g0qsYzjnj1K5pLwkELiFw");
    }

    proptest! {
        #[test]
        fn any_text_is_a_key_or_refused(text in any::<String>()) {
            prop_assert!(ApiKey::parse(&text).is_err());
        }
    }
}
