//! The states of relationship that the matrix goes through: one cast, and what links them.

use crate::{Actor, DatedFact, Fact, Moment, OrganisationClass, OrganisationScope, Relationships, Role, RoleGrant};
use jiff::{
    Timestamp, ToSpan,
    civil::{Date, date},
};
use record::{
    AccountId, Authority, BreakGlassId, CapacityDecision, CapacityDecisionId, CapacityOutcome, CaseId, Consent,
    ConsentAnswer, ConsentId, ConsentPurpose, CourtOrder, DecisionKind, EvidenceKind, OrganisationId, Party, Period,
    PersonId, Relationship, RelationshipId, RelationshipKind, TeamId, Verification,
};

/// The day on which the matrix is judged.
pub const ON: Date = date(2026, 11, 23);
const CHILD: PersonId = PersonId::from_parts(1, 1);
const ACTOR: PersonId = PersonId::from_parts(1, 2);
const OTHER_ADULT: PersonId = PersonId::from_parts(1, 3);
const CASE: CaseId = CaseId::from_parts(1, 1);
const ACCOUNT: AccountId = AccountId::from_parts(1, 1);
const COLLEAGUE: AccountId = AccountId::from_parts(1, 2);
const ORGANISATION: OrganisationId = OrganisationId::from_parts(1, 1);
const TEAM: TeamId = TeamId::from_parts(1, 1);
const AT_SCHOOL: Date = date(2015, 5, 5);
const OVER_SCHOOL_AGE: Date = date(2008, 5, 5);

/// The moment at which the matrix is judged: nine in the morning.
#[must_use]
pub fn now() -> Moment {
    Moment::new(Timestamp::constant(1_795_424_400, 0), ON)
}

macro_rules! states {
    ($($state:ident = $words:literal;)+) => {
        /// A state of relationship between an actor and a child.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum State {
            $( #[doc = $words] $state, )+
        }

        impl State {
            /// Every state.
            pub const ALL: &'static [Self] = &[ $( Self::$state, )+ ];

            /// The words of the matrix.
            #[must_use]
            pub const fn words(self) -> &'static str {
                match self { $( Self::$state => $words, )+ }
            }
        }
    };
}

states! {
    Nothing = "no relationship";
    NotOnRecord = "child not on record";
    Allocated = "allocated to them";
    AllocationEnded = "allocation ended yesterday";
    InTeam = "in their team";
    Responsible = "their authority responsible";
    OnRoll = "on their roll";
    OnRollAndNamed = "on their roll, named for the child";
    LeftRoll = "left their roll yesterday";
    AdviceAsked = "advice asked of them";
    AdviceAskedOfColleague = "advice asked of a colleague";
    AdviceClosed = "advice request closed yesterday";
    Consulted = "consultation open";
    ConsultationClosed = "consultation closed yesterday";
    TakesToSchool = "takes the child to school";
    PanelItem = "on their panel's agenda";
    QaSample = "in their quality sample";
    Parent = "parent with responsibility, proved";
    ParentNotProved = "parent with responsibility, not proved";
    ParentProofExpired = "parent with responsibility, proof expired";
    ParentRightsPassed = "parent with responsibility, rights passed";
    ParentWithConsent = "parent with responsibility, rights passed, young person consents";
    ParentLackOfCapacity = "parent with responsibility, rights passed, young person lacks capacity";
    ParentCapacityRepresented = "parent with responsibility, young person lacks capacity and has another representative";
    ParentByOrder = "parent with responsibility, kept away by a court order";
    Carer = "carer, proved";
    CarerRightsPassed = "carer, proved, rights passed";
    ParentWithout = "parent without responsibility, proved";
    ParentWithoutShared = "parent without responsibility, proved, record shared";
    Oneself = "the child, under the leaving date";
    OneselfWithRights = "the young person, over the leaving date";
    Supporter = "supporter with written authority";
    SupporterLapsed = "supporter, authority lapsed yesterday";
    SupporterOfParent = "supporter by a parent's authority, rights passed";
    SupporterOfYoungPerson = "supporter by the young person's authority";
    Representative = "representative, young person lacks capacity";
    RepresentativeCapacity = "representative, young person has capacity";
    OwnRecord = "their own contact details";
    ContactShared = "contact details shared with them";
    Emergency = "emergency access open";
    EmergencyOver = "emergency access over";
    Conflict = "every link, and they know the family";
    WorkerIsParent = "every link, and linked to the child themselves";
    Locked = "every link, and the record is locked";
    LockedAdmitted = "every link, the record is locked and they are let in";
    Suspended = "every link, and their organisation is suspended";
    Withheld = "every link, and their organisation is barred from this action";
}

impl State {
    /// Is it a link that families have?
    #[must_use]
    pub const fn is_family(self) -> bool {
        self as u8 >= Self::Parent as u8 && self as u8 <= Self::ContactShared as u8
    }

    /// Is it a state that should stop somebody who has every link?
    #[must_use]
    pub const fn is_bar(self) -> bool {
        matches!(self, Self::Conflict | Self::WorkerIsParent | Self::Locked | Self::Suspended | Self::Withheld)
    }
}

