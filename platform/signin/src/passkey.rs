//! Passkeys (WebAuthn): made on the person's device, good as both factors at once, and safe against copied sites.
//!
//! Each ceremony has a start and a finish. The start gives a challenge for the browser and a state for the server; the
//! state is kept under the visitor's cookie for a few minutes and used once.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use thiserror::Error;
use ulid::Ulid;
use url::Url;
use webauthn_rs::prelude::{
    CredentialID, DiscoverableAuthentication, Passkey, PasskeyAuthentication, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Uuid, Webauthn, WebauthnBuilder, WebauthnError,
};

/// Why a passkey is not taken.
#[derive(Debug, Error)]
pub enum PasskeyError {
    /// The site's address can't have passkeys.
    #[error("passkeys need the site to have a name of its own and https: {0}")]
    Site(String),
    /// The browser's answer or the kept state can't be read.
    #[error("Your browser's answer could not be read. Try again")]
    Unreadable(#[from] serde_json::Error),
    /// It does not prove what it should: wrong key, wrong site, old challenge, copied key.
    #[error("Your passkey could not be checked. Try again, or sign in another way")]
    Refused(#[source] WebauthnError),
}

/// A ceremony begun: what the browser gets and what the server keeps.
#[derive(Debug)]
pub struct Begun {
    /// For the browser, as JSON.
    pub challenge: Value,
    /// For the server alone, as JSON; used once.
    pub state: String,
}

impl Begun {
    /// Under what the state is kept: the hash of the challenge, which comes back inside the browser's answer.
    #[must_use]
    pub fn key(&self) -> String {
        key_of(self.challenge["publicKey"]["challenge"].as_str().unwrap_or_default())
    }
}

/// Under what the state was kept that belongs to a browser's answer; none when that can't be read.
#[must_use]
pub fn key_of_answer(answer: &str) -> Option<String> {
    let answer: Value = serde_json::from_str(answer).ok()?;
    let client = URL_SAFE_NO_PAD.decode(answer["response"]["clientDataJSON"].as_str()?.trim_end_matches('=')).ok()?;
    let client: Value = serde_json::from_slice(&client).ok()?;
    Some(key_of(client["challenge"].as_str()?))
}

fn key_of(challenge: &str) -> String {
    hex::encode(Sha256::digest(format!("passkey\0{}", challenge.trim_end_matches('='))))
}

/// A passkey as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// The credential's id (base64url).
    pub id: String,
    /// The public key and counter, as JSON.
    pub credential: String,
}

/// A passkey that was used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Used {
    /// Which one.
    pub id: String,
    /// How to keep it from now on, if its counter moved.
    pub changed: Option<String>,
}

/// Makes and checks passkeys for one site.
#[derive(Debug, Clone)]
pub struct Passkeys {
    webauthn: Webauthn,
}

impl Passkeys {
    /// For the site at this address; `name` is what the device shows.
    ///
    /// # Errors
    /// When the address has no host name.
    pub fn new(site: &Url, name: &str) -> Result<Self, PasskeyError> {
        let host = site.host_str().ok_or_else(|| PasskeyError::Site(site.to_string()))?;
        let webauthn = WebauthnBuilder::new(host, site).and_then(|builder| builder.rp_name(name).build());
        Ok(Self { webauthn: webauthn.map_err(|error| PasskeyError::Site(error.to_string()))? })
    }

    /// Begins to make a passkey for an account; `kept` are the ones it has.
    ///
    /// # Errors
    /// When a kept one can't be read.
    pub fn start_making(&self, account: Ulid, email: &str, name: &str, kept: &[Kept]) -> Result<Begun, PasskeyError> {
        let kept: Vec<CredentialID> = read_all(kept)?.iter().map(|key| key.cred_id().clone()).collect();
        let person = Uuid::from_u128(account.0);
        let (challenge, state) =
            self.webauthn.start_passkey_registration(person, email, name, Some(kept)).map_err(PasskeyError::Refused)?;
        let mut challenge = serde_json::to_value(challenge)?;
        // So that it can be found without typing an e-mail address first.
        challenge["publicKey"]["authenticatorSelection"]["residentKey"] = json!("preferred");
        Ok(Begun { challenge, state: serde_json::to_string(&state)? })
    }

