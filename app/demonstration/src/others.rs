//! Everybody else with a case: plans after the count day, requests that came to no plan, and whose plans end this year.

use crate::ceasing::Ending;
use crate::day::Day;
use crate::dice::Dice;
use crate::fit::{bag, share};
use crate::lives::{CasePath, Cease, Life, Origin};
use crate::plan::Place;
use crate::published::flow::{NEW_PLAN_AGES, REQUEST_AGES};
use crate::published::people::PLANS_BY_SEX;
use crate::schedule::{self, Journey};
use crate::settings::{Settings, Times};
use crate::stays::{ordinary, typical};
use crate::stock::{Stock, born_with_age, new_life, stock};
use crate::workdays::Workdays;

/// Every child and young person with a case.
#[must_use]
pub fn with_cases(settings: &Settings, times: &Times, workdays: &Workdays) -> Vec<Life> {
    let journeys = schedule::journeys(settings, times, workdays);
    let Stock { mut lives, later, endings } = stock(settings, times, workdays, &journeys);
    let mut dice = Dice::new(settings.seed, "others", 0);
    end_of_this_year(times, &mut lives, &endings, &mut dice);
    let rest: Vec<Journey> = journeys.into_iter().filter(|journey| journey.plan_on().is_none()).collect();
    lives.extend(begun(times, &later, &NEW_PLAN_AGES, &mut dice));
    lives.extend(begun(times, &rest, &REQUEST_AGES, &mut dice));
    lives.sort_by_key(|life| (life.case.as_ref().map(CasePath::begins), life.born, life.need));
    let mut owed = PLANS_BY_SEX[1] / 2;
    for life in &mut lives {
        owed += PLANS_BY_SEX[0];
        life.female = owed >= PLANS_BY_SEX[0] + PLANS_BY_SEX[1];
        if life.female {
            owed -= PLANS_BY_SEX[0] + PLANS_BY_SEX[1];
        }
    }
    lives
}

/// The children of journeys that are not in the stock, with ages in the published proportions.
fn begun(times: &Times, journeys: &[Journey], ages: &[u32], dice: &mut Dice) -> Vec<Life> {
    let mut rows = bag(&share(ages, u32::try_from(journeys.len()).unwrap_or(0)));
    dice.shuffle(&mut rows);
    journeys
        .iter()
        .zip(rows)
        .map(|(&journey, row)| {
            let age = if row == 18 { dice.between(20, 22) } else { 2 + i32::try_from(row).unwrap_or(0) };
            let age = i16::try_from(age).unwrap_or(2);
            let on = journey.plan_on().unwrap_or(journey.requested);
            let born = born_with_age(on, age, dice).min(journey.requested.plus(-450));
            let age = Day::of(journey.requested.academic_year(), 8, 31).age_of(born);
            let place = if journey.plan_on().is_some() && dice.permille(250) {
                typical(age, 60, dice)
            } else {
                ordinary(age, dice)
            };
            let case = CasePath { origin: Origin::Requested(journey), cease: None };
            new_life(born, place, journey.requested, times.yesterday, case, dice)
        })
        .collect()
}

