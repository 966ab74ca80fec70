//! Who holds a plan on the count day, so that age, need and place come out as published, and whose plans ended before.
//!
//! Plans that the schedule made and that did not end are in the stock; the rest of it was made before the history or
//! moved in. A table of age by year of start is fitted to both totals, then place and need are dealt out within each
//! age.

use crate::ceasing::{self, Ending};
use crate::day::Day;
use crate::dice::Dice;
use crate::fit::{bag, shape, share, table};
use crate::lives::{CasePath, Life, Origin, start_row};
use crate::plan::{Place, Stretch};
use crate::published::flow::{HELD_BY_START_AGE, HELD_FROM_BEFORE, NEW_PLAN_AGES, PLANS};
use crate::published::plans::{AGE_BY_NEED, AGE_BY_PLACE, AGES, NEEDS, PLACE_BY_NEED, PLACES};
use crate::schedule::{Journey, flow_of};
use crate::settings::{Settings, Times};
use crate::stays::{Known, ordinary, stays, typical};
use crate::workdays::Workdays;

/// Years of start that are told apart: this year, the last complete one, and ten before.
const STARTS: usize = 12;

/// One plan of the stock, before its child is known.
struct Held {
    origin: Origin,
    start: usize,
}

impl Held {
    fn case(&self) -> CasePath {
        CasePath { origin: self.origin, cease: None }
    }
}

/// What `stock` hands on: the lives, the journeys whose plan comes after the count day, and the endings still to be
/// given to somebody.
pub struct Stock {
    /// Those who hold or held a plan, each with a case.
    pub lives: Vec<Life>,
    /// Journeys with a plan after the count day.
    pub later: Vec<Journey>,
    /// Plans that end after the count day.
    pub endings: Vec<Ending>,
}

/// Everybody who holds a plan on the count day or held one before.
#[must_use]
pub fn stock(settings: &Settings, times: &Times, workdays: &Workdays, journeys: &[Journey]) -> Stock {
    let mut dice = Dice::new(settings.seed, "stock", 0);
    let mut planned: Vec<(Journey, bool)> =
        journeys.iter().filter(|journey| journey.plan_on().is_some()).map(|&journey| (journey, false)).collect();
    planned.sort_by_key(|(journey, _)| (journey.plan_on(), journey.requested));
    let mut lives = Vec::new();
    let mut endings = Vec::new();
    for year in times.years() {
        for ending in ceasing::of_year(settings, times, workdays, year) {
            if ending.cease.on > times.count_day {
                endings.push(ending);
            } else if let Some(origin) = whose(&ending, times, &mut planned, &mut dice) {
                // Notice of an end early in the first year must itself fall into the history.
                let mut ending = ending;
                let earliest = workdays.from(times.begins.plus(94 + ending.cease.on.0 % 25));
                if matches!(origin, Origin::Earlier { .. }) && !matches!(ending.cease.reason, 4 | 6 | 7) {
                    ending.cease.on = ending.cease.on.max(earliest);
                }
                lives.push(ceased(ending, origin, &mut dice));
            }
        }
    }
    let mut held: Vec<Held> = Vec::new();
    let mut later = Vec::new();
    for (journey, used) in planned {
        match journey.plan_on() {
            Some(made) if made <= times.count_day && !used => {
                held.push(Held { origin: Origin::Requested(journey), start: start_of(times, made) });
            }
            Some(made) if made > times.count_day => later.push(journey),
            _ => {}
        }
    }
    let total = settings.scaled(PLANS) as usize;
    held.truncate(total);
    fill(settings, times, workdays, total, &mut held, &mut dice);
    lives.extend(deal(times, held, total, &mut dice));
    Stock { lives, later, endings }
}

fn start_of(times: &Times, made: Day) -> usize {
    usize::try_from(times.year + 1 - made.year()).unwrap_or(0).min(STARTS - 1)
}

/// Finds the plan that an ending belongs to: one from the schedule that was held that long, else one from before.
fn whose(ending: &Ending, times: &Times, planned: &mut [(Journey, bool)], dice: &mut Dice) -> Option<Origin> {
    let on = ending.cease.on;
    let years = |years: i16| i32::from(years) * 365 + i32::from(years) / 4;
    let longest = if ending.held >= 6 { 10 } else { ending.held + 1 };
    let oldest = (ending.age - 2).max(1);
    let (from, to) = (on.plus(1 - years(longest.min(oldest))), on.plus(-years(ending.held).max(150)));
    let first_plans = Day::of(times.year - 10, 9, 1);
    if to >= times.begins {
        let low = planned.partition_point(|(journey, _)| journey.plan_on() < Some(from));
        let high = planned.partition_point(|(journey, _)| journey.plan_on() <= Some(to));
        if high > low {
            let start = dice.index(high - low);
            let free =
                (0..high - low).map(|offset| low + (start + offset) % (high - low)).find(|&index| !planned[index].1);
            if let Some(index) = free {
                planned[index].1 = true;
                return Some(Origin::Requested(planned[index].0));
            }
        }
    }
    let (from, to) = (from.max(first_plans), to.min(times.begins.plus(-1)));
    (from <= to).then(|| Origin::Earlier { made: from.plus(dice.between(0, to.since(from))) })
}

