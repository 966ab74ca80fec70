//! A small database: tables of rows, and a set-at-a-time reading of the filter, as the store's SQL reads it.

use crate::{cast::now, dice::Dice};
use access::predicate::GivenBy;
use access::*;
use jiff::civil::{Date, date};
use record::*;
use std::collections::BTreeSet;

/// The tables of a small database.
pub struct World {
    pub cases: Vec<(CaseId, PersonId, Date)>,
    facts: Vec<(CaseId, DatedFact)>,
    links: Vec<Relationship>,
    consents: Vec<Consent>,
    capacity: Vec<CapacityDecision>,
}

impl World {
    pub fn random(dice: &mut Dice) -> Self {
        let mut world = Self {
            cases: Vec::new(),
            facts: Vec::new(),
            links: Vec::new(),
            consents: Vec::new(),
            capacity: Vec::new(),
        };
        for n in 0..4_u32 {
            // Children are people too: an actor may be one of them.
            let child = PersonId::from_parts(5, u128::from(n));
            let born = dice.pick(&[date(2015, 5, 5), date(2010, 8, 31), date(2010, 9, 1), date(2008, 1, 1)]);
            let case = CaseId::from_parts(5, u128::from(n));
            world.cases.push((case, child, born));
            for _ in 0..dice.roll(7) {
                world.facts.push((case, DatedFact { fact: dice.fact(), period: dice.period() }));
            }
            for _ in 0..dice.roll(4) {
                world.links.push(dice.link(child));
            }
            for _ in 0..dice.roll(3) {
                world.consents.push(dice.consent(child));
            }
            for _ in 0..dice.roll(3) {
                world.capacity.push(dice.capacity(child));
            }
        }
        world
    }

    /// What the store loads to decide about one case: the rows that name the actor, and those that bind everybody.
    pub fn loaded(&self, actor: &Actor, wanted: CaseId) -> Relationships {
        let (case, child, born) = *self.cases.iter().find(|(case, ..)| *case == wanted).unwrap();
        let organisations: BTreeSet<_> =
            actor.roles.iter().filter_map(|grant| grant.organisation.as_ref().map(|scope| scope.id)).collect();
        let teams: BTreeSet<_> = actor.roles.iter().flat_map(|grant| grant.teams.clone()).collect();
        let names = |fact: &Fact| match fact {
            Fact::AllocatedTo(account)
            | Fact::PanelItem(account)
            | Fact::QaSample(account)
            | Fact::BreakGlass { account, .. }
            | Fact::ConflictDeclared(account)
            | Fact::AdmittedToLocked(account) => actor.account == Some(*account),
            Fact::AllocatedToTeam(team) => teams.contains(team),
            Fact::Responsible(of)
            | Fact::OnRoll(of)
            | Fact::Consulted(of)
            | Fact::TransportBy(of)
            | Fact::AdviceRequested { of, .. } => organisations.contains(of),
            Fact::Locked => true,
        };
        let mut known = Relationships::of_case(case, child, born);
        known.facts =
            self.facts.iter().filter(|(of, dated)| *of == case && names(&dated.fact)).map(|row| row.1).collect();
        let is_actor = |party| actor.person.is_some_and(|person| party == Party::Person(person));
        known.links = self.links.iter().filter(|link| link.child == child && is_actor(link.party)).cloned().collect();
        let for_actor = |consent: &&Consent| consent.for_person.is_none() || consent.for_person == actor.person;
        known.consents = self.consents.iter().filter(|one| one.about == child).filter(for_actor).cloned().collect();
        known.capacity = self.capacity.iter().filter(|found| found.person == child).cloned().collect();
        known
    }

