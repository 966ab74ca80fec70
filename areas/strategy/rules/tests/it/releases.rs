//! Every row of both releases: counted, none lost, no code read as zero.

use crate::published::{Loaded, release, text};
use std::collections::BTreeMap;
use strategy_rules::{FileKind, Level, Release};

#[test]
fn every_row_of_the_2025_release_is_accepted() {
    let Some(Loaded { reports, .. }) = release(Release::Year2025) else { return };
    let rows: BTreeMap<_, _> = reports.iter().map(|(spec, report)| (spec.name, report.summary.accepted)).collect();
    for (name, expected) in [
        ("caseload.csv", 25_339),
        ("newplans.csv", 17_859),
        ("requests.csv", 13_169),
        ("assessments.csv", 12_847),
        ("timeliness_20_week.csv", 12_211),
        ("annual_reviews.csv", 13_290),
        ("ceased_plans.csv", 21_164),
        ("personal_budgets.csv", 22_955),
        ("residential_settings.csv", 23_117),
        ("work_based_placements.csv", 9_917),
        ("sen_needs_all_plans.csv", 13_939),
        ("sen_need_newplans.csv", 9_768),
        ("sen2_dmo_dco.csv", 1_064),
    ] {
        assert_eq!(rows[name], expected, "{name}");
    }
    let data: u64 = reports
        .iter()
        .filter(|(spec, _)| !matches!(spec.kind, FileKind::DesignatedOfficers | FileKind::TribunalAppeals))
        .map(|(_, report)| report.summary.accepted)
        .sum();
    assert_eq!(data, 195_575);
    for (_, report) in reports {
        assert_eq!(report.summary.rejected_rows(), 0, "{report}");
        assert!(report.unknown_columns.is_empty(), "{report}");
    }
    let reviews = &reports.iter().find(|(spec, _)| spec.kind == FileKind::AnnualReviews).unwrap().1;
    assert_eq!(reviews.negative["review_decision_outstanding"], 1_717);
    assert_eq!(reviews.negative["no_outcome"], 182);
    let renamed = |from: &str, to: &str| reviews.renamed.contains(&(from.to_owned(), to.to_owned()));
    assert!(renamed("review_meeting_prior_24", "review_meetings_before_2024"));
    assert!(renamed("review_meeting_prior_24", "review_meetings_before_2024_repeated"));
    assert!(renamed("number_decsion_4weeks", "decisions_within_4_weeks"));
    assert!(renamed("outcome_maintan", "outcome_maintain"));
}

