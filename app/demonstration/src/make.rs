//! The order of the stages, from nothing to a county.

use rayon::prelude::*;
use record::PersonId;

use crate::appeals::{self, Appeal};
use crate::cast;
use crate::county::{County, Step};
use crate::dice::Dice;
use crate::households::{FosterHome, Household, foster_homes, households};
use crate::ids::{Ids, Thing};
use crate::lives::Life;
use crate::others::with_cases;
use crate::places::{Area, areas};
use crate::pupils::{add_support, in_care};
use crate::review_totals::settle;
use crate::reviews::{Care, lay_out};
use crate::rolls::{fit_capacity, rolls};
use crate::schools::{School, schools};
use crate::settings::{Settings, Times};
use crate::staffing::{Staffing, staffing};
use crate::workdays::Workdays;
use crate::{write_bodies, write_cases, write_people};

/// Everything that is known before it is written down as rows.
pub struct World {
    /// What it is made from.
    pub settings: Settings,
    /// Its dates.
    pub times: Times,
    /// Working days.
    pub workdays: Workdays,
    /// Ids.
    pub ids: Ids,
    /// Small areas.
    pub areas: Vec<Area>,
    /// Settings.
    pub schools: Vec<School>,
    /// Bodies, teams and posts.
    pub staffing: Staffing,
    /// Children and young people.
    pub lives: Vec<Life>,
    /// Their reviews.
    pub care: Vec<Care>,
    /// Their appeals.
    pub appeals: Vec<Option<Appeal>>,
    /// Families.
    pub households: Vec<Household>,
    /// The household of each child.
    pub household_of: Vec<u32>,
    /// Those in care, in order.
    pub in_care: Vec<usize>,
    /// Foster homes, two children to each.
    pub foster: Vec<FosterHome>,
    /// The setting of each stay.
    pub rolls: Vec<Vec<Option<u16>>>,
}

impl County {
    /// Makes a county.
    #[must_use]
    pub fn make(settings: Settings) -> Self {
        Self::make_telling(settings, &mut |_| {})
    }

    /// Makes a county, telling what is being made as each step begins.
    pub fn make_telling(settings: Settings, tell: &mut dyn FnMut(Step)) -> Self {
        let times = Times::of(settings.today);
        let workdays = Workdays::between(times.year - 13, times.year + 5);
        tell(Step::Places);
        let areas = areas(&settings);
        let schools = schools(&settings, &areas);
        let staffing = staffing(&settings, &areas, &schools);
        tell(Step::Histories);
        let mut lives = with_cases(&settings, &times, &workdays);
        let mut care: Vec<Care> = lives
            .par_iter()
            .enumerate()
            .map(|(index, life)| lay_out(life, &times, &workdays, &mut Dice::new(settings.seed, "care", index as u64)))
            .collect();
        settle(&settings, &times, &workdays, &mut lives, &mut care);
        let mut appeals = appeals::appeals(&settings, &times, &workdays, &lives, &care);
        tell(Step::Families);
        add_support(&settings, &times, &mut lives);
        let in_care = in_care(&settings, &times, &mut lives);
        care.resize_with(lives.len(), Care::default);
        appeals.resize(lives.len(), None);
        let households = households(&settings, &times, &areas, &lives);
        let mut household_of = vec![0; lives.len()];
        for (index, household) in (0..).zip(&households) {
            for &child in &household.children {
                household_of[child] = index;
            }
        }
        let foster = foster_homes(&settings, &times, &areas, in_care.len());
        let rolls = rolls(&settings, &areas, &schools, &lives, &households);
        let ids = Ids::new(settings.seed);
        let mut world = World {
            settings,
            times,
            workdays,
            ids,
            areas,
            schools,
            staffing,
            lives,
            care,
            appeals,
            households,
            household_of,
            in_care,
            foster,
            rolls,
        };
        world.fit_schools();
        tell(Step::People);
        let bodies = write_bodies::write(&world);
        let people = write_people::write(&world, &bodies);
        tell(Step::Events);
        let cases = write_cases::write(&world, &bodies, &people);
        let mut county = County {
            settings,
            times,
            organisations: bodies.organisations,
            teams: bodies.teams,
            staff: bodies.staff,
            accounts: bodies.accounts,
            persons: people.persons,
            addresses: people.addresses,
            homes: people.homes,
            contacts: people.contacts,
            relationships: people.relationships,
            enrolments: people.enrolments,
            attendances: cases.attendances,
            care_spells: people.care_spells,
            consents: people.consents,
            capacity: people.capacity,
            allocations: cases.allocations,
            cases: cases.cases,
            events: cases.events,
            cast: Vec::new(),
            areas: world.areas,
        };
        cast::choose(&mut county);
        county
    }
}

impl World {
    fn fit_schools(&mut self) {
        let mut on_roll = vec![0; self.schools.len()];
        for (life, rolls) in self.lives.iter().zip(&self.rolls) {
            let held =
                life.case.as_ref().is_none_or(|case| case.cease.is_none_or(|cease| cease.on > self.times.yesterday));
            let last = life.stays.iter().rposition(|stay| stay.from <= self.times.yesterday);
            if let Some(school) = last.and_then(|index| rolls[index]).filter(|_| held) {
                on_roll[usize::from(school)] += 1;
            }
        }
        fit_capacity(&mut self.schools, &on_roll);
    }

    /// The id of a child. Ids of people all carry the same day: an id must not tell when somebody was born.
    #[must_use]
    pub fn child_id(&self, child: usize) -> PersonId {
        self.ids.id(Thing::Child, child, self.times.begins)
    }

    /// The id of an adult.
    #[must_use]
    pub fn adult_id(&self, number: usize) -> PersonId {
        self.ids.id(Thing::Adult, number, self.times.begins)
    }

    /// The household of a child.
    #[must_use]
    pub fn household(&self, child: usize) -> &Household {
        &self.households[self.household_of[child] as usize]
    }
}