    /// Every case that meets the condition, found a set at a time.
    pub fn select(&self, predicate: &CasePredicate) -> BTreeSet<CaseId> {
        use CasePredicate as P;
        let all = || self.cases.iter().map(|(case, ..)| *case).collect::<BTreeSet<_>>();
        let on = now().on;
        let with = |wanted: &dyn Fn(&Fact) -> bool| {
            let rows = self.facts.iter().filter(|(_, dated)| wanted(&dated.fact));
            rows.filter(|(_, dated)| dated.period.contains(on)).map(|(case, _)| *case).collect::<BTreeSet<_>>()
        };
        let of_children = |children: BTreeSet<PersonId>| {
            self.cases.iter().filter(|(_, child, _)| children.contains(child)).map(|(case, ..)| *case).collect()
        };
        let linked = |person: &PersonId, wanted: &dyn Fn(&Relationship) -> bool| {
            let rows = self.links.iter().filter(|link| link.party == Party::Person(*person) && wanted(link));
            of_children(rows.map(|link| link.child).collect())
        };
        let proved = |link: &Relationship| {
            link.period.contains(on)
                && link.verified.as_ref().is_some_and(|proof| {
                    proof.how != EvidenceKind::CarriedOver && proof.expires_on.is_none_or(|last| last >= on)
                })
        };
        match predicate {
            P::Everything => all(),
            P::Nothing => BTreeSet::new(),
            P::And(parts) => parts.iter().map(|part| self.select(part)).reduce(|one, other| &one & &other).unwrap(),
            P::Or(parts) => parts.iter().map(|part| self.select(part)).reduce(|one, other| &one | &other).unwrap(),
            P::Not(part) => &all() - &self.select(part),
            P::AllocatedTo(wanted) => with(&|fact| matches!(fact, Fact::AllocatedTo(one) if one == wanted)),
            P::InTeams(teams) => with(&|fact| matches!(fact, Fact::AllocatedToTeam(one) if teams.contains(one))),
            P::Responsible(wanted) => with(&|fact| matches!(fact, Fact::Responsible(one) if one == wanted)),
            P::OnRoll(wanted) => with(&|fact| matches!(fact, Fact::OnRoll(one) if one == wanted)),
            P::AdviceRequested { of: wanted, adviser: None } => {
                with(&|fact| matches!(fact, Fact::AdviceRequested { of, .. } if of == wanted))
            }
            P::AdviceRequested { of: wanted, adviser: Some(me) } => with(&|fact| match fact {
                Fact::AdviceRequested { of, adviser: None } => of == wanted,
                Fact::AdviceRequested { of, adviser: Some(named) } => of == wanted && named == me,
                _ => false,
            }),
            P::Consulted(wanted) => with(&|fact| matches!(fact, Fact::Consulted(one) if one == wanted)),
            P::TransportBy(wanted) => with(&|fact| matches!(fact, Fact::TransportBy(one) if one == wanted)),
            P::PanelItem(wanted) => with(&|fact| matches!(fact, Fact::PanelItem(one) if one == wanted)),
            P::QaSample(wanted) => with(&|fact| matches!(fact, Fact::QaSample(one) if one == wanted)),
            P::BreakGlass(wanted) => {
                let open = |fact: &Fact| {
                    matches!(fact, Fact::BreakGlass { account, from, until, .. }
                        if account == wanted && *from <= now().at && *until > now().at)
                };
                self.facts.iter().filter(|(_, dated)| open(&dated.fact)).map(|(case, _)| *case).collect()
            }
            P::ChildIs(person) => of_children([*person].into()),
            P::BornOnOrBefore(day) => {
                self.cases.iter().filter(|(.., born)| born <= day).map(|(case, ..)| *case).collect()
            }
            P::VerifiedLink { person, kinds } => linked(person, &|link| kinds.contains(&link.kind) && proved(link)),
            P::AuthorisedLink { person, kinds, given_by } => linked(person, &|link| {
                kinds.contains(&link.kind)
                    && proved(link)
                    && link.authority.as_ref().is_some_and(|authority| {
                        authority.until >= on && (*given_by == GivenBy::Anybody || authority.given_by == link.child)
                    })
            }),
            P::Linked(person) => linked(person, &|link| link.period.contains(on)),
            P::RestrictedByOrder(person) => {
                linked(person, &|link| link.restricted_by_order.as_ref().is_some_and(|order| order.period.contains(on)))
            }
            P::ConsentGiven { purpose, about, for_person } => {
                assert_eq!(*about, None, "a list never asks about another adult");
                let children = |answer| {
                    self.consents
                        .iter()
                        .filter(|one| one.purpose == *purpose && one.answer == answer && one.period.contains(on))
                        .filter(|one| one.for_person.is_none() || one.for_person == Some(*for_person))
                        .map(|one| one.about)
                        .collect::<BTreeSet<_>>()
                };
                of_children(&children(ConsentAnswer::Given) - &children(ConsentAnswer::Withheld))
            }
            P::LacksCapacity { representative: wanted } => {
                let made =
                    |found: &&CapacityDecision| found.decision == DecisionKind::ShareRecord && found.assessed_on <= on;
                let latest = self.capacity.iter().filter(made).filter(|found| {
                    !self.capacity.iter().filter(made).any(|other| {
                        other.person == found.person && (other.assessed_on, other.id) > (found.assessed_on, found.id)
                    })
                });
                of_children(
                    latest
                        .filter(|found| {
                            matches!(&found.outcome, CapacityOutcome::LacksCapacity { representative }
                                if representative == wanted)
                        })
                        .map(|found| found.person)
                        .collect(),
                )
            }
            P::ConflictDeclared(wanted) => with(&|fact| matches!(fact, Fact::ConflictDeclared(one) if one == wanted)),
            P::Locked => with(&|fact| matches!(fact, Fact::Locked)),
            P::AdmittedToLocked(wanted) => with(&|fact| matches!(fact, Fact::AdmittedToLocked(one) if one == wanted)),
        }
    }
}
