//! What must link an actor to a child before a rule lets them in.

use crate::{Actor, CasePredicate, Moment, Resource, RoleGrant, predicate::GivenBy};
use jiff::civil::{Date, Weekday};
use record::{ConsentPurpose, RelationshipKind};

/// What a rule asks for. Each becomes a [`CasePredicate`] for one actor at one moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Condition {
    /// Nothing: the role is enough.
    RoleAlone,
    /// The child may not be on record yet, so nothing can be read of them.
    NotOnRecord,
    /// The case is theirs.
    Allocated,
    /// The case is their team's.
    InTeam,
    /// Their authority is responsible for the child.
    Responsible,
    /// The child is on their setting's roll.
    OnRoll,
    /// The child is on their setting's roll, and they are named for the child.
    OnRollAndNamed,
    /// Advice has been asked of them, or of their organisation and nobody in particular.
    AdviceRequested,
    /// Advice has been asked of anybody in their organisation.
    AdviceRequestedOfOrganisation,
    /// Their setting is being consulted about a place.
    Consulted,
    /// Their firm takes the child to school.
    TakesToSchool,
    /// The case is on the agenda of their panel.
    PanelItem,
    /// The case is in their quality sample.
    QaSample,
    /// They have a proved link with parental responsibility, and the rights are the parents' to use.
    ParentWithRights,
    /// They have a proved link as somebody who has care of the child (Education Act 1996 s.576), and the rights are the
    /// parents' to use.
    CarerWithRights,
    /// They have a proved link as a parent without parental responsibility, and the record has been shared with them.
    ParentSharedWith,
    /// They are the young person, and over compulsory school age.
    YoungPersonWithRights,
    /// They have a proved link and written authority that has not lapsed.
    Authority,
    /// They are the representative of a young person who lacks capacity to decide who sees the record.
    Representative,
    /// It is their own record.
    OwnRecord,
    /// The other adult has agreed to share their contact details with them.
    ContactShared,
    /// They have opened the record in an emergency.
    BreakGlass,
    /// Another system that was granted this action.
    Scope(crate::ActionKind),
}

const WITH_RESPONSIBILITY: &[RelationshipKind] =
    &[RelationshipKind::ParentWithResponsibility, RelationshipKind::Guardian];
const WITH_CARE: &[RelationshipKind] = &[RelationshipKind::Carer, RelationshipKind::FosterCarer];
const WITHOUT_RESPONSIBILITY: &[RelationshipKind] = &[RelationshipKind::ParentWithoutResponsibility];

