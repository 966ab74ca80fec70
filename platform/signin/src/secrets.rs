//! Secrets at rest: XChaCha20-Poly1305 under the site's own key, bound to what they belong to.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};

/// The length of a nonce.
const NONCE: usize = 24;

/// Seals and opens secrets. The key is the operator's and is kept outside the database.
#[derive(Clone)]
pub struct Seal {
    cipher: XChaCha20Poly1305,
}

impl std::fmt::Debug for Seal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Seal")
    }
}

impl Seal {
    /// With the site's key: 32 random bytes.
    #[must_use]
    pub fn new(key: [u8; 32]) -> Self {
        Self { cipher: XChaCha20Poly1305::new(&key.into()) }
    }

    /// Seals a text for `about` (an account, a purpose): it opens for that alone. `random` is 32 fresh random bytes.
    #[must_use]
    pub fn seal(&self, text: &str, about: &str, random: [u8; 32]) -> String {
        let nonce: [u8; NONCE] = std::array::from_fn(|place| random[place]);
        let payload = Payload { msg: text.as_bytes(), aad: about.as_bytes() };
        let sealed = self.cipher.encrypt(&XNonce::from(nonce), payload).unwrap_or_default();
        URL_SAFE_NO_PAD.encode([nonce.as_slice(), &sealed].concat())
    }

    /// Opens what was sealed for `about`; none when it was sealed for something else, under another key, or changed.
    #[must_use]
    pub fn open(&self, sealed: &str, about: &str) -> Option<String> {
        let bytes = URL_SAFE_NO_PAD.decode(sealed).ok()?;
        let (nonce, sealed) = bytes.split_first_chunk::<NONCE>()?;
        let payload = Payload { msg: sealed, aad: about.as_bytes() };
        String::from_utf8(self.cipher.decrypt(&XNonce::from(*nonce), payload).ok()?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_secret_opens_for_its_own_purpose_only(text in any::<String>(), random in any::<[u8; 32]>(), place in any::<prop::sample::Index>()) {
            let seal = Seal::new([1; 32]);
            let sealed = seal.seal(&text, "account:1", random);
            prop_assert_eq!(seal.open(&sealed, "account:1"), Some(text));
            prop_assert_eq!(seal.open(&sealed, "account:2"), None);
            prop_assert_eq!(Seal::new([2; 32]).open(&sealed, "account:1"), None);
            let mut bytes = URL_SAFE_NO_PAD.decode(&sealed).unwrap();
            let place = place.index(bytes.len());
            bytes[place] ^= 1;
            prop_assert_eq!(seal.open(&URL_SAFE_NO_PAD.encode(bytes), "account:1"), None);
        }

        #[test]
        fn any_text_opens_or_not(text in any::<String>()) {
            prop_assert_eq!(Seal::new([1; 32]).open(&text, ""), None);
        }
    }
}
