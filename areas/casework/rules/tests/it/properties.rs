//! What holds for every case.

use calendar::Calendar;
use calendar::limits::shift;
use casework_rules::clock::{Ask, Clock, Fact, Facts};
use casework_rules::law::{CFA_2014, Limit, Moment, RuleId};
use casework_rules::{Audience, State};
use jiff::civil::{Date, date};
use proptest::prelude::*;

fn day() -> impl Strategy<Value = Date> {
    (0..5_000_i32).prop_map(|days| shift(date(2016, 1, 1), days))
}

fn facts() -> impl Strategy<Value = Facts> {
    let fact = (0..Moment::ALL.len(), day(), prop::option::of(1..80_i32), 0..3_u16, prop::option::of(0..60_i32));
    prop::collection::vec(fact, 0..25).prop_map(|rows| {
        let mut facts = Facts::new();
        for (moment, on, length, key, recorded) in rows {
            let mut fact = Fact::new(Moment::ALL[moment], on).until(length.map(|days| shift(on, days))).about(key);
            fact.recorded = recorded.map(|days| shift(on, days));
            facts.add(fact);
        }
        facts
    })
}

fn ask(facts: &Facts, as_of: Date) -> Clock {
    let calendar = Calendar::england();
    Ask::new(&CFA_2014, &calendar).as_of(as_of).of(facts)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_later_trigger_never_gives_an_earlier_last_day(on in day(), more in 0..400_i32) {
        let later = shift(on, more);
        for rule in CFA_2014.rules() {
            // A birth date is no trigger that moves, and a court's order to go on is done at once.
            let moment = rule.started_by.iter().next().unwrap();
            let limit = |on| ask(&Facts::new().with(moment, on), on).of(rule.id).and_then(|found| found.limit_day());
            if matches!(rule.limit, Limit::DateRule(_)) && moment == Moment::Born {
                prop_assert!(limit(on) <= limit(later), "{}", rule.id);
            } else if let (Some(first), Some(second)) = (limit(on), limit(later)) {
                prop_assert!(first <= second, "{}: {} {} {} {}", rule.id, on, first, later, second);
            }
        }
    }

    #[test]
    fn asking_again_gives_the_same_answer_whatever_order_facts_of_other_days_came_in(facts in facts(), as_of in day()) {
        let once = ask(&facts, as_of);
        prop_assert_eq!(&once, &ask(&facts, as_of));
        let mut by_day: Vec<Fact> = facts.list().to_vec();
        by_day.dedup_by_key(|fact| fact.on);
        let (mut forwards, mut backwards) = (Facts::new(), Facts::new());
        by_day.iter().for_each(|fact| forwards.add(*fact));
        by_day.iter().rev().for_each(|fact| backwards.add(*fact));
        prop_assert_eq!(ask(&forwards, as_of), ask(&backwards, as_of));
    }

    #[test]
    fn a_fact_entered_late_changes_nothing_that_was_known_before(facts in facts(), as_of in day(), recorded in 1..90_i32) {
        let calendar = Calendar::england();
        let asked = Ask::new(&CFA_2014, &calendar).as_of(as_of).known_on(as_of);
        let before = asked.of(&facts);
        let mut with_late = facts.clone();
        let late = Fact::new(Moment::AssessDecisionNotified, shift(as_of, -5)).recorded(shift(as_of, recorded));
        with_late.add(late);
        prop_assert_eq!(before, asked.of(&with_late), "what we knew then stays");
    }

    #[test]
    fn every_deadline_of_every_case_makes_sense_and_has_words(facts in facts(), as_of in day()) {
        let clock = ask(&facts, as_of);
        for deadline in &clock.deadlines {
            if let (Some(strict), Some(due)) = (deadline.strict_due, deadline.due) {
                prop_assert!(strict < due);
            }
            if let (Some(target), Some(limit)) = (deadline.target, deadline.limit_day()) {
                prop_assert!(target <= limit);
            }
            match deadline.state {
                State::Missed if deadline.is_duty() => prop_assert!(deadline.limit_day().unwrap() < as_of),
                State::MetLate { on } => prop_assert!(on > deadline.limit_day().unwrap() && on <= as_of),
                State::Met { on } if deadline.is_duty() => {
                    prop_assert!(deadline.limit_day().is_none_or(|limit| on <= limit || deadline.through.is_some() || deadline.rule.id == RuleId::Tro09));
                }
                _ => {}
            }
            for audience in Audience::ALL {
                let words = deadline.words(audience);
                prop_assert!(words.ends_with('.') && !words.contains("  ") && !words.contains(".."), "{words}");
            }
            prop_assert!(!deadline.working().is_empty());
        }
    }

    #[test]
    fn time_passing_only_turns_running_into_missed_or_passed(on in day(), passed in 0..800_i32) {
        let facts = Facts::new().with(Moment::RequestReceived, on);
        for rule in [RuleId::Req03, RuleId::Asm01, RuleId::Fin01] {
            let clock = ask(&facts, shift(on, passed));
            let deadline = clock.of(rule).unwrap();
            let expected = if shift(on, passed) > deadline.due.unwrap() { State::Missed } else { State::Running };
            prop_assert_eq!(deadline.state, expected);
        }
    }
}
