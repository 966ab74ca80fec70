//! `wherry clock`: JSON in, JSON out.

use casework_rules::clock::clock_from_json;
use jiff::civil::{Date, date};
use serde_json::{Value, json};

fn run(input: Value) -> Value {
    on_day(&input, None)
}

fn on_day(input: &Value, as_of: Option<Date>) -> Value {
    serde_json::from_str(&clock_from_json(&input.to_string(), as_of).unwrap()).unwrap()
}

fn entry<'a>(output: &'a Value, rule: &str) -> &'a Value {
    output["deadlines"].as_array().unwrap().iter().find(|entry| entry["rule"] == rule).unwrap_or(&Value::Null)
}

fn refusal(input: &str) -> String {
    clock_from_json(input, None).unwrap_err().to_string()
}

#[test]
fn a_plain_request() {
    let output = run(json!({"regime":"cfa-2014","events":[{"on":"2026-03-02","event":"request-received"}]}));
    let decision = entry(&output, "REQ-03");
    assert_eq!(decision["due"], "2026-04-13");
    assert_eq!(decision["target"], "2026-04-13");
    assert_eq!(decision["state"], "running");
    assert_eq!(decision["exception_available"], false);
    assert_eq!(
        decision["working"],
        "2 March 2026 (the request was received) + 6 weeks, not counting the day of receipt"
    );
    assert!(decision["citation"].as_str().unwrap().contains("reg 5(1)"));
    assert!(decision.get("strict_due").is_none());
    assert_eq!(entry(&output, "FIN-01")["due"], "2026-07-20");
    assert_eq!(entry(&output, "REQ-01")["due"], Value::Null);
}

#[test]
fn every_event_the_command_promises_is_read() {
    let names = [
        "request-received",
        "became-responsible",
        "decision-to-assess",
        "advice-requested",
        "head-advice-requested",
        "draft-served",
        "setting-consulted",
        "final-plan-issued",
        "plan-made",
        "review-held",
        "review-meeting",
        "amendment-notice-sent",
        "reassessment-requested",
        "reassessment-agreed",
        "moved-in-aware",
        "plan-transferred",
        "decision-notified",
        "mediation-certificate",
        "mediation-told",
        "mediation-ended",
        "direct-payment-started",
        "born",
    ];
    for name in names {
        let output = run(json!({"events":[{"on":"2026-03-02","event":name}]}));
        let silent = ["mediation-certificate"].contains(&name);
        assert!(
            silent || !output["deadlines"].as_array().unwrap().is_empty() || name == "decision-to-assess",
            "{name}"
        );
    }
    for (kind, rules) in [
        ("assess", vec!["TRO-01", "TRO-02", "TRO-03"]),
        ("make-plan", vec!["TRO-04", "TRO-05"]),
        ("amend", vec!["TRO-07"]),
        ("name-setting", vec!["TRO-08"]),
        ("remit", vec!["TRO-06"]),
        ("continue", vec!["TRO-09", "TRO-10"]),
        ("cease-dismissed", vec!["TRO-09"]),
        ("recommendation", vec!["TRO-11"]),
    ] {
        let output = run(json!({"events":[{"on":"2026-09-01","event":"tribunal-order","kind":kind}]}));
        let found: Vec<&str> =
            output["deadlines"].as_array().unwrap().iter().map(|entry| entry["rule"].as_str().unwrap()).collect();
        assert_eq!(found, rules, "{kind}");
    }
}

#[test]
fn a_late_notice_shows_both_dates() {
    let output = run(json!({"events":[
        {"on":"2026-05-06","event":"review-meeting"}, {"on":"2026-07-08","event":"amendment-notice-sent"}]}));
    assert_eq!(entry(&output, "REV-07")["state"], "met-late");
    assert_eq!(entry(&output, "REV-08")["state"], "met-late");
    assert_eq!(entry(&output, "REV-09")["due"], "2026-09-02");
    assert_eq!(entry(&output, "REV-09")["strict_due"], "2026-07-29");
    assert_eq!(entry(&output, "AMD-01"), &Value::Null);
}

#[test]
fn transfers_of_each_kind() {
    let school = run(json!({"events":[{"on":"2027-09","event":"transfer-due","kind":"school-phase"}]}));
    assert_eq!(entry(&school, "PHT-01")["due"], "2027-02-15");
    assert_eq!(entry(&school, "PHT-01")["strict_due"], "2027-02-14");
    let college = run(json!({"events":[{"on":"2027-09-01","event":"transfer-due","kind":"post-16"}]}));
    assert_eq!(entry(&college, "PHT-02")["strict_due"], "2027-03-30");
    let between = run(json!({"events":[{"on":"2027-01-11","event":"transfer-due","kind":"post-16"}]}));
    assert_eq!(entry(&between, "PHT-03")["due"], "2026-08-11");
}

#[test]
fn one_entry_per_rule_with_other_times_beside_it() {
    let output = run(json!({"as_of":"2026-06-10","events":[
        {"on":"2026-03-02","event":"request-received"},
        {"on":"2026-04-14","event":"advice-requested","source":"health"},
        {"on":"2026-04-20","event":"advice-requested","source":"social-care"},
        {"on":"2026-05-20","event":"advice-received","source":"health"}]}));
    let advice = entry(&output, "ADV-01");
    assert_eq!(advice["due"], "2026-06-01");
    assert_eq!(advice["state"], "missed");
    assert_eq!(advice["also"][0]["due"], "2026-05-26");
    assert_eq!(advice["also"][0]["state"], "met");
}

