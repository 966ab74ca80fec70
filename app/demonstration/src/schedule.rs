//! When things happen: the dates of every request, decision and new plan, so that each year's totals come out as
//! published.
//!
//! New plans and no-plan decisions are spread over their year first; each is given how long it took, in the
//! published proportions; that gives the day of its request. Then pairs within a year exchange their durations until
//! each year has the published number of requests. The history runs on past yesterday in the same way and is cut off
//! there when it is told, so every stage holds as many open cases as a county at work would have.

use crate::day::Day;
use crate::dice::Dice;
use crate::fit::{apportion, share};
use crate::published::flow::{ASSESSED, DISPUTES, FLOW, LAST, WITHOUT_EXCEPTION, Year};
use crate::settings::{Settings, Times};
use crate::workdays::Workdays;

/// How a refusal to assess was turned into an assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dispute {
    /// Agreed at mediation.
    Mediation,
    /// By the tribunal, or before it.
    Tribunal,
    /// By the tribunal after mediation failed.
    Both,
}

/// How a request ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// A plan is issued on this day.
    Final {
        /// The day of issue.
        on: Day,
        /// Whether an exception that the law knows was recorded.
        exception: bool,
    },
    /// The family is told on this day that there will be no plan.
    NoPlan {
        /// The day of notice.
        on: Day,
    },
    /// The request is refused, and a dispute leads to an assessment and a plan.
    Disputed {
        /// The day the plan is issued.
        on: Day,
        /// How.
        dispute: Dispute,
    },
    /// The request is refused.
    Refused,
    /// The request is withdrawn on this day.
    Withdrawn {
        /// The day.
        on: Day,
    },
}

/// One request and what comes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Journey {
    /// The day the request arrived.
    pub requested: Day,
    /// The day the family was notified whether there would be an assessment.
    pub notified: Day,
    /// What comes of it.
    pub ending: Ending,
}

impl Journey {
    /// The day of the new plan, if there is one.
    #[must_use]
    pub const fn plan_on(&self) -> Option<Day> {
        match self.ending {
            Ending::Final { on, .. } | Ending::Disputed { on, .. } => Some(on),
            _ => None,
        }
    }
}

/// How busy the months are: fewer things happen in August and at Christmas.
const MONTHS: [u32; 12] = [98, 100, 108, 98, 102, 108, 112, 68, 92, 106, 110, 78];

/// Weeks from 12 to 20, and how many plans in time take so many.
const IN_TIME: [u64; 9] = [1, 2, 3, 5, 8, 13, 20, 28, 26];

struct Slot {
    on: Day,
    days: i32,
    plan: bool,
}

/// Makes every request of the history, sorted by the day it arrived.
#[must_use]
pub fn journeys(settings: &Settings, times: &Times, workdays: &Workdays) -> Vec<Journey> {
    let mut dice = Dice::new(settings.seed, "schedule", 0);
    let first = times.year - crate::settings::YEARS_BEFORE;
    let years: Vec<i16> = (first..=times.year + 3).collect();
    let mut slots: Vec<Vec<Slot>> = Vec::new();
    let mut disputed: Vec<Day> = Vec::new();
    for &year in &years {
        let flow = flow_of(times, year);
        let [finals, disputes, no_plan] =
            [flow.finals, flow.disputed, flow.no_plan].map(|count| settings.scaled(count));
        let disputes = disputes.min(finals);
        let mut days = workdays.spread(year, &MONTHS, finals, &mut dice);
        dice.shuffle(&mut days);
        disputed.extend(days.drain(..disputes as usize));
        let mut durations = plan_durations(&flow, finals - disputes, &mut dice);
        dice.shuffle(&mut durations);
        let mut year_slots: Vec<Slot> =
            days.into_iter().zip(durations).map(|(on, days)| Slot { on, days, plan: true }).collect();
        let mut days = workdays.spread(year, &MONTHS, no_plan, &mut dice);
        dice.shuffle(&mut days);
        let durations = no_plan_durations(&flow, no_plan, &mut dice);
        year_slots.extend(days.into_iter().zip(durations).map(|(on, days)| Slot { on, days, plan: false }));
        slots.push(year_slots);
    }
    for (index, &year) in years.iter().enumerate().take(years.len() - 1) {
        if year <= times.year + 1 {
            let flow = flow_of(times, year);
            let assessed = if year >= times.year { ASSESSED } else { flow.requests - flow.refused - flow.undecided };
            balance(&mut slots, index, year, settings.scaled(assessed), &mut dice);
        }
    }
    let mut journeys = assessed(&slots, times, workdays, &mut dice);
    journeys.extend(refused(settings, times, workdays, disputed, &mut dice));
    for year in times.years() {
        let count = settings.scaled(flow_of(times, year).undecided);
        for requested in workdays.spread(year, &MONTHS, count, &mut dice) {
            let on = workdays.from(requested.plus(dice.between(4, 30)));
            journeys.push(Journey { requested, notified: on, ending: Ending::Withdrawn { on } });
        }
    }
    mark_exceptions(&mut journeys, times);
    journeys.retain(|journey| journey.requested <= times.yesterday);
    journeys.sort_by_key(|journey| (journey.requested, journey.notified, journey.plan_on()));
    journeys
}