    /// Checks the browser's answer and gives the passkey to keep.
    ///
    /// # Errors
    /// When the answer does not hold.
    pub fn finish_making(&self, answer: &str, state: &str) -> Result<Kept, PasskeyError> {
        let answer: RegisterPublicKeyCredential = serde_json::from_str(answer)?;
        let state: PasskeyRegistration = serde_json::from_str(state)?;
        let key = self.webauthn.finish_passkey_registration(&answer, &state).map_err(PasskeyError::Refused)?;
        Ok(Kept { id: id_text(key.cred_id()), credential: serde_json::to_string(&key)? })
    }

    /// Begins a sign-in by passkey alone: the device knows whose it is.
    ///
    /// # Errors
    /// When no challenge can be made.
    pub fn start_sign_in(&self) -> Result<Begun, PasskeyError> {
        let (challenge, state) = self.webauthn.start_discoverable_authentication().map_err(PasskeyError::Refused)?;
        let mut challenge = serde_json::to_value(challenge)?;
        if let Some(challenge) = challenge.as_object_mut() {
            challenge.remove("mediation");
        }
        Ok(Begun { challenge, state: serde_json::to_string(&state)? })
    }

    /// Whose passkey the browser's answer claims to be: the account and the credential's id, to look it up by.
    ///
    /// # Errors
    /// When the answer names nobody.
    pub fn who(&self, answer: &str) -> Result<(Ulid, String), PasskeyError> {
        let answer: PublicKeyCredential = serde_json::from_str(answer)?;
        let named = self.webauthn.identify_discoverable_authentication(&answer).map_err(PasskeyError::Refused)?;
        Ok((Ulid(named.0.as_u128()), URL_SAFE_NO_PAD.encode(named.1)))
    }

    /// Checks the browser's answer against the kept passkey.
    ///
    /// # Errors
    /// When it does not hold.
    pub fn finish_sign_in(&self, answer: &str, state: &str, kept: &Kept) -> Result<Used, PasskeyError> {
        let answer: PublicKeyCredential = serde_json::from_str(answer)?;
        let state: DiscoverableAuthentication = serde_json::from_str(state)?;
        let key: Passkey = serde_json::from_str(&kept.credential)?;
        let result = self.webauthn.finish_discoverable_authentication_v2(&answer, state, &key);
        used(vec![key], &result.map_err(PasskeyError::Refused)?)
    }

    /// Begins a second factor after a password, or a fresh proof: one of these passkeys.
    ///
    /// # Errors
    /// When there is none.
    pub fn start_proof(&self, kept: &[Kept]) -> Result<Begun, PasskeyError> {
        let keys = read_all(kept)?;
        let (challenge, state) = self.webauthn.start_passkey_authentication(&keys).map_err(PasskeyError::Refused)?;
        Ok(Begun { challenge: serde_json::to_value(challenge)?, state: serde_json::to_string(&state)? })
    }

    /// Checks the browser's answer.
    ///
    /// # Errors
    /// When it does not hold.
    pub fn finish_proof(&self, answer: &str, state: &str, kept: &[Kept]) -> Result<Used, PasskeyError> {
        let answer: PublicKeyCredential = serde_json::from_str(answer)?;
        let state: PasskeyAuthentication = serde_json::from_str(state)?;
        let result = self.webauthn.finish_passkey_authentication(&answer, &state).map_err(PasskeyError::Refused)?;
        used(read_all(kept)?, &result)
    }
}

fn read_all(kept: &[Kept]) -> Result<Vec<Passkey>, PasskeyError> {
    kept.iter().map(|one| Ok(serde_json::from_str(&one.credential)?)).collect()
}

fn id_text(id: &CredentialID) -> String {
    URL_SAFE_NO_PAD.encode(id)
}

fn used(keys: Vec<Passkey>, result: &webauthn_rs::prelude::AuthenticationResult) -> Result<Used, PasskeyError> {
    let mut changed = None;
    for mut key in keys {
        if key.update_credential(result) == Some(true) {
            changed = Some(serde_json::to_string(&key)?);
        }
    }
    Ok(Used { id: id_text(result.cred_id()), changed })
}
