//! The one cookie a visitor carries: an opaque 256-bit id, before and after sign-in.
//!
//! Before sign-in it names a visitor (for drafts and the cross-site token); at sign-in it is replaced by a new one
//! whose hash is the session's key in the store. Only the hash is ever kept.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use http::HeaderMap;
use sha2::{Digest, Sha256};

use crate::Randomness;

const SECURE_NAME: &str = "__Host-wherry";
const PLAIN_NAME: &str = "wherry";

/// The secret in the cookie. Never logged, never stored.
#[derive(Clone, PartialEq, Eq)]
pub struct CookieSecret(String);

impl CookieSecret {
    /// A new secret.
    pub fn new(random: &Randomness) -> Self {
        Self(URL_SAFE_NO_PAD.encode(random.bytes32()))
    }

    /// The secret that a request carries, if it has the right form.
    pub fn from_headers(headers: &HeaderMap, secure: bool) -> Option<Self> {
        let name = cookie_name(secure);
        headers
            .get_all(http::header::COOKIE)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value.to_owned())
            .filter(|value| value.len() == 43 && URL_SAFE_NO_PAD.decode(value).is_ok_and(|bytes| bytes.len() == 32))
            .map(Self)
    }

    /// The hash under which the store knows it (SHA-256, hexadecimal).
    pub fn hash(&self) -> String {
        hex(&Sha256::digest(self.0.as_bytes()))
    }

    /// The cross-site token of this visitor: it proves that the form came from a page we gave them.
    pub fn csrf_token(&self) -> String {
        let mut digest = Sha256::new();
        digest.update(b"wherry cross-site token\0");
        digest.update(self.0.as_bytes());
        URL_SAFE_NO_PAD.encode(digest.finalize())
    }

    /// The `Set-Cookie` value. A session cookie: it goes when the browser closes, and the store ends it sooner.
    pub fn set_cookie(&self, secure: bool) -> String {
        let name = cookie_name(secure);
        let flag = if secure { "; Secure" } else { "" };
        format!("{name}={}; Path=/; HttpOnly; SameSite=Lax{flag}", self.0)
    }
}

fn cookie_name(secure: bool) -> &'static str {
    if secure { SECURE_NAME } else { PLAIN_NAME }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