/// An actor in a role, and what links them to the child.
#[derive(Debug, Clone)]
pub struct Scene {
    /// Who.
    pub actor: Actor,
    /// The links.
    pub relationships: Relationships,
    /// The adult whose contact details are asked for.
    pub adult: PersonId,
    /// Is the child on record?
    pub on_record: bool,
}

/// Puts an actor of this role into this state. `barred` is the action that [`State::Withheld`] bars.
#[must_use]
pub fn scene(role: Role, state: State, barred: crate::ActionKind) -> Scene {
    use State as S;
    let yesterday = Period::between(date(2024, 9, 1), ON.saturating_sub(1.day()));
    let open = Period::since(date(2024, 9, 1));
    let mut scene = Scene {
        actor: actor(role),
        relationships: Relationships::of_case(CASE, CHILD, AT_SCHOOL),
        adult: OTHER_ADULT,
        on_record: true,
    };
    let them = &mut scene.relationships;
    let asked = |adviser| Fact::AdviceRequested { of: ORGANISATION, adviser };
    let mut fact = |fact, period| them.facts.push(DatedFact { fact, period });
    match state {
        S::Nothing => {}
        S::NotOnRecord => scene.on_record = false,
        S::Allocated => fact(Fact::AllocatedTo(ACCOUNT), open),
        S::AllocationEnded => fact(Fact::AllocatedTo(ACCOUNT), yesterday),
        S::InTeam => fact(Fact::AllocatedToTeam(TEAM), open),
        S::Responsible => fact(Fact::Responsible(ORGANISATION), open),
        S::OnRoll => fact(Fact::OnRoll(ORGANISATION), open),
        S::OnRollAndNamed => {
            fact(Fact::OnRoll(ORGANISATION), open);
            fact(Fact::AllocatedTo(ACCOUNT), open);
        }
        S::LeftRoll => fact(Fact::OnRoll(ORGANISATION), yesterday),
        S::AdviceAsked => fact(asked(Some(ACCOUNT)), open),
        S::AdviceAskedOfColleague => fact(asked(Some(COLLEAGUE)), open),
        S::AdviceClosed => fact(asked(Some(ACCOUNT)), yesterday),
        S::Consulted => fact(Fact::Consulted(ORGANISATION), open),
        S::ConsultationClosed => fact(Fact::Consulted(ORGANISATION), yesterday),
        S::TakesToSchool => fact(Fact::TransportBy(ORGANISATION), open),
        S::PanelItem => fact(Fact::PanelItem(ACCOUNT), open),
        S::QaSample => fact(Fact::QaSample(ACCOUNT), open),
        S::Emergency => emergency(them, 10),
        S::EmergencyOver => emergency(them, 60),
        S::Conflict | S::WorkerIsParent | S::Locked | S::LockedAdmitted | S::Suspended | S::Withheld => {
            every_link(them, open);
            bar(&mut scene, state, barred, open);
        }
        _ => family(&mut scene, state, open),
    }
    scene
}

/// The links that families have.
fn family(scene: &mut Scene, state: State, open: Period) {
    use RelationshipKind as K;
    use State as S;
    let them = &mut scene.relationships;
    let yesterday = ON.saturating_sub(1.day());
    let passed = matches!(
        state,
        S::ParentRightsPassed
            | S::ParentWithConsent
            | S::ParentLackOfCapacity
            | S::ParentCapacityRepresented
            | S::CarerRightsPassed
            | S::OneselfWithRights
            | S::SupporterOfParent
            | S::SupporterOfYoungPerson
            | S::Representative
            | S::RepresentativeCapacity
    );
    if passed {
        them.born = Some(OVER_SCHOOL_AGE);
    }
    let kind = match state {
        S::Carer | S::CarerRightsPassed => K::Carer,
        S::ParentWithout | S::ParentWithoutShared | S::ContactShared => K::ParentWithoutResponsibility,
        S::Supporter | S::SupporterLapsed | S::SupporterOfParent | S::SupporterOfYoungPerson => K::Supporter,
        S::Representative | S::RepresentativeCapacity => K::Representative,
        _ => K::ParentWithResponsibility,
    };
    let mut link = link(kind, open);
    match state {
        S::Oneself | S::OneselfWithRights => {
            scene.actor.person = Some(CHILD);
            return;
        }
        S::OwnRecord => {
            scene.adult = ACTOR;
            return;
        }
        S::ParentNotProved => link.verified = None,
        S::ParentProofExpired => {
            link.verified = link.verified.map(|proof| Verification { expires_on: Some(yesterday), ..proof });
        }
        S::ParentByOrder => {
            link.restricted_by_order = Some(CourtOrder { title: "Prohibited steps order".into(), period: open });
        }
        S::ParentWithConsent | S::ParentWithoutShared => {
            them.consents.push(consent(ConsentPurpose::ParentAccess, CHILD));
        }
        S::ContactShared => them.consents.push(consent(ConsentPurpose::ShareContactDetails, OTHER_ADULT)),
        S::ParentLackOfCapacity => them.capacity.push(capacity(Some(None))),
        S::ParentCapacityRepresented => them.capacity.push(capacity(Some(Some(OTHER_ADULT)))),
        S::Representative => them.capacity.push(capacity(Some(Some(ACTOR)))),
        S::RepresentativeCapacity => them.capacity.push(capacity(None)),
        S::Supporter | S::SupporterOfParent => link.authority = Some(authority(OTHER_ADULT, ON)),
        S::SupporterLapsed => link.authority = Some(authority(OTHER_ADULT, yesterday)),
        S::SupporterOfYoungPerson => link.authority = Some(authority(CHILD, ON)),
        _ => {}
    }
    them.links.push(link);
}

