//! Makes the reviews of each year add up: how many meetings are missed, how many decisions are late, what is decided.

use crate::day::Day;
use crate::dice::Dice;
use crate::lives::{Cease, Life};
use crate::published::flow::{OUTCOMES, REVIEW_IN_4, REVIEWS};
use crate::reviews::{Care, Outcome, Review, appeal_until};
use crate::schedule::flow_of;
use crate::settings::{Settings, Times};
use crate::workdays::Workdays;

/// Decisions in four weeks, in a thousand, for children up to 15 and from 16 on. Source: DfE, "Education, health and
/// care plans", June 2025, `annual_reviews` by age, Norfolk.
const IN_TIME_BY_AGE: [u32; 2] = [458, 685];

/// Settles every review of every plan.
pub fn settle(settings: &Settings, times: &Times, workdays: &Workdays, lives: &mut [Life], care: &mut [Care]) {
    let mut dice = Dice::new(settings.seed, "reviews", 0);
    miss(settings, times, lives, care, &mut dice);
    decide(times, workdays, lives, care, &mut dice);
    even_out(settings, times, workdays, lives, care);
    outcomes(settings, times, workdays, lives, care, &mut dice);
    amend(workdays, lives, care, &mut dice);
}

/// Is this plan one whose review the count day's return expects in the last complete year?
fn expected(life: &Life, times: &Times) -> bool {
    life.case.as_ref().is_some_and(|case| {
        case.in_force(times.count_day) && case.made().is_some_and(|made| made < Day::of(times.year, 1, 1))
    })
}

/// Takes one of many in proportion to weights, evenly spread, `count` times.
fn sample(weights: &[u32], count: usize, dice: &mut Dice) -> Vec<bool> {
    let total: u64 = weights.iter().map(|&weight| u64::from(weight)).sum();
    let mut taken = vec![false; weights.len()];
    let count = (count as u64).min(weights.iter().filter(|&&weight| weight > 0).count() as u64);
    let mut left = count;
    if total > 0 && count > 0 {
        let start = u64::from(dice.below(1_000));
        let (mut passed, mut next) = (0, 0);
        for (index, &weight) in weights.iter().enumerate() {
            passed += u64::from(weight);
            if next < count && weight > 0 && passed * 1_000 * count > (next * 1_000 + start) * total {
                taken[index] = true;
                next = (passed * 1_000 * count / total).saturating_sub(start) / 1_000 + 1;
                left -= 1;
            }
        }
    }
    // Heavy weights can be due twice: what is then left over goes to the first that are free.
    for (index, &weight) in weights.iter().enumerate() {
        if left > 0 && weight > 0 && !taken[index] && dice.permille(400) {
            taken[index] = true;
            left -= 1;
        }
    }
    taken
}

/// Leaves out the meetings that were not held.
fn miss(settings: &Settings, times: &Times, lives: &[Life], care: &mut [Care], dice: &mut Dice) {
    for year in times.years() {
        let mut places: Vec<(usize, usize)> = Vec::new();
        let mut weights = Vec::new();
        let mut counted = 0;
        for (index, one) in care.iter().enumerate() {
            let Some(review) = one.reviews.iter().position(|review| review.meeting.year() == year) else { continue };
            let counts = year != times.year || expected(&lives[index], times);
            let free = one.reviews[review].change.is_none() && one.reviews[review].outcome != Outcome::Cease;
            if !counts {
                continue;
            }
            counted += 1;
            let age = lives[index].age_at_start(year);
            let first =
                lives[index].case.as_ref().and_then(|case| case.made()).is_some_and(|made| made.year() == year - 1);
            let weight = match age {
                20.. => 30,
                _ if first => 17,
                3..=5 => 12,
                _ => 5,
            };
            places.push((index, review));
            weights.push(if free { weight } else { 0 });
        }
        let held = if year == times.year {
            settings.scaled(REVIEWS.1) as usize
        } else {
            counted * REVIEWS.1 as usize / REVIEWS.0 as usize
        };
        for ((index, review), missed) in places.iter().zip(sample(&weights, counted.saturating_sub(held), dice)) {
            if missed {
                care[*index].reviews.remove(*review);
            }
        }
    }
}

