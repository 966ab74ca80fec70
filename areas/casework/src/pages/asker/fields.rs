//! The fields of the two forms.

use record::{EvidenceKind, RelationshipKind};
use web::{
    Field,
    kind::{Choice, DateParts, Text},
};

/// How a link that is there already was proved.
pub(super) const PROOF: Field<Choice> = Field::new("proof");
/// The address of somebody who is linked already.
pub(super) const INVITE: Field<Text> = Field::new("invite-email");
pub(super) const HOW: Field<Choice> = Field::new("how");
pub(super) const GIVEN: Field<Text> = Field::new("given-name");
pub(super) const FAMILY: Field<Text> = Field::new("family-name");
pub(super) const BORN: Field<DateParts> = Field::new("born");
pub(super) const KIND: Field<Choice> = Field::new("kind");
pub(super) const EMAIL: Field<Text> = Field::new("email");
/// One of the people on record who may be the one entered, or "new".
pub(super) const PERSON: Field<Choice> = Field::new("person");

/// How a link can be proved to an officer.
pub(super) const EVIDENCE: [(&str, EvidenceKind); 3] = [
    ("document-seen", EvidenceKind::DocumentSeen),
    ("senco-vouched", EvidenceKind::SencoVouched),
    ("social-care-record", EvidenceKind::SocialCareRecord),
];

pub(super) const EVIDENCE_WORDS: [(&str, &str); 3] = [
    ("document-seen", "I saw a birth certificate, court order or agreement"),
    ("senco-vouched", "The SENCO knows the family and vouches for them"),
    ("social-care-record", "Social care’s record shows it"),
];

pub(super) const KINDS: [(&str, RelationshipKind); 5] = [
    ("parent", RelationshipKind::ParentWithResponsibility),
    ("guardian", RelationshipKind::Guardian),
    ("parent-without", RelationshipKind::ParentWithoutResponsibility),
    ("carer", RelationshipKind::Carer),
    ("foster-carer", RelationshipKind::FosterCarer),
];
