//! A parent without an account asks for an assessment.

use axum::http::StatusCode;

use crate::support::{BEN, PARENT, ROBIN, ask, county, fill, migrations, reference_on, send, to};

testing::each_database! { with migrations();
    /// Every page in turn; the last one shows the reference and the 6-week date of the rule.
    async fn from_the_first_page_to_the_reference(store: Store) {
        // Given nobody that we know, at the start page
        let county = county(store).await;
        let parent = county.site.anonymous();
        parent.get("/request").await.ok().says("Who can ask").says("within 6 weeks");
        assert_eq!(parent.get("/request").await.link("Start now"), "/request/who");
        for page in ["who", "child", "needs", "contact"] {
            parent.get(&format!("/request/{page}")).await.ok().says("Save and continue");
        }
        // When they answer every question and send it
        fill(&parent, PARENT).await;
        parent.get("/request/check").await.ok()
            .says("Ben Okafor").says("3 February 2022").says("A speech group.").says("robin@example.test").says("Not given");
        let done = send(&parent).await;
        // Then they have a reference and the day by which they must hear
        let file = county.file(&reference_on(&done)).await;
        let six_weeks = calendar::limits::weeks_excl(county.site.today(), 6);
        assert_eq!(file.decision_due, Some(six_weeks));
        done.ok().says(&casework_rules::long_date(six_weeks)).says("Request sent");
        // And a message that holds nothing of the child or the worry
        let messages = county.site.messages().await;
        let message = messages.iter().find(|message| to(message) == "robin@example.test").unwrap();
        let words = format!("{} {}", message.subject, message.body);
        assert!(words.contains(&file.reference), "{words}");
        for secret in ["Ben", "Okafor", "talk", "2022", "/cases/", "/my/"] {
            assert!(!words.contains(secret), "the message says “{secret}”:\n{words}");
        }
        // And the draft is gone
        parent.get("/request").await.ok().says("Start now");
    }

    /// What is wrong is said beside the question; the rest stays as typed.
    async fn what_is_wrong_is_said_beside_the_question(store: Store) {
        let county = county(store).await;
        let parent = county.site.anonymous();
        parent.post("/request/who", &[("who", "")]).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("Select who you are");
        parent.post("/request/who", &[("who", "parent")]).await.turns_to("/request/child");
        // Wrong dates and impossible ages
        for (day, month, year, says) in [
            ("31", "2", "2022", "Date of birth must be a real date"),
            ("", "2", "2022", "Date of birth must include a day"),
            ("1", "1", "22", "must have 4 numbers"),
            ("1", "1", "2027", "in the future"),
            ("1", "1", "1950", "Check the year"),
            ("", "", "", "Enter the date of birth"),
        ] {
            let answers = [("given-name", "Ben"), ("family-name", "Okafor"), ("born-day", day), ("born-month", month), ("born-year", year)];
            let answer = parent.post("/request/child", &answers).await;
            answer.is(StatusCode::UNPROCESSABLE_ENTITY).says(says).says("Error:");
            assert_eq!(answer.field("given-name"), "Ben", "what was right stays");
        }
        let bad_postcode: Vec<_> = BEN.iter().map(|(name, value)| if *name == "postcode" { (*name, "nowhere") } else { (*name, *value) }).collect();
        parent.post("/request/child", &bad_postcode).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        parent.post("/request/child", &[("given-name", ""), ("family-name", "")]).await
            .is(StatusCode::UNPROCESSABLE_ENTITY).says("Enter their first name").says("Enter their last name");
        // Nothing said of the worry, no way to answer
        parent.post("/request/needs", &[("needs", " ")]).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("Say what the worry is");
        parent.post("/request/contact", &[("your-name", "Robin"), ("email", ""), ("phone", ""), ("postal-address", "")]).await
            .is(StatusCode::UNPROCESSABLE_ENTITY).says("so that we can answer you");
        parent.post("/request/contact", &[("your-name", "Robin"), ("email", "robin at home")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        // The first page that is not right comes back from “check your answers”
        parent.get("/request/check").await.is(StatusCode::UNPROCESSABLE_ENTITY);
    }

    /// Somebody over 25 cannot have a plan: the law's own sentence says so, and nothing is made.
    async fn somebody_over_25_is_refused_in_a_sentence(store: Store) {
        let county = county(store).await;
        let parent = county.site.anonymous();
        let born: Vec<_> = BEN.iter().map(|(name, value)| if *name == "born-year" { (*name, "2001") } else { (*name, *value) }).collect();
        fill(&parent, &[PARENT[0], ("child", &born), PARENT[2], PARENT[3]]).await;
        let check = parent.get("/request/check").await;
        let sent = parent.post("/request/check", &check.ok().fields()).await;
        sent.says("turned 25 on 3 February 2026").says("What you typed is kept");
        parent.get("/request/check").await.ok().says("3 February 2001");
        assert_eq!(county.site.messages().await.len(), 0);
    }

    /// Sent twice by a double press: one request.
    async fn sent_twice_makes_one(store: Store) {
        let county = county(store).await;
        let parent = county.site.anonymous();
        fill(&parent, PARENT).await;
        let fields = parent.get("/request/check").await.ok().fields();
        let first = parent.post("/request/check", &fields).await;
        let second = parent.post("/request/check", &fields).await;
        first.turns_to("/request/done/");
        assert_eq!(first.location(), second.location());
        assert_eq!(county.site.messages().await.len(), 1);
        county.manager.get("/cases?whose=all").await.ok().says("Ben Okafor");
        assert_eq!(county.manager.get("/cases?whose=all").await.count("tbody tr"), 1);
    }

    /// Half a form is there again later, on the same device, and can be thrown away.
    async fn half_a_form_is_kept(store: Store) {
        let county = county(store).await;
        let parent = county.site.anonymous();
        fill(&parent, &PARENT[..2]).await;
        county.site.later(jiff::SignedDuration::from_hours(30));
        parent.get("/request").await.ok().says("You have begun a request").says("Go on with it");
        assert_eq!(parent.get("/request/child").await.field("given-name"), "Ben");
        county.site.anonymous().get("/request/child").await.ok().never_says("Okafor");
        parent.post("/request/discard", &[("", "")]).await.turns_to("/request");
        parent.get("/request/child").await.ok().never_says("Okafor");
    }

    /// The page after sending is for whoever sent it.
    async fn the_last_page_is_for_the_sender_alone(store: Store) {
        let county = county(store).await;
        let parent = county.site.anonymous();
        fill(&parent, PARENT).await;
        let fields = parent.get("/request/check").await.fields();
        let done = parent.post("/request/check", &fields).await;
        let path = done.location().unwrap().to_owned();
        parent.get(&path).await.ok();
        county.site.anonymous().get(&path).await.is(StatusCode::NOT_FOUND);
        county.manager.get(&path).await.is(StatusCode::NOT_FOUND);
        // Sending another's form does not show it either.
        let thief = county.site.anonymous();
        fill(&thief, PARENT).await;
        let stolen = thief.post("/request/check", &fields).await;
        assert!(!stolen.status.is_success() && !stolen.status.is_redirection(), "{}", stolen.status);
    }

    /// Whoever asks never learns that the child is on record: the same words, whether or not.
    async fn the_record_is_never_given_away(store: Store) {
        let county = county(store).await;
        let known = county.site.child("Ben", "Okafor", testing::day("2022-02-03")).await;
        let before = county.site.anonymous();
        fill(&before, PARENT).await;
        let check = before.get("/request/check").await;
        check.ok().never_says(&known.id.to_string()).never_says("already");
        let done = send(&before).await;
        done.ok().never_says("already").never_says(&known.id.to_string());
        // A second time, with a request open for the same child
        let again = ask(&county.site.anonymous(), &[PARENT[0], ("child", BEN), PARENT[2], ("contact", ROBIN)]).await;
        let file = county.file(&again).await;
        assert_ne!(file.child, known.id, "nothing is joined by itself");
    }
}
