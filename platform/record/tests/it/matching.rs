//! Who is offered as the same person, and who is not.

use jiff::civil::{Date, date};
use proptest::prelude::*;
use record::matching::{Candidate, Match, blocking, compare};
use record::{NhsNumber, Person, PersonId, PersonName, Postcode, Sex, Upn};

fn person(given: &str, family: &str, born: Date) -> Person {
    Person::new(PersonId::from_parts(1, 1), PersonName::new(given, family), born, Sex::NotKnown)
}

fn matched(one: &Person, other: &Person) -> Match {
    compare(Candidate { person: one, postcodes: &[] }, Candidate { person: other, postcodes: &[] })
}

const BORN: Date = date(2015, 4, 9);

#[test]
fn the_same_name_and_birthday_are_likely_one_person() {
    let found = matched(&person("Zoë", "O’Neil", BORN), &person("ZOE", "ONeil", BORN));
    assert!(found.is_likely(), "{found:?}");
    assert_eq!(
        found.reasons,
        ["They were born on the same day.", "The family name is the same.", "A given name is the same."]
    );
    assert!(found.doubts.is_empty());
}

#[test]
fn slips_short_forms_and_sounds_are_offered() {
    let stored = person("Katherine Anne", "Reed", BORN);
    for (given, family, born) in [
        ("Kate", "Reed", BORN),
        ("Katherine", "Reid", BORN),
        ("Kathryn", "Read", BORN),
        ("Katherine", "Reed", date(2015, 9, 4)),
        ("Katherine", "Reed", date(2014, 4, 9)),
        ("Katherine", "Reed-Marsh", BORN),
        ("Reed", "Katherine", BORN),
        ("K", "Reed", BORN),
    ] {
        let found = matched(&stored, &person(given, family, born));
        assert!(found.is_possible(), "{given} {family} {born}: {found:?}");
        let again = blocking::search_keys(&person(given, family, born));
        assert!(!blocking::stored_keys(&stored).is_disjoint(&again), "{given} {family} {born} has no key in common");
    }
}

#[test]
fn a_swapped_date_says_so() {
    let found = matched(&person("Ada", "Fenn", BORN), &person("Ada", "Fenn", date(2015, 9, 4)));
    assert_eq!(found.reasons[0], "The day and month of birth are the other way round.");
}

#[test]
fn twins_and_strangers_are_not_offered() {
    let postcodes: [Postcode; 1] = ["NR11 6EX".parse().unwrap()];
    let twins = [person("Ada", "Fenn", BORN), person("Bea", "Fenn", BORN)];
    let [ada, bea] = twins.each_ref().map(|person| Candidate { person, postcodes: &postcodes });
    assert!(!compare(ada, bea).is_possible(), "{:?}", compare(ada, bea));
    for (given, family, born) in
        [("Ada", "Fenn", date(2011, 12, 30)), ("Tom", "Broad", BORN), ("Ada", "Broad", date(2011, 1, 1))]
    {
        assert!(!matched(&twins[0], &person(given, family, born)).is_possible(), "{given} {family} {born}");
    }
}

#[test]
fn a_shared_number_outweighs_a_changed_name_and_a_different_one_counts_against() {
    let mut before = person("Ada", "Fenn", BORN);
    let mut after = person("Ada", "Marsh", BORN);
    before.identifiers.nhs_number = Some(NhsNumber::synthetic(1));
    after.identifiers.nhs_number = Some(NhsNumber::synthetic(1));
    assert!(matched(&before, &after).is_likely());
    assert_eq!(matched(&before, &after).reasons[0], "The NHS number is the same.");
    let mut namesake = before.clone();
    namesake.identifiers.nhs_number = Some(NhsNumber::synthetic(2));
    assert!(!matched(&before, &namesake).is_likely());
    assert_eq!(matched(&before, &namesake).doubts, ["The NHS numbers differ."]);
}

#[test]
fn a_former_pupil_number_still_finds_the_child() {
    let mut moved = person("Ada", "Marsh", BORN);
    moved.identifiers.upn = Some(Upn::synthetic(20, 2));
    moved.identifiers.former_upns = vec![Upn::synthetic(20, 1)];
    let mut incoming = person("A", "Fenn", date(2015, 4, 19));
    incoming.identifiers.upn = Some(Upn::synthetic(20, 1));
    assert!(matched(&moved, &incoming).is_possible());
    assert!(!blocking::stored_keys(&moved).is_disjoint(&blocking::search_keys(&incoming)));
}

proptest! {
    #[test]
    fn the_order_does_not_matter(
        one in ("[A-Z][a-z]{1,6}", "[A-Z][a-z]{1,6}", 1_i8..13, 1_i8..29),
        other in ("[A-Z][a-z]{1,6}", "[A-Z][a-z]{1,6}", 1_i8..13, 1_i8..29),
    ) {
        let one = person(&one.0, &one.1, date(2015, one.2, one.3));
        let other = person(&other.0, &other.1, date(2015, other.2, other.3));
        let (there, back) = (matched(&one, &other), matched(&other, &one));
        prop_assert_eq!(there.score, back.score);
        prop_assert!(matched(&one, &one).is_likely());
    }

    /// Whatever is possible by name and date is found by the keys, so the store misses nobody.
    #[test]
    fn what_is_possible_shares_a_key(
        given in "[A-Z][a-z]{2,6}", family in "[A-Z][a-z]{3,6}", month in 1_i8..13, day in 1_i8..29,
        second_month in 1_i8..13, second_day in 1_i8..29,
    ) {
        let one = person(&given, &family, date(2015, month, day));
        let other = person(&given, &family, date(2015, second_month, second_day));
        if matched(&one, &other).is_possible() {
            prop_assert!(!blocking::stored_keys(&one).is_disjoint(&blocking::search_keys(&other)));
        }
    }
}