fn ceased(ending: Ending, origin: Origin, dice: &mut Dice) -> Life {
    let on = ending.cease.on;
    let born = if ending.cease.reason == 0 {
        Day::of(on.year() - 26, 9, 1).plus(dice.between(0, 333))
    } else {
        born_with_age(on, ending.age, dice)
    };
    let age = Day::of(on.plus(-1).academic_year(), 8, 31).age_of(born);
    let place = match ending.cease.reason {
        1 if age < 16 => ordinary(age, dice),
        0..=3 | 5 | 8 if age >= 16 => [Place::OtherSetting, Place::GeneralFe, Place::Neet, Place::TrainingProvider]
            [dice.weighted(&[45, 30, 20, 5])],
        _ => typical(age, 700, dice),
    };
    let case = CasePath { origin, cease: Some(ending.cease) };
    new_life(born, place, on.plus(-1), on, case, dice)
}

/// A day of birth that gives this age on a day.
#[must_use]
pub fn born_with_age(on: Day, age: i16, dice: &mut Dice) -> Day {
    let (year, month, day) = on.parts();
    let turned = Day::of(year - age, i32::from(month), i32::from(day));
    let born = turned.plus(-dice.between(0, 364));
    if on.age_of(born) > age { born.plus(1) } else { born }
}

/// A life around a case, with needs drawn for its age and no sex yet.
#[must_use]
pub fn new_life(born: Day, place: Place, on: Day, last: Day, case: CasePath, dice: &mut Dice) -> Life {
    let age = Day::of(on.academic_year(), 8, 31).age_of(born);
    let need = dice.weighted(&AGE_BY_NEED[crate::lives::age_row(age)]);
    let known = Known { born, on, place, first: case.begins().plus(-30), made: case.made(), last };
    let stays = stays(&known, dice);
    Life { born, need, second_need: second_need(age, need, dice), female: false, sen: true, stays, case: Some(case) }
}

/// A second need for a little more than half.
pub fn second_need(age: i16, need: usize, dice: &mut Dice) -> Option<usize> {
    if !dice.permille(560) {
        return None;
    }
    let second = dice.weighted(&AGE_BY_NEED[crate::lives::age_row(age)]);
    (second != need && second < NEEDS - 1).then_some(second)
}

/// Adds those who moved in, so that the caseload of each January comes out, and then those whose plans were made
/// before the history begins.
fn fill(settings: &Settings, times: &Times, workdays: &Workdays, total: usize, held: &mut Vec<Held>, dice: &mut Dice) {
    for year in times.years().take(crate::settings::YEARS_BEFORE as usize + 1) {
        let flow = flow_of(times, year);
        let next = if year == times.year { PLANS } else { flow_of(times, year + 1).plans };
        let moved = settings.scaled((next + flow.ceased).saturating_sub(flow.plans + flow.finals)) as usize;
        let room = total.saturating_sub(held.len());
        for on in workdays.spread(year, &[1, 1, 1, 1, 1, 1, 2, 3, 2, 1, 1, 1], moved.min(room) as u32, dice) {
            let made = workdays.from(on.plus(-dice.between(200, 1_500)));
            held.push(Held { origin: Origin::MovedIn { made, on }, start: start_of(times, made) });
        }
    }
    let left = u32::try_from(total.saturating_sub(held.len())).unwrap_or(0);
    for (before, &count) in (1..).zip(&share(&HELD_FROM_BEFORE, left)) {
        let year = times.begins.year() - before;
        for made in workdays.spread(year, &[1; 12], count, dice) {
            // Plans, as they are now, began in September of the first year.
            let made = if before == 5 { workdays.from(Day::of(year, 9, 1).plus(dice.between(0, 120))) } else { made };
            held.push(Held { origin: Origin::Earlier { made }, start: start_of(times, made) });
        }
    }
}

