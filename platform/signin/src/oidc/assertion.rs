//! `private_key_jwt`: a short-lived assertion signed with our own key (OpenID Connect Core 9, RFC 7523), ES256.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::Timestamp;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey as EcdsaKey};
use p256::pkcs8::DecodePrivateKey;
use serde_json::json;
use thiserror::Error;

/// How long an assertion holds.
const SECONDS: i64 = 300;

/// Our key for one provider; its public half is registered there.
#[derive(Clone)]
pub struct SigningKey {
    key: EcdsaKey,
    id: Option<String>,
}

/// The text is not a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the key must be a P-256 private key in PKCS#8 PEM form (-----BEGIN PRIVATE KEY-----)")]
pub struct BadKey;

impl SigningKey {
    /// Reads a P-256 key; `id` is its `kid`, when the provider wants one.
    ///
    /// # Errors
    /// When it is not one.
    pub fn from_pem(pem: &str, id: Option<String>) -> Result<Self, BadKey> {
        let key = EcdsaKey::from_pkcs8_pem(pem).map_err(|_| BadKey)?;
        Ok(Self { key, id })
    }

    /// The assertion for one token request. `unique` is 32 random bytes.
    #[must_use]
    pub fn assertion(&self, client_id: &str, audience: &str, unique: [u8; 32], now: Timestamp) -> String {
        let mut header = json!({ "alg": "ES256", "typ": "JWT" });
        if let Some(id) = &self.id {
            header["kid"] = json!(id);
        }
        let claims = json!({
            "iss": client_id, "sub": client_id, "aud": audience, "jti": URL_SAFE_NO_PAD.encode(unique),
            "iat": now.as_second(), "exp": now.as_second() + SECONDS,
        });
        let signed =
            format!("{}.{}", URL_SAFE_NO_PAD.encode(header.to_string()), URL_SAFE_NO_PAD.encode(claims.to_string()));
        let signature: Signature = self.key.sign(signed.as_bytes());
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature.to_bytes()))
    }
}
