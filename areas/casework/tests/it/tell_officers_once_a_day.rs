//! The daily job: each officer hears once how many cases wait, and nothing more.

use casework::jobs::tell_officers;
use jiff::SignedDuration;
use serde_json::json;
use store::jobs::Job;

use crate::support::{County, county, migrations, to};

async fn run(county: &County, on: &str) -> serde_json::Value {
    let job = Job {
        id: 1,
        fence: 1,
        kind: casework::jobs::TELL_OFFICERS.to_owned(),
        key: on.to_owned(),
        payload: json!({ "on": on }),
        attempt: 1,
    };
    tell_officers(county.site.site.clone(), job).await.unwrap()
}

testing::each_database! { with migrations();
    async fn each_officer_hears_once_how_many_wait(store: Store) {
        let county = county(store).await;
        for family in ["One", "Two"] {
            let file = county.request_of(family, testing::day("2026-09-01")).await;
            let post = county.officer.post.unwrap().to_string();
            county.officer.post(&format!("/cases/{}/allocate", file.id), &[("officer", post.as_str())]).await.turns_to("/cases/");
        }
        let before = county.site.messages().await.len();
        assert_eq!(run(&county, "2026-11-23").await, json!({ "told": 1 }));
        let messages = county.site.messages().await;
        assert_eq!(messages.len(), before + 1);
        let message = messages.last().unwrap();
        assert_eq!(to(message), "ann@broadshire.example.test");
        assert!(message.subject.starts_with("2 tasks are waiting"), "{}", message.subject);
        assert!(!message.body.contains("Ada") && !message.body.contains("EHC-"), "{}", message.body);
        // A job that was left over from yesterday tells nobody.
        county.site.later(SignedDuration::from_hours(24));
        assert_eq!(run(&county, "2026-11-23").await["told"], 0);
        assert_eq!(county.site.messages().await.len(), before + 1);
    }
}
