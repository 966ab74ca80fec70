//! People, places and links that the tests share.

use access::{Action, Actor, Denied, Fact, Moment, OrganisationClass, Permit, Relationships, Resource, Role, decide};
use jiff::civil::{Date, date};
use record::{
    AccountId, Authority, CapacityDecision, CapacityDecisionId, CapacityOutcome, CaseId, Consent, ConsentAnswer,
    ConsentId, ConsentPurpose, CourtOrder, DecisionKind, EvidenceKind, OrganisationId, Party, Period, PersonId,
    Relationship, RelationshipId, RelationshipKind, TeamId, Verification,
};

pub const TODAY: Date = date(2026, 11, 23);
pub const CHILD: PersonId = PersonId::from_parts(9, 1);
pub const MOTHER: PersonId = PersonId::from_parts(9, 2);
pub const FATHER: PersonId = PersonId::from_parts(9, 3);
pub const CASE: CaseId = CaseId::from_parts(9, 1);
pub const COUNCIL: OrganisationId = OrganisationId::from_parts(9, 1);
pub const SCHOOL: OrganisationId = OrganisationId::from_parts(9, 2);
pub const TRUST: OrganisationId = OrganisationId::from_parts(9, 3);
pub const NORTH: TeamId = TeamId::from_parts(9, 1);
/// Born so as to be in Year 6.
pub const AT_SCHOOL: Date = date(2016, 3, 3);
/// Over compulsory school age since June 2024.
pub const GROWN: Date = date(2008, 3, 3);

pub fn now() -> Moment {
    moment("2026-11-23T09:00:00Z", TODAY)
}

pub fn moment(at: &str, on: Date) -> Moment {
    Moment::new(at.parse().unwrap(), on)
}

pub fn account(n: u128) -> AccountId {
    AccountId::from_parts(9, n)
}

pub fn open() -> Period {
    Period::since(date(2026, 1, 1))
}

pub fn over() -> Period {
    Period::between(date(2026, 1, 1), date(2026, 11, 22))
}

pub fn council(role: Role) -> Actor {
    Actor::staff(account(1), role, COUNCIL, OrganisationClass::LocalAuthority).in_teams([NORTH])
}

pub fn senco() -> Actor {
    Actor::setting(account(2), SCHOOL, true)
}

pub fn adviser() -> Actor {
    Actor::staff(account(3), Role::Adviser, TRUST, OrganisationClass::Agency)
}

pub fn mother() -> Actor {
    Actor::family(account(4), MOTHER)
}

pub fn father() -> Actor {
    Actor::family(account(5), FATHER)
}

pub fn young_person() -> Actor {
    Actor::family(account(6), CHILD)
}

pub fn case(born: Date) -> Relationships {
    Relationships::of_case(CASE, CHILD, born)
}

pub const THE_CASE: Resource = Resource::Case { case: CASE, child: CHILD };

pub fn may<A: Action>(actor: &Actor, known: &Relationships) -> Result<Permit<A>, Denied> {
    decide(actor, known, &THE_CASE, now())
}

pub fn link(person: PersonId, kind: RelationshipKind) -> Relationship {
    Relationship {
        id: RelationshipId::from_parts(9, 1),
        child: CHILD,
        party: Party::Person(person),
        kind,
        period: open(),
        authority: None,
        restricted_by_order: None,
        verified: Some(Verification {
            how: EvidenceKind::DocumentSeen,
            on: date(2026, 1, 5),
            by: None,
            expires_on: None,
        }),
    }
}

pub fn parent(person: PersonId) -> Relationship {
    link(person, RelationshipKind::ParentWithResponsibility)
}

pub fn kept_away(mut link: Relationship) -> Relationship {
    link.restricted_by_order = Some(CourtOrder { title: "Non-molestation order".into(), period: open() });
    link
}

pub fn authorised(mut link: Relationship, given_by: PersonId, until: Date) -> Relationship {
    link.authority = Some(Authority { given_by, signed_on: date(2026, 1, 5), until });
    link
}

pub fn consent(purpose: ConsentPurpose, about: PersonId, for_person: PersonId, answer: ConsentAnswer) -> Consent {
    Consent {
        id: ConsentId::from_parts(9, 1),
        about,
        purpose,
        for_person: Some(for_person),
        answer,
        by: about,
        period: open(),
    }
}

pub fn lacks_capacity(decision: DecisionKind, representative: Option<PersonId>) -> CapacityDecision {
    CapacityDecision {
        id: CapacityDecisionId::from_parts(9, 1),
        person: CHILD,
        decision,
        outcome: CapacityOutcome::LacksCapacity { representative },
        assessed_on: date(2026, 3, 3),
        assessed_by: "Dr Vale".into(),
        review_on: None,
    }
}

pub fn allocated_to(n: u128) -> Fact {
    Fact::AllocatedTo(account(n))
}
