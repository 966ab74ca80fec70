//! What the law or the case does not allow is refused in a sentence, not with a fault.

use axum::http::StatusCode;

use crate::support::{A_NO, BOTH_YES, county, in_team, migrations};

testing::each_database! { with migrations();
    async fn a_withdrawn_request_is_not_decided(store: Store) {
        // Given a request that turned out to be the same as another, and was closed
        let county = county(store).await;
        let first = county.request().await;
        let second = county.request().await;
        let candidate = first.child.to_string();
        county.officer.post(&format!("/cases/{}/matches", second.id), &[("candidate", candidate.as_str()), ("answer", "second")]).await.turns_to("/cases/");
        // Then its page offers no decision, and each act says why not
        let page = county.manager.get(&format!("/cases/{}", second.id)).await;
        page.ok().never_says("Decide whether to assess");
        county.manager.get(&format!("/cases/{}/decide", second.id)).await.is(StatusCode::CONFLICT).says("The decision has been made: ");
        let bo = in_team(&county.site, county.team, "Bo Second").await.post.unwrap().to_string();
        county.manager.post(&format!("/cases/{}/allocate", second.id), &[("officer", bo.as_str())]).await
            .is(StatusCode::UNPROCESSABLE_ENTITY).says("You cannot give the case to an officer now");
        county.manager.post(&format!("/cases/{}/notified", second.id), &[("", "")]).await
            .is(StatusCode::BAD_REQUEST).says("You cannot notify the decision whether to assess now");
    }

    async fn nothing_is_told_before_it_is_decided(store: Store) {
        let county = county(store).await;
        let file = county.request().await;
        county.officer.post(&format!("/cases/{}/notified", file.id), &[("", "")]).await
            .is(StatusCode::BAD_REQUEST).says("This case is at: deciding");
    }

    async fn a_decision_is_made_once(store: Store) {
        let county = county(store).await;
        let file = county.request().await;
        county.decide(&file, A_NO).await;
        let mut fields: Vec<_> = BOTH_YES.to_vec();
        fields.push(("seen", "1"));
        county.officer.post(&format!("/cases/{}/decide", file.id), &fields).await.is(StatusCode::CONFLICT).says("Decided not to assess");
    }

    /// Addresses that are no ids, ids of nothing, forms that are no forms.
    async fn nonsense_is_not_found(store: Store) {
        let county = county(store).await;
        for path in ["/cases/nonsense", "/cases/01JD0000000000000000000000", "/my/01JD0000000000000000000000", "/request/nonsense", "/request/done/nonsense", "/request/arrived/more"] {
            county.manager.get(path).await.is(StatusCode::NOT_FOUND);
        }
        let file = county.request().await;
        county.officer.post(&format!("/cases/{}/matches", file.id), &[("candidate", "nonsense"), ("answer", "same")]).await.is(StatusCode::NOT_FOUND);
        county.officer.post(&format!("/cases/{}/notices", file.id), &[("recipient", "everybody")]).await.is(StatusCode::NOT_FOUND);
        county.officer.post("/request/check", &[("submission", "x".repeat(50).as_str())]).await.turns_to("/request");
    }
}