/// The figures of a calendar year: the published ones, moved in time. After the last complete year its pattern goes
/// on, with as many plans as there are assessments to finish.
#[must_use]
pub fn flow_of(times: &Times, year: i16) -> Year {
    if year > times.year {
        Year { finals: LAST.finals + ASSESSED - LAST.finals - LAST.no_plan + LAST.disputed, ..LAST }
    } else {
        FLOW[times.index(year)]
    }
}

/// Days from request to plan, in the published proportions.
fn plan_durations(flow: &Year, count: u32, dice: &mut Dice) -> Vec<i32> {
    let counted = flow.finals - flow.disputed;
    let parts = share(
        &[flow.within_20.min(counted), counted.saturating_sub(flow.within_20 + flow.over_52), flow.over_52],
        count,
    );
    let mut durations = Vec::with_capacity(count as usize);
    for (week, &many) in (12..).zip(&apportion(&IN_TIME, u64::from(parts[0]))) {
        durations.extend((0..many).map(|_| (week - 1) * 7 + dice.between(1, 7)));
    }
    let late: Vec<u64> = (21..=52_u64).map(|week| (56 - week) * (56 - week)).collect();
    for (week, &many) in (21..).zip(&apportion(&late, u64::from(parts[1]))) {
        durations.extend((0..many).map(|_| ((week - 1) * 7 + dice.between(3, 7)).min(362)));
    }
    let latest: Vec<u64> = (54..=78_u64).map(|week| (84 - week) * (84 - week)).collect();
    for (week, &many) in (54..).zip(&apportion(&latest, u64::from(parts[2]))) {
        durations.extend((0..many).map(|_| (week - 1) * 7 + dice.between(1, 7)));
    }
    durations
}

/// Days from request to the notice that there will be no plan.
fn no_plan_durations(flow: &Year, count: u32, dice: &mut Dice) -> Vec<i32> {
    let in_time = share(&[flow.no_plan_within_16, flow.no_plan - flow.no_plan_within_16], count)[0];
    (0..count)
        .map(|index| {
            if index < in_time {
                dice.between(82, 112).max(dice.between(82, 112))
            } else {
                dice.between(115, 280).min(dice.between(115, 280))
            }
        })
        .collect()
}

/// Exchanges durations within the plans of the next year until so many requests fall in this one.
fn balance(slots: &mut [Vec<Slot>], index: usize, year: i16, target: u32, dice: &mut Dice) {
    let in_year = |slot: &Slot| slot.on.plus(-slot.days).year() == year;
    let mut have = i64::from(u32::try_from(slots.iter().flatten().filter(|slot| in_year(slot)).count()).unwrap_or(0));
    let target = i64::from(target);
    let next = &mut slots[index + 1];
    for _ in 0..next.len() * 40 {
        if have == target || next.len() < 2 {
            break;
        }
        let (one, other) = (dice.index(next.len()), dice.index(next.len()));
        if next[one].plan != next[other].plan || one == other {
            continue;
        }
        let count = |slots: &[Slot]| i64::from(in_year(&slots[one])) + i64::from(in_year(&slots[other]));
        let before = count(next);
        let swap = |slots: &mut [Slot]| {
            let days = slots[one].days;
            slots[one].days = slots[other].days;
            slots[other].days = days;
        };
        swap(next);
        let change = count(next) - before;
        if change == 0 || (have + change - target).abs() >= (have - target).abs() {
            swap(next);
        } else {
            have += change;
        }
    }
}

