//! Who is signed in: found once per request, from the cookie's hash.

use access::{Actor, Role};
use jiff::{SignedDuration, Timestamp};
use record::AccountId;
use store::{StoreResult, accounts, sessions};

use crate::{
    Site,
    cookies::CookieSecret,
    session_life::{Audience, Session, Standing},
};

/// A sign of life is written down at most this often, so that reading pages does not write each time.
const SEEN_EVERY: SignedDuration = SignedDuration::from_secs(60);

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
    /// When they last proved who they are, for acts that ask for a fresh proof.
    pub proved_at: Timestamp,
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

/// The viewer of a cookie, and whose session it was if it has ended.
pub(crate) async fn find(
    site: &Site,
    secret: &CookieSecret,
    now: Timestamp,
) -> StoreResult<(Option<Viewer>, Option<AccountId>)> {
    let reader = site.store.reader();
    let hash = secret.hash();
    let Some(session) = sessions::find(reader, &hash).await? else { return Ok((None, None)) };
    let audience = if session.audience == "family" { Audience::Family } else { Audience::Staff };
    let life = Session { began_at: session.began_at, seen_at: session.seen_at, proved_at: session.proved_at, audience };
    if session.ended_at.is_some() || !matches!(life.standing(now), Standing::Alive { .. }) {
        return Ok((None, Some(session.account)));
    }
    let Some(account) = accounts::find(reader, session.account).await? else { return Ok((None, None)) };
    let Some(actor) = accounts::actor(reader, session.account, site.clock.date_of(now)).await? else {
        return Ok((None, None));
    };
    if now.duration_since(session.seen_at) >= SEEN_EVERY {
        let tx = site.store.begin().await?;
        sessions::seen(&tx, &hash, now).await?;
        tx.commit().await?;
    }
    let viewer = Viewer {
        account: session.account,
        name: account.display_name,
        email: account.email,
        actor,
        session: session.name,
        proved_at: session.proved_at,
        idle_seconds: u32::try_from(audience.idle().as_secs()).unwrap_or(u32::MAX),
    };
    Ok((Some(viewer), None))
}
