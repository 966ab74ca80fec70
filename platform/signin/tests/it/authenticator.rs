//! A passkey device in memory: one P-256 key, user verification always on, attestation "none" (WebAuthn level 3, 6).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// A key that everybody knows, for these tests alone.
pub fn key() -> SigningKey {
    SigningKey::from_slice(&[7; 32]).unwrap()
}

pub struct Device {
    key: SigningKey,
    pub origin: String,
    host: String,
    pub counter: u32,
    user: Option<Value>,
    id: &'static [u8],
}

impl Device {
    pub fn new(origin: &str) -> Self {
        let host = url::Url::parse(origin).unwrap().host_str().unwrap().to_owned();
        Self {
            key: key(),
            origin: origin.to_owned(),
            host,
            counter: 0,
            user: None,
            id: b"a credential of thirty-two bytes",
        }
    }

    fn client_data(&self, kind: &str, challenge: &Value) -> Vec<u8> {
        json!({ "type": kind, "challenge": challenge["publicKey"]["challenge"], "origin": self.origin, "crossOrigin": false })
            .to_string()
            .into_bytes()
    }

    /// Host hash, flags (present, verified, and whether a key follows), counter.
    fn data(&self, flags: u8) -> Vec<u8> {
        let mut data = Sha256::digest(self.host.as_bytes()).to_vec();
        data.push(0b101 | flags);
        data.extend(self.counter.to_be_bytes());
        data
    }

    /// Answers a challenge to make a passkey.
    pub fn make(&mut self, challenge: &Value) -> String {
        self.user = Some(challenge["publicKey"]["user"]["id"].clone());
        let client = self.client_data("webauthn.create", challenge);
        let point = self.key.verifying_key().to_sec1_point(false);
        let mut data = self.data(0b100_0000);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.id.len()).unwrap().to_be_bytes());
        data.extend(self.id);
        // COSE key: {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
        data.extend([0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
        data.extend(point.x().unwrap());
        data.extend([0x22, 0x58, 0x20]);
        data.extend(point.y().unwrap());
        // {"fmt": "none", "attStmt": {}, "authData": bytes}
        let mut object = vec![0xA3, 0x63];
        object.extend(b"fmt");
        object.push(0x64);
        object.extend(b"none");
        object.push(0x67);
        object.extend(b"attStmt");
        object.extend([0xA0, 0x68]);
        object.extend(b"authData");
        object.extend([0x58, u8::try_from(data.len()).unwrap()]);
        object.extend(data);
        let (id, b64) = (URL_SAFE_NO_PAD.encode(self.id), |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes));
        json!({ "id": id, "rawId": id, "type": "public-key", "extensions": {},
            "response": { "attestationObject": b64(&object), "clientDataJSON": b64(&client) } })
        .to_string()
    }

    /// Answers a challenge to prove it is there.
    pub fn prove(&mut self, challenge: &Value) -> String {
        self.counter += 1;
        let client = self.client_data("webauthn.get", challenge);
        let data = self.data(0);
        let mut signed = data.clone();
        signed.extend(Sha256::digest(&client));
        let signature: Signature = self.key.sign(&signed);
        let (id, b64) = (URL_SAFE_NO_PAD.encode(self.id), |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes));
        json!({ "id": id, "rawId": id, "type": "public-key", "extensions": {}, "response": {
            "authenticatorData": b64(&data), "clientDataJSON": b64(&client),
            "signature": b64(signature.to_der().as_bytes()), "userHandle": self.user } })
        .to_string()
    }
}
