//! Does a case meet a condition? The in-memory reading of [`CasePredicate`]; the store's is SQL.

use crate::{CasePredicate, Fact, Moment, Relationships, predicate::GivenBy};
use record::{CapacityOutcome, ConsentAnswer, DecisionKind, Party, PersonId, Relationship, RelationshipKind};

/// Does the case or child of these relationships meet the condition at this moment?
pub(crate) fn holds(predicate: &CasePredicate, of: &Relationships, now: Moment) -> bool {
    use CasePredicate as P;
    let fact = |wanted: &dyn Fn(&Fact) -> bool| {
        of.facts.iter().any(|dated| dated.period.contains(now.on) && wanted(&dated.fact))
    };
    match predicate {
        P::Everything => true,
        P::Nothing => false,
        P::And(parts) => parts.iter().all(|part| holds(part, of, now)),
        P::Or(parts) => parts.iter().any(|part| holds(part, of, now)),
        P::Not(part) => !holds(part, of, now),
        P::AllocatedTo(account) => fact(&|one| *one == Fact::AllocatedTo(*account)),
        P::InTeams(teams) => fact(&|one| matches!(one, Fact::AllocatedToTeam(team) if teams.contains(team))),
        P::Responsible(authority) => fact(&|one| *one == Fact::Responsible(*authority)),
        P::OnRoll(setting) => fact(&|one| *one == Fact::OnRoll(*setting)),
        P::AdviceRequested { of: wanted, adviser } => fact(&|one| {
            matches!(one, Fact::AdviceRequested { of, adviser: named }
                if of == wanted && (adviser.is_none() || named.is_none() || named == adviser))
        }),
        P::Consulted(setting) => fact(&|one| *one == Fact::Consulted(*setting)),
        P::TransportBy(operator) => fact(&|one| *one == Fact::TransportBy(*operator)),
        P::PanelItem(account) => fact(&|one| *one == Fact::PanelItem(*account)),
        P::QaSample(account) => fact(&|one| *one == Fact::QaSample(*account)),
        // An emergency access that began before midnight goes on after it, so the day does not count, only the minutes.
        P::BreakGlass(wanted) => of.facts.iter().any(|dated| {
            matches!(dated.fact, Fact::BreakGlass { account, from, until, .. }
                if account == *wanted && from <= now.at && now.at < until)
        }),
        P::ChildIs(person) => of.child == Some(*person),
        P::BornOnOrBefore(day) => of.born.is_some_and(|born| born <= *day),
        P::VerifiedLink { person, kinds } => links(of, *person).any(|link| verified(link, kinds, now)),
        P::AuthorisedLink { person, kinds, given_by } => links(of, *person).any(|link| {
            verified(link, kinds, now)
                && link.may_act_on(now.on)
                && match given_by {
                    GivenBy::Anybody => true,
                    GivenBy::TheChild => {
                        link.authority.as_ref().is_some_and(|authority| Some(authority.given_by) == of.child)
                    }
                }
        }),
        P::Linked(person) => links(of, *person).any(|link| link.period.contains(now.on)),
        P::RestrictedByOrder(person) => links(of, *person).any(|link| link.is_restricted_on(now.on)),
        P::ConsentGiven { purpose, about, for_person } => {
            let about = about.or(of.child);
            let answers = |answer| {
                of.consents.iter().any(|consent| {
                    Some(consent.about) == about
                        && consent.purpose == *purpose
                        && consent.for_person.is_none_or(|person| person == *for_person)
                        && consent.answer == answer
                        && consent.period.contains(now.on)
                })
            };
            answers(ConsentAnswer::Given) && !answers(ConsentAnswer::Withheld)
        }
        P::LacksCapacity { representative: wanted } => of
            .capacity
            .iter()
            .filter(|found| {
                Some(found.person) == of.child
                    && found.decision == DecisionKind::ShareRecord
                    && found.assessed_on <= now.on
            })
            .max_by_key(|found| (found.assessed_on, found.id))
            .is_some_and(|found| {
                matches!(&found.outcome, CapacityOutcome::LacksCapacity { representative } if representative == wanted)
            }),
        P::ConflictDeclared(account) => fact(&|one| *one == Fact::ConflictDeclared(*account)),
        P::Locked => fact(&|one| *one == Fact::Locked),
        P::AdmittedToLocked(account) => fact(&|one| *one == Fact::AdmittedToLocked(*account)),
    }
}

fn links(of: &Relationships, person: PersonId) -> impl Iterator<Item = &Relationship> {
    of.links.iter().filter(move |link| link.party == Party::Person(person) && Some(link.child) == of.child)
}

fn verified(link: &Relationship, kinds: &[RelationshipKind], now: Moment) -> bool {
    kinds.contains(&link.kind) && link.period.contains(now.on) && link.is_verified_on(now.on)
}
