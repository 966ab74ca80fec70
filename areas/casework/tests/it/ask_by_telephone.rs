//! An officer writes down a request that came by telephone, letter or e-mail.

use axum::http::StatusCode;
use testing::day;

use crate::support::{BEN, PARENT, ROBIN, ask, county, fill, migrations, to};

testing::each_database! { with migrations();
    /// The 6 weeks run from the day on which it reached any part of the council.
    async fn the_clock_runs_from_the_day_it_reached_us(store: Store) {
        let county = county(store).await;
        let officer = &county.officer;
        assert_eq!(officer.get("/request").await.link("Start now"), "/request/arrived");
        // The future is refused, at once
        let future = [("channel", "telephone"), ("received-day", "24"), ("received-month", "11"), ("received-year", "2026")];
        officer.post("/request/arrived", &future).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("cannot be in the future");
        // When it came by telephone on 2 November
        let arrived = [("channel", "telephone"), ("received-day", "2"), ("received-month", "11"), ("received-year", "2026")];
        let reference = ask(officer, &[("arrived", &arrived), PARENT[0], ("child", BEN), PARENT[2], ("contact", ROBIN)]).await;
        // Then the dates are those of 2 November
        let file = county.file(&reference).await;
        assert_eq!(file.received_on, Some(day("2026-11-02")));
        assert_eq!(file.decision_due, Some(day("2026-12-14")));
        assert_eq!(file.no_plan_due, Some(day("2027-02-22")));
        assert_eq!(file.final_due, Some(day("2027-03-22")));
        // And the case page says how it came, who asked and how to reach them
        officer.get(&format!("/cases/{}", file.id)).await.ok()
            .says("2 November 2026, by telephone").says("Robin Okafor").says("robin@example.test").says("14 December 2026").says("SI 2014/1530 reg 5(1)");
        // The caller gets the reference in a message, not a link to a page they cannot open
        let messages = county.site.messages().await;
        let message = messages.iter().find(|message| to(message) == "robin@example.test").unwrap();
        assert!(message.body.contains(&reference) && !message.body.contains("/my/"), "{}", message.body);
    }

    /// A date of long ago is a slip, said in the rule's own sentence.
    async fn a_date_of_years_ago_is_taken_for_a_slip(store: Store) {
        let county = county(store).await;
        let arrived = [("channel", "letter"), ("received-day", "2"), ("received-month", "11"), ("received-year", "2023")];
        fill(&county.officer, &[("arrived", &arrived), PARENT[0], ("child", BEN), PARENT[2], ("contact", ROBIN)]).await;
        let check = county.officer.get("/request/check").await;
        county.officer.post("/request/check", &check.ok().fields()).await.says("Check the year");
    }

    /// Two requests in a row are two drafts: the second begins empty.
    async fn the_next_call_begins_with_an_empty_form(store: Store) {
        let county = county(store).await;
        county.request_of("Vale", day("2026-11-02")).await;
        county.officer.get("/request/child").await.ok().never_says("Vale");
    }
}
