//! Who is signed in: found once per request, from the cookie's hash.

use access::{Actor, Role};
use jiff::Timestamp;
use record::AccountId;
use store::StoreResult;

use crate::{Site, cookies::CookieSecret};

/// Somebody who is signed in, with every factor their account asks for.
#[derive(Clone, Debug)]
pub struct Viewer {
    /// Their account.
    pub account: AccountId,
    /// The name they are shown by.
    pub name: String,
    /// Their e-mail address.
    pub email: String,
    /// Who they are to the access policy.
    pub actor: Actor,
    /// The session's public name, for the audit and the list of devices.
    pub session: String,
    /// Seconds without a sign of life after which the session ends.
    pub idle_seconds: u32,
}

impl Viewer {
    /// Whether they hold a role, anywhere.
    pub fn has(&self, role: Role) -> bool {
        self.actor.has(role)
    }

    /// Whether they do casework for the authority.
    pub fn is_caseworker(&self) -> bool {
        self.has(Role::Coordinator) || self.has(Role::Manager)
    }

    /// Whether they come as a member of a family.
    pub fn is_family(&self) -> bool {
        self.actor.roles.iter().any(|grant| grant.role.is_family())
    }
}

/// The viewer of a cookie, and whose session it was if it has lapsed.
pub(crate) async fn find(
    _site: &Site,
    _secret: &CookieSecret,
    _now: Timestamp,
) -> StoreResult<(Option<Viewer>, Option<AccountId>)> {
    Ok((None, None))
}