impl Condition {
    /// The words that people read: "when …".
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::RoleAlone => "always",
            Self::NotOnRecord => "for a child not on record yet",
            Self::Allocated => "allocated to them",
            Self::InTeam => "in their team",
            Self::Responsible => "their authority is responsible",
            Self::OnRoll => "on their roll",
            Self::OnRollAndNamed => "on their roll and named for the child",
            Self::AdviceRequested => "advice asked of them",
            Self::AdviceRequestedOfOrganisation => "advice asked of their organisation",
            Self::Consulted => "consultation open",
            Self::TakesToSchool => "takes the child to school",
            Self::PanelItem => "on their panel's agenda",
            Self::QaSample => "in their quality sample",
            Self::ParentWithRights => "parental responsibility proved and rights held",
            Self::CarerWithRights => "care of the child proved and rights held",
            Self::ParentSharedWith => "parent, record shared with them",
            Self::YoungPersonWithRights => "the young person, over compulsory school age",
            Self::Authority => "written authority to act",
            Self::Representative => "representative for lack of capacity",
            Self::OwnRecord => "their own record",
            Self::ContactShared => "contact details shared with them",
            Self::BreakGlass => "emergency access",
            Self::Scope(_) => "granted to the system",
        }
    }

    /// What the condition means for this actor, in this role, now. Where the condition needs an account, a person or an
    /// organisation that the actor has not got, no case meets it.
    #[must_use]
    pub fn predicate(
        self,
        actor: &Actor,
        grant: &RoleGrant,
        resource: Option<&Resource>,
        now: Moment,
    ) -> CasePredicate {
        self.meaning(actor, grant, resource, now).unwrap_or(CasePredicate::Nothing)
    }

    fn meaning(
        self,
        actor: &Actor,
        grant: &RoleGrant,
        resource: Option<&Resource>,
        now: Moment,
    ) -> Option<CasePredicate> {
        use CasePredicate as P;
        let organisation = grant.organisation.as_ref().map(|scope| scope.id);
        let link = |kinds: &[RelationshipKind]| Some(P::VerifiedLink { person: actor.person?, kinds: kinds.to_vec() });
        Some(match self {
            Self::RoleAlone => P::Everything,
            Self::NotOnRecord => match resource {
                Some(Resource::NewChild) => P::Everything,
                _ => P::Nothing,
            },
            Self::Allocated => P::AllocatedTo(actor.account?),
            Self::InTeam if grant.teams.is_empty() => P::Nothing,
            Self::InTeam => P::InTeams(grant.teams.clone()),
            Self::Responsible => P::Responsible(organisation?),
            Self::OnRoll => P::OnRoll(organisation?),
            Self::OnRollAndNamed => P::all([P::OnRoll(organisation?), P::AllocatedTo(actor.account?)]),
            Self::AdviceRequested => P::AdviceRequested { of: organisation?, adviser: Some(actor.account?) },
            Self::AdviceRequestedOfOrganisation => P::AdviceRequested { of: organisation?, adviser: None },
            Self::Consulted => P::Consulted(organisation?),
            Self::TakesToSchool => P::TransportBy(organisation?),
            Self::PanelItem => P::PanelItem(actor.account?),
            Self::QaSample => P::QaSample(actor.account?),
            Self::ParentWithRights => P::all([link(WITH_RESPONSIBILITY)?, parents_may_act(actor, now)?]),
            Self::CarerWithRights => P::all([link(WITH_CARE)?, parents_may_act(actor, now)?]),
            Self::ParentSharedWith => {
                let shared =
                    P::ConsentGiven { purpose: ConsentPurpose::ParentAccess, about: None, for_person: actor.person? };
                P::all([link(WITHOUT_RESPONSIBILITY)?, shared])
            }
            Self::YoungPersonWithRights => P::all([P::ChildIs(actor.person?), rights_have_passed(now)]),
            Self::Authority => {
                let authorised = |given_by| {
                    let kinds = vec![RelationshipKind::Supporter];
                    Some(P::AuthorisedLink { person: actor.person?, kinds, given_by })
                };
                // An authority that a parent signed lapses when the rights pass.
                P::any([
                    P::all([authorised(GivenBy::Anybody)?, rights_have_passed(now).negate()]),
                    authorised(GivenBy::TheChild)?,
                ])
            }
            Self::Representative => P::all([
                link(&[RelationshipKind::Representative])?,
                rights_have_passed(now),
                P::LacksCapacity { representative: Some(actor.person?) },
            ]),
            Self::OwnRecord => match resource {
                Some(Resource::Adult { adult, .. }) if Some(*adult) == actor.person => P::Everything,
                _ => P::Nothing,
            },
            Self::ContactShared => match resource {
                Some(Resource::Adult { adult, .. }) => P::all([
                    P::Linked(actor.person?),
                    P::ConsentGiven {
                        purpose: ConsentPurpose::ShareContactDetails,
                        about: Some(*adult),
                        for_person: actor.person?,
                    },
                ]),
                _ => P::Nothing,
            },
            Self::BreakGlass => P::BreakGlass(actor.account?),
            Self::Scope(action) if grant.scopes.contains(&action) => P::Everything,
            Self::Scope(_) => P::Nothing,
        })
    }
}

/// The parents' turn: until the rights pass; then with the young person's consent, or where the young person lacks
/// capacity and has no other representative.
fn parents_may_act(actor: &Actor, now: Moment) -> Option<CasePredicate> {
    Some(CasePredicate::any([
        rights_have_passed(now).negate(),
        CasePredicate::ConsentGiven { purpose: ConsentPurpose::ParentAccess, about: None, for_person: actor.person? },
        CasePredicate::LacksCapacity { representative: None },
    ]))
}

/// Have the rights passed to the young person? They have for everybody born on the last day of August 16 years before
/// the latest last Friday in June that is over, or earlier (rule YP-01; [`record::rights::young_person_from`]).
#[must_use]
pub fn rights_have_passed(now: Moment) -> CasePredicate {
    let this_year = now.on.year();
    let leaving = Date::new(this_year, 6, 30).and_then(|june| june.nth_weekday_of_month(-1, Weekday::Friday));
    let year = if leaving.is_ok_and(|day| day < now.on) { this_year } else { this_year - 1 };
    Date::new(year - 16, 8, 31).map_or(CasePredicate::Nothing, CasePredicate::BornOnOrBefore)
}
