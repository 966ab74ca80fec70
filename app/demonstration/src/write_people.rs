//! Writes children, families, homes, rolls and care as rows.

use rayon::prelude::*;
use record::{
    AccessNeed, Address, CapacityDecision, CareSpell, Consent, ContactPoint, Enrolment, Identifiers, InterpreterNeed,
    Language, NhsNumber, Person, PersonId, PersonName, Relationship, Sex, Uln, Upn, UpnUnknown,
};

use crate::county::HomePoint;
use crate::day::Day;
use crate::dice::Dice;
use crate::households::{Adult, Household};
use crate::make::World;
use crate::names;
use crate::write_bodies::Bodies;
use crate::{write_care, write_homes, write_links, write_rolls};

/// People and what hangs on them.
#[derive(Default)]
pub struct Written {
    /// The id of each child.
    pub child_ids: Vec<PersonId>,
    /// Who writes to the authority for each child.
    pub parent_of: Vec<PersonId>,
    /// People.
    pub persons: Vec<Person>,
    /// Addresses.
    pub addresses: Vec<Address>,
    /// Where children's homes stand.
    pub homes: Vec<HomePoint>,
    /// Ways to reach people.
    pub contacts: Vec<ContactPoint>,
    /// Links.
    pub relationships: Vec<Relationship>,
    /// Rolls.
    pub enrolments: Vec<Enrolment>,
    /// Care.
    pub care_spells: Vec<CareSpell>,
    /// Consents.
    pub consents: Vec<Consent>,
    /// Capacity.
    pub capacity: Vec<CapacityDecision>,
}

/// The rows of one household.
#[derive(Default)]
pub struct Rows {
    /// People.
    pub persons: Vec<Person>,
    /// Addresses.
    pub addresses: Vec<Address>,
    /// Where children's homes stand.
    pub homes: Vec<HomePoint>,
    /// Ways to reach people.
    pub contacts: Vec<ContactPoint>,
    /// Links.
    pub relationships: Vec<Relationship>,
    /// Rolls.
    pub enrolments: Vec<Enrolment>,
    /// Consents.
    pub consents: Vec<Consent>,
    /// Capacity.
    pub capacity: Vec<CapacityDecision>,
    /// Care.
    pub care_spells: Vec<CareSpell>,
}

/// Most adults in one household, so that each has a number of its own.
pub const ADULTS: usize = 4;

/// The id of an adult of a household.
#[must_use]
pub fn adult_id(world: &World, household: usize, adult: usize) -> PersonId {
    world.adult_id(household * ADULTS + adult)
}

/// Writes them.
#[must_use]
pub fn write(world: &World, bodies: &Bodies) -> Written {
    let mut written = Written {
        child_ids: (0..world.lives.len()).map(|index| world.child_id(index)).collect(),
        ..Written::default()
    };
    written.parent_of =
        (0..world.lives.len()).map(|index| adult_id(world, world.household_of[index] as usize, 0)).collect();
    let care = write_care::Placed::all(world);
    let parts: Vec<Rows> = (0..world.households.len())
        .into_par_iter()
        .map(|index| {
            let mut rows = Rows::default();
            let household = &world.households[index];
            people(world, index, household, &mut rows);
            write_homes::write(world, index, household, &care, &mut rows);
            write_links::write(world, bodies, index, household, &care, &mut rows);
            for &child in &household.children {
                write_rolls::write(world, bodies, child, &mut rows);
            }
            rows
        })
        .collect();
    for rows in parts.into_iter().chain(std::iter::once(write_care::write(world, bodies, &care))) {
        written.persons.extend(rows.persons);
        written.addresses.extend(rows.addresses);
        written.homes.extend(rows.homes);
        written.contacts.extend(rows.contacts);
        written.relationships.extend(rows.relationships);
        written.enrolments.extend(rows.enrolments);
        written.consents.extend(rows.consents);
        written.capacity.extend(rows.capacity);
        written.care_spells.extend(rows.care_spells);
    }
    written
}

