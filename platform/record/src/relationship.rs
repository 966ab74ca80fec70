//! How a child is linked to the people and bodies around them.
//!
//! To be somebody is not to have parental responsibility for a child: each link is proved by itself, and says how, when
//! and until when.

use crate::{AccountId, OrganisationId, Period, PersonId, RelationshipId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Who is at the other end of the link.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Party {
    /// A person.
    Person(PersonId),
    /// A body, such as a local authority with a care order.
    Organisation(OrganisationId),
}

/// What the party is to the child.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RelationshipKind {
    /// A parent with parental responsibility (Children Act 1989 s.3).
    ParentWithResponsibility,
    /// A parent without parental responsibility.
    ParentWithoutResponsibility,
    /// Somebody else with whom the child lives.
    Carer,
    /// A foster carer.
    FosterCarer,
    /// A guardian or special guardian, who has parental responsibility.
    Guardian,
    /// A local authority with parental responsibility under a care order.
    CorporateParent,
    /// A friend, relative or adviser whom the parent or young person has asked to help.
    Supporter,
    /// Somebody appointed to decide for a young person who lacks capacity: a deputy or attorney.
    Representative,
}

impl RelationshipKind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[
        Self::ParentWithResponsibility,
        Self::ParentWithoutResponsibility,
        Self::Carer,
        Self::FosterCarer,
        Self::Guardian,
        Self::CorporateParent,
        Self::Supporter,
        Self::Representative,
    ];

    /// Does this link carry parental responsibility?
    #[must_use]
    pub const fn has_responsibility(self) -> bool {
        matches!(self, Self::ParentWithResponsibility | Self::Guardian | Self::CorporateParent)
    }

    /// The words that people read.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::ParentWithResponsibility => "Parent with parental responsibility",
            Self::ParentWithoutResponsibility => "Parent without parental responsibility",
            Self::Carer => "Carer",
            Self::FosterCarer => "Foster carer",
            Self::Guardian => "Guardian",
            Self::CorporateParent => "Local authority as corporate parent",
            Self::Supporter => "Supporter",
            Self::Representative => "Representative",
        }
    }
}

/// Written authority to act, as a supporter or representative has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Authority {
    /// Who gave it.
    pub given_by: PersonId,
    /// When it was signed.
    pub signed_on: Date,
    /// The last day on which it holds.
    pub until: Date,
}

/// A court order that keeps this party away from the child's record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourtOrder {
    /// What the order is, as its heading says.
    pub title: String,
    /// While it holds.
    pub period: Period,
}

/// How the link was proved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceKind {
    /// A one-time code, posted to the address on the school's record.
    PostedCode,
    /// The SENCO knows the family and vouches for them.
    SencoVouched,
    /// A birth certificate, court order or parental responsibility agreement was seen.
    DocumentSeen,
    /// Social care's record.
    SocialCareRecord,
    /// Carried over from the system before, and still to be proved.
    CarriedOver,
}

/// That the link was proved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verification {
    /// How.
    pub how: EvidenceKind,
    /// When.
    pub on: Date,
    /// By whom, where a member of staff did it.
    pub by: Option<AccountId>,
    /// The last day on which the proof is relied upon.
    pub expires_on: Option<Date>,
}

/// A link between a child or young person and a party.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relationship {
    /// Its id.
    pub id: RelationshipId,
    /// The child or young person.
    pub child: PersonId,
    /// The other end.
    pub party: Party,
    /// What the party is to the child.
    pub kind: RelationshipKind,
    /// While it lasts.
    pub period: Period,
    /// Written authority, for supporters and representatives.
    pub authority: Option<Authority>,
    /// Set when a court keeps this party away.
    pub restricted_by_order: Option<CourtOrder>,
    /// How the link was proved, if it has been.
    pub verified: Option<Verification>,
}

impl Relationship {
    /// Is the link proved, and the proof still good on this day?
    #[must_use]
    pub fn is_verified_on(&self, on: Date) -> bool {
        self.verified.as_ref().is_some_and(|proof| {
            proof.how != EvidenceKind::CarriedOver && proof.on <= on && proof.expires_on.is_none_or(|last| on <= last)
        })
    }

    /// Does a court order keep this party away on this day?
    #[must_use]
    pub fn is_restricted_on(&self, on: Date) -> bool {
        self.restricted_by_order.as_ref().is_some_and(|order| order.period.contains(on))
    }

    /// Is there written authority to act on this day?
    #[must_use]
    pub fn may_act_on(&self, on: Date) -> bool {
        self.authority.as_ref().is_some_and(|authority| authority.signed_on <= on && on <= authority.until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn proof_authority_and_orders_have_dates() {
        let mut link = Relationship {
            id: RelationshipId::from_parts(1, 1),
            child: PersonId::from_parts(1, 1),
            party: Party::Person(PersonId::from_parts(1, 2)),
            kind: RelationshipKind::Supporter,
            period: Period::since(date(2026, 1, 1)),
            authority: None,
            restricted_by_order: None,
            verified: None,
        };
        let on = date(2026, 11, 22);
        assert!(!link.is_verified_on(on) && !link.is_restricted_on(on) && !link.may_act_on(on));
        link.verified =
            Some(Verification { how: EvidenceKind::PostedCode, on: date(2026, 1, 5), by: None, expires_on: Some(on) });
        link.authority =
            Some(Authority { given_by: link.child, signed_on: date(2026, 1, 5), until: date(2026, 11, 21) });
        assert!(link.is_verified_on(on) && !link.may_act_on(on) && link.may_act_on(date(2026, 11, 21)));
        link.restricted_by_order =
            Some(CourtOrder { title: "Prohibited steps order".into(), period: Period::since(on) });
        assert!(link.is_restricted_on(on) && !link.is_restricted_on(date(2026, 11, 21)));
    }
}
