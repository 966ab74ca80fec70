//! Extracts as they come: whole, damaged, saved again by a spreadsheet.

use super::*;
use crate::compare::{Change, compare, merged};
use crate::fixture::{gias_extract, school};
use proptest::prelude::*;
use tables::CsvWriter;

fn read_all(bytes: &[u8]) -> (Vec<ListedSetting>, RegisterReport) {
    let mut settings = Vec::new();
    let report = read::<FileError>(bytes, &mut |listed| {
        settings.push(listed);
        Ok(())
    });
    (settings, report.unwrap())
}

/// One invented school with some values replaced.
fn with(changes: &[(&'static str, &str)]) -> Vec<u8> {
    let mut values = school(3);
    for (column, value) in changes {
        values.insert(column, (*value).to_owned());
    }
    let mut writer = CsvWriter::new(Vec::new());
    writer.row(GIAS_COLUMNS).unwrap();
    writer.row(GIAS_COLUMNS.iter().map(|column| values.get(column).map_or("", String::as_str))).unwrap();
    writer.finish().unwrap()
}

#[test]
fn a_whole_extract_is_read_in_windows_1252() {
    let (settings, report) = read_all(&gias_extract(200));
    insta::assert_snapshot!(report, @r"
    200 rows: 200 accepted, 0 rejected
      encoding: Windows-1252
    ");
    assert!(settings.iter().any(|listed| listed.name.contains("Saint-André-on-Sea")));
    assert!(settings.iter().any(|listed| listed.name.contains("St Withburga’s")));
    let one = &settings[3];
    assert_eq!(one.setting.urn, Some(one.urn));
    assert_eq!(one.setting.head.as_deref(), Some("Ms Zoë O’Dell, Headteacher"));
    assert_eq!(one.setting.authority.map(|code| code.number()), Some(990));
}

#[test]
fn what_makes_a_row_useless_rejects_it_with_a_sentence() {
    for (changes, reason) in [
        (("URN", "12"), "not a reference number"),
        (("EstablishmentName", " "), "no name"),
        (("TypeOfEstablishment (code)", "99"), "unknown code"),
        (("EstablishmentStatus (code)", "7"), "unknown code"),
        (("PhaseOfEducation (code)", "x"), "unknown code"),
    ] {
        let (settings, report) = read_all(&with(&[changes]));
        assert!(settings.is_empty());
        assert_eq!(report.summary.rejected.keys().collect::<Vec<_>>(), [reason], "{changes:?}");
        assert_eq!(report.summary.errors[0].line, 2);
    }
}

#[test]
fn a_lesser_value_is_left_out_and_noted() {
    let (settings, report) = read_all(&with(&[
        ("OpenDate", "31-02-2020"),
        ("TelephoneNum", "ask at reception"),
        ("SEN3 (name)", "Being bored"),
        ("SchoolCapacity", "lots"),
        ("Easting", "0"),
        ("TypeOfEstablishment (code)", "1"),
    ]));
    let setting = &settings[0].setting;
    assert_eq!((setting.opened_on, setting.capacity, setting.easting), (None, None, None));
    assert_eq!(setting.kind, EstablishmentType::CommunitySchool);
    let notes: Vec<_> = report.notes.keys().map(String::as_str).collect();
    assert_eq!(
        notes,
        ["OpenDate makes no sense", "SchoolCapacity makes no sense", "TelephoneNum makes no sense", "unknown need"]
    );
}

#[test]
fn a_file_that_is_no_extract_is_refused() {
    let error = read::<FileError>(&b"URN,Name\n1,2\n"[..], &mut |_| Ok(())).unwrap_err();
    insta::assert_snapshot!(error, @"The file has no column called 'EstablishmentName'. Check that it is the right file and that its header row is intact.");
}

#[test]
fn the_same_number_twice_is_rejected_once() {
    let mut bytes = gias_extract(2);
    let whole = gias_extract(3);
    let second_row_on = whole.split_inclusive(|byte| *byte == b'\n').nth(2).unwrap();
    bytes.extend_from_slice(second_row_on);
    let (settings, report) = read_all(&bytes);
    assert_eq!(settings.len(), 2);
    assert_eq!(report.summary.rejected["the same number twice"], 1);
}

#[test]
fn an_extract_is_compared_with_what_is_held() {
    let read_one = |changes: &[(&'static str, &str)]| read_all(&with(changes)).0.remove(0);
    let held = read_one(&[]);
    assert_eq!(compare(None, &held), Change::New);
    assert_eq!(compare(Some(&held), &held), Change::Same);
    let Change::Changed(fields) = compare(Some(&held), &read_one(&[("SchoolCapacity", "77"), ("Town", "Marl")])) else {
        panic!("not changed")
    };
    assert_eq!(fields.iter().map(|change| change.field.as_str()).collect::<Vec<_>>(), ["capacity", "town"]);
    let closed = read_one(&[("EstablishmentStatus (code)", "2"), ("CloseDate", "31-08-2026")]);
    assert!(matches!(compare(Some(&held), &closed), Change::Closed(_)));
    assert!(matches!(compare(Some(&closed), &held), Change::Reopened(_)));
}

#[test]
fn an_email_address_that_the_register_does_not_know_is_kept() {
    let mut held = read_all(&with(&[])).0.remove(0).setting;
    held.email = "office@school.example".parse().ok();
    let incoming = read_all(&with(&[])).0.remove(0).setting;
    assert_eq!(merged(Some(&held), incoming).email, held.email);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_a_column_holds_the_row_is_accounted_for(column in 0..140_usize, value in ".{0,40}") {
        let (settings, report) = read_all(&with(&[(GIAS_COLUMNS[column], &value)]));
        prop_assert_eq!(report.summary.rows, 1);
        prop_assert_eq!(settings.len() as u64, report.summary.accepted);
    }

    #[test]
    fn a_damaged_extract_is_read_without_a_panic(at in 0..40_000_usize, byte in any::<u8>()) {
        let mut bytes = gias_extract(20);
        let position = at % bytes.len();
        bytes[position] = byte;
        let _ = read::<FileError>(&bytes[..], &mut |_| Ok(()));
    }
}
