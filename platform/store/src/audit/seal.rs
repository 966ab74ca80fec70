//! What an audit row says, and the hash that seals it.

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::columns::{instant_text, read_instant};
use crate::entities::audit::Model;
use crate::{StoreError, StoreResult};

/// What the access policy decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Decision {
    /// It was allowed.
    Permitted,
    /// It was refused.
    Refused,
}

impl Decision {
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Permitted => "permitted",
            Self::Refused => "refused",
        }
    }

    fn read(code: &str) -> StoreResult<Self> {
        match code {
            "permitted" => Ok(Self::Permitted),
            "refused" => Ok(Self::Refused),
            other => Err(StoreError::unreadable("audit.decision", other)),
        }
    }
}

/// One thing that somebody did, or was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditEvent {
    /// When.
    pub at: Timestamp,
    /// The account, or what acted without one (`system:nightly`, `anonymous`).
    pub account: String,
    /// The role it used.
    pub role: String,
    /// The relationship to the child that gave the right.
    pub relationship: String,
    /// What it did: `read`, `decide_to_assess`.
    pub action: String,
    /// To what: `case:01J…`.
    pub resource: String,
    /// The child it was about.
    pub child: Option<String>,
    /// Which class of fields: `summary`, `health`, `protected_address`.
    pub fields_class: String,
    /// Why, when a reason was given.
    pub purpose: String,
    /// From which network address.
    pub ip: String,
    /// In which session, by its public name and never its secret.
    pub session: String,
    /// In which request.
    pub request_id: String,
    /// Whether it was allowed.
    pub decision: Decision,
    /// The emergency access that it used.
    pub break_glass: Option<String>,
}

/// The row for an event at a place in the chain.
pub(super) fn row(event: &AuditEvent, sequence: i64, prev_hash: &str) -> Model {
    let mut row = Model {
        sequence,
        at: instant_text(event.at),
        account: event.account.clone(),
        role: event.role.clone(),
        relationship: event.relationship.clone(),
        action: event.action.clone(),
        resource: event.resource.clone(),
        child: event.child.clone(),
        fields_class: event.fields_class.clone(),
        purpose: event.purpose.clone(),
        ip: event.ip.clone(),
        session: event.session.clone(),
        request_id: event.request_id.clone(),
        decision: event.decision.code().to_owned(),
        break_glass: event.break_glass.clone(),
        prev_hash: prev_hash.to_owned(),
        hash: String::new(),
    };
    row.hash = hash(&row);
    row
}

/// The event that a row records.
pub(super) fn event(row: Model) -> StoreResult<AuditEvent> {
    Ok(AuditEvent {
        at: read_instant("audit.at", &row.at)?,
        decision: Decision::read(&row.decision)?,
        account: row.account,
        role: row.role,
        relationship: row.relationship,
        action: row.action,
        resource: row.resource,
        child: row.child,
        fields_class: row.fields_class,
        purpose: row.purpose,
        ip: row.ip,
        session: row.session,
        request_id: row.request_id,
        break_glass: row.break_glass,
    })
}

/// SHA-256 over the sequence, the hash before and every field, each with its length in front, so that no two different
/// rows give the same bytes. A missing value has the length of all ones.
pub(super) fn hash(row: &Model) -> String {
    let mut digest = Sha256::new();
    digest.update(b"wherry audit 1");
    digest.update(row.sequence.to_be_bytes());
    let mut field = |value: Option<&str>| match value {
        Some(text) => {
            digest.update((text.len() as u64).to_be_bytes());
            digest.update(text.as_bytes());
        }
        None => digest.update(u64::MAX.to_be_bytes()),
    };
    for value in [
        &row.prev_hash,
        &row.at,
        &row.account,
        &row.role,
        &row.relationship,
        &row.action,
        &row.resource,
        &row.fields_class,
        &row.purpose,
        &row.ip,
        &row.session,
        &row.request_id,
        &row.decision,
    ] {
        field(Some(value));
    }
    field(row.child.as_deref());
    field(row.break_glass.as_deref());
    hex::encode(digest.finalize())
}