/// Gives every plan of the stock an age, a place and a need, all in the published numbers.
fn deal(times: &Times, mut held: Vec<Held>, total: usize, dice: &mut Dice) -> Vec<Life> {
    let total = u32::try_from(total).unwrap_or(0);
    let ages = share(&AGE_BY_PLACE.map(|row| row.iter().sum()), total);
    let mut starts = vec![0; STARTS];
    for one in &held {
        starts[one.start] += 1;
    }
    let by_start = table(&start_shape(), &ages, &starts);
    let places: Vec<u32> = (0..PLACES).map(|place| AGE_BY_PLACE.iter().map(|row| row[place]).sum()).collect();
    let by_place = table(&shape(&AGE_BY_PLACE), &ages, &share(&places, total));
    let needs: Vec<u32> = (0..NEEDS).map(|need| AGE_BY_NEED.iter().map(|row| row[need]).sum()).collect();
    let by_need = table(&shape(&AGE_BY_NEED), &ages, &share(&needs, total));
    let together: Vec<f64> = shape(&PLACE_BY_NEED).into_iter().map(|count| count.max(0.02)).collect();

    // The plans of each year of start, in chance order, go to the ages that the fitted table gives that year.
    dice.shuffle(&mut held);
    let mut queues: Vec<Vec<Held>> = (0..STARTS).map(|_| Vec::new()).collect();
    for one in held {
        queues[one.start].push(one);
    }
    let mut lives = Vec::with_capacity(total as usize);
    for row in 0..AGES {
        let age = i16::try_from(row).unwrap_or(0) + 2;
        let mut plans: Vec<Held> = Vec::new();
        for (start, queue) in queues.iter_mut().enumerate() {
            let count = by_start[row * STARTS + start] as usize;
            if row < 3 {
                // The very young get the plans asked for last, lest they be asked for in the cradle.
                let among = queue.len().saturating_sub(count * 6);
                queue[among..].sort_by_key(|plan| plan.case().begins());
            }
            let keep = queue.len().saturating_sub(count);
            plans.extend(queue.drain(keep..));
        }
        let cells = bag(&table(
            &together,
            &by_place[row * PLACES..(row + 1) * PLACES],
            &by_need[row * NEEDS..(row + 1) * NEEDS],
        ));
        for (plan, cell) in matched(plans, cells, dice) {
            lives.push(one_of_stock(times, plan, age, Place::ALL[cell / NEEDS], cell % NEEDS, dice));
        }
    }
    lives
}

/// Pairs plans with places: the longest held with special schools first, the newest with early years.
fn matched(plans: Vec<Held>, cells: Vec<usize>, dice: &mut Dice) -> Vec<(Held, usize)> {
    let mut plans: Vec<(i32, usize, Held)> = plans
        .into_iter()
        .enumerate()
        .map(|(index, plan)| (i32::try_from(plan.start.min(6)).unwrap_or(0) * 10 + dice.between(0, 25), index, plan))
        .collect();
    plans.sort_by_key(|&(key, index, _)| (key, index));
    let mut cells: Vec<(i32, usize)> = cells
        .into_iter()
        .map(|cell| {
            let place = Place::ALL[cell / NEEDS];
            let key = match place {
                Place::EarlyYears => -40,
                Place::ByParents => -30,
                place if place.is_special() => 60,
                place if place.is_mainstream() => 0,
                Place::ApAcademy | Place::ApFree => 15,
                _ => 25,
            };
            (key + dice.between(0, 45), cell)
        })
        .collect();
    cells.sort_unstable();
    plans.into_iter().zip(cells).map(|((_, _, plan), (_, cell))| (plan, cell)).collect()
}

fn one_of_stock(times: &Times, plan: Held, age: i16, place: Place, need: usize, dice: &mut Dice) -> Life {
    let case = plan.case();
    // Born in the school year of that age; plans at 25 run on only for those born in August.
    let first = Day::of(times.year - age - 1, 9, 1);
    let days = Day::of(times.year - age, 8, 31).since(first);
    let born = if age == 25 { first.plus(days - dice.between(0, 30)) } else { first.plus(dice.between(0, days)) };
    // Nobody is assessed in the first year and a half of life.
    let latest = case.begins().plus(-560);
    let born = if born > latest { latest.max(first) } else { born };
    let first_day = case.begins().plus(-30).max(times.begins);
    let known = Known { born, on: times.count_day, place, first: first_day, made: case.made(), last: times.yesterday };
    let stays = stays(&known, dice);
    Life { born, need, second_need: second_need(age, need, dice), female: false, sen: true, stays, case: Some(case) }
}

/// How likely each age (row) is for each year of start (column), from the ages at which plans start.
fn start_shape() -> Vec<f64> {
    let mut cells = Vec::with_capacity(AGES * STARTS);
    for row in 0..AGES {
        let age = i16::try_from(row).unwrap_or(0) + 2;
        for start in 0..STARTS {
            let years = i16::try_from(start).unwrap_or(0) - 1;
            let began = age - years.max(0);
            let weights = if start <= 1 { &NEW_PLAN_AGES } else { &HELD_BY_START_AGE };
            let weight = f64::from(weights[start_row(began)]);
            cells.push(match began {
                ..=0 => 0.0,
                1 => weight / 8.0,
                2..=19 => weight,
                20..=23 => weight / 4.0,
                _ => 0.01,
            });
        }
    }
    cells
}

/// Is somebody of this age on 31 August past compulsory school age?
#[must_use]
pub fn past_school(age: i16) -> bool {
    Stretch::of(age) >= Stretch::Sixteen
}