/// Every review, oldest meeting first.
fn in_order(care: &[Care]) -> Vec<(usize, usize)> {
    let mut order: Vec<(usize, usize)> = care
        .iter()
        .enumerate()
        .flat_map(|(index, one)| (0..one.reviews.len()).map(move |review| (index, review)))
        .collect();
    order.sort_by_key(|&(index, review)| (care[index].reviews[review].meeting, index));
    order
}

/// Gives each review the day of its decision: so many in each thousand late, evenly spread, more among children.
fn decide(times: &Times, workdays: &Workdays, lives: &[Life], care: &mut [Care], dice: &mut Dice) {
    let mut owed = [dice.below(1_000), dice.below(1_000)];
    for (index, place) in in_order(care) {
        let older =
            usize::from(lives[index].age_at_start(times.year.min(care[index].reviews[place].meeting.year())) > 15);
        let review = &mut care[index].reviews[place];
        if review.outcome == Outcome::Cease {
            continue;
        }
        let year = flow_of(times, review.meeting.year()).review_in_4_permille;
        owed[older] += 1_000 - IN_TIME_BY_AGE[older] * year / flow_of(times, times.year).review_in_4_permille;
        let late = owed[older] >= 1_000 && review.slow > 28;
        if late {
            owed[older] -= 1_000;
        }
        review.decided = if late {
            workdays.from(review.meeting.plus(review.slow))
        } else {
            workdays.until(review.meeting.plus(review.quick)).max(review.meeting.plus(1))
        };
    }
}

const fn in_time(review: &Review) -> bool {
    review.decided.since(review.meeting) <= 28
}

/// The reviews that the figures of the last complete year count: decided in it, on plans still in force.
fn counted(times: &Times, lives: &[Life], care: &[Care]) -> Vec<(usize, usize)> {
    let mut order = in_order(care);
    order.retain(|&(index, place)| {
        care[index].reviews[place].decided.year() == times.year && expected(&lives[index], times)
    });
    order
}

/// Moves a few decisions over the turn of the year, and a few over the line of four weeks, until the counts are met.
fn even_out(settings: &Settings, times: &Times, workdays: &Workdays, lives: &[Life], care: &mut [Care]) {
    let wanted = settings.scaled(REVIEWS.1) as usize;
    let last_day = workdays.until(Day::of(times.year, 12, 31));
    let have = counted(times, lives, care).len();
    let mut missing = wanted.saturating_sub(have);
    let mut surplus = have.saturating_sub(wanted);
    for (index, place) in in_order(care).into_iter().rev() {
        if !expected(&lives[index], times) {
            continue;
        }
        let review = &mut care[index].reviews[place];
        if review.meeting.year() != times.year || review.outcome == Outcome::Cease {
            continue;
        }
        if missing > 0 && review.decided > last_day && last_day.since(review.meeting) > 0 {
            // Which side of the four weeks it falls on does not matter: the next step counts again.
            review.decided = workdays.until(last_day.plus(-(review.meeting.0 % 9))).max(review.meeting.plus(1));
            missing -= 1;
        } else if surplus > 0
            && review.decided <= last_day
            && last_day.since(review.meeting) < 60
            && review.change.is_none()
        {
            review.decided =
                workdays.from(Day::of(times.year + 1, 1, 3).plus(review.meeting.0 % 12)).max(review.decided);
            surplus -= 1;
        }
    }
    let order = counted(times, lives, care);
    let wanted = (u64::from(REVIEW_IN_4) * order.len() as u64 / u64::from(REVIEWS.1)) as usize;
    let mut have = order.iter().filter(|&&(index, place)| in_time(&care[index].reviews[place])).count();
    let stride = 7;
    for offset in 0..stride {
        for &(index, place) in order.iter().skip(offset).step_by(stride) {
            let review = &mut care[index].reviews[place];
            let movable = review.outcome != Outcome::Cease && review.meeting.year() == times.year;
            if !movable || have == wanted {
                continue;
            }
            let quick = workdays.until(review.meeting.plus(review.quick)).max(review.meeting.plus(1));
            let slow = workdays.from(review.meeting.plus(review.slow));
            if have < wanted && !in_time(review) && quick.year() == times.year {
                review.decided = quick;
                have += 1;
            } else if have > wanted && in_time(review) && review.slow > 28 && slow.year() == times.year {
                review.decided = slow;
                have -= 1;
            }
        }
    }
}