fn people(world: &World, index: usize, household: &Household, rows: &mut Rows) {
    for &child in &household.children {
        rows.persons.push(child_person(world, child, household));
    }
    for (place, adult) in household.adults.iter().enumerate() {
        rows.persons.push(adult_person(adult_id(world, index, place), adult, household));
    }
}

fn child_person(world: &World, child: usize, household: &Household) -> Person {
    let life = &world.lives[child];
    let mut dice = Dice::new(world.settings.seed, "child", child as u64);
    let given = names::child(household.roots.heritage, life.female, &mut dice);
    let family = if dice.permille(60) { names::family(household.roots.heritage, &mut dice) } else { household.family };
    let sex = if life.female { Sex::Female } else { Sex::Male };
    let id = world.child_id(child);
    let mut person = Person::new(id, PersonName::new(given, family), life.born.civil(), sex);
    if dice.permille(30) && given.len() > 4 {
        person.name = person.name.known_as(&given[..3]);
    }
    person.ethnicity = household.roots.ethnicity;
    let number = u32::try_from(child).unwrap_or(0);
    let today = world.times.today;
    let entry = life.born.year() + 5;
    let in_school = today.age_of(life.born) >= 5;
    person.identifiers = Identifiers {
        upn: in_school.then(|| Upn::synthetic(u8::try_from(entry.rem_euclid(100)).unwrap_or(0), number)),
        former_upns: Vec::new(),
        upn_unknown: (!in_school).then_some(UpnUnknown::UnderSix),
        uln: (today.age_of(life.born) >= 14).then(|| Uln::synthetic(number)),
        nhs_number: Some(NhsNumber::synthetic(number)),
    };
    person.languages = languages(household.roots.language);
    if life.need == 1 && dice.permille(250) {
        person.languages.insert(0, Language::BritishSign);
        person.interpreter = InterpreterNeed::BritishSignLanguage;
    }
    let access = match life.need {
        11 => Some(AccessNeed::LargePrint),
        1 => Some(AccessNeed::HearingLoop),
        5 => Some(AccessNeed::StepFree),
        6 | 9 => Some(AccessNeed::Symbols),
        0 => Some(AccessNeed::QuietRoom),
        _ => None,
    };
    person.access_needs = access.filter(|_| dice.permille(400)).into_iter().collect();
    if let Some(cease) = life.case.as_ref().and_then(|case| case.cease)
        && cease.reason == 7
        && cease.on <= world.times.yesterday
    {
        person.died_on = Some(cease.on.civil());
    }
    person
}

fn languages(first: Language) -> Vec<Language> {
    if first == Language::English { vec![first] } else { vec![first, Language::English] }
}

/// An adult as a person.
#[must_use]
pub fn adult_person(id: PersonId, adult: &Adult, household: &Household) -> Person {
    let sex = if adult.female { Sex::Female } else { Sex::Male };
    let mut person = Person::new(id, PersonName::new(adult.given, adult.family), adult.born.civil(), sex);
    person.ethnicity = household.roots.ethnicity;
    person.languages = languages(household.roots.language);
    if household.interpreter {
        let signs = household.roots.language == Language::BritishSign;
        person.interpreter = if signs { InterpreterNeed::BritishSignLanguage } else { InterpreterNeed::Spoken };
    }
    let key = adult.born.0.rem_euclid(211);
    person.access_needs = match key {
        0..=2 => vec![AccessNeed::EasyRead],
        3..=4 => vec![AccessNeed::LargePrint],
        5 => vec![AccessNeed::NoPhone],
        6..=8 => vec![AccessNeed::PaperPost],
        _ => Vec::new(),
    };
    person
}

/// A day well before the history, to date what has always been so.
#[must_use]
pub fn always(world: &World, born: Day) -> Day {
    born.max(world.times.begins.plus(-365 * 8))
}
