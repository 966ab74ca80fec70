//! Published percentages recomputed from the counts beside them.

use crate::published::release;
use std::collections::BTreeMap;
use strategy_rules::indicators::{ALL, percentage};
use strategy_rules::{FileSpec, Observation, Release};

/// Recomputes what can be recomputed of a row.
pub fn compare(
    spec: &FileSpec,
    observation: &Observation<'_>,
    compared: &mut BTreeMap<&'static str, u64>,
    wrong: &mut Vec<String>,
) {
    for indicator in ALL.iter().filter(|indicator| indicator.file == spec.kind) {
        let count = |measure| observation.cell(spec, measure).and_then(|cell| cell.count());
        let published = observation.cell(spec, indicator.published).and_then(|cell| cell.number());
        let denominator = indicator.denominator.iter().map(|measure| count(measure)).sum::<Option<i64>>();
        let (Some(published), Some(numerator), Some(denominator)) =
            (published, count(indicator.numerator), denominator)
        else {
            continue;
        };
        *compared.entry(indicator.published).or_default() += 1;
        if percentage(numerator, denominator) != Some(published) {
            wrong.push(format!("{} line {}: {numerator}/{denominator}, not {published}", spec.name, observation.line));
        }
    }
}

#[test]
fn every_published_percentage_comes_out() {
    let Some(loaded) = release(Release::Year2025) else { return };
    let (compared, wrong) = (&loaded.compared, &loaded.wrong);
    assert!(wrong.is_empty(), "{} of {compared:?}: {:?}", wrong.len(), &wrong[..wrong.len().min(10)]);
    let timely = compared["issued_within_20_weeks_pc"] + compared["issued_within_20_weeks_excluding_exceptions_pc"];
    assert_eq!(timely, 24_199);
    let rest: Vec<_> = compared.iter().map(|(measure, count)| format!("{measure} {count}")).collect();
    insta::assert_snapshot!(rest.join("\n"), @r"
    assessments_plan_issued_pc 11900
    decisions_within_4_weeks_pc 10604
    issued_20_to_52_weeks_excluding_exceptions_pc 11393
    issued_20_to_52_weeks_pc 11526
    issued_over_52_weeks_excluding_exceptions_pc 11393
    issued_over_52_weeks_pc 11526
    issued_within_20_weeks_excluding_exceptions_pc 12033
    issued_within_20_weeks_pc 12166
    not_issued_within_16_weeks_pc 5902
    requests_assess_pc 12096
    requests_refused_pc 12096
    ");
}
