//! What the sign-in pages need beside the site: made once, by the app.

use crate::oidc::{OidcError, ProviderSettings, RelyingParty};
use crate::passkey::{PasskeyError, Passkeys};
use crate::password::{Cost, Forbidden, HashError, Hasher};
use crate::secrets::Seal;
use std::sync::Arc;
use thiserror::Error;
use url::Url;
use web::{Mode, Settings};

/// What the operator decides.
#[derive(Debug, Clone)]
pub struct SignInSettings {
    /// What a guess at a password costs: [`Cost::REAL`], or less for made-up people.
    pub password_cost: Cost,
    /// The operator's own list of passwords that may not be used, one a line; may be empty.
    pub forbidden_passwords: String,
    /// The key under which the secrets of code apps are kept: 32 random bytes, outside the database.
    pub key: [u8; 32],
    /// Other organisations that may say who somebody is.
    pub providers: Vec<ProviderSettings>,
    /// Whether families too need a second factor. Staff always do in a live site.
    pub families_need_second_factor: bool,
    /// The people whom the demonstration's page offers, one a role; unused in a live site.
    pub cast: Vec<CastMember>,
}

/// Somebody whom a visitor of the demonstration may become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CastMember {
    /// The e-mail address of their account.
    pub email: String,
    /// The role in words: "EHC co-ordinator".
    pub role: String,
    /// What to try first as this person.
    pub about: String,
    /// The page to open as this person.
    pub start: String,
}

/// The sign-in service of a site.
#[derive(Debug)]
pub struct SignIn {
    pub(crate) hasher: Hasher,
    pub(crate) forbidden: Forbidden,
    pub(crate) passkeys: Passkeys,
    pub(crate) seal: Seal,
    pub(crate) providers: Vec<RelyingParty>,
    pub(crate) families_need_second_factor: bool,
    pub(crate) second_factor_needed: bool,
    pub(crate) cast: Vec<CastMember>,
}

/// Why the service can't be set up.
#[derive(Debug, Error)]
pub enum SetUpError {
    /// The cost.
    #[error(transparent)]
    Cost(#[from] HashError),
    /// The site's address.
    #[error(transparent)]
    Passkeys(#[from] PasskeyError),
    /// A provider.
    #[error(transparent)]
    Provider(#[from] OidcError),
    /// The way back from a provider.
    #[error("the name '{0}' of a sign-in provider can't be part of an address")]
    Name(String),
}

impl SignIn {
    /// For a site.
    ///
    /// # Errors
    /// When a setting can't be used.
    pub fn new(site: &Settings, settings: SignInSettings) -> Result<Arc<Self>, SetUpError> {
        let mut providers = Vec::new();
        for provider in settings.providers {
            let back = way_back(&site.base_url, &provider.key).ok_or_else(|| SetUpError::Name(provider.key.clone()))?;
            providers.push(RelyingParty::new(provider, back)?);
        }
        Ok(Arc::new(Self {
            hasher: Hasher::new(settings.password_cost)?,
            forbidden: Forbidden::with_list(&settings.forbidden_passwords),
            passkeys: Passkeys::new(&site.base_url, &format!("{} SEND", site.area_name))?,
            seal: Seal::new(settings.key),
            providers,
            families_need_second_factor: settings.families_need_second_factor,
            second_factor_needed: site.mode == Mode::Live,
            cast: settings.cast,
        }))
    }

    /// The hasher, so that the demonstration can make accounts with passwords.
    #[must_use]
    pub fn hasher(&self) -> &Hasher {
        &self.hasher
    }

    pub(crate) fn provider(&self, key: &str) -> Option<&RelyingParty> {
        self.providers.iter().find(|party| party.settings().key == key)
    }
}

fn way_back(base: &Url, key: &str) -> Option<Url> {
    let plain = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    plain.then(|| base.join(&format!("/sign-in/with/{key}/back")).ok()).flatten()
}