/// Gives the endings after the count day to plans of the stock. Those decided by a review at the end of the last
/// complete year are chosen later, from its reviews, and stand in for the endings of the first weeks.
fn end_of_this_year(times: &Times, lives: &mut [Life], endings: &[Ending], dice: &mut Dice) {
    let year = times.year + 1;
    let limit = Day::of(year, 7, 31);
    let mut by_age: Vec<Vec<usize>> = vec![Vec::new(); 30];
    for (index, life) in lives.iter().enumerate() {
        if life.case.as_ref().is_some_and(|case| case.in_force(times.count_day)) {
            by_age[usize::try_from(life.age_at_start(times.year).clamp(0, 29)).unwrap_or(0)].push(index);
        }
    }
    for ending in endings {
        let decided = !matches!(ending.cease.reason, 4 | 6 | 7);
        let stands_in = decided && ending.cease.on < Day::of(year, 3, 12);
        if ending.cease.reason == 0 || stands_in {
            continue;
        }
        let mut best: Option<(i32, usize)> = None;
        for _ in 0..14 {
            // Whoever is 24 must leave within the year: look there first.
            let age = if ending.age >= 20 && dice.permille(80) { 24 } else { ending.age };
            let list = &by_age[usize::try_from(age - i16::from(dice.permille(600))).unwrap_or(0).min(29)];
            if list.is_empty() {
                continue;
            }
            let index = *dice.pick(list);
            let score = fitness(&lives[index], ending, times);
            if score > best.map_or(-1, |(score, _)| score) {
                best = Some((score, index));
            }
        }
        if let Some((_, index)) = best
            && let Some(case) = &mut lives[index].case
        {
            case.cease = Some(ending.cease);
        }
    }
    // The age limit is the law's, not a choice.
    for life in lives {
        let born = life.born;
        if let Some(case) = &mut life.case
            && case.cease.is_none()
            && limit.age_of(born) >= 25
        {
            case.cease = Some(Cease { on: limit, reason: 0, by_review: false });
        }
    }
}

fn fitness(life: &Life, ending: &Ending, times: &Times) -> i32 {
    let Some(case) = &life.case else { return -1 };
    let too_soon = case.made().is_some_and(|made| ending.cease.on.since(made) < 120);
    let limit = Day::of(times.year + 1, 7, 31);
    if case.cease.is_some() || too_soon || (limit < ending.cease.on && limit.age_of(life.born) >= 25) {
        return -1;
    }
    let leaving = matches!(ending.cease.reason, 1 | 2 | 3 | 5 | 8);
    if leaving && ending.cease.on.age_of(life.born) < 16 && ending.cease.reason != 1 {
        return -1;
    }
    match life.place_on(times.count_day) {
        Some(Place::Neet | Place::OtherSetting) if leaving => 4,
        Some(Place::GeneralFe | Place::TrainingProvider) if leaving => 2,
        Some(place) if leaving && place.is_special() => 0,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lives::age_row;
    use crate::published::flow::FLOW;
    use crate::published::plans::{AGE_BY_NEED, AGE_BY_PLACE, AGES, NEEDS, PLACES};
    use jiff::civil::date;

    #[test]
    fn the_stock_is_the_published_one() {
        for (seed, today) in [(1, date(2026, 11, 22)), (2, date(2027, 2, 28)), (7, date(2026, 1, 1))] {
            let settings = Settings::new(today).with_seed(seed);
            let times = Times::of(today);
            let workdays = Workdays::between(times.year - 12, times.year + 5);
            let lives = with_cases(&settings, &times, &workdays);
            let held: Vec<&Life> =
                lives.iter().filter(|life| life.case.as_ref().unwrap().in_force(times.count_day)).collect();
            assert_eq!(held.len(), 12_147);
            let mut by_place = [[0; PLACES]; AGES];
            let mut by_need = [[0; NEEDS]; AGES];
            for life in &held {
                let row = age_row(life.age_at_start(times.year));
                by_place[row][life.place_on(times.count_day).unwrap().index()] += 1;
                by_need[row][life.need] += 1;
            }
            assert_eq!(by_need, AGE_BY_NEED);
            assert_eq!(by_place, AGE_BY_PLACE);
            for (index, flow) in FLOW.iter().enumerate() {
                let day = Day::of(times.begins.year() + i16::try_from(index).unwrap(), 1, 15);
                let held = lives.iter().filter(|life| life.case.as_ref().unwrap().in_force(day)).count();
                println!("{}: {held} plans for {}", day.year(), flow.plans);
            }
            println!(
                "{} lives, in force yesterday {}",
                lives.len(),
                lives.iter().filter(|l| l.case.as_ref().unwrap().in_force(times.yesterday)).count()
            );
            for life in &lives {
                let case = life.case.as_ref().unwrap();
                assert!(case.begins().since(life.born) > 270, "{life:?}");
                assert!(life.stays.windows(2).all(|pair| pair[0].from < pair[1].from), "{life:?}");
            }
        }
    }
}
