//! The evaluator: for each rule, each time it started, its dates and how it stands.

use calendar::limits::{shift, weeks_excl};
use jiff::civil::Date;

use super::due::{self, Dates};
use super::fact::{Fact, Facts, MAY_BE_AHEAD};
use super::{Ask, Deadline, State, exception};
use crate::law::request::STARTS;
use crate::law::review::{COMPLETED, OUTER_WEEKS};
use crate::law::{Area, Counting, Kind, Length, Limit, Moment, MomentSet, Rule, RuleId, moments};

/// How far before its event a backwards limit can have been met: a year for a plan that names the next place, a
/// season for invitations and papers.
const fn look_back_days(limit: Limit) -> i32 {
    match limit {
        Limit::Backwards(Length::Weeks(_) | Length::WorkingDays(_)) => 100,
        _ => 370,
    }
}

const FROM_BIRTH: MomentSet = moments(&[Moment::Born]);

/// Every deadline that the facts put in play.
pub(super) fn deadlines(ask: &Ask<'_>, facts: &Facts) -> Vec<Deadline> {
    let present = facts.list().iter().fold(MomentSet::EMPTY, |set, fact| set.and(moments(&[fact.moment])));
    let mut found = Vec::with_capacity(24);
    for rule in ask.regime.rules().filter(|rule| rule.started_by.meets(present)) {
        for (index, start) in facts.list().iter().enumerate() {
            let begun = ask.ahead || happened(start, ask.as_of);
            if begun && rule.started_by.has(start.moment) && !continues(rule, index, facts) {
                found.extend(deadline(ask, rule, index, facts));
            }
        }
    }
    if present.has(Moment::ReviewMeeting) {
        found.extend(foreseen_amended_plan(ask, facts));
    }
    found
}

fn happened(fact: &Fact, as_of: Option<Date>) -> bool {
    as_of.is_none_or(|day| fact.on <= day) || MAY_BE_AHEAD.has(fact.moment)
}

/// Whether a start only continues an earlier one: the same thing told twice, or a second request while one is open.
fn continues(rule: &Rule, index: usize, facts: &Facts) -> bool {
    let start = &facts.list()[index];
    let same = |fact: &Fact| fact.moment == start.moment && fact.key == start.key;
    if facts.list()[..index].iter().rev().take_while(|fact| fact.on == start.on).any(same) {
        return true;
    }
    if rule.started_by != STARTS && rule.started_by != FROM_BIRTH {
        return false;
    }
    facts.list()[..index]
        .iter()
        .rev()
        .find(|fact| rule.started_by.has(fact.moment) || rule.ended_by.has(fact.moment))
        .is_some_and(|fact| rule.started_by.has(fact.moment))
}

fn deadline(ask: &Ask<'_>, rule: &'static Rule, index: usize, facts: &Facts) -> Option<Deadline> {
    let start = &facts.list()[index];
    let mut dates = due::dates(ask.calendar, rule, start, facts)?;
    let outcome = match rule.limit {
        Limit::AsOther(rules) if rule.id != RuleId::Amd01 && !rules.is_empty() && rule.id != RuleId::Pb01 => {
            let step = next_step(ask, rules, index, facts)?;
            dates.due = step.due;
            Outcome::Settled(step.state, step.ended)
        }
        _ => follow(rule, index, facts, ask.as_of),
    };
    let (state, ended) = resolve(rule, start, &dates, outcome, ask.as_of);
    let limit_day = dates.strict.or(dates.due);
    let seen = ask.as_of.filter(|_| !ask.ahead);
    let planned = match rule.limit {
        Limit::NoLimit { planned: Some((weeks, _)) } => Some(weeks_excl(start.on, weeks)),
        _ => limit_day,
    };
    Some(Deadline {
        rule,
        through: through(rule, start.moment),
        started: start.on,
        started_by: start.moment,
        due: dates.due,
        strict_due: dates.strict,
        outer_limit: dates.outer,
        nominal_due: dates.nominal,
        target: planned.map(|day| ask.calendar.work_target(day)),
        state,
        ended,
        exception: exception::available(rule.exceptions, facts, start.key, start.on, limit_day, seen),
        claimed: exception::claimed(rule.exceptions, facts, seen),
    })
}

