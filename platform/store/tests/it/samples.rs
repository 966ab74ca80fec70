//! People, bodies and permits for the tests.

use access::{Action, Actor, Fact, Moment, OrganisationClass, Permit, Relationships, Resource, Role, decide};
use record::{
    AccountId, EstablishmentType, IdSource, Organisation, OrganisationId, OrganisationKind, Period, Person, PersonId,
    PersonName, Phase, SeededIds, Setting, Sex,
};
use testing::{at, day};

pub const NOW: &str = "2026-11-20T10:00:00Z";

pub fn moment() -> Moment {
    Moment::new(at(NOW), day("2026-11-20"))
}

pub fn ids(seed: u64) -> SeededIds {
    SeededIds::new(seed, 1_760_000_000_000)
}

pub fn id<T: From<ulid::Ulid>>(seed: u64) -> T {
    ids(seed).next_id()
}

pub fn person(seed: u64, given: &str, family: &str, born: &str) -> Person {
    Person::new(id(seed), PersonName::new(given, family), day(born), Sex::Female)
}

pub fn school(seed: u64, name: &str) -> Organisation {
    Organisation {
        id: id(seed),
        name: name.to_owned(),
        kind: OrganisationKind::Setting(Box::new(Setting::new(EstablishmentType::ALL[0], Phase::ALL[0]))),
        active: Period::since(day("2020-01-01")),
        suspended: None,
    }
}

/// What a manager of the responsible authority may do.
pub fn permit<A: Action>(resource: Resource) -> Permit<A> {
    let authority: OrganisationId = id(900);
    let account: AccountId = id(901);
    let mut roles = vec![Role::Manager, Role::Coordinator, Role::Administrator];
    let mut actor = Actor::staff(account, roles.remove(0), authority, OrganisationClass::LocalAuthority);
    for role in roles {
        actor = actor.and(Actor::staff(account, role, authority, OrganisationClass::LocalAuthority).roles.remove(0));
    }
    let child: PersonId = resource.child().unwrap_or_else(|| id(1));
    let mut known = Relationships::of_child(child, day("2015-01-01"));
    known.case = resource.case();
    let since = Period::since(day("2020-01-01"));
    let known = known.with(Fact::Responsible(authority), since).with(Fact::AllocatedTo(account), since);
    decide(&actor, &known, &resource, moment()).unwrap_or_else(|denied| panic!("{denied:?}"))
}
