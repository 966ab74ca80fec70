//! Annual reviews: when each meeting is held, what it decides and how long the decision takes.
//!
//! Meetings are laid out child by child: once a year before the plan's anniversary, in the autumn before a change of
//! phase, and early when a place is about to change. Then `review_totals.rs` makes the year's totals come out.

use calendar::Calendar;
use calendar::limits::appeal_window;

use crate::day::Day;
use crate::dice::Dice;
use crate::lives::{Life, Origin};
use crate::plan::Stretch;
use crate::settings::Times;
use crate::workdays::Workdays;

/// What a review decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The plan goes on unchanged.
    Maintain,
    /// The plan is amended.
    Amend,
    /// The plan will end.
    Cease,
}

/// One annual review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Review {
    /// The day of the meeting.
    pub meeting: Day,
    /// The day the family is notified of the decision.
    pub decided: Day,
    /// Days that a decision in time takes.
    pub quick: i32,
    /// Days that a late decision may take; 28 or less when there is no room for one.
    pub slow: i32,
    /// What is decided.
    pub outcome: Outcome,
    /// The day a new place begins, when the amendment is to name one.
    pub change: Option<Day>,
    /// The day the amended plan is sent.
    pub amended: Option<Day>,
}

/// What happens to one plan after it is made.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Care {
    /// Its annual reviews, in order.
    pub reviews: Vec<Review>,
    /// Amendments without a review: the day of the notice, of the amended plan, and of the new place.
    pub amendments: Vec<[Day; 3]>,
    /// The day of the notice that the plan will end.
    pub cease_notified: Option<Day>,
}

/// Lays out the reviews of one plan. Decisions and outcomes are still open, save where a change or an end asks for one.
#[must_use]
pub fn lay_out(life: &Life, times: &Times, workdays: &Workdays, dice: &mut Dice) -> Care {
    let mut care = Care::default();
    let Some(case) = &life.case else { return care };
    let (Some(made), Some(here)) = (case.made(), case.here_from()) else { return care };
    let from = here.max(times.begins);
    let end = case.cease.map(|cease| cease.on);
    let stop = end.unwrap_or(times.yesterday.plus(200));
    if let Some(cease) = case.cease
        && !matches!(cease.reason, 4 | 6 | 7)
    {
        let notified = notice_before(cease.on, dice.between(64, 84), workdays);
        care.cease_notified = (notified > from).then_some(notified);
        if let Some(notified) = care.cease_notified
            && cease.reason != 0
        {
            let quick = dice.between(12, 27);
            let meeting = workdays.until(notified.plus(-quick));
            if meeting > from.plus(60) {
                let quick = notified.since(meeting);
                let outcome = Outcome::Cease;
                care.reviews.push(Review {
                    meeting,
                    decided: notified,
                    quick,
                    slow: 0,
                    outcome,
                    change: None,
                    amended: None,
                });
            }
        }
    }
    // Nothing else may be under way when notice is given or the plan ends.
    let limit = care.cease_notified.unwrap_or(stop);
    let last = care.reviews.first().map_or(limit.plus(-35), |review| review.meeting.plus(-100));
    let changes = changes(life, made, from, last);
    let mut meetings = meetings(life, made, &Window { from, last, changes: &changes }, times, workdays, dice);
    meetings.extend(care.reviews.first().map(|review| (review.meeting, None)));
    let ending = care.reviews.pop();
    for (index, &(meeting, change)) in meetings.iter().enumerate() {
        if let Some(ending) = ending.filter(|ending| ending.meeting == meeting) {
            care.reviews.push(ending);
            break;
        }
        let room = meetings.get(index + 1).map_or(limit.since(meeting) - 3, |next| next.0.since(meeting) - 75);
        let longest = change.map_or(130, |day| day.since(meeting) - 70).min(room).min(130);
        let slow = if longest > 32 { dice.between(29, longest).min(dice.between(29, longest)) } else { 0 };
        care.reviews.push(Review {
            meeting,
            decided: meeting,
            quick: dice.between(9, 28).max(dice.between(12, 28)),
            slow,
            outcome: if change.is_some() { Outcome::Amend } else { Outcome::Maintain },
            change,
            amended: None,
        });
    }
    for &day in &changes {
        let covered = care.reviews.iter().any(|review| review.change == Some(day));
        if !covered {
            let amended = workdays.until(day.plus(-dice.between(12, 30))).max(workdays.from(from.plus(24)));
            let notice = workdays.until(amended.plus(-dice.between(20, 45))).max(workdays.from(from.plus(2)));
            if notice < amended && amended.plus(3) <= limit {
                care.amendments.push([notice, amended, day]);
            }
        }
    }
    clear(&mut care);
    care
}

