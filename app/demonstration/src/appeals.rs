//! Which decisions are appealed, and how the appeals end, so that each year has the published number of appeals.

use casework_rules::{AppealEnd, AppealKind, OrderKind};

use crate::day::Day;
use crate::dice::Dice;
use crate::fit::share;
use crate::lives::{Life, Origin};
use crate::reviews::{Care, Outcome};
use crate::schedule::{Dispute, Ending, flow_of};
use crate::settings::{Settings, Times};
use crate::workdays::Workdays;

/// One appeal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appeal {
    /// The day of the notice that is appealed.
    pub notice: Day,
    /// The day the family told the adviser that it wants no mediation.
    pub contacted: Day,
    /// The day of the certificate.
    pub certificate: Day,
    /// The day the tribunal registered it.
    pub registered: Day,
    /// What it is about.
    pub about: AppealKind,
    /// The day it ended.
    pub ended: Day,
    /// How.
    pub how: AppealEnd,
    /// What was ordered.
    pub order: Option<OrderKind>,
    /// The day an amended plan followed.
    pub amended: Option<Day>,
}

/// Shares of the kinds of appeal, in a hundred: refusal to assess, refusal to issue, contents, refusal to amend.
/// Shape: Ministry of Justice, tribunal statistics, 2024/25.
const KINDS: [(AppealKind, u32); 4] = [
    (AppealKind::RefusalToAssess, 14),
    (AppealKind::RefusalToIssue, 8),
    (AppealKind::Contents, 66),
    (AppealKind::RefusalToAmend, 12),
];

/// When a dispute about a refusal to assess runs its course.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DisputeDays {
    /// The family speaks to the mediation adviser.
    pub contacted: Day,
    /// The mediation meeting, if there is one.
    pub held: Option<Day>,
    /// The certificate, if it goes on to the tribunal.
    pub certificate: Option<Day>,
    /// The appeal is registered.
    pub registered: Option<Day>,
    /// The dispute ends.
    pub settled: Day,
    /// The authority notifies that it will assess.
    pub agreed: Day,
}

/// The days of a dispute between a refusal and the plan that came of it. Depends on its dates alone.
#[must_use]
pub fn dispute_days(refused: Day, plan: Day, dispute: Dispute, workdays: &Workdays) -> DisputeDays {
    let key = (refused.0 * 31 + plan.0 * 17).rem_euclid(1_000);
    let contacted = workdays.from(refused.plus(10 + key % 18));
    // The assessment that follows has some fourteen weeks, or rather more.
    let agreed = workdays.until(plan.plus(-96 - key % 40));
    let registered = |certificate: Day| workdays.from(certificate.plus(3 + key % 6));
    match dispute {
        Dispute::Mediation => {
            let held = workdays.from(contacted.plus(10 + key % 10)).min(workdays.until(agreed.plus(-1))).max(contacted);
            DisputeDays { contacted, held: Some(held), certificate: None, registered: None, settled: held, agreed }
        }
        Dispute::Tribunal => {
            let certificate = workdays.from(contacted.plus(2));
            let settled = workdays.until(agreed.plus(-4 - key % 8));
            DisputeDays {
                contacted,
                held: None,
                certificate: Some(certificate),
                registered: Some(registered(certificate)),
                settled,
                agreed,
            }
        }
        Dispute::Both => {
            let held = workdays.from(contacted.plus(16 + key % 12));
            let certificate = workdays.from(held.plus(2));
            let settled = workdays.until(agreed.plus(-4 - key % 8));
            DisputeDays {
                contacted,
                held: Some(held),
                certificate: Some(certificate),
                registered: Some(registered(certificate)),
                settled,
                agreed,
            }
        }
    }
}

/// For every life, its appeal, if it has one beside a dispute that the schedule already settled.
#[must_use]
pub fn appeals(
    settings: &Settings,
    times: &Times,
    workdays: &Workdays,
    lives: &[Life],
    care: &[Care],
) -> Vec<Option<Appeal>> {
    let mut dice = Dice::new(settings.seed, "appeals", 0);
    let mut made: Vec<Option<Appeal>> = vec![None; lives.len()];
    let notices: Vec<Vec<(AppealKind, Day)>> =
        lives.iter().zip(care).map(|(life, care)| appealable(life, care, times)).collect();
    for year in times.years() {
        let wanted = settings.scaled(flow_of(times, year).appeals);
        let settled =
            u32::try_from(lives.iter().filter(|life| settled_by_tribunal(life, workdays, year)).count()).unwrap_or(0);
        let mut counts = share(&KINDS.map(|(_, weight)| weight), wanted.max(settled));
        // Those that led to an assessment count among the refusals to assess.
        let spare = settled.saturating_sub(counts[0]);
        counts[0] = counts[0].saturating_sub(settled);
        counts[2] = counts[2].saturating_sub(spare);
        for ((about, _), count) in KINDS.into_iter().zip(counts) {
            let mut list: Vec<(usize, Day)> = Vec::new();
            for (index, notices) in notices.iter().enumerate() {
                if made[index].is_none() && lives[index].case.is_some() {
                    let on = notices.iter().find(|&&(kind, notice)| {
                        kind == about && workdays.from(notice.plus(lag(index))).year() == year
                    });
                    list.extend(on.map(|&(_, notice)| (index, notice)));
                }
            }
            dice.shuffle(&mut list);
            for (index, notice) in list.into_iter().take(count as usize) {
                made[index] = Some(appeal(index, notice, about, &lives[index], &care[index], workdays, &mut dice));
            }
        }
    }
    made
}

