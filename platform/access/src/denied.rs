//! Why somebody may not, in a sentence that gives nothing away.

use serde::Serialize;

/// The reason, for the audit. People read [`Denied::sentence`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DenyReason {
    /// Nobody has signed in.
    NotSignedIn,
    /// No role of theirs ever does this.
    NotInRole,
    /// Their organisation is suspended, or may not do this.
    OrganisationNotAllowed,
    /// Nothing links them to this child or case today.
    NoRelationship,
    /// The rights have passed to the young person.
    RightsPassed,
    /// A court order keeps them away.
    RestrictedByOrder,
    /// They know the family.
    ConflictOfInterest,
    /// The record is locked.
    Locked,
    /// The facts that were passed in are about somebody else. A mistake in the program.
    WrongFacts,
}

impl DenyReason {
    /// A short code for the audit.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotSignedIn => "not-signed-in",
            Self::NotInRole => "not-in-role",
            Self::OrganisationNotAllowed => "organisation-not-allowed",
            Self::NoRelationship => "no-relationship",
            Self::RightsPassed => "rights-passed",
            Self::RestrictedByOrder => "restricted-by-order",
            Self::ConflictOfInterest => "conflict-of-interest",
            Self::Locked => "locked",
            Self::WrongFacts => "wrong-facts",
        }
    }
}

/// A refusal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error, Serialize)]
#[error("{}", self.sentence())]
pub struct Denied {
    /// Why, for the audit.
    pub reason: DenyReason,
    /// Must the answer be the same as if there were no such record? Then show "page not found", never "forbidden".
    pub hide_existence: bool,
}

impl Denied {
    /// The sentence that people read. Where the record's existence is hidden it says no more than "not found".
    #[must_use]
    pub const fn sentence(&self) -> &'static str {
        match self.reason {
            DenyReason::NotSignedIn => "Sign in to see this page.",
            DenyReason::RightsPassed => {
                "You can no longer see this record: the rights have passed to the young person, who may let you see it again."
            }
            _ if self.hide_existence => "We cannot find this page, or it is not one that you can see.",
            DenyReason::NotInRole => "Your role does not include this.",
            DenyReason::OrganisationNotAllowed => {
                "Your organisation cannot do this at the moment. Ask the local authority."
            }
            DenyReason::NoRelationship => {
                "You are not working with this child at the moment. If it is an emergency, you can open the record with a reason."
            }
            DenyReason::ConflictOfInterest => {
                "You cannot open this record at work, because you know the family. Ask your manager to give it to somebody else."
            }
            DenyReason::Locked => "This record is locked. Ask a SEND manager.",
            DenyReason::RestrictedByOrder | DenyReason::WrongFacts => {
                "We cannot find this page, or it is not one that you can see."
            }
        }
    }
}
