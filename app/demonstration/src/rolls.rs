//! Which setting each child goes to: near home, of the right kind, and for the right need.

use rayon::prelude::*;

use crate::dice::Dice;
use crate::households::Household;
use crate::lives::Life;
use crate::places::Area;
use crate::plan::Place;
use crate::schools::{Kind, School, kinds_for};
use crate::settings::Settings;

/// How likely the nearest setting of a kind is, the next one, and so on.
const NEAREST: [u32; 4] = [600, 220, 120, 60];

/// For each kind of setting and each area, the settings by distance.
struct Near {
    by_kind: Vec<Vec<Vec<u16>>>,
    units: Vec<Vec<u16>>,
}

impl Near {
    fn new(areas: &[Area], schools: &[School]) -> Self {
        let list = |keep: &(dyn Fn(&School) -> bool + Sync), most: usize| -> Vec<Vec<u16>> {
            let kept: Vec<u16> = (0..schools.len())
                .filter(|&index| keep(&schools[index]))
                .filter_map(|index| u16::try_from(index).ok())
                .collect();
            areas
                .par_iter()
                .map(|area| {
                    let mut order: Vec<(i64, u16)> =
                        kept.iter().map(|&index| (distance(area.at, schools[usize::from(index)].at), index)).collect();
                    order.sort_unstable();
                    order.into_iter().take(most).map(|(_, index)| index).collect()
                })
                .collect()
        };
        let by_kind = Kind::ALL.iter().map(|&kind| list(&|school: &School| school.kind == kind, 10)).collect();
        Self { by_kind, units: list(&|school: &School| school.base.is_some(), 40) }
    }
}

fn distance(one: (i32, i32), other: (i32, i32)) -> i64 {
    let (east, north) = (i64::from(one.0 - other.0), i64::from(one.1 - other.1));
    east * east + north * north
}

/// For every life, the setting of each of its stays, where the stay has one.
#[must_use]
pub fn rolls(
    settings: &Settings,
    areas: &[Area],
    schools: &[School],
    lives: &[Life],
    households: &[Household],
) -> Vec<Vec<Option<u16>>> {
    let near = Near::new(areas, schools);
    let mut area_of = vec![0_u32; lives.len()];
    for household in households {
        for &child in &household.children {
            area_of[child] = household.area;
        }
    }
    lives
        .par_iter()
        .enumerate()
        .map(|(index, life)| {
            let mut dice = Dice::new(settings.seed, "rolls", index as u64);
            let mut before: Option<u16> = None;
            life.stays
                .iter()
                .map(|stay| {
                    let age = life.age_at_start(stay.from.academic_year());
                    let chosen = choose(
                        &Sought { place: stay.place, age, need: life.need, area: area_of[index] as usize, before },
                        &near,
                        schools,
                        &mut dice,
                    );
                    before = chosen.or(before);
                    chosen
                })
                .collect()
        })
        .collect()
}

/// Whom a setting is sought for.
struct Sought {
    place: Place,
    age: i16,
    need: usize,
    area: usize,
    before: Option<u16>,
}

fn choose(sought: &Sought, near: &Near, schools: &[School], dice: &mut Dice) -> Option<u16> {
    let Sought { place, age, need, area, before } = *sought;
    let kinds = kinds_for(place, age);
    let unit = matches!(place, Place::MaintainedUnit | Place::AcademyUnit);
    if let Some(held) = before {
        // A school that takes all ages keeps its children.
        let school = &schools[usize::from(held)];
        let (low, high) = school.kind.ages(school.sixth_form);
        let stays = kinds.contains(&school.kind)
            && i16::from(low) <= age
            && age < i16::from(high)
            && unit == (unit && school.base.is_some());
        if stays {
            return Some(held);
        }
    }
    if unit {
        let fits = |index: &&u16| {
            let school = &schools[usize::from(**index)];
            kinds.contains(&school.kind)
        };
        let list: Vec<u16> = near.units[area].iter().filter(fits).copied().collect();
        let same = |index: &&u16| schools[usize::from(**index)].base.is_some_and(|base| base.need == need);
        let matching: Vec<u16> = list.iter().filter(same).copied().collect();
        let list = if matching.is_empty() { list } else { matching };
        if !list.is_empty() {
            return Some(list[dice.weighted(&NEAREST[..list.len().min(4)])]);
        }
    }
    let mut list: Vec<u16> = kinds.iter().flat_map(|&kind| &near.by_kind[kind as usize][area]).copied().collect();
    if place.is_mainstream() && age >= 16 && list.iter().any(|&index| schools[usize::from(index)].sixth_form) {
        list.retain(|&index| schools[usize::from(index)].sixth_form);
    }
    if list.is_empty() {
        return None;
    }
    if place.is_special() {
        let weights: Vec<u32> = list
            .iter()
            .enumerate()
            .map(|(rank, &index)| {
                let school = &schools[usize::from(index)];
                let suits = if school.needs.is_empty() || school.needs.contains(&need) { 10 } else { 1 };
                school.capacity * suits * 12 / (u32::try_from(rank).unwrap_or(0) + 2)
            })
            .collect();
        return Some(list[dice.weighted(&weights)]);
    }
    Some(list[dice.weighted(&NEAREST[..list.len().min(4)])])
}

/// Fits the size of each special setting and base to the children who are there, with a little room.
pub fn fit_capacity(schools: &mut [School], on_roll: &[u32]) {
    for (school, &count) in schools.iter_mut().zip(on_roll) {
        let small = matches!(
            school.kind,
            Kind::SpecialMaintained
                | Kind::SpecialAcademy
                | Kind::SpecialIndependent
                | Kind::SpecialNonMaintained
                | Kind::ApAcademy
                | Kind::ApFree
                | Kind::SpecialistPost16
        );
        if small {
            school.capacity = (count + count / 40).max(8);
        }
    }
}
