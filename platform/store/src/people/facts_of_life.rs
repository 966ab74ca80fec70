//! Addresses, contact points, care, consent, capacity, enrolments.

use record::{
    Address, AddressId, CapacityDecision, CapacityDecisionId, CapacityOutcome, CareSpell, CareSpellId, Consent,
    ConsentId, ContactPoint, ContactPointId, ContactWay, Enrolment, EnrolmentId,
};
use sea_orm::Value;

use super::kept::Kept;
use crate::StoreResult;
use crate::columns::{date_text, word};

impl Kept for Address {
    type Id = AddressId;
    const TABLE: &'static str = "address";
    const COLUMNS: &'static [&'static str] = &["person", "postcode", "uprn", "protected", "valid_from", "valid_to"];

    fn id(&self) -> AddressId {
        self.id
    }

    fn values(&self) -> StoreResult<Vec<Value>> {
        Ok(vec![
            self.person.to_string().into(),
            self.postcode.map(|postcode| postcode.to_string()).into(),
            self.uprn.map(|uprn| uprn.to_string()).into(),
            self.protected.is_some().into(),
            date_text(self.period.from).into(),
            self.period.to.map(date_text).into(),
        ])
    }
}

impl Kept for ContactPoint {
    type Id = ContactPointId;
    const TABLE: &'static str = "contact_point";
    const COLUMNS: &'static [&'static str] = &["person", "way", "value", "preferred", "valid_from", "valid_to"];

    fn id(&self) -> ContactPointId {
        self.id
    }

    fn values(&self) -> StoreResult<Vec<Value>> {
        let (way, value) = match &self.way {
            ContactWay::Email(email) => ("email", email.folded()),
            ContactWay::Phone(phone) => ("phone", phone.normalised().to_owned()),
        };
        Ok(vec![
            self.person.to_string().into(),
            way.into(),
            value.into(),
            self.preferred.into(),
            date_text(self.period.from).into(),
            self.period.to.map(date_text).into(),
        ])
    }
}

impl Kept for CareSpell {
    type Id = CareSpellId;
    const TABLE: &'static str = "care_spell";
    const COLUMNS: &'static [&'static str] = &["person", "status", "authority", "valid_from", "valid_to"];

    fn id(&self) -> CareSpellId {
        self.id
    }

    fn values(&self) -> StoreResult<Vec<Value>> {
        Ok(vec![
            self.person.to_string().into(),
            word(&self.status)?.into(),
            self.authority.to_string().into(),
            date_text(self.period.from).into(),
            self.period.to.map(date_text).into(),
        ])
    }
}

impl Kept for Consent {
    type Id = ConsentId;
    const TABLE: &'static str = "consent";
    const COLUMNS: &'static [&'static str] = &["about", "purpose", "for_person", "answer", "valid_from", "valid_to"];

    fn id(&self) -> ConsentId {
        self.id
    }

    fn values(&self) -> StoreResult<Vec<Value>> {
        Ok(vec![
            self.about.to_string().into(),
            word(&self.purpose)?.into(),
            self.for_person.map(|person| person.to_string()).into(),
            word(&self.answer)?.into(),
            date_text(self.period.from).into(),
            self.period.to.map(date_text).into(),
        ])
    }
}

impl Kept for CapacityDecision {
    type Id = CapacityDecisionId;
    const TABLE: &'static str = "capacity_decision";
    const COLUMNS: &'static [&'static str] =
        &["person", "decision", "lacks_capacity", "representative", "assessed_on", "review_on"];

    fn id(&self) -> CapacityDecisionId {
        self.id
    }

    fn values(&self) -> StoreResult<Vec<Value>> {
        let (lacks, representative) = match &self.outcome {
            CapacityOutcome::HasCapacity => (false, None),
            CapacityOutcome::LacksCapacity { representative } => (true, *representative),
        };
        Ok(vec![
            self.person.to_string().into(),
            word(&self.decision)?.into(),
            lacks.into(),
            representative.map(|person| person.to_string()).into(),
            date_text(self.assessed_on).into(),
            self.review_on.map(date_text).into(),
        ])
    }
}

impl Kept for Enrolment {
    type Id = EnrolmentId;
    const TABLE: &'static str = "enrolment";
    const COLUMNS: &'static [&'static str] =
        &["person", "setting", "provision", "primary_need", "valid_from", "valid_to"];

    fn id(&self) -> EnrolmentId {
        self.id
    }

    fn values(&self) -> StoreResult<Vec<Value>> {
        Ok(vec![
            self.person.to_string().into(),
            self.setting.to_string().into(),
            word(&self.provision)?.into(),
            self.primary_need.map(|need| need.code().to_owned()).into(),
            date_text(self.period.from).into(),
            self.period.to.map(date_text).into(),
        ])
    }
}
