//! One stored event of each kind, as it stands in event logs. They must stay readable for ever: add, never change.

use std::collections::BTreeSet;

use casework_rules::{Event, EventKind};

const STORED: &[&str] = &[
    r#"{"event":"request-received","on":"2026-03-02","child":"c","born":"2018-05-01","from":"parent","by":"p","channel":"online","needs":"He finds it hard to talk."}"#,
    r#"{"event":"request-received","on":"2026-03-02","child":"c","born":"2018-05-01","from":"setting","channel":"letter"}"#,
    r#"{"event":"became-responsible","on":"2026-03-02","child":"c","born":"2018-05-01","from":"health","by":"o","reason":"Told by the health visitor."}"#,
    r#"{"event":"request-withdrawn","on":"2026-03-20","by":"p"}"#,
    r#"{"event":"officer-allocated","on":"2026-03-03","officer":"o"}"#,
    r#"{"event":"child-identified","on":"2026-03-04","child":"d","born":"2018-05-02","by":"o"}"#,
    r#"{"event":"assessment-agreed","on":"2026-04-09","by":"o","test":{"needs":{"met":true,"why":"Yes."},"plan":{"met":true,"why":"Yes."}}}"#,
    r#"{"event":"assessment-refused","on":"2026-04-09","by":"o","test":{"needs":{"met":true,"why":"Yes."},"plan":{"met":false,"why":"No."}}}"#,
    r#"{"event":"decision-notified","on":"2026-04-10"}"#,
    r#"{"event":"advice-requested","on":"2026-04-14","source":"educational-psychologist","of":"e"}"#,
    r#"{"event":"advice-received","on":"2026-05-20","source":"educational-psychologist"}"#,
    r#"{"event":"exception-recorded","on":"2026-07-28","ground":"school-closed","from":"2026-07-22","until":"2026-09-03","impractical":"The head was away.","by":"o"}"#,
    r#"{"event":"plan-agreed","on":"2026-06-05","by":"o"}"#,
    r#"{"event":"plan-refused","on":"2026-06-05","by":"o","reasons":"The school can do it all."}"#,
    r#"{"event":"no-plan-notified","on":"2026-06-08"}"#,
    r#"{"event":"draft-served","on":"2026-06-08"}"#,
    r#"{"event":"representations-received","on":"2026-06-20"}"#,
    r#"{"event":"setting-consulted","on":"2026-06-09","setting":"s"}"#,
    r#"{"event":"setting-replied","on":"2026-06-19","setting":"s","can_meet":true}"#,
    r#"{"event":"final-plan-issued","on":"2026-07-17","placement":"state-special","setting":"s","need":"asd","second_need":"slcn"}"#,
    r#"{"event":"plan-brought-in","on":"2026-10-05","child":"c","born":"2014-05-01","made":"2024-01-22","last_review":"2026-01-20","moved_in":true,"placement":"mainstream","need":"mld"}"#,
    r#"{"event":"review-meeting-held","on":"2027-05-06"}"#,
    r#"{"event":"review-report-sent","on":"2027-05-18"}"#,
    r#"{"event":"review-decided","on":"2027-05-27","outcome":"amend"}"#,
    r#"{"event":"amendment-notice-sent","on":"2027-05-27"}"#,
    r#"{"event":"amended-plan-issued","on":"2027-07-08","placement":"further-education","need":"semh"}"#,
    r#"{"event":"amendment-dropped","on":"2027-07-08"}"#,
    r#"{"event":"cease-notified","on":"2027-09-06","reason":"needs-met"}"#,
    r#"{"event":"plan-ceased","on":"2027-11-09","reason":"needs-met"}"#,
    r#"{"event":"mediation-contacted","on":"2026-04-20","wanted":false}"#,
    r#"{"event":"mediation-held","on":"2026-05-11","agreed":true}"#,
    r#"{"event":"mediation-certificate","on":"2026-04-22"}"#,
    r#"{"event":"appeal-registered","on":"2026-05-11","about":"refusal-to-assess"}"#,
    r#"{"event":"appeal-ended","on":"2026-09-01","how":"decided","order":"assess"}"#,
];

#[test]
fn events_stored_long_ago_can_still_be_read() {
    let mut kinds = BTreeSet::new();
    for json in STORED {
        let event: Event = serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"));
        assert_eq!(serde_json::to_string(&event).unwrap(), *json);
        assert!(json.contains(&format!("\"event\":\"{}\"", event.kind().tag())));
        kinds.insert(event.kind());
    }
    assert_eq!(kinds.len(), EventKind::ALL.len(), "one of each kind");
}
