use std::collections::BTreeMap;

use super::{county, dates, usual};
use casework_rules::EventKind as K;
use demonstration::margins;

#[test]
fn every_margin_is_within_two_percent_of_the_published_one() {
    for seed in [1, 2, 7] {
        for today in dates() {
            let made = county(seed, today);
            let failing: Vec<_> = margins(&made).0.into_iter().filter(|margin| !margin.holds()).collect();
            assert!(failing.is_empty(), "seed {seed}, {today}: {failing:#?}");
        }
    }
}

#[test]
fn the_report_fits_on_a_page_and_marks_nothing() {
    let report = usual().calibration_report();
    println!("{report}");
    assert!(report.lines().count() < 110 && !report.contains('!'), "{report}");
}

/// Norfolk, 2019 to 2024: requests, plans in January, and plans within 20 weeks in a thousand (set for 2022).
const HISTORY: [(u32, u32, u32); 6] = [
    (1_267, 6_152, 82),
    (1_020, 6_689, 205),
    (1_456, 7_753, 536),
    (2_093, 8_671, 480),
    (2_444, 8_735, 422),
    (2_562, 10_736, 557),
];

#[test]
fn the_years_before_have_the_published_shape() {
    let county = usual();
    let mut requests: BTreeMap<i16, u32> = BTreeMap::new();
    let mut held: BTreeMap<i16, u32> = BTreeMap::new();
    let mut plans: BTreeMap<i16, (u32, u32)> = BTreeMap::new();
    for case in &county.cases {
        let events = county.events_of(case);
        let first = |kinds: &[K]| events.iter().find(|event| kinds.contains(&event.kind)).map(|event| event.on);
        let asked = first(&[K::RequestReceived, K::BecameResponsible]);
        let made = first(&[K::FinalPlanIssued]);
        let ended = first(&[K::PlanCeased]);
        let here = made.or_else(|| first(&[K::PlanBroughtIn]));
        if let Some(asked) = asked {
            *requests.entry(asked.year()).or_default() += 1;
        }
        for year in county.times.years() {
            let day = jiff::civil::date(year, 1, 16);
            let there = here.is_some_and(|here| here <= day) && ended.is_none_or(|ended| ended > day);
            *held.entry(year).or_default() += u32::from(there);
        }
        if let (Some(asked), Some(made)) = (asked, made)
            && first(&[K::AssessmentRefused]).is_none()
        {
            let (all, quick) = plans.entry(made.year()).or_default();
            *all += 1;
            *quick += u32::from(calendar::limits::days_between(asked, made) <= 140);
        }
    }
    for (year, (asked, caseload, in_time)) in county.times.years().zip(HISTORY) {
        let (all, quick) = plans[&year];
        println!(
            "{year}: {} for {asked}, {} for {caseload}, {} for {in_time}",
            requests[&year],
            held[&year],
            quick * 1_000 / all
        );
        assert!(requests[&year].abs_diff(asked) * 100 <= asked * 8, "{year}");
        assert!(held[&year].abs_diff(caseload) * 100 <= caseload * 5, "{year}");
        assert!((quick * 1_000 / all).abs_diff(in_time) <= 12, "{year}");
    }
}
