//! What is shown, for figures that are known.

use super::words::{ordinal, plain};
use super::*;
use strategy_rules::authorities::by_number;
use strategy_rules::series::Published;
use strategy_rules::{Cell, Release};

fn series(texts: &[&str], first: i16) -> Vec<SeriesPoint> {
    let years = first..;
    let point = |(text, year): (&&str, i16)| SeriesPoint {
        held: Published { year, cell: Cell::parse(text).unwrap(), release: Release::Year2025 },
        revised_from: None,
    };
    texts.iter().zip(years).map(point).collect()
}

fn compare(headline: Headline, series: &SeriesOf) -> Comparison<'_> {
    let authority = by_number(926).unwrap();
    let neighbours = authority.neighbours().map(|(neighbour, _)| neighbour).collect();
    Comparison { headline, authority, neighbours, series, source: "DfE".to_owned() }
}

#[test]
fn timeliness_is_compared_with_a_gap_and_a_break() {
    let mut held = SeriesOf::new();
    held.insert("E10000020".into(), series(&["53.5", "x", "42.6", "56.3"], 2021));
    held.insert(ENGLAND.into(), series(&["59.9", "49.2", "50.3", "46.4"], 2021));
    held.insert("E10000029".into(), series(&["40", "30", "25", "25.4"], 2021));
    let comparison = compare(Headline::TimelyExcludingExceptions, &held);
    let chart = comparison.over_time("a").unwrap();
    insta::assert_snapshot!(chart.describes, @"From 2021 to 2024. In 2024: Norfolk 56.3%, England 46.4%, Mean of its neighbours 25.4%.");
    assert_eq!(chart.breaks.iter().map(|b| b.before).collect::<Vec<_>>(), [1]);
    assert_eq!(chart.series[0].points[1], Point::missing("x", "not available"));
    let ranked = comparison.ranked("b").unwrap();
    assert_eq!(ranked.title, "Norfolk was 1st of 2 in 2024");
    assert_eq!(ranked.categories[..3], ["Norfolk", "England", "Suffolk"]);
    assert_eq!(comparison.cautions().len(), 1);
    assert_eq!(comparison.rows().count(), 12);
}

#[test]
fn counts_are_compared_as_an_index() {
    let mut held = SeriesOf::new();
    held.insert("E10000020".into(), series(&["1000", "1100", "1500"], 2022));
    held.insert(ENGLAND.into(), series(&["100000", "120000", "110000"], 2022));
    let comparison = compare(Headline::Requests, &held);
    let chart = comparison.over_time("a").unwrap();
    assert_eq!(chart.title, "Requests: change since 2022, where 2022 is 100");
    assert_eq!(chart.series[0].points, [Point::Value(100.0), Point::Value(110.00000000000001), Point::Value(150.0)]);
    let own = comparison.own_counts("b").unwrap();
    assert_eq!(own.title, "Norfolk: 1,500 requests in 2024");
    let ranked = comparison.ranked("c").unwrap();
    assert_eq!(ranked.title, "Growth 2022 to 2024: Norfolk was 1st of 1");
    assert_eq!(ranked.series[0].name, "2024, where 2022 is 100");
    assert_eq!(ranked.categories.len(), 12);
}

#[test]
fn without_figures_there_is_no_chart() {
    let held = SeriesOf::new();
    let comparison = compare(Headline::Plans, &held);
    assert!(
        comparison.over_time("a").is_none() && comparison.ranked("b").is_none() && comparison.own_counts("c").is_none()
    );
}

#[test]
fn places_are_counted_as_people_say_them() {
    assert_eq!(["10.500000000000", "100.0", "12", "x", "..", "-0.50"].map(plain).join(" "), "10.5 100 12 x .. -0.5");
    assert_eq!([1, 2, 3, 4, 11, 12, 13, 21].map(ordinal).join(" "), "1st 2nd 3rd 4th 11th 12th 13th 21st");
}
