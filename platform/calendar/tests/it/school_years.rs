//! Academic years, year groups, ages, leaving dates and terms.

use calendar::school_year::{
    AcademicYear, Term, TermName, YearGroup, age_on, birthday, leaving_date, plan_age_limit, term_on_or_after,
    year_nine_from, young_person_from,
};
use jiff::civil::date;

#[test]
fn the_academic_year_turns_on_1_september() {
    assert_eq!(AcademicYear::of(date(2026, 8, 31)).starts_in(), 2025);
    let year = AcademicYear::of(date(2026, 9, 1));
    assert_eq!((year.starts_in(), year.first_day(), year.last_day()), (2026, date(2026, 9, 1), date(2027, 8, 31)));
    assert_eq!(year.next().starts_in(), 2027);
}

#[test]
fn year_groups_follow_the_birth_date() {
    let in_2025 = |born| YearGroup::usual(born, AcademicYear::of(date(2025, 10, 1)));
    assert_eq!(in_2025(date(2010, 7, 3)), YearGroup::Year(11));
    assert_eq!(in_2025(date(2010, 9, 1)), YearGroup::Year(10));
    assert_eq!(in_2025(date(2020, 9, 1)), YearGroup::Reception);
    assert_eq!(in_2025(date(2021, 8, 31)), YearGroup::Reception);
    assert_eq!(in_2025(date(2021, 9, 1)), YearGroup::NurseryTwo);
    assert_eq!(in_2025(date(2024, 1, 1)), YearGroup::UnderNursery);
    assert_eq!(in_2025(date(2001, 1, 1)), YearGroup::Beyond);
    assert_eq!(YearGroup::Year(9).name(), "Year 9");
}

#[test]
fn age_on_a_date_and_leap_day_birthdays() {
    assert_eq!(age_on(date(2010, 7, 3), date(2026, 7, 2)), Some(15));
    assert_eq!(age_on(date(2010, 7, 3), date(2026, 7, 3)), Some(16));
    assert_eq!(age_on(date(2012, 2, 29), date(2025, 2, 28)), Some(12));
    assert_eq!(age_on(date(2012, 2, 29), date(2025, 3, 1)), Some(13));
    assert_eq!(birthday(date(2012, 2, 29), 13), date(2025, 3, 1));
    assert_eq!(age_on(date(2026, 1, 1), date(2025, 12, 31)), None);
}

#[test]
fn leaving_date_is_the_last_friday_in_june_also_for_later_birthdays() {
    assert_eq!(leaving_date(date(2010, 7, 3)), date(2026, 6, 26));
    assert_eq!(young_person_from(date(2010, 7, 3)), date(2026, 6, 27));
    assert_eq!(leaving_date(date(2010, 8, 31)), date(2026, 6, 26));
    assert_eq!(leaving_date(date(2010, 9, 1)), date(2027, 6, 25));
    assert_eq!(leaving_date(date(2009, 10, 12)), date(2026, 6, 26));
}

#[test]
fn plan_age_limit_is_the_31_july_on_or_after_the_25th_birthday() {
    assert_eq!(plan_age_limit(date(2001, 11, 22)), date(2027, 7, 31));
    assert_eq!(plan_age_limit(date(2001, 7, 31)), date(2026, 7, 31));
    assert_eq!(plan_age_limit(date(2001, 8, 15)), date(2027, 7, 31));
}

#[test]
fn year_nine_starts_in_the_september_of_age_13() {
    assert_eq!(year_nine_from(date(2010, 7, 3)), date(2023, 9, 1));
    assert_eq!(YearGroup::usual(date(2010, 7, 3), AcademicYear::of(date(2023, 9, 1))), YearGroup::Year(9));
}

#[test]
fn the_term_a_day_is_in_or_the_next_one() {
    let terms = [
        Term { name: TermName::Autumn, from: date(2026, 9, 3), to: date(2026, 12, 18) },
        Term { name: TermName::Spring, from: date(2027, 1, 4), to: date(2027, 3, 25) },
    ];
    assert_eq!(term_on_or_after(&terms, date(2026, 11, 22)).map(|term| term.name), Some(TermName::Autumn));
    assert_eq!(term_on_or_after(&terms, date(2026, 12, 25)).map(|term| term.name), Some(TermName::Spring));
    assert_eq!(term_on_or_after(&terms, date(2027, 4, 1)), None);
    assert!(terms[0].contains(date(2026, 9, 3)) && !terms[0].contains(date(2026, 9, 2)));
}
