//! Beginning, renewing and ending a session: a new secret in the cookie each time, its hash in the store.

use crate::cookie::NewCookie;
use crate::throttle;
use crate::{devices, notices};
use http::{HeaderMap, header};
use jiff::SignedDuration;
use store::accounts::{self, Account};
use store::audit::{self, AuditEvent, Decision};
use store::{Tx, sessions};
use web::session_life::{Audience, LONGEST, Session};
use web::{PageResult, Visit};

/// A device that has not been seen for so long is told of as new.
const KNOWN_FOR: SignedDuration = SignedDuration::from_hours(90 * 24);

/// How somebody proved who they are, for the audit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum How {
    Password,
    PasswordAndCode,
    PasswordAndRecoveryCode,
    PasswordAndPasskey,
    Passkey,
    Provider,
    Invitation,
    Demonstration,
}

impl How {
    fn words(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::PasswordAndCode => "password and code",
            Self::PasswordAndRecoveryCode => "password and recovery code",
            Self::PasswordAndPasskey => "password and passkey",
            Self::Passkey => "passkey",
            Self::Provider => "another organisation's sign-in",
            Self::Invitation => "invitation",
            Self::Demonstration => "demonstration",
        }
    }
}

/// Signs an account in on this device; the answer must carry the cookie. The visitor's earlier session is ended.
pub(crate) async fn begin(
    visit: &Visit,
    tx: &Tx,
    account: &Account,
    how: How,
    headers: &HeaderMap,
) -> PageResult<NewCookie> {
    let cookie = NewCookie::new(visit);
    let source_key = throttle::source_key(&visit.ip);
    let device =
        devices::label(headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default());
    let known = sessions::is_known_source(tx, account.id, &source_key, visit.now - KNOWN_FOR).await?;
    if let Some(earlier) = &visit.viewer {
        sessions::end(tx, earlier.account, &earlier.session, "signed in again", visit.now).await?;
    }
    let actor = accounts::actor(tx, account.id, visit.today).await?;
    let works_here = actor.is_some_and(|actor| actor.roles.iter().any(|grant| !grant.role.is_family()));
    let audience = if works_here { Audience::Staff } else { Audience::Family };
    let life = Session::begin(audience, visit.now);
    let name = visit.site.random.ulid(visit.now).to_string();
    let row = sessions::Session {
        id_hash: cookie.hash(),
        name: name.clone(),
        account: account.id,
        audience: if works_here { "staff".to_owned() } else { "family".to_owned() },
        began_at: life.began_at,
        seen_at: life.seen_at,
        proved_at: life.proved_at,
        ends_by: life.began_at + LONGEST,
        device: device.clone(),
        source_key,
        ended_at: None,
        ended_why: None,
    };
    sessions::begin(tx, &row).await?;
    // What was typed before sign-in on this device goes on with the account. The demonstration's people are nobody's own.
    if visit.viewer.is_none() && visit.lapsed_account.is_none() && how != How::Demonstration {
        web::drafts::claim(visit, tx, account.id).await?;
    }
    accounts::signed_in(tx, account.id, visit.now).await?;
    if !known && account.last_sign_in_at.is_some() && how != How::Demonstration {
        notices::new_device(visit, tx, account, &device).await?;
    }
    let event = AuditEvent { session: name, ..event(visit, account, "sign_in", how.words(), Decision::Permitted) };
    audit::append(tx, &event).await?;
    Ok(cookie)
}

/// A new secret for the present session, after a fresh proof of who they are.
pub(crate) async fn renew(visit: &Visit, tx: &Tx) -> PageResult<NewCookie> {
    let cookie = NewCookie::new(visit);
    if !sessions::rotate(tx, &visit.cookie_hash(), &cookie.hash(), visit.now).await? {
        return Err(web::PageError::SignIn { back_to: visit.path.clone() });
    }
    Ok(cookie)
}

/// An audit row of a password that was not right. It is written for unknown addresses too, so that the work is the same.
pub(crate) fn refused(visit: &Visit, account: Option<&Account>) -> AuditEvent {
    let whose = account.map_or_else(|| "unknown".to_owned(), |account| account.id.to_string());
    AuditEvent {
        account: "anonymous".to_owned(),
        resource: format!("account:{whose}"),
        relationship: String::new(),
        ..row(visit, &whose, "sign_in", "wrong password", Decision::Refused)
    }
}

/// An audit row of something that the owner of an account did to it.
pub(crate) fn event(visit: &Visit, account: &Account, action: &str, purpose: &str, decision: Decision) -> AuditEvent {
    row(visit, &account.id.to_string(), action, purpose, decision)
}

fn row(visit: &Visit, account: &str, action: &str, purpose: &str, decision: Decision) -> AuditEvent {
    AuditEvent {
        at: visit.now,
        account: account.to_owned(),
        role: String::new(),
        relationship: "own account".to_owned(),
        action: action.to_owned(),
        resource: format!("account:{account}"),
        child: None,
        fields_class: "sign-in".to_owned(),
        purpose: purpose.to_owned(),
        ip: visit.ip.clone(),
        session: visit.viewer.as_ref().map(|viewer| viewer.session.clone()).unwrap_or_default(),
        request_id: visit.request_id.clone(),
        decision,
        break_glass: None,
    }
}
