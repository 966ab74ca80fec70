//! The table of bank holidays, and what lies outside it.

use std::path::PathBuf;

use calendar::bank_holidays::{Holiday, all, holiday_on};
use calendar::{Calendar, Certainty};
use jiff::civil::{Date, date};

#[test]
fn days_that_people_remember() {
    assert_eq!(holiday_on(date(2022, 9, 19)), Some(Holiday::Proclaimed));
    assert_eq!(holiday_on(date(2020, 5, 8)), Some(Holiday::EarlyMay), "moved for Victory in Europe Day");
    assert_eq!(holiday_on(date(2022, 6, 2)), Some(Holiday::Spring), "moved for the Platinum Jubilee");
    assert_eq!(holiday_on(date(2026, 12, 28)).map(Holiday::name), Some("Boxing Day"));
    assert_eq!(holiday_on(date(2026, 12, 26)), None, "a Saturday: the Monday is taken instead");
}

#[test]
fn dates_outside_the_table_are_provisional_never_silently_working_days() {
    let calendar = Calendar::england();
    assert_eq!(calendar.certainty(date(2028, 12, 29)), Certainty::Published);
    assert_eq!(calendar.certainty(date(2029, 1, 1)), Certainty::Provisional);
    assert_eq!(calendar.certainty(date(2011, 12, 30)), Certainty::Provisional);
    assert!(calendar.is_working_day(date(2029, 1, 1)), "its holidays are not known yet: hence provisional");
}

/// The public list says the same, if it is there.
#[test]
#[expect(clippy::disallowed_methods, reason = "tests find the public data by a setting")]
fn the_public_list_is_the_same() {
    let root = std::env::var("WHERRY_PUBLIC_DATA")
        .map_or_else(|_| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"), PathBuf::from);
    let file = root.join("law/bank-holidays.json");
    let Ok(text) = std::fs::read_to_string(&file) else {
        println!("left out: {} is not there (set WHERRY_PUBLIC_DATA to the folder of public data)", file.display());
        return;
    };
    let list: serde_json::Value = serde_json::from_str(&text).unwrap();
    let mut published: Vec<Date> = list["england-and-wales"]["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| event["date"].as_str().unwrap().parse().unwrap())
        .collect();
    published.sort();
    let ours: Vec<Date> = all().map(|(day, _)| day).collect();
    assert_eq!(ours, published);
    assert_eq!(ours.len(), 140);
}