#[test]
fn every_row_of_the_2022_release_is_accepted() {
    let Some(Loaded { reports, .. }) = release(Release::Year2022) else { return };
    let rows: Vec<_> =
        reports.iter().map(|(spec, report)| format!("{} {}", spec.name, report.summary.accepted)).collect();
    insta::assert_snapshot!(rows.join("\n"), @r"
    sen2_age_caseload.csv 11814
    sen2_age_new_plans.csv 11814
    sen2_estab_caseload.csv 68624
    sen2_estab_new_plans.csv 68624
    sen2_mi.csv 1294
    sen2_wbp_residential_dmo.csv 970
    ");
    assert_eq!(reports.iter().map(|(_, report)| report.summary.accepted).sum::<u64>(), 163_140);
    for (_, report) in reports {
        assert_eq!(report.summary.rejected_rows(), 0, "{report}");
        assert!(report.unknown_columns.is_empty(), "{report}");
    }
}

#[test]
fn codes_are_counted_as_codes() {
    let Some(Loaded { reports, .. }) = release(Release::Year2025) else { return };
    let codes = |kind| &reports.iter().find(|(spec, _)| spec.kind == kind).unwrap().1.codes;
    assert_eq!(codes(FileKind::Caseload)["x"], 103_269);
    assert_eq!(codes(FileKind::Timeliness)["x"], 6_141);
    assert!(codes(FileKind::CeasedPlans).is_empty());
    assert_eq!(codes(FileKind::DesignatedOfficers)[".."], 911);
}

#[test]
fn one_place_has_one_code_in_both_releases() {
    let mut codes: BTreeMap<String, std::collections::BTreeSet<String>> = BTreeMap::new();
    for year in Release::ALL {
        let Some(loaded) = release(year) else { return };
        for place in loaded.totals.iter().map(|total| &total.place).filter(|place| place.level == Level::Authority) {
            codes.entry(place.name.clone()).or_default().insert(place.code.clone());
        }
    }
    // Dorset kept its name when its boundary changed: two places.
    assert_eq!(codes.remove("Dorset").map(|codes| codes.len()), Some(2));
    // The tribunal table has its own spelling of a few names, so there are more names than authorities.
    let split: Vec<_> = codes.iter().filter(|(_, codes)| codes.len() > 1).collect();
    assert!(split.is_empty(), "{split:?}");
    let distinct: std::collections::BTreeSet<_> = codes.values().flatten().collect();
    assert_eq!(distinct.len(), 156);
}

#[test]
fn the_tribunal_table_agrees_with_the_tidied_one() {
    let Some(Loaded { reports, totals, .. }) = release(Release::Year2025) else { return };
    let seen: BTreeMap<_, _> = totals
        .iter()
        .filter(|total| total.spec.kind == FileKind::TribunalAppeals && total.place.level == Level::Authority)
        .map(|total| ((total.place.name.clone(), total.year), total.cells[..3].to_vec()))
        .collect();
    let report = &reports.iter().find(|(spec, _)| spec.kind == FileKind::TribunalAppeals).unwrap().1;
    insta::assert_snapshot!(report, @r"
    SEND Tribunals and appeal rate 2014-2024.csv: 1749 rows: 1749 accepted, 0 rejected, and 3 blank lines passed over
      28 titles, headings and notes passed over
      codes kept as values: - 33, .. 205, x 12, z 3180
      1 corrected: Cambridgeshire stands beside the number 823, which belongs to Central Bedfordshire; the name was taken to be right
      1 corrected: Central Bedfordshire stands beside the number 873, which belongs to Cambridgeshire; the name was taken to be right
      1 corrected: Northamptonshire stands beside the number 892, which belongs to Nottingham; the name was taken to be right
      1 corrected: Nottingham stands beside the number 891, which belongs to Nottinghamshire; the name was taken to be right
      1 corrected: Nottinghamshire stands beside the number 928, which belongs to Northamptonshire; the name was taken to be right
    ");
    let Some(tidy) = text("public/tribunals/send_tribunal_tidy.csv") else { return };
    let mut reader = tables::Table::open(tidy.as_bytes(), &tables::Options::default()).unwrap();
    let columns: Vec<_> = reader.headers().columns().collect();
    let mut compared = 0;
    while let Some(row) = reader.next_row().unwrap() {
        let row = row.unwrap();
        let key = (
            row.text(columns[0]).trim_end_matches(|c: char| c.is_ascii_digit()).to_owned(),
            row.text(columns[2]).parse().unwrap(),
        );
        let held = seen.get(&key).unwrap_or_else(|| panic!("{key:?} is missing"));
        for (position, cell) in held.iter().enumerate() {
            let tidy = row.text(columns[3 + position]);
            match (cell.number(), tidy.parse::<f64>()) {
                (Some(held), Ok(tidy)) => assert!((held - tidy).abs() < 1e-9, "{key:?}"),
                // The tidied table has 0 for a dash; here a dash stays a dash.
                (None, Ok(tidy)) => assert!(tidy == 0.0 && cell.to_string() == "-", "{key:?} {cell} {tidy}"),
                (None, Err(_)) => {}
                (Some(held), Err(_)) => panic!("{key:?}: {held} is not in the tidied table"),
            }
        }
        compared += 1;
    }
    assert_eq!(compared, 1_705);
    // Here with Bournemouth and Poole, which have no number in the table.
    assert_eq!(seen.len(), 1_705 + 2 * 11);
}