/// Days from a notice to the registration of the appeal against it: within the two months that the law gives.
fn lag(index: usize) -> i32 {
    30 + i32::try_from((index as u64).wrapping_mul(2_654_435_761) % 27).unwrap_or(0)
}

fn settled_by_tribunal(life: &Life, workdays: &Workdays, year: i16) -> bool {
    match life.case.as_ref().map(|case| case.origin) {
        Some(Origin::Requested(journey)) => match journey.ending {
            Ending::Disputed { on, dispute } => dispute_days(journey.notified, on, dispute, workdays)
                .registered
                .is_some_and(|registered| registered.year() == year),
            _ => false,
        },
        _ => false,
    }
}

/// The notices in this case that carry a right of appeal.
fn appealable(life: &Life, care: &Care, times: &Times) -> Vec<(AppealKind, Day)> {
    let mut notices = Vec::new();
    let Some(case) = &life.case else { return notices };
    if let Origin::Requested(journey) = case.origin {
        match journey.ending {
            Ending::Refused => notices.push((AppealKind::RefusalToAssess, journey.notified)),
            Ending::NoPlan { on } => notices.push((AppealKind::RefusalToIssue, on)),
            Ending::Final { on, .. } | Ending::Disputed { on, .. } => notices.push((AppealKind::Contents, on)),
            Ending::Withdrawn { .. } => {}
        }
    }
    let end = case.cease.map(|cease| cease.on);
    for review in &care.reviews {
        match review.outcome {
            Outcome::Maintain => notices.push((AppealKind::RefusalToAmend, review.decided)),
            Outcome::Amend => notices.extend(review.amended.map(|on| (AppealKind::Contents, on))),
            Outcome::Cease => {}
        }
    }
    notices.retain(|&(_, notice)| notice >= times.begins.plus(-60) && end.is_none_or(|end| notice.plus(420) < end));
    notices
}

fn appeal(
    index: usize,
    notice: Day,
    about: AppealKind,
    life: &Life,
    care: &Care,
    workdays: &Workdays,
    dice: &mut Dice,
) -> Appeal {
    let registered = workdays.from(notice.plus(lag(index)));
    let certificate = workdays.until(registered.plus(-dice.between(3, 9)));
    let contacted = workdays.until(certificate.plus(-dice.between(1, 4)));
    let mut ended = workdays.from(registered.plus(dice.between(110, 330)));
    let (mut how, mut order) = match dice.below(100) {
        0..24 => (AppealEnd::Withdrawn, None),
        24..54 => (AppealEnd::Unopposed, Some(OrderKind::Amend)),
        54..62 => (AppealEnd::Decided, Some(OrderKind::Dismissed)),
        _ => (AppealEnd::Decided, Some(OrderKind::Amend)),
    };
    if matches!(about, AppealKind::RefusalToAssess | AppealKind::RefusalToIssue) {
        // Those that succeed are told as disputes by the schedule; these do not.
        (how, order) = if dice.permille(600) {
            (AppealEnd::Withdrawn, None)
        } else {
            (AppealEnd::Decided, Some(OrderKind::Dismissed))
        };
    }
    let mut amended = None;
    if order == Some(OrderKind::Amend) {
        // The amended plan must not run into a review or an amendment that is under way.
        let busy = |from: Day, to: Day| {
            care.reviews.iter().any(|review| {
                let end = review.amended.unwrap_or(review.decided);
                review.meeting.plus(-3) <= to && from <= end.plus(3)
            }) || care.amendments.iter().any(|[notice, amended, _]| notice.plus(-3) <= to && from <= amended.plus(3))
        };
        for _ in 0..12 {
            if busy(ended, ended.plus(36)) {
                ended = workdays.from(ended.plus(25));
            }
        }
        let end = care.cease_notified.or(life.case.as_ref().and_then(|case| case.cease).map(|cease| cease.on));
        if busy(ended, ended.plus(36)) || end.is_some_and(|end| ended.plus(40) > end) {
            (how, order) = (AppealEnd::Withdrawn, None);
        } else {
            amended = Some(workdays.until(ended.plus(dice.between(20, 34))));
        }
    }
    Appeal { notice, contacted, certificate, registered, about, ended, how, order, amended }
}