/// Decides what each review comes to.
fn outcomes(
    settings: &Settings,
    times: &Times,
    workdays: &Workdays,
    lives: &mut [Life],
    care: &mut [Care],
    dice: &mut Dice,
) {
    let order = counted(times, lives, care);
    cease_some(settings, times, workdays, lives, care, &order, dice);
    let forced = order.iter().filter(|&&(index, place)| care[index].reviews[place].outcome == Outcome::Amend).count();
    let weights: Vec<u32> = order
        .iter()
        .map(|&(index, place)| match (care[index].reviews[place].outcome, lives[index].age_at_start(times.year)) {
            (Outcome::Maintain, 14) => 3,
            (Outcome::Maintain, _) => 2,
            _ => 0,
        })
        .collect();
    let more = (settings.scaled(OUTCOMES[1]) as usize).saturating_sub(forced);
    for (&(index, place), amends) in order.iter().zip(sample(&weights, more, dice)) {
        if amends {
            care[index].reviews[place].outcome = Outcome::Amend;
        }
    }
    let rate = 100 + 900 * u32::try_from(more).unwrap_or(0) / u32::try_from(order.len().max(1)).unwrap_or(1);
    for (index, one) in care.iter_mut().enumerate() {
        let settled = expected(&lives[index], times);
        for review in &mut one.reviews {
            let counted = settled && review.decided.year() == times.year;
            if !counted && review.outcome == Outcome::Maintain && dice.permille(rate) {
                review.outcome = Outcome::Amend;
            }
        }
    }
}

/// Ends some plans by reviews late in the last complete year: still in force on the count day, as the appeal window
/// has not passed.
fn cease_some(
    settings: &Settings,
    times: &Times,
    workdays: &Workdays,
    lives: &mut [Life],
    care: &mut [Care],
    order: &[(usize, usize)],
    dice: &mut Dice,
) {
    let earliest = times.count_day.plus(-58);
    let weights: Vec<u32> = order
        .iter()
        .map(|&(index, place)| {
            let review = &care[index].reviews[place];
            let free = lives[index].case.as_ref().is_some_and(|case| case.cease.is_none_or(|cease| cease.reason == 0));
            let fits = review.decided > earliest && review.outcome == Outcome::Maintain && free;
            match lives[index].age_at_start(times.year) {
                _ if !fits => 0,
                20.. => 6,
                18..=19 => 4,
                17 => 2,
                _ => 0,
            }
        })
        .collect();
    let already = order.iter().filter(|&&(index, place)| care[index].reviews[place].outcome == Outcome::Cease).count();
    let more = (settings.scaled(OUTCOMES[2]) as usize).saturating_sub(already);
    for (&(index, place), ends) in order.iter().zip(sample(&weights, more, dice)) {
        if ends {
            let decided = care[index].reviews[place].decided;
            let on = workdays.from(decided.plus(dice.between(63, 80)).max(appeal_until(decided).plus(1)));
            let reason = [5, 3, 1, 2][dice.weighted(&[62, 20, 12, 6])];
            care[index].reviews[place].outcome = Outcome::Cease;
            care[index].reviews.truncate(place + 1);
            care[index].amendments.retain(|[_, amended, _]| *amended < decided);
            care[index].cease_notified = Some(decided);
            if let Some(case) = &mut lives[index].case {
                case.cease = Some(Cease { on, reason, by_review: true });
            }
        }
    }
}