/// How the facts after its start leave a rule.
enum Outcome {
    Open,
    Met(Date),
    /// Another rule took its place, or it turned out not to apply.
    Gone(Date),
    /// Nothing more is due from this day.
    Over(Date),
    Settled(State, Option<Date>),
}

fn follow(rule: &Rule, index: usize, facts: &Facts, as_of: Option<Date>) -> Outcome {
    let list = facts.list();
    let start = &list[index];
    let restarts = rule.met_by.meets(rule.started_by);
    let backwards = rule.counting == Counting::Backwards;
    let earliest = if backwards { shift(start.on, -look_back_days(rule.limit)) } else { start.on };
    let mut displaced = None;
    let from = if restarts { index + 1 } else { list.partition_point(|fact| fact.on < earliest) };
    for (place, fact) in list.iter().enumerate().skip(from) {
        if place == index || !happened(fact, as_of) {
            continue;
        }
        let ours = start.key == 0 || fact.key == 0 || fact.key == start.key;
        if displaced.is_some() && rule.revived_by.has(fact.moment) {
            displaced = None;
        }
        if rule.met_by.has(fact.moment) && ours {
            match displaced {
                None => return Outcome::Met(fact.on),
                Some(_) if rule.kind == Kind::LeastTime => return Outcome::Over(fact.on),
                Some(_) => {}
            }
        }
        if fact.on < start.on {
            continue;
        }
        if rule.replaced_by.has(fact.moment) {
            return Outcome::Gone(fact.on);
        }
        if rule.ended_by.has(fact.moment) {
            return displaced.map_or(Outcome::Over(fact.on), Outcome::Gone);
        }
        if place > index && ours && restarts_by(rule, start, fact, as_of) {
            return Outcome::Over(fact.on);
        }
        if rule.displaced_by.has(fact.moment) && displaced.is_none() {
            displaced = Some(fact.on);
        }
    }
    match displaced {
        Some(since) if rule.kind != Kind::LeastTime => Outcome::Gone(since),
        _ => Outcome::Open,
    }
}

/// Whether a later start takes the place of this one. A meeting set for a later day does not yet; nor does advice asked
/// of somebody else, or of nobody named.
fn restarts_by(rule: &Rule, start: &Fact, later: &Fact, as_of: Option<Date>) -> bool {
    let each_asked_by_itself = matches!(rule.area, Area::Advice | Area::Consult);
    rule.started_by.has(later.moment)
        && rule.started_by != STARTS
        && as_of.is_none_or(|day| later.on <= day)
        && !(each_asked_by_itself && start.key == 0)
        && !(later.on == start.on && later.moment == start.moment)
}

fn resolve(rule: &Rule, start: &Fact, dates: &Dates, outcome: Outcome, as_of: Option<Date>) -> (State, Option<Date>) {
    let limit = dates.strict.or(dates.due);
    let past = |limit: Date| as_of.is_some_and(|day| day > limit);
    if let Outcome::Settled(state, ended) = outcome {
        return (state, ended);
    }
    let state = match (rule.kind, rule.limit) {
        (Kind::LeastTime, _) => least_time(limit, &outcome, past),
        (Kind::Turning, _) => turning(rule, limit, &outcome, as_of),
        // To go on with a plan needs no act.
        (Kind::LastDay, Limit::Immediate) if start.moment != Moment::OrderCeaseDismissed => State::Met { on: start.on },
        (Kind::LastDay, _) => match outcome {
            Outcome::Met(on) if limit.is_some_and(|limit| on > limit) => State::MetLate { on },
            Outcome::Met(on) => State::Met { on },
            Outcome::Gone(since) => State::NotApplicable { since },
            Outcome::Over(on) if rule.only_if.is_none() && limit.is_some_and(|limit| on > limit) => {
                return (State::Missed, Some(on));
            }
            Outcome::Over(since) => State::NotApplicable { since },
            _ if limit.is_some_and(past) => State::Missed,
            _ => State::Running,
        },
    };
    (state, None)
}

