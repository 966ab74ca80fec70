//! Writes children in care, their carers, and the other work of social care with families.

use record::{
    Address, AddressSource, CareSpell, CareStatus, Ethnicity, Language, Period, Person, PersonId, PersonName, Postcode,
    Protection, ProtectionReason, Sex,
};

use crate::day::Day;
use crate::dice::Dice;
use crate::ids::Thing;
use crate::make::World;
use crate::places::Home;
use crate::write_bodies::Bodies;
use crate::write_people::Rows;

/// Where a child in care is placed.
#[derive(Debug, Clone, Copy)]
pub struct PlacedChild {
    /// Since when the child is in care.
    pub since: Day,
    /// The foster home's number.
    pub foster: usize,
    /// The dwelling.
    pub home: Home,
}

/// Every child in care, by number.
pub struct Placed(Vec<(usize, PlacedChild)>);

impl Placed {
    /// Places those in care.
    #[must_use]
    pub fn all(world: &World) -> Self {
        Self(
            world
                .in_care
                .iter()
                .enumerate()
                .map(|(place, &child)| {
                    let mut dice = Dice::new(world.settings.seed, "placed", child as u64);
                    let born = world.lives[child].born;
                    let longest = world.times.yesterday.since(born).clamp(20, 3_400);
                    let days = dice.between(10, longest).min(dice.between(10, longest)).min(longest - 5);
                    let since = world.times.yesterday.plus(-days).max(born.plus(2));
                    let foster = (place / 2).min(world.foster.len().saturating_sub(1));
                    (child, PlacedChild { since, foster, home: world.foster[foster].home })
                })
                .collect(),
        )
    }

    /// The placement of a child, if the child is in care.
    #[must_use]
    pub fn of(&self, child: usize) -> Option<PlacedChild> {
        self.0.binary_search_by_key(&child, |&(child, _)| child).ok().map(|place| self.0[place].1)
    }
}

/// The id of a foster carer.
#[must_use]
pub fn carer_id(world: &World, foster: usize, place: usize) -> PersonId {
    let number = world.households.len() * crate::write_people::ADULTS + foster * 2 + place;
    world.adult_id(number)
}

/// Writes spells of care and foster carers.
#[must_use]
pub fn write(world: &World, bodies: &Bodies, placed: &Placed) -> Rows {
    let mut rows = Rows::default();
    let mut number = 0;
    let mut spell = |child: usize, status: CareStatus, period: Period, rows: &mut Rows| {
        rows.care_spells.push(CareSpell {
            id: world.ids.id(Thing::CareSpell, number, Day::from(period.from)),
            person: world.child_id(child),
            status,
            authority: bodies.council(),
            period,
        });
        number += 1;
    };
    for &(child, one) in &placed.0 {
        spell(child, CareStatus::LookedAfter, Period::since(one.since.civil()), &mut rows);
    }
    let mut dice = Dice::new(world.settings.seed, "spells", 0);
    let yesterday = world.times.yesterday;
    for (child, life) in world.lives.iter().enumerate() {
        if placed.of(child).is_some() {
            continue;
        }
        let held = life.case.as_ref().is_some_and(|case| case.in_force(yesterday));
        let age = yesterday.age_of(life.born);
        let draw = dice.below(1_000);
        if age < 18 && draw < if held { 62 } else { 14 } {
            let since = yesterday.plus(-dice.between(20, 500)).max(life.born.plus(3));
            let status = if draw.is_multiple_of(6) { CareStatus::ChildProtection } else { CareStatus::ChildInNeed };
            let ended = dice.permille(420).then(|| since.plus(dice.between(30, 300))).filter(|&end| end < yesterday);
            let period = ended.map_or(Period::since(since.civil()), |end| Period::between(since.civil(), end.civil()));
            spell(child, status, period, &mut rows);
        } else if age >= 18 && held && draw < 55 {
            let adult = Day::of(life.born.year() + 18, i32::from(life.born.month()), 1).plus(31).min(yesterday);
            let care =
                Period::between(adult.plus(-dice.between(300, 2_500)).max(life.born).civil(), adult.plus(-1).civil());
            spell(child, CareStatus::LookedAfter, care, &mut rows);
            spell(child, CareStatus::CareLeaver, Period::since(adult.civil()), &mut rows);
        }
    }
    carers(world, &mut rows);
    rows
}

fn carers(world: &World, rows: &mut Rows) {
    for (index, foster) in world.foster.iter().enumerate() {
        for (place, adult) in foster.adults.iter().enumerate() {
            let id = carer_id(world, index, place);
            let sex = if adult.female { Sex::Female } else { Sex::Male };
            let mut person = Person::new(id, PersonName::new(adult.given, adult.family), adult.born.civil(), sex);
            person.ethnicity = Ethnicity::WhiteBritish;
            person.languages = vec![Language::English];
            rows.persons.push(person);
            let since = world.times.begins.plus(-800);
            let mut lines = vec![foster.home.line()];
            lines.extend(foster.home.village(&world.areas).map(str::to_owned));
            rows.addresses.push(Address {
                id: world.ids.id(
                    Thing::Address,
                    (world.lives.len() + (world.households.len() + 1) * 4 + index * 2 + place) * 4,
                    since,
                ),
                person: id,
                lines,
                town: foster.home.town(&world.areas).to_owned(),
                postcode: foster.home.postcode(&world.areas).parse::<Postcode>().ok(),
                uprn: None,
                period: Period::since(since.civil()),
                source: AddressSource::SocialCare,
                confirmed_on: None,
                protected: Some(Protection {
                    reason: ProtectionReason::FosterPlacement,
                    withhold_from: Vec::new(),
                    set_on: since.civil(),
                    review_on: None,
                }),
            });
        }
    }
}
