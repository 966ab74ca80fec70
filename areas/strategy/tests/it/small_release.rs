//! A release of invented figures, small enough to build in a test.

use std::io::{Cursor, Write};
use strategy::Source;

/// The declared columns of a file of the 2025 release, as its header.
fn header(name: &str) -> String {
    let spec = strategy_rules::FileSpec::find(strategy_rules::Release::Year2025, name).unwrap();
    let fixed = "time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,\
                 new_la_code,old_la_code,la_name,breakdown_topic,breakdown";
    let figures: Vec<_> = spec.columns.iter().map(|column| column.header.trim_end_matches(".1")).collect();
    format!("\u{feff}{fixed},{}\n", figures.join(","))
}

const ENGLAND: &str = "National,E92000001,England,,,,,";
const NORFOLK: &str = "Local authority,E92000001,England,E12000006,East of England,E10000020,926,Norfolk";

fn row(period: &str, kind: &str, place: &str, breakdown: &str, first: &[&str], columns: usize) -> String {
    let rest = vec!["x"; columns - first.len()];
    format!("{period},{kind},{place},{breakdown},{}\n", [first, &rest].concat().join(","))
}

/// Timeliness with `share` per cent for Norfolk in 2024, one broken row, and plans.
pub fn release(share: &str) -> Source {
    Source::from_bytes("release.zip", release_bytes(share))
}

/// The bytes of that release.
pub fn release_bytes(share: &str) -> Vec<u8> {
    let total = "All EHC plans issued,All EHC plans issued";
    let mut timeliness = header("timeliness_20_week.csv");
    for (year, place, values) in [
        ("2023", ENGLAND, ["84000", "80000", "41000", "40000", "49.1", "50.3"]),
        ("2024", ENGLAND, ["90000", "86000", "41000", "40000", "45.9", "46.4"]),
        ("2022", NORFOLK, ["x", "x", "x", "x", "x", "x"]),
        ("2024", NORFOLK, ["1909", "1743", "1064", "981", "55.7", share]),
        ("2023", NORFOLK, ["2166", "1991", "914", "848", "42.2", "42.6"]),
    ] {
        timeliness += &row(year, "Calendar year", place, total, &values, 14);
    }
    timeliness +=
        &row("2024", "Calendar year", NORFOLK, "Sex,Male", &["1000", "900", "500", "450", "50.0", "50.0"], 14);
    timeliness += &row("2024", "Calendar year", NORFOLK, "Sex,Female", &["about 900"], 14);
    timeliness += "2024,Calendar year,cut off\n";
    let mut caseload = header("caseload.csv");
    for (year, place, plans) in
        [("202324", NORFOLK, "10736"), ("202425", NORFOLK, "12147"), ("202425", ENGLAND, "638745")]
    {
        caseload += &row(year, "Academic year", place, "All EHC plans,All EHC plans", &[plans], 48);
    }
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, text) in [
        ("data/timeliness_20_week.csv", timeliness.as_str()),
        ("data/caseload.csv", caseload.as_str()),
        ("data-guidance/data-guidance.txt", "Words."),
    ] {
        archive.start_file(name, options).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}