/// Time that must be given: cut short if what ends it came on or before its last day.
fn least_time(limit: Option<Date>, outcome: &Outcome, past: impl Fn(Date) -> bool) -> State {
    match (outcome, limit) {
        (Outcome::Met(on), Some(limit)) if *on <= limit => State::Missed,
        (Outcome::Met(_), None) => State::Missed,
        (Outcome::Met(_), Some(limit)) => State::Met { on: limit },
        (Outcome::Gone(since) | Outcome::Over(since), Some(limit)) if *since <= limit => {
            State::NotApplicable { since: *since }
        }
        (_, Some(limit)) if past(limit) => State::Met { on: limit },
        _ => State::Running,
    }
}

/// A date on which something changes by itself, or a family's own time, which is used or passes without blame.
fn turning(rule: &Rule, limit: Option<Date>, outcome: &Outcome, as_of: Option<Date>) -> State {
    match (outcome, limit) {
        (Outcome::Met(on), Some(limit)) if *on > limit => State::MetLate { on: *on },
        (Outcome::Met(on), _) => State::Met { on: *on },
        (Outcome::Gone(since) | Outcome::Over(since), _) => State::NotApplicable { since: *since },
        (_, Some(limit)) if rule.met_by.is_empty() && as_of.is_some_and(|day| day >= limit) => State::Met { on: limit },
        (_, Some(limit)) if as_of.is_some_and(|day| day > limit) => State::NotApplicable { since: shift(limit, 1) },
        _ => State::Running,
    }
}

/// A limit that applies as if the tribunal had ordered it comes through the rule that says so.
fn through(rule: &Rule, started_by: Moment) -> Option<RuleId> {
    (rule.area == Area::TribunalOrder).then_some(())?;
    if crate::law::appeal::UNOPPOSED.has(started_by) {
        Some(RuleId::App03)
    } else if crate::law::mediation::AGREED.has(started_by) {
        Some(RuleId::Med07)
    } else {
        None
    }
}

/// The next step of several: the first open one, or else the last.
fn next_step(ask: &Ask<'_>, rules: &[RuleId], index: usize, facts: &Facts) -> Option<Deadline> {
    let start = &facts.list()[index];
    let mut chosen: Option<Deadline> = None;
    for rule in rules.iter().filter_map(|id| ask.regime.rule(*id)).filter(|rule| rule.started_by.has(start.moment)) {
        let step = deadline(ask, rule, index, facts)?;
        chosen = match chosen {
            Some(held) if held.is_open() && (!step.is_open() || held.due <= step.due) => Some(held),
            _ => Some(step),
        };
    }
    chosen
}

/// Before an amendment notice is sent, its amended plan is already bounded: 12 weeks from the meeting.
fn foreseen_amended_plan(ask: &Ask<'_>, facts: &Facts) -> Option<Deadline> {
    let rule = ask.regime.rule(RuleId::Rev09)?;
    let meeting = facts.list().iter().rev().find(|fact| fact.moment == Moment::ReviewMeeting)?;
    let settled = COMPLETED.and(moments(&[
        Moment::AmendmentNoticeSent,
        Moment::AmendmentDropped,
        Moment::AmendedPlanIssued,
        Moment::PlanCeased,
        Moment::LeftArea,
    ]));
    let will_amend = facts.list().iter().any(|fact| fact.moment == Moment::ReviewAmend && fact.on >= meeting.on);
    let closed = facts.list().iter().any(|fact| {
        settled.has(fact.moment)
            && fact.on >= meeting.on
            && happened(fact, ask.as_of)
            && !(will_amend && COMPLETED.has(fact.moment))
    });
    if closed {
        return None;
    }
    let due = weeks_excl(meeting.on, OUTER_WEEKS);
    let late = ask.as_of.is_some_and(|day| day > due);
    Some(Deadline {
        rule,
        through: None,
        started: meeting.on,
        started_by: meeting.moment,
        due: Some(due),
        strict_due: None,
        outer_limit: Some(due),
        nominal_due: None,
        target: Some(ask.calendar.work_target(due)),
        state: if late { State::Missed } else { State::Running },
        ended: None,
        exception: None,
        claimed: None,
    })
}
