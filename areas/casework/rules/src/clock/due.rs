//! From a rule and the fact that starts it to its dates.

use calendar::Calendar;
use calendar::limits::{self, before, shift};
use calendar::school_year::{age_on, birthday, leaving_date, plan_age_limit, year_nine_from};
use calendar::tribunal::{appeal_window_nominal, tribunal_end, tribunal_wdays_excl};
use jiff::civil::{Date, date};

use super::fact::{Fact, Facts};
use crate::law::review::OUTER_WEEKS;
use crate::law::{Counting, DateRule, LaterOf, Length, Limit, Moment, MomentSet, Rule, RuleId, moments};

/// The dates of one limit.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Dates {
    pub due: Option<Date>,
    pub strict: Option<Date>,
    pub outer: Option<Date>,
    pub nominal: Option<Date>,
}

const PLAN_OR_REVIEW: MomentSet = moments(&[
    Moment::PlanMade,
    Moment::FinalPlanIssued,
    Moment::PreviousReview,
    Moment::ReviewHeld,
    Moment::ReviewMaintain,
    Moment::ReviewAmend,
    Moment::ReviewCease,
]);

/// The dates of a rule that this fact starts. `None` when the rule does not apply to it at all.
pub(super) fn dates(calendar: &Calendar, rule: &Rule, start: &Fact, facts: &Facts) -> Option<Dates> {
    let on = start.on;
    let only = |due: Date| Some(Dates { due: Some(due), ..Dates::default() });
    match rule.limit {
        Limit::Weeks(weeks) if rule.id == RuleId::Rev09 => Some(amended_plan(on, weeks, facts)),
        Limit::Weeks(weeks) => only(limits::weeks_excl(on, weeks)),
        Limit::CalendarDays(days) if rule.counting == Counting::IncludeStart => only(limits::days_incl(on, days)),
        Limit::CalendarDays(days) => only(limits::days_excl(on, days)),
        Limit::WorkingDays(days) => only(match rule.counting {
            Counting::IncludeStart => calendar.wdays_incl(on, days),
            Counting::Tribunal => tribunal_wdays_excl(calendar, on, days),
            _ => calendar.wdays_excl(on, days),
        }),
        Limit::Months(months) if rule.counting == Counting::IncludeStart => only(limits::months_incl(on, months)),
        Limit::Months(months) => only(limits::months_excl(on, months)),
        Limit::BeforeDate { month, day } => {
            let published = date(on.year(), month, day);
            Some(Dates { due: Some(published), strict: Some(before(published)), ..Dates::default() })
        }
        Limit::Backwards(Length::Weeks(weeks)) => only(limits::backwards(on, weeks)),
        Limit::Backwards(Length::Months(months)) => only(limits::months_backwards(on, months)),
        Limit::Backwards(Length::WorkingDays(days)) => only(calendar.wdays_before(on, days)),
        Limit::LaterOf(LaterOf::NoticeAndCertificate { .. }) => Some(appeal(calendar, on, facts)),
        Limit::LaterOf(LaterOf::ReviewAndTransfer { review, transfer }) => {
            let from_transfer = limits::months_incl(on, transfer);
            let reviewed = last_before(facts, PLAN_OR_REVIEW, on);
            only(reviewed.map_or(from_transfer, |day| limits::months_incl(day, review).max(from_transfer)))
        }
        Limit::DateRule(DateRule::LastFridayInJune) => only(leaving_date(on)),
        Limit::DateRule(DateRule::EndOfYear25) => only(plan_age_limit(on)),
        Limit::DateRule(DateRule::FromYearNine) => only(year_nine_from(on)),
        Limit::DateRule(DateRule::UnderFive { months }) => {
            let born = facts.born()?;
            let due = limits::months_excl(on, months);
            (age_on(born, on).is_some_and(|age| age < 5) && due < birthday(born, 5)).then_some(())?;
            only(due)
        }
        Limit::UntilEvent => Some(until_appeal_ends(calendar, on, facts)),
        Limit::AsOther(_) if rule.id == RuleId::Amd01 => {
            // A notice that follows a review is that review's own (REV-09).
            if meeting_before(facts, on).is_some() { None } else { only(limits::weeks_excl(on, 8)) }
        }
        Limit::Immediate => only(on),
        Limit::AsOther(_) | Limit::Asap | Limit::NoLimit { .. } => Some(Dates::default()),
    }
}

/// The amended plan after a notice: 8 weeks from the notice, and never later than 12 weeks from the meeting.
fn amended_plan(notice: Date, weeks: u32, facts: &Facts) -> Dates {
    let due = limits::weeks_excl(notice, weeks);
    let outer = meeting_before(facts, notice).map(|meeting| limits::weeks_excl(meeting, OUTER_WEEKS));
    Dates { due: Some(due), strict: outer.filter(|outer| *outer < due), outer, nominal: None }
}

/// The review meeting that an amendment notice of this day follows from.
pub(super) fn meeting_before(facts: &Facts, notice: Date) -> Option<Date> {
    let meeting = last_before(facts, moments(&[Moment::ReviewMeeting]), notice)?;
    let settled = moments(&[Moment::AmendedPlanIssued, Moment::AmendmentDropped, Moment::ReviewMaintain]);
    let later = facts.list().iter().any(|fact| settled.has(fact.moment) && fact.on > meeting && fact.on < notice);
    (!later && shift(meeting, 366) >= notice).then_some(meeting)
}

fn appeal(calendar: &Calendar, notice: Date, facts: &Facts) -> Dates {
    let nominal = appeal_window_nominal(notice, certificate_after(facts, notice));
    let due = tribunal_end(calendar, nominal);
    Dates { due: Some(due), nominal: (nominal != due).then_some(nominal), ..Dates::default() }
}

/// The certificate that belongs to this notice: the first one after it and before the next notice.
fn certificate_after(facts: &Facts, notice: Date) -> Option<Date> {
    facts
        .list()
        .iter()
        .filter(|fact| fact.on >= notice)
        .take_while(|fact| fact.moment != Moment::AppealableNotice || fact.on == notice)
        .find(|fact| fact.moment == Moment::MediationCertificate)
        .map(|fact| fact.on)
}

/// A plan that is to end goes on until the time to appeal is over, or the appeal if there is one.
fn until_appeal_ends(calendar: &Calendar, notice: Date, facts: &Facts) -> Dates {
    let window = appeal(calendar, notice, facts);
    let after = |moment: Moment| facts.list().iter().find(|fact| fact.moment == moment && fact.on >= notice);
    match (after(Moment::AppealRegistered), after(Moment::AppealEnded)) {
        (Some(_), None) => Dates::default(),
        (Some(_), Some(ended)) => Dates { due: window.due.max(Some(ended.on)), ..Dates::default() },
        (None, _) => window,
    }
}

/// The last day on or before this one on which any of these happened.
pub(super) fn last_before(facts: &Facts, which: MomentSet, day: Date) -> Option<Date> {
    facts.list().iter().rev().find(|fact| fact.on <= day && which.has(fact.moment)).map(|fact| fact.on)
}
