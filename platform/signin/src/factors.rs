//! The second factors of an account, as they are kept: a code app and passkeys.

use crate::passkey::Kept;
use crate::service::SignIn;
use crate::totp::Authenticator;
use jiff::Timestamp;
use record::AccountId;
use serde::{Deserialize, Serialize};
use store::accounts::Account;
use web::{PageError, PageResult, Visit};

/// A passkey with what its owner knows it by.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct NamedPasskey {
    pub(crate) id: String,
    /// "Firefox on Windows": the device on which it was made.
    pub(crate) name: String,
    pub(crate) made_at: Timestamp,
    pub(crate) credential: String,
}

impl NamedPasskey {
    pub(crate) fn kept(&self) -> Kept {
        Kept { id: self.id.clone(), credential: self.credential.clone() }
    }
}

/// The passkeys of an account.
pub(crate) fn passkeys(account: &Account) -> PageResult<Vec<NamedPasskey>> {
    serde_json::from_value(account.passkeys.clone()).map_err(PageError::internal)
}

/// Whether the account has a second factor.
pub(crate) fn has_second(account: &Account) -> PageResult<bool> {
    Ok(account.totp_secret.is_some() || !passkeys(account)?.is_empty())
}

/// Whether the account must have one: staff in a live site, and families unless the operator decided otherwise.
pub(crate) async fn needs_second(visit: &Visit, sign_in: &SignIn, account: AccountId) -> PageResult<bool> {
    if !sign_in.second_factor_needed || sign_in.families_need_second_factor {
        return Ok(sign_in.second_factor_needed);
    }
    let actor = store::accounts::actor(visit.site.store.reader(), account, visit.today).await?;
    Ok(actor.is_some_and(|actor| actor.roles.iter().any(|grant| !grant.role.is_family())))
}

/// A new code app for an account.
pub(crate) fn new_app(visit: &Visit, account: &Account) -> PageResult<Authenticator> {
    let random = visit.site.random.bytes32();
    let secret: [u8; 20] = std::array::from_fn(|place| random[place]);
    Authenticator::new(secret, &issuer(visit), &account.email).map_err(PageError::internal)
}

/// The code app from its secret in plain text.
pub(crate) fn app_of(visit: &Visit, account: &Account, base32: &str) -> PageResult<Authenticator> {
    Authenticator::from_stored(base32, &issuer(visit), &account.email).map_err(PageError::internal)
}

/// The code app of an account, if it has one.
pub(crate) fn kept_app(visit: &Visit, sign_in: &SignIn, account: &Account) -> PageResult<Option<Authenticator>> {
    let Some(sealed) = &account.totp_secret else { return Ok(None) };
    let secret = sign_in.seal.open(sealed, &about(account)).ok_or_else(|| {
        PageError::internal("the secret of a code app does not open: is the key of sign-in the one it was kept under?")
    })?;
    app_of(visit, account, &secret).map(Some)
}

/// What the secret of an account's code app is sealed for.
pub(crate) fn about(account: &Account) -> String {
    format!("code app of {}", account.id)
}

fn issuer(visit: &Visit) -> String {
    format!("{} SEND", visit.site.settings.area_name)
}
