//! The worked examples of when rights pass (T18, T19), read from the public data where it is there.

use jiff::civil::Date;
use std::path::PathBuf;

#[test]
#[expect(clippy::disallowed_methods, reason = "a test is told where the public data is")]
fn rights_pass_on_the_days_of_the_worked_examples() {
    let root = std::env::var("WHERRY_PUBLIC_DATA")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/data").to_owned());
    let file = PathBuf::from(root).join("law/clock_test_vectors.json");
    let Ok(text) = std::fs::read_to_string(&file) else {
        println!("left out: {} is not there", file.display());
        return;
    };
    let whole: serde_json::Value = serde_json::from_str(&text).unwrap();
    let all = whole.as_array().unwrap();
    let mut seen = 0;
    for vector in all.iter().filter(|vector| matches!(vector["id"].as_str(), Some("T18" | "T19"))) {
        let date = |value: &serde_json::Value| value.as_str().map(|text| text.parse::<Date>().unwrap());
        let born = date(&vector["input"]["dob"]).unwrap();
        assert_eq!(
            Some(record::rights::compulsory_school_age_ends(born)),
            date(&vector["expect"]["compulsory_school_age_ends"])
        );
        if let Some(from) = date(&vector["expect"]["young_person_from"]) {
            assert_eq!(record::rights::young_person_from(born), from);
        }
        seen += 1;
    }
    assert_eq!(seen, 2);
}