/// Sends the amended plans: most within eight weeks of the notice, which goes out with the decision.
fn amend(workdays: &Workdays, lives: &[Life], care: &mut [Care], dice: &mut Dice) {
    for (index, one) in care.iter_mut().enumerate() {
        let end = lives[index].case.as_ref().and_then(|case| case.cease).map(|cease| cease.on);
        let end = one.cease_notified.or(end);
        for place in 0..one.reviews.len() {
            let next = one.reviews.get(place + 1).map(|next| next.meeting);
            let review = &mut one.reviews[place];
            if review.outcome != Outcome::Amend {
                continue;
            }
            let days = if dice.permille(840) { dice.between(22, 56) } else { dice.between(57, 68) };
            let mut amended = workdays.until(review.decided.plus(days));
            if let Some(change) = review.change
                && change.month() == 9
            {
                // Before 15 February of the year of transfer, or 31 March for post-16: most are in time.
                let limit = Day::of(change.year(), 2, 14);
                if amended > limit && limit.since(review.decided) > 18 && dice.permille(850) {
                    amended = workdays.until(limit);
                }
            }
            let end = end.filter(|&end| end > review.decided);
            let latest = next.into_iter().chain(end).min().map(|day| day.plus(-2));
            if latest.is_some_and(|latest| amended > latest) {
                amended = latest.map_or(amended, |latest| workdays.until(latest));
            }
            if amended > review.decided.plus(15) {
                review.amended = Some(amended);
            } else {
                review.outcome = Outcome::Maintain;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::others::with_cases;
    use crate::reviews::lay_out;
    use jiff::civil::date;

    #[test]
    fn the_reviews_of_the_last_complete_year_are_the_published_ones() {
        for seed in [1, 2, 7] {
            for today in [date(2026, 11, 22), date(2027, 2, 28), date(2026, 1, 1)] {
                let settings = Settings::new(today).with_seed(seed);
                let times = Times::of(today);
                let workdays = Workdays::between(times.year - 12, times.year + 5);
                let mut lives = with_cases(&settings, &times, &workdays);
                let mut care: Vec<Care> = lives
                    .iter()
                    .enumerate()
                    .map(|(index, life)| lay_out(life, &times, &workdays, &mut Dice::new(seed, "care", index as u64)))
                    .collect();
                settle(&settings, &times, &workdays, &mut lives, &mut care);
                let due = lives.iter().filter(|life| expected(life, &times)).count();
                let met = care
                    .iter()
                    .zip(&lives)
                    .filter(|(one, life)| {
                        expected(life, &times) && one.reviews.iter().any(|r| r.meeting.year() == times.year)
                    })
                    .count();
                let order = counted(&times, &lives, &care);
                let quick = order.iter().filter(|&&(i, p)| in_time(&care[i].reviews[p])).count();
                let tally = |outcome| order.iter().filter(|&&(i, p)| care[i].reviews[p].outcome == outcome).count();
                let forced = order.iter().filter(|&&(i, p)| care[i].reviews[p].change.is_some()).count();
                let all: usize = care.iter().map(|one| one.reviews.len()).sum();
                println!(
                    "due {due} met {met} decided {} in time {quick} maintain {} amend {} ({forced} for a change) cease {}; {all} in all",
                    order.len(),
                    tally(Outcome::Maintain),
                    tally(Outcome::Amend),
                    tally(Outcome::Cease)
                );
                let near = |made: usize, published: u32| {
                    assert!(made.abs_diff(published as usize) * 50 <= published as usize, "{made} for {published}")
                };
                near(due, REVIEWS.0);
                near(met, REVIEWS.1);
                near(order.len(), REVIEWS.1);
                near(quick, REVIEW_IN_4);
                near(tally(Outcome::Maintain), OUTCOMES[0]);
                near(tally(Outcome::Amend), OUTCOMES[1]);
                near(tally(Outcome::Cease), OUTCOMES[2]);
                for one in &care {
                    assert!(
                        one.reviews.windows(2).all(|pair| pair[0].amended.unwrap_or(pair[0].decided) < pair[1].meeting),
                        "{:?}",
                        one
                    );
                }
            }
        }
    }
}