/// The requests that were assessed, with the day of the decision.
fn assessed(slots: &[Vec<Slot>], times: &Times, workdays: &Workdays, dice: &mut Dice) -> Vec<Journey> {
    let mut journeys = Vec::new();
    for slot in slots.iter().flatten() {
        // Requests arrive on working days, save some e-mails at weekends.
        let mut requested = slot.on.plus(-slot.days);
        if !workdays.is_working(requested) && !dice.permille(250) {
            requested = workdays.from(requested);
        }
        let ending =
            if slot.plan { Ending::Final { on: slot.on, exception: false } } else { Ending::NoPlan { on: slot.on } };
        journeys.push(Journey { requested, notified: requested, ending });
    }
    journeys.sort_by_key(|journey| (journey.requested, journey.plan_on()));
    // Late decisions come from cases that took long anyway: so many in each thousand, spread evenly over the requests.
    let mut owed = dice.below(1_000);
    for journey in &mut journeys {
        owed += 1_000 - flow_of(times, journey.requested.year()).within_6_permille;
        let (end, slack) = match journey.ending {
            Ending::Final { on, .. } => (on, 90),
            Ending::NoPlan { on } => (on, 60),
            _ => (journey.requested, 0),
        };
        let room = end.since(journey.requested) - slack;
        let late = owed >= 1_000 && room > 48;
        if late {
            owed -= 1_000;
        }
        journey.notified = if late {
            late_decision(journey.requested, room.min(84), workdays, dice)
        } else {
            // A plan that came early was decided on early.
            decision(journey.requested, workdays, dice).min(workdays.until(end.plus(-58)))
        };
    }
    journeys
}

/// The day a decision in time is notified: most in the last fortnight of the six weeks.
fn decision(requested: Day, workdays: &Workdays, dice: &mut Dice) -> Day {
    let days = dice.between(18, 42).max(dice.between(24, 42));
    workdays.until(requested.plus(days)).max(workdays.from(requested.plus(1)))
}

fn late_decision(requested: Day, latest: i32, workdays: &Workdays, dice: &mut Dice) -> Day {
    let days = dice.between(43, latest).min(dice.between(43, latest));
    workdays.from(requested.plus(days))
}

/// The requests that were refused, spread by the day of the refusal; some are paired with a plan that came later of a
/// dispute. A plan for which no refusal is left becomes an ordinary one.
fn refused(
    settings: &Settings,
    times: &Times,
    workdays: &Workdays,
    mut plans: Vec<Day>,
    dice: &mut Dice,
) -> Vec<Journey> {
    let mut journeys = Vec::new();
    let mut owed = dice.below(1_000);
    for year in times.year - crate::settings::YEARS_BEFORE - 1..=times.year + 2 {
        let flow = flow_of(times, year.max(times.year - crate::settings::YEARS_BEFORE));
        for notified in workdays.spread(year, &MONTHS, settings.scaled(flow.refused), dice) {
            owed += 1_000 - flow.within_6_permille;
            let lag = if owed >= 1_000 {
                owed -= 1_000;
                dice.between(43, 80).min(dice.between(43, 80))
            } else {
                dice.between(24, 42).max(dice.between(24, 42))
            };
            journeys.push(Journey { requested: notified.plus(-lag), notified, ending: Ending::Refused });
        }
    }
    plans.sort_unstable();
    dice.shuffle(&mut plans);
    let mut kinds = [Dispute::Mediation, Dispute::Tribunal, Dispute::Both].into_iter();
    let counts = share(&DISPUTES, u32::try_from(plans.len()).unwrap_or(0));
    let mut plans = plans.into_iter();
    for count in counts {
        let dispute = kinds.next().unwrap_or(Dispute::Mediation);
        for on in plans.by_ref().take(count as usize) {
            let (least, usual) = if dispute == Dispute::Mediation { (170, 230) } else { (290, 350) };
            let wanted = on.plus(-usual - dice.between(-20, 60));
            let free = |journey: &Journey| journey.ending == Ending::Refused && on.since(journey.notified) >= least;
            let start = journeys.partition_point(|journey| journey.notified < wanted);
            let before = (0..start).rev().take(60).find(|&index| free(&journeys[index]));
            let found = (start..journeys.len()).take(20).find(|&index| free(&journeys[index])).or(before);
            if let Some(index) = found {
                journeys[index].ending = Ending::Disputed { on, dispute };
            } else {
                let requested = workdays.from(on.plus(-dice.between(120, 140)));
                let notified = decision(requested, workdays, dice);
                journeys.push(Journey { requested, notified, ending: Ending::Final { on, exception: false } });
            }
        }
        journeys.sort_by_key(|journey| journey.notified);
    }
    let first = times.begins;
    journeys.retain(|journey| journey.ending != Ending::Refused || journey.notified >= first);
    journeys
}

