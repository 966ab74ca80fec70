//! Deadlines as JSON: one entry for each rule in play, the one that matters now, with any other times the rule ran
//! beside it under `also`.

use calendar::bank_holidays::holiday_on;
use calendar::limits::{review_meeting_latest, shift};
use calendar::{Calendar, Closure};
use serde_json::{Map, Value, json};

use super::{Clock, Deadline, State};
use crate::law::{Kind, RuleId};
use crate::words::Audience;

pub(super) fn to_json(clock: &Clock, calendar: &Calendar, closures: &[Closure]) -> Value {
    let mut seen: Vec<RuleId> = Vec::new();
    let mut entries = Vec::new();
    for deadline in &clock.deadlines {
        let rule = deadline.rule.id;
        if seen.contains(&rule) {
            continue;
        }
        seen.push(rule);
        let Some(main) = clock.of(rule) else { continue };
        let mut entry = entry(main, calendar);
        let also: Vec<Value> = clock
            .all_of(rule)
            .filter(|other| *other != main)
            .map(|other| Value::Object(self::entry(other, calendar)))
            .collect();
        if !also.is_empty() {
            entry.insert("also".to_owned(), Value::Array(also));
        }
        entries.push(Value::Object(entry));
    }
    let mut answer = json!({ "regime": clock.regime, "as_of": clock.as_of, "deadlines": entries });
    if !closures.is_empty() {
        answer["closures"] = closures.iter().map(closure).collect();
    }
    answer
}

pub(super) fn to_words(clock: &Clock) -> String {
    let mut lines = Vec::new();
    for rule in RuleId::ALL {
        if let Some(deadline) = clock.of(*rule) {
            lines.push(deadline.words(Audience::Officer));
            lines.push(format!("        {}", deadline.citation()));
        }
    }
    if lines.is_empty() { "No rule is in play.".to_owned() } else { lines.join("\n") }
}

fn closure(closure: &Closure) -> Value {
    let window = closure.closure_window();
    json!({
        "from": closure.from,
        "reopens": closure.reopens,
        "days": closure.days(),
        "qualifies": closure.qualifies(),
        "window_start": window.map(|(start, _)| start),
        "window_end": window.map(|(_, end)| end),
    })
}

/// Days that follow from a last day and save the reader a sum.
fn put_near_days(entry: &mut Map<String, Value>, deadline: &Deadline) {
    let Some(day) = deadline.limit_day() else { return };
    let mut put = |name: &str, value: Value| entry.insert(name.to_owned(), value);
    if deadline.rule.kind == Kind::LeastTime {
        put("not_before", json!(shift(day, 1)));
    }
    if deadline.rule.id == RuleId::Rev01 {
        put("meeting_latest", json!(review_meeting_latest(day)));
    }
    if deadline.rule.id == RuleId::Yp01 {
        put("young_person_from", json!(shift(day, 1)));
    }
    if let Some(holiday) = holiday_on(day) {
        put("bank_holiday", json!(holiday.name()));
    }
}

fn entry(deadline: &Deadline, calendar: &Calendar) -> Map<String, Value> {
    let mut entry = Map::new();
    let mut put = |name: &str, value: Value| {
        entry.insert(name.to_owned(), value);
    };
    put("rule", json!(deadline.rule.id));
    put("label", json!(deadline.rule.label));
    put("due", json!(deadline.due));
    if let Some(day) = deadline.strict_due {
        put("strict_due", json!(day));
    }
    if let Some(day) = deadline.outer_limit {
        put("outer_limit", json!(day));
    }
    if let Some(day) = deadline.nominal_due {
        put("nominal_due", json!(day));
    }
    put("target", json!(deadline.target));
    put_near_days(&mut entry, deadline);
    let mut put = |name: &str, value: Value| {
        entry.insert(name.to_owned(), value);
    };
    put("state", json!(deadline.state.name()));
    match deadline.state {
        State::Met { on } | State::MetLate { on } => put("met_on", json!(on)),
        State::NotApplicable { since } => put("since", json!(since)),
        State::Running | State::Missed => {}
    }
    put("citation", json!(deadline.citation()));
    put("confirmed", json!(deadline.rule.confirmed()));
    put("exception_available", json!(deadline.exception_available()));
    if let Some(ground) = deadline.exception {
        put("exception", json!(ground));
    }
    if let Some(ground) = deadline.claimed {
        put("exception_recorded", json!(ground));
    }
    if let Some(only_if) = deadline.rule.only_if {
        put("only_if", json!(only_if));
    }
    if let Some(rule) = deadline.through {
        put("through", json!(rule));
    }
    put("started", json!(deadline.started));
    put("working", json!(deadline.working()));
    if let Some(day) = deadline.target {
        put("calendar", json!(calendar.certainty(day)));
    }
    put(
        "words",
        json!({
            "family": deadline.words(Audience::Family),
            "setting": deadline.words(Audience::Setting),
            "officer": deadline.words(Audience::Officer),
            "board": deadline.words(Audience::Board),
        }),
    );
    entry
}