/// Every link that work can give, at once.
fn every_link(them: &mut Relationships, open: Period) {
    let all = [
        Fact::AllocatedTo(ACCOUNT),
        Fact::AllocatedToTeam(TEAM),
        Fact::Responsible(ORGANISATION),
        Fact::OnRoll(ORGANISATION),
        Fact::AdviceRequested { of: ORGANISATION, adviser: Some(ACCOUNT) },
        Fact::Consulted(ORGANISATION),
        Fact::TransportBy(ORGANISATION),
        Fact::PanelItem(ACCOUNT),
        Fact::QaSample(ACCOUNT),
    ];
    them.facts.extend(all.map(|fact| DatedFact { fact, period: open }));
    emergency(them, 10);
}

fn bar(scene: &mut Scene, state: State, barred: crate::ActionKind, open: Period) {
    let mut fact = |fact| scene.relationships.facts.push(DatedFact { fact, period: open });
    match state {
        State::Conflict => fact(Fact::ConflictDeclared(ACCOUNT)),
        State::Locked => fact(Fact::Locked),
        State::LockedAdmitted => {
            fact(Fact::Locked);
            fact(Fact::AdmittedToLocked(ACCOUNT));
        }
        State::WorkerIsParent => {
            let unproved = Relationship { verified: None, ..link(RelationshipKind::ParentWithResponsibility, open) };
            scene.relationships.links.push(unproved);
        }
        _ => {}
    }
    for scope in scene.actor.roles.iter_mut().filter_map(|grant| grant.organisation.as_mut()) {
        match state {
            State::Suspended => scope.active = false,
            State::Withheld => scope.withheld.push(barred),
            _ => {}
        }
    }
}

fn actor(role: Role) -> Actor {
    let mut grant = RoleGrant::alone(role).in_teams([TEAM]);
    if let Some(class) = role.organisations().first() {
        grant.organisation = Some(OrganisationScope::active(ORGANISATION, *class));
    }
    if role == Role::DesignatedOfficer || role == Role::Adviser {
        grant.organisation = Some(OrganisationScope::active(ORGANISATION, OrganisationClass::Agency));
    }
    let signed_in = role != Role::Anonymous;
    Actor { account: signed_in.then_some(ACCOUNT), person: signed_in.then_some(ACTOR), roles: vec![grant] }
}

fn emergency(them: &mut Relationships, minutes_ago: i64) {
    let from = now().at.saturating_sub(jiff::SignedDuration::from_mins(minutes_ago)).unwrap_or(now().at);
    let until = from.saturating_add(jiff::SignedDuration::from_mins(crate::break_glass::MINUTES)).unwrap_or(from);
    let id = BreakGlassId::from_parts(1, 1);
    them.facts.push(DatedFact {
        fact: Fact::BreakGlass { id, account: ACCOUNT, from, until },
        period: Period::between(ON, ON),
    });
}

fn link(kind: RelationshipKind, period: Period) -> Relationship {
    Relationship {
        id: RelationshipId::from_parts(1, 1),
        child: CHILD,
        party: Party::Person(ACTOR),
        kind,
        period,
        authority: None,
        restricted_by_order: None,
        verified: Some(Verification { how: EvidenceKind::PostedCode, on: period.from, by: None, expires_on: None }),
    }
}

fn consent(purpose: ConsentPurpose, about: PersonId) -> Consent {
    Consent {
        id: ConsentId::from_parts(1, 1),
        about,
        purpose,
        for_person: Some(ACTOR),
        answer: ConsentAnswer::Given,
        by: about,
        period: Period::since(date(2026, 1, 1)),
    }
}

/// `None`: has capacity. `Some(representative)`: lacks it.
fn capacity(lacks: Option<Option<PersonId>>) -> CapacityDecision {
    CapacityDecision {
        id: CapacityDecisionId::from_parts(1, 1),
        person: CHILD,
        decision: DecisionKind::ShareRecord,
        outcome: lacks
            .map_or(CapacityOutcome::HasCapacity, |representative| CapacityOutcome::LacksCapacity { representative }),
        assessed_on: date(2026, 2, 2),
        assessed_by: "Clinical psychologist".into(),
        review_on: None,
    }
}

fn authority(given_by: PersonId, until: Date) -> Authority {
    Authority { given_by, signed_on: date(2026, 1, 5), until }
}

/// The child and case of every scene, for whoever builds a resource.
pub(super) const fn subject() -> (CaseId, PersonId) {
    (CASE, CHILD)
}