/// The day of the notice that a plan will end on a day: the time to appeal must run out in between, and the tribunal
/// does not count August and the days after Christmas.
fn notice_before(end: Day, days: i32, workdays: &Workdays) -> Day {
    let mut notice = workdays.until(end.plus(-days));
    while appeal_until(notice) >= end {
        notice = workdays.until(notice.plus(-4));
    }
    notice
}

/// The last day on which a decision of this day can be appealed.
#[must_use]
pub fn appeal_until(notice: Day) -> Day {
    Day::from(appeal_window(&Calendar::england(), notice.civil(), None))
}

/// An amendment without a review gives way to any review it would run into.
fn clear(care: &mut Care) {
    let reviews = &care.reviews;
    care.amendments.retain(|[notice, amended, _]| {
        reviews
            .iter()
            .all(|review| *amended < review.meeting || review.meeting.plus(review.slow.max(28) + 70) < *notice)
    });
    care.amendments.sort_unstable();
    care.amendments.dedup_by(|later, earlier| later[0] <= earlier[1]);
}

/// The days on which a new place begins, after the plan was made, that an amendment has to name.
fn changes(life: &Life, made: Day, from: Day, last: Day) -> Vec<Day> {
    life.stays
        .windows(2)
        .filter(|pair| pair[1].from > made.plus(40) && pair[1].from > from && pair[1].from < last.plus(200))
        .filter(|pair| pair[0].place != pair[1].place || pair[0].place.is_mainstream())
        .map(|pair| pair[1].from)
        .collect()
}

/// Between which days meetings are held, and the new places that they have to prepare.
struct Window<'a> {
    from: Day,
    last: Day,
    changes: &'a [Day],
}

fn meetings(
    life: &Life,
    made: Day,
    window: &Window,
    times: &Times,
    workdays: &Workdays,
    dice: &mut Dice,
) -> Vec<(Day, Option<Day>)> {
    let Window { from, last, changes } = *window;
    let anchor = made.plus(365 - 28 - dice.between(0, 38));
    let (_, month, day) = anchor.parts();
    let moved_in = matches!(life.case.as_ref().map(|case| case.origin), Some(Origin::MovedIn { .. }));
    let mut meetings: Vec<(Day, Option<Day>)> = Vec::new();
    for year in from.year()..=times.year + 1 {
        let mut usual = Day::of(year, i32::from(month), i32::from(day)).plus(dice.between(-9, 9));
        let mut change = None;
        let autumn = changes.iter().copied().find(|&c| c == Day::of(year + 1, 9, 1));
        let early = changes.iter().copied().find(|&c| c.plus(-100).max(from.plus(45)).year() == year && c.month() != 9);
        if autumn.is_some() && from < Day::of(year, 8, 20) {
            usual = Day::of(year, 9, 18).plus(dice.between(0, 66));
            change = autumn;
        } else if let Some(c) = early {
            let meeting = c.plus(-100).max(from.plus(45));
            if c.since(meeting) >= 75 {
                usual = meeting;
                change = early;
            }
        } else if from.year() == year && usual < from.plus(if moved_in { 60 } else { 200 }) && from > times.begins {
            if !moved_in || from.plus(70).year() != year {
                continue;
            }
            usual = from.plus(60);
        }
        let school = Stretch::of(life.age_at_start(year)) <= Stretch::Secondary;
        let clamped = usual.max(Day::of(year, 1, 7)).min(Day::of(year, 12, 16));
        let mut meeting = if school { workdays.school_day_until(clamped) } else { workdays.until(clamped) };
        if meeting.year() < year {
            meeting = workdays.from(Day::of(year, 1, 8));
        }
        if let Some(&(previous, previous_change)) = meetings.last() {
            let least = previous.plus(if previous_change.is_some() { 150 } else { 110 });
            if meeting < least {
                meeting = workdays.from(least);
                if meeting > Day::of(year, 12, 18) {
                    continue;
                }
            }
        }
        if meeting <= from || meeting >= last {
            continue;
        }
        meetings.push((meeting, change.filter(|c| c.since(meeting) >= 60)));
    }
    meetings
}