/// Marks the plans for which an exception was recorded, in the published share among those in time and those late.
fn mark_exceptions(journeys: &mut [Journey], times: &Times) {
    let counted = LAST.finals - LAST.disputed;
    let excepted = counted - WITHOUT_EXCEPTION.0;
    let in_time = LAST.within_20 - WITHOUT_EXCEPTION.1;
    let shares = [(in_time, LAST.within_20), (excepted - in_time, counted - LAST.within_20)];
    let mut order: Vec<usize> = (0..journeys.len()).collect();
    order.sort_by_key(|&index| journeys[index].plan_on());
    let mut owed = [LAST.within_20 / 2, (counted - LAST.within_20) / 2];
    for index in order {
        let requested = journeys[index].requested;
        if let Ending::Final { on, exception } = &mut journeys[index].ending {
            let late = usize::from(on.since(requested) > 140);
            if on.year() >= times.year - 1 {
                owed[late] += shares[late].0;
                *exception = owed[late] >= shares[late].1;
                if *exception {
                    owed[late] -= shares[late].1;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn near(made: usize, published: u32) -> bool {
        made.abs_diff(published as usize) * 50 <= published as usize
    }

    #[test]
    fn the_last_complete_year_is_the_published_one() {
        for seed in [1, 2, 7] {
            for today in [date(2026, 11, 22), date(2027, 2, 28), date(2026, 1, 1)] {
                let settings = Settings::new(today).with_seed(seed);
                let times = Times::of(today);
                let workdays = Workdays::between(times.year - 12, times.year + 5);
                let made = journeys(&settings, &times, &workdays);
                let year = times.year;
                let requests = made.iter().filter(|j| j.requested.year() == year).count();
                let decided: Vec<&Journey> = made
                    .iter()
                    .filter(|j| j.notified.year() == year && !matches!(j.ending, Ending::Withdrawn { .. }))
                    .collect();
                let refusal = |j: &&&Journey| matches!(j.ending, Ending::Refused | Ending::Disputed { .. });
                let refused = decided.iter().filter(refusal).count();
                let finals = made.iter().filter(|j| j.plan_on().is_some_and(|on| on.year() == year)).count();
                let in_6 = decided.iter().filter(|j| j.notified.since(j.requested) <= 42).count();
                assert!(near(requests, LAST.requests), "requests {requests}");
                assert!(near(refused, LAST.refused), "refused {refused}");
                assert!(near(decided.len() - refused, ASSESSED), "assessed {}", decided.len() - refused);
                assert_eq!(finals, LAST.finals as usize);
                assert!(near(in_6 * 1_000 / decided.len(), LAST.within_6_permille), "in six weeks {in_6}");
                for (index, flow) in FLOW.iter().enumerate() {
                    let year = times.begins.year() + i16::try_from(index).unwrap();
                    let requests = made.iter().filter(|j| j.requested.year() == year).count();
                    println!("{year}: {requests} requests for {}", flow.requests);
                }
            }
        }
    }

    #[test]
    fn nothing_comes_before_its_cause() {
        let settings = Settings::new(date(2026, 11, 22));
        let times = Times::of(settings.today);
        let workdays = Workdays::between(times.year - 12, times.year + 5);
        for journey in journeys(&settings, &times, &workdays) {
            assert!(journey.requested < journey.notified, "{journey:?}");
            assert!(workdays.is_working(journey.notified), "{journey:?}");
            if let Some(on) = journey.plan_on() {
                assert!(on.since(journey.notified) > 28 && workdays.is_working(on), "{journey:?}");
            }
        }
    }
}