#[test]
fn a_review_held_alone_is_the_meeting_and_starts_the_next_year() {
    let output = run(json!({"events":[{"on":"2026-05-06","event":"review-held"}]}));
    assert_eq!(entry(&output, "REV-06")["due"], "2026-05-20");
    assert_eq!(entry(&output, "REV-07")["due"], "2026-06-03");
    assert_eq!(entry(&output, "REV-01")["due"], "2027-05-05");
    let moved = run(json!({"events":[
        {"on":"2026-01-20","event":"review-held"}, {"on":"2026-10-05","event":"plan-transferred"}]}));
    assert_eq!(entry(&moved, "MOV-03")["due"], "2027-01-19");
    assert_eq!(entry(&moved, "REV-07"), &Value::Null);
}

#[test]
fn the_day_of_asking_decides_the_state() {
    let input = json!({"events":[{"on":"2026-03-02","event":"request-received"}]});
    let later = on_day(&input, Some(date(2026, 4, 14)));
    assert_eq!(entry(&later, "REQ-03")["state"], "missed");
    let on_the_day = on_day(&input, Some(date(2026, 4, 13)));
    assert_eq!(entry(&on_the_day, "REQ-03")["state"], "running");
}

#[test]
fn bad_input_is_told_by_row() {
    insta::assert_snapshot!(refusal("{"), @"The file is not JSON: line 1, column 1: EOF while parsing an object.");
    insta::assert_snapshot!(refusal("[]"), @"The file must be one JSON object with a list of “events”.");
    insta::assert_snapshot!(refusal(r#"{"regime":"cfa-2030","events":[]}"#), @"The regime “cfa-2030” is not known. This release knows: cfa-2014.");
    insta::assert_snapshot!(refusal(
        r#"{"closures":[{"from":"2026-09-03","reopens":"2026-07-22"}],
            "events":[{"on":"2026-02-30","event":"request-received"},{"on":"2026-03-02","event":"request-recieved"},
                      {"event":"draft-served"},{"on":"2026-03-02","event":"absence"},7,
                      {"on":"2026-03-02","event":"tribunal-order","kind":"dance"},
                      {"on":"2026-03-02","event":"transfer-due"}]}"#
    ), @r#"
    closures row 1: “reopens” (2026-07-22) must be after “from” (2026-09-03).
    events row 1: “on” is "2026-02-30", which is not a date; write it as year-month-day, such as 2026-03-02.
    events row 2: “request-recieved” is not an event this service knows. Did you mean “request-received”?
    events row 3: “on” is missing; it must be a date such as 2026-03-02.
    events row 4: an absence needs “until”, the day of return.
    events row 5: must be an object in braces.
    events row 6: “kind” of tribunal-order is "dance"; it must be one of: assess, make-plan, amend, name-setting, remit, continue, continue-and-amend, cease-dismissed, recommendation.
    events row 7: a transfer needs “kind”: “school-phase”, “post-16” or “between-post-16”.
    "#);
}

#[test]
fn days_that_follow_from_a_last_day_are_given_too() {
    let output = run(json!({
        "closures":[{"from":"2026-07-22","reopens":"2026-09-03"}],
        "events":[{"on":"2026-11-16","event":"request-received"},{"on":"2026-06-08","event":"draft-served"},
                  {"on":"2026-07-20","event":"plan-made"},{"on":"2010-07-03","event":"born"}]}));
    assert_eq!(entry(&output, "REQ-03")["bank_holiday"], "Boxing Day");
    assert_eq!(entry(&output, "REQ-03")["target"], "2026-12-24");
    assert_eq!(entry(&output, "DRF-02")["not_before"], "2026-06-23");
    assert_eq!(entry(&output, "REV-01")["meeting_latest"], "2027-06-21");
    assert_eq!(entry(&output, "YP-01")["young_person_from"], "2026-06-27");
    assert_eq!(output["closures"][0]["window_start"], "2026-07-15");
    assert_eq!(output["closures"][0]["window_end"], "2026-08-27");
    assert_eq!(output["closures"][0]["days"], 43);
}

#[test]
fn events_that_lie_ahead_are_worked_out_too() {
    let input = json!({"events":[{"on":"2027-03-01","event":"request-received"},
        {"on":"2027-04-20","event":"decision-to-assess"}]});
    let planned = on_day(&input, Some(date(2026, 11, 22)));
    assert_eq!(entry(&planned, "REQ-03")["due"], "2027-04-12");
    assert_eq!(entry(&planned, "REQ-03")["state"], "met-late");
    let between = on_day(&input, Some(date(2027, 4, 1)));
    assert_eq!(entry(&between, "REQ-03")["state"], "running");
}

#[test]
fn what_was_known_on_a_day() {
    let mut input = json!({"as_of":"2026-04-20","known_on":"2026-04-20","events":[
        {"on":"2026-03-02","event":"request-received"},
        {"on":"2026-04-10","event":"decision-to-assess","recorded":"2026-04-27"}]});
    assert_eq!(entry(&run(input.clone()), "REQ-03")["state"], "missed");
    input["known_on"] = json!(null);
    assert_eq!(entry(&run(input), "REQ-03")["state"], "met");
}
