//! An officer decides whether to assess, tells the family, and the family reads it on its tracker.

use axum::http::StatusCode;
use testing::web::TestUser;

use crate::support::{A_NO, BOTH_YES, County, PARENT, ROBIN, ask, county, migrations, to};

/// A parent whose link is proved has asked for their child.
async fn asked(county: &County) -> (TestUser, casework::file::CaseFile) {
    let ada = county.site.child("Ada", "Reed", testing::day("2018-05-05")).await;
    let parent = county.site.parent_of(ada.id).await;
    let id = ada.id.to_string();
    let reference =
        ask(&parent, &[PARENT[0], ("child", &[("known-child", id.as_str())]), PARENT[2], ("contact", ROBIN)]).await;
    let file = county.file(&reference).await;
    (parent, file)
}

testing::each_database! { with migrations();
    async fn both_questions_of_the_law_are_needed(store: Store) {
        let county = county(store).await;
        let (_, file) = asked(&county).await;
        let path = format!("/cases/{}/decide", file.id);
        county.officer.get(&path).await.ok().says("section 36(8)").says("4 January 2027");
        county.officer.fill_in(&path, &[("needs", ""), ("plan", "")]).await
            .is(StatusCode::UNPROCESSABLE_ENTITY).says("Select yes or no: do they have").says("Select yes or no: may provision").says("Say why");
        // A refusal in a word is no reason
        let curt: Vec<_> = A_NO.iter().map(|(name, value)| if *name == "plan-why" { (*name, "No.") } else { (*name, *value) }).collect();
        county.officer.fill_in(&path, &curt).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("in a full sentence");
        // Nothing was decided by all this
        county.officer.get(&format!("/cases/{}/notified", file.id)).await.is(StatusCode::BAD_REQUEST).says("no decision");
    }

    async fn an_agreed_assessment_reaches_the_family(store: Store) {
        let county = county(store).await;
        let (parent, file) = asked(&county).await;
        // When the officer answers both yes, reads it as the family will, and confirms
        let checked = county.officer.fill_in(&format!("/cases/{}/decide", file.id), BOTH_YES).await;
        checked.ok().says("You are about to decide to assess").says("Read it as the family will");
        county.officer.post(&format!("/cases/{}/decide/confirm", file.id), &checked.fields()).await.turns_to(&format!("/cases/{}/notified", file.id));
        // Then the letter is there, and the family has not been told until it is sent
        let letter = county.officer.get(&format!("/cases/{}/notified", file.id)).await;
        letter.ok().says("we will assess").says("15 March 2027").says("12 April 2027").says("Send it now");
        parent.get(&format!("/my/{}", file.id)).await.ok().never_says("Read our letter");
        let before = county.site.messages().await.len();
        county.officer.post(&format!("/cases/{}/notified", file.id), &letter.fields()).await.turns_to("/cases/");
        // And a message is promised that says nothing of the child
        let messages = county.site.messages().await;
        assert_eq!(messages.len(), before + 1);
        let news = messages.last().unwrap();
        assert!(to(news).starts_with("family-"), "to the account that can read it: {}", to(news));
        for secret in ["Ada", "Reed", "assess", "speech"] {
            assert!(!format!("{} {}", news.subject, news.body).contains(secret), "the message says “{secret}”");
        }
        assert!(news.body.contains(&format!("/my/{}", file.id)));
        // And the tracker has the letter, the day it was done, and what comes next
        parent.get(&format!("/my/{}", file.id)).await.ok().says("Read our letter").says("We are finding out what help is needed").says("15 March 2027");
        // Sent twice tells them once
        county.officer.post(&format!("/cases/{}/notified", file.id), &letter.fields()).await;
        assert_eq!(county.site.messages().await.len(), before + 1);
        county.officer.get(&format!("/cases/{}/notified", file.id)).await.ok().says("The family was told on 23 November 2026");
        // The history names the officer and both days
        county.officer.get(&format!("/cases/{}/history", file.id)).await.ok().says("Decided to assess").says("Decision notified").says("Sam coordinator");
    }

    async fn a_refusal_carries_its_reasons_and_rights(store: Store) {
        let county = county(store).await;
        let (parent, file) = asked(&county).await;
        county.decide(&file, A_NO).await;
        let letter = county.officer.get(&format!("/cases/{}/notified", file.id)).await;
        letter.ok().says("we will not assess").says("from its own money").says("First-tier Tribunal").says("mediation adviser").says("25 January 2027");
        county.officer.post(&format!("/cases/{}/notified", file.id), &letter.fields()).await;
        parent.get(&format!("/my/{}", file.id)).await.ok()
            .says("There will be no assessment").says("Appeal to the tribunal").says("from its own money").says("25 January 2027");
    }

    /// Nobody of the family can read it online: an e-mail to a locked door tells nobody anything.
    async fn a_family_without_an_account_is_told_by_post(store: Store) {
        let county = county(store).await;
        let file = county.request().await;
        county.decide(&file, BOTH_YES).await;
        let before = county.site.messages().await.len();
        let letter = county.officer.get(&format!("/cases/{}/notified", file.id)).await;
        letter.ok().says("I have posted it today").never_says("Send it now");
        county.officer.post(&format!("/cases/{}/notified", file.id), &letter.fields()).await.turns_to("/cases/");
        assert_eq!(county.site.messages().await.len(), before);
        county.officer.get(&format!("/cases/{}/notified", file.id)).await.ok().says("The family was told on 23 November 2026");
    }
}
