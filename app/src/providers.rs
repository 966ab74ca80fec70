//! The operator's list of other organisations that may say who somebody is, read from a JSON file.

use std::path::Path;

use serde::Deserialize;
use signin::oidc::{ClientProof, Profile, ProviderSettings, SigningKey};

use crate::outcome::Outcome;

/// One entry of the file; see docs/guide/settings.md.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    key: String,
    label: String,
    profile: String,
    issuer: String,
    client_id: String,
    #[serde(default)]
    secret: Option<String>,
    #[serde(default)]
    private_key_file: Option<std::path::PathBuf>,
    #[serde(default)]
    private_key_id: Option<String>,
    #[serde(default)]
    second_factor_acr: Vec<String>,
    #[serde(default)]
    addresses_are_its_own: bool,
}

/// The providers in this file.
pub fn read(path: &Path) -> Result<Vec<ProviderSettings>, Outcome> {
    let wrong = |why: &dyn std::fmt::Display| Outcome::misunderstood(format!("{}: {why}", path.display()));
    let text = std::fs::read_to_string(path).map_err(|error| wrong(&error))?;
    let entries: Vec<Entry> = serde_json::from_str(&text).map_err(|error| wrong(&error))?;
    entries.into_iter().map(|entry| settings(entry).map_err(|why| wrong(&why))).collect()
}

fn settings(entry: Entry) -> Result<ProviderSettings, String> {
    let profile = match entry.profile.as_str() {
        "entra" => Profile::Entra,
        "dfe-sign-in" => Profile::DfeSignIn,
        "one-login" => Profile::OneLogin,
        "generic" => Profile::Generic,
        other => return Err(format!("“{other}” is not a profile; write entra, dfe-sign-in, one-login or generic")),
    };
    let proof = match (entry.secret, entry.private_key_file) {
        (Some(secret), None) => ClientProof::Secret(secret),
        (None, Some(file)) => {
            let pem = std::fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
            ClientProof::PrivateKey(
                SigningKey::from_pem(&pem, entry.private_key_id).map_err(|error| error.to_string())?,
            )
        }
        _ => return Err(format!("“{}” needs either a secret or a private_key_file", entry.key)),
    };
    Ok(ProviderSettings {
        key: entry.key,
        label: entry.label,
        profile,
        issuer: entry.issuer,
        client_id: entry.client_id,
        proof,
        second_factor_acr: entry.second_factor_acr,
        addresses_are_its_own: entry.addresses_are_its_own,
    })
}
