//! The shared record: children and young people, the adults around them, and the organisations that work with them.
//!
//! What it is: plain types with the meaning built in. Identifiers that carry their check digit, code sets with the
//! Department's codes and plain words, dated facts (addresses, care, consent, capacity, relationships, enrolments,
//! allocations), the rule that says who decides for a child on a date, and a score for "is this the same person?".
//!
//! What it is not: it stores nothing, reads no clock, draws no random number and decides no access. Storing belongs to
//! `store`, deciding who may see what to `access`, the law's deadlines to the areas' rules.
//!
//! Where to start: [`person::Person`] and [`relationship::Relationship`], then [`rights::who_decides`], then
//! [`matching::compare`]. Ids are in [`ids`]; identifiers with check digits in [`identifiers`]; code sets in [`codes`];
//! dates that cannot be true in [`checks`].
//!
//! Two habits hold throughout. A fact that can change is a row with a [`period::Period`], never a field that is
//! overwritten. And an error is a sentence that the person at the keyboard can act on.

pub mod address;
pub mod allocation;
pub mod capacity;
pub mod care;
pub mod checks;
pub mod codes;
pub mod consent;
pub mod contact;
pub mod enrolment;
pub mod identifiers;
pub mod ids;
pub mod matching;
pub mod name;
pub mod organisation;
pub mod period;
pub mod person;
pub mod relationship;
pub mod rights;
pub mod setting;
pub mod staff;

pub use address::{Address, AddressSource, Protection, ProtectionReason, PublicAddress};
pub use allocation::{Allocation, AllocationSubject, AllocationTo};
pub use capacity::{CapacityDecision, CapacityOutcome, DecisionKind};
pub use care::CareSpell;
pub use codes::{
    AccessNeed, CareStatus, EstablishmentGroup, EstablishmentStatus, EstablishmentType, Ethnicity, InterpreterNeed,
    Language, Need, Phase, PlacementGroup, PlacementKind, SenProvision, Sex, UnknownCode, UpnUnknown,
};
pub use consent::{Consent, ConsentAnswer, ConsentPurpose};
pub use contact::{ContactPoint, ContactWay};
pub use enrolment::Enrolment;
pub use identifiers::{
    EmailAddress, GssCode, IdentifierError, LaCode, Laestab, NhsNumber, PhoneNumber, Postcode, Uln, Upn, Urn,
};
pub use ids::*;
pub use name::PersonName;
pub use organisation::{Agency, AgencyKind, Organisation, OrganisationKind};
pub use period::Period;
pub use person::{Identifiers, Person};
pub use relationship::{Authority, CourtOrder, EvidenceKind, Party, Relationship, RelationshipKind, Verification};
pub use rights::{RightsHolder, who_decides};
pub use setting::Setting;
pub use staff::{StaffMember, Team};
