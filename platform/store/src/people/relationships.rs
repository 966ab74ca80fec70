//! Links between a child and people or bodies.

use record::{EvidenceKind, Party, Relationship, RelationshipId};
use sea_orm::Value;

use super::kept::Kept;
use crate::StoreResult;
use crate::columns::{date_text, word};

impl Kept for Relationship {
    type Id = RelationshipId;
    const TABLE: &'static str = "relationship";
    const COLUMNS: &'static [&'static str] = &[
        "child",
        "party_kind",
        "party",
        "kind",
        "proved",
        "proved_on",
        "proof_until",
        "authority_by",
        "authority_from",
        "authority_until",
        "order_from",
        "order_until",
        "valid_from",
        "valid_to",
    ];

    fn id(&self) -> RelationshipId {
        self.id
    }

    fn values(&self) -> StoreResult<Vec<Value>> {
        let (party_kind, party) = party_columns(self.party);
        let proof = self.verified.as_ref().filter(|proof| proof.how != EvidenceKind::CarriedOver);
        let authority = self.authority.as_ref();
        let order = self.restricted_by_order.as_ref();
        Ok(vec![
            self.child.to_string().into(),
            party_kind.into(),
            party.into(),
            word(&self.kind)?.into(),
            proof.is_some().into(),
            proof.map(|proof| date_text(proof.on)).into(),
            proof.and_then(|proof| proof.expires_on).map(date_text).into(),
            authority.map(|authority| authority.given_by.to_string()).into(),
            authority.map(|authority| date_text(authority.signed_on)).into(),
            authority.map(|authority| date_text(authority.until)).into(),
            order.map(|order| date_text(order.period.from)).into(),
            order.and_then(|order| order.period.to).map(date_text).into(),
            date_text(self.period.from).into(),
            self.period.to.map(date_text).into(),
        ])
    }
}

/// Kind and id of a party, as the columns hold them.
pub(super) fn party_columns(party: Party) -> (&'static str, String) {
    match party {
        Party::Person(id) => ("person", id.to_string()),
        Party::Organisation(id) => ("organisation", id.to_string()),
    }
}
