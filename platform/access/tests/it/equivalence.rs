//! A list and a page never disagree: for every actor, the cases the filter selects are those the decision permits.
//!
//! The decision is given only the rows that name the actor, as the store loads them for one page.

use crate::{cast::now, dice::Dice, world::World};
use access::*;
use jiff::{ToSpan, civil::date};

/// How many random worlds are made.
const WORLDS: u64 = 10_000;

#[test]
fn the_filter_selects_what_the_decision_permits() {
    let (mut yes, mut no) = (0_u64, 0_u64);
    for seed in 0..WORLDS {
        let mut dice = Dice(seed);
        let world = World::random(&mut dice);
        let actor = dice.actor();
        let filter = visible_cases(&actor, now());
        let selected = world.select(filter.predicate());
        for (case, child, _) in &world.cases {
            let known = world.loaded(&actor, *case);
            let resource = Resource::Case { case: *case, child: *child };
            let permitted = decide::<ReadCase>(&actor, &known, &resource, now()).is_ok();
            assert_eq!(
                selected.contains(case),
                permitted,
                "world {seed}, case {case}: {actor:#?}\n{known:#?}\n{filter:#?}"
            );
            assert_eq!(filter.matches(&known), permitted, "world {seed}, in memory");
            if permitted { yes += 1 } else { no += 1 }
        }
    }
    assert!(yes > 1_000 && no > 1_000, "too few of one kind to mean anything: {yes} yes, {no} no");
}

/// The same for every other action on a case.
#[test]
fn every_case_action_has_an_equal_filter() {
    let actions: Vec<_> =
        ActionKind::ALL.iter().copied().filter(|action| action.scope() == action::ActionScope::Case).collect();
    let mut yes = 0_u64;
    for seed in 0..WORLDS / 10 {
        let mut dice = Dice(seed ^ 0xACCE_55ED);
        let world = World::random(&mut dice);
        let actor = dice.actor();
        for action in &actions {
            let selected = world.select(filter_for(*action, &actor, now()).predicate());
            for (case, child, _) in &world.cases {
                let resource = Resource::Case { case: *case, child: *child };
                let known = world.loaded(&actor, *case);
                let permitted = would_permit(*action, &actor, &known, &resource, now()).is_ok();
                assert_eq!(selected.contains(case), permitted, "{action:?} in world {seed}");
                yes += u64::from(permitted);
            }
        }
    }
    assert!(yes > 500, "{yes}");
}

/// The day on which rights pass, as the filter counts it, is the day that the record counts.
#[test]
fn rights_pass_on_the_same_day_in_lists_and_in_the_record() {
    let mut born = date(2008, 1, 1);
    while born < date(2011, 1, 1) {
        let passes = record::rights::young_person_from(born);
        for (day, expected) in [(passes.saturating_sub(1.day()), false), (passes, true)] {
            let CasePredicate::BornOnOrBefore(cut) = condition::rights_have_passed(Moment::new(now().at, day)) else {
                panic!("not a cut-off");
            };
            assert_eq!(born <= cut, expected, "born {born}, on {day}");
        }
        born = born.saturating_add(1.day());
    }
}
