//! Pupils with SEN support, and children in care: those who have no case fill the numbers up.

use crate::day::Day;
use crate::dice::Dice;
use crate::fit::{bag, share};
use crate::lives::Life;
use crate::plan::Place;
use crate::published::flow::{IN_CARE, SEN_SUPPORT};
use crate::settings::{Settings, Times};
use crate::stays::{Known, ordinary, stays};
use crate::stock::second_need;

/// SEN support by age on 31 August, 4 to 18, as weights. Shape: most in the upper primary years.
const AGES: [u32; 15] = [40, 70, 85, 95, 100, 102, 104, 95, 88, 84, 80, 76, 30, 18, 8];
/// Primary needs of pupils with SEN support in the order of [`crate::plan::NEED`], in a thousand. Shape: DfE, "Special
/// educational needs in England", 2025.
const NEEDS: [u32; 13] = [85, 17, 160, 3, 55, 22, 1, 215, 265, 3, 165, 9, 0];
/// Children in care by age, 0 to 17, as weights: older children are more of them.
const CARE_AGES: [u32; 18] = [40, 38, 38, 40, 42, 44, 48, 50, 54, 58, 62, 66, 72, 78, 86, 96, 108, 112];
/// Children in care with a plan and with SEN support, in a thousand. Shape: DfE, "Outcomes for children in need,
/// including children looked after", 2024: about three in ten hold a plan, and rather fewer have support.
const CARE_OVERLAP: (u32, u32) = (300, 270);

/// Does this child have SEN support, and no plan, on this day?
#[must_use]
pub fn has_support(life: &Life, on: Day) -> bool {
    let age = life.age_at_start(on.academic_year());
    let plan = life.case.as_ref().is_some_and(|case| case.made().is_some_and(|made| made <= on));
    let begun = life.case.as_ref().is_none_or(|case| case.begins() <= on);
    life.sen && !plan && begun && (4..=18).contains(&age) && life.place_on(on).is_some_and(Place::has_setting)
}

/// Adds pupils with SEN support until there are as many as the county should have.
pub fn add_support(settings: &Settings, times: &Times, lives: &mut Vec<Life>) {
    let mut dice = Dice::new(settings.seed, "support", 0);
    let have = lives.iter().filter(|life| has_support(life, times.yesterday)).count();
    let wanted = settings.scaled(SEN_SUPPORT).saturating_sub(u32::try_from(have).unwrap_or(0));
    let mut needs = bag(&share(&NEEDS, wanted));
    dice.shuffle(&mut needs);
    for (index, row) in bag(&share(&AGES, wanted)).into_iter().enumerate() {
        let age = 4 + i16::try_from(row).unwrap_or(0);
        let need = needs[index];
        let female = dice.permille(370);
        let mut life = pupil(times, age, need, &mut dice);
        life.female = female;
        life.second_need = second_need(age, need, &mut dice).filter(|_| dice.permille(300));
        lives.push(life);
    }
}

fn pupil(times: &Times, age: i16, need: usize, dice: &mut Dice) -> Life {
    let year = times.yesterday.academic_year();
    let first = Day::of(year - age - 1, 9, 1);
    let born = first.plus(dice.between(0, Day::of(year - age, 8, 31).since(first))).min(times.yesterday.plus(-20));
    let place = if age < 2 { Place::Unknown } else { ordinary(age, dice) };
    let since = times.yesterday.plus(-dice.between(30, 900));
    let known = Known { born, on: times.yesterday, place, first: since, made: None, last: times.yesterday };
    let stays = if age < 2 { Vec::new() } else { stays(&known, dice) };
    Life { born, need, second_need: None, female: false, sen: true, stays, case: None }
}

/// Chooses who is in care, by number in `lives`, adding children without special educational needs for the rest.
pub fn in_care(settings: &Settings, times: &Times, lives: &mut Vec<Life>) -> Vec<usize> {
    let mut dice = Dice::new(settings.seed, "care", 0);
    let wanted = settings.scaled(IN_CARE);
    let parts = share(&[CARE_OVERLAP.0, CARE_OVERLAP.1, 1_000 - CARE_OVERLAP.0 - CARE_OVERLAP.1], wanted);
    let young = |life: &Life| times.yesterday.age_of(life.born) < 18;
    let plan = |life: &Life| life.case.as_ref().is_some_and(|case| case.in_force(times.yesterday));
    let mut chosen = Vec::new();
    for (part, count) in [(true, parts[0]), (false, parts[1])] {
        let mut list: Vec<(u32, usize)> = (0..lives.len())
            .filter(|&index| young(&lives[index]))
            .filter(|&index| if part { plan(&lives[index]) } else { has_support(&lives[index], times.yesterday) })
            .map(|index| (dice.below(1_000_000) / if lives[index].need == 7 { 3 } else { 1 }, index))
            .collect();
        list.sort_unstable();
        chosen.extend(list.into_iter().take(count as usize).map(|(_, index)| index));
    }
    for row in bag(&share(&CARE_AGES, parts[2])) {
        let mut life = pupil(times, i16::try_from(row).unwrap_or(0), 7, &mut dice);
        life.sen = false;
        life.female = dice.permille(440);
        chosen.push(lives.len());
        lives.push(life);
    }
    chosen.sort_unstable();
    chosen
}
