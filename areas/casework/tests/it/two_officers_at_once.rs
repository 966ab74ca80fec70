//! Two officers decide on the same case: the second sees both versions, and nothing is lost.

use axum::http::StatusCode;

use crate::support::{A_NO, BOTH_YES, county, in_team, migrations};

testing::each_database! { with migrations();
    async fn the_second_sees_both_versions(store: Store) {
        // Given two officers who both read what they are about to decide
        let county = county(store).await;
        let file = county.request().await;
        let second = in_team(&county.site, county.team, "Bo Second").await;
        let path = format!("/cases/{}/decide", file.id);
        let (yes, no) = (county.officer.fill_in(&path, BOTH_YES).await, second.fill_in(&path, A_NO).await);
        let confirm = format!("{path}/confirm");
        // When the first confirms, then the second
        county.officer.post(&confirm, &yes.ok().fields()).await.turns_to("/cases/");
        let answer = second.post(&confirm, &no.ok().fields()).await;
        // Then the second is told, with what happened and what they typed side by side
        answer.is(StatusCode::CONFLICT)
            .says("Somebody else changed this case first").says("Decided to assess").says("for two terms")
            .says("What you typed").says("from its own money").says("The decision has been made");
        // And only one decision was made
        let history = county.manager.get(&format!("/cases/{}/history", file.id)).await;
        assert_eq!(history.ok().text().matches("Decided").count(), 1);
        // And the second's words are still there
        second.get(&path).await.is(StatusCode::CONFLICT).says("from its own money");
    }

    /// Something small happened meanwhile: the decision is still open, and their words go on.
    async fn what_happened_meanwhile_is_shown_and_the_words_go_on(store: Store) {
        let county = county(store).await;
        let file = county.request().await;
        let second = in_team(&county.site, county.team, "Bo Second").await;
        let path = format!("/cases/{}/decide", file.id);
        let mine = second.fill_in(&path, BOTH_YES).await;
        let post = county.officer.post.unwrap().to_string();
        county.officer.post(&format!("/cases/{}/allocate", file.id), &[("officer", post.as_str())]).await.turns_to("/cases/");
        let answer = second.post(&format!("{path}/confirm"), &mine.ok().fields()).await;
        answer.is(StatusCode::CONFLICT).says("Officer allocated").says("The decision is still open");
        // Their words are there when they go on, and the decision goes through
        let again = second.get(&answer.link("Go on with my version")).await;
        assert!(again.ok().field("plan-why").contains("for two terms"));
        let checked = second.post(&path, &again.fields()).await;
        second.post(&format!("{path}/confirm"), &checked.ok().fields()).await.turns_to("/cases/");
    }

    /// The same moment, not one after the other: the log itself refuses the second.
    async fn in_the_same_moment_one_wins(store: Store) {
        let county = county(store).await;
        let file = county.request().await;
        let second = in_team(&county.site, county.team, "Bo Second").await;
        let path = format!("/cases/{}/decide", file.id);
        let (yes, no) = (county.officer.fill_in(&path, BOTH_YES).await.fields(), second.fill_in(&path, A_NO).await.fields());
        let confirm = format!("{path}/confirm");
        let (first, other) = tokio::join!(county.officer.post(&confirm, &yes), second.post(&confirm, &no));
        let mut statuses = [first.status, other.status];
        statuses.sort_by_key(|status| status.as_u16());
        assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::CONFLICT]);
        let history = county.manager.get(&format!("/cases/{}/history", file.id)).await;
        assert_eq!(history.ok().text().matches("Decided").count(), 1);
    }
}
