//! A parent with an account asks for a child whom they are known to have, and follows the request.

use access::Role;
use axum::http::StatusCode;

use crate::support::{BEN, PARENT, ROBIN, ask, county, fill, migrations};

testing::each_database! { with migrations();
    async fn a_known_child_and_the_tracker(store: Store) {
        // Given a parent whose link to the child is proved
        let county = county(store).await;
        let ada = county.site.child("Ada", "Reed", testing::day("2018-05-05")).await;
        let other = county.site.child("Zoe", "Else", testing::day("2018-05-05")).await;
        let parent = county.site.parent_of(ada.id).await;
        let id = ada.id.to_string();
        parent.get("/request/child").await.ok().says("Ada Reed").never_says("Zoe Else");
        assert_eq!(parent.get("/request/contact").await.field("your-name"), "Robin Reed", "what we know is not asked again");
        // When they choose the child and ask
        let pages = [PARENT[0], ("child", &[("known-child", id.as_str())][..]), PARENT[2], ("contact", ROBIN)];
        let reference = ask(&parent, &pages).await;
        // Then the tracker answers the four questions
        let file = county.file(&reference).await;
        assert_eq!(file.child, ada.id);
        let list = parent.get("/my").await;
        list.ok().says("Ada Reed").says("We are deciding");
        let tracker = parent.get(&format!("/my/{}", file.id)).await;
        tracker.ok()
            .says("Where is it?").says("Who has it?").says("What happens next?").says("By when?").says("What you can do")
            .says("4 January 2027").says(&reference).says("Ada Reed");
        // And the list that officers read leads a parent to their own page
        parent.get(&format!("/cases/{}", file.id)).await.turns_to(&format!("/my/{}", file.id));
        parent.get(&format!("/cases/{}/history", file.id)).await.turns_to(&format!("/my/{}", file.id));
        parent.get("/cases").await.turns_to("/my");
        // And a second request for the same child is refused in a sentence, with what was typed kept
        fill(&parent, &pages).await;
        let check = parent.get("/request/check").await;
        parent.post("/request/check", &check.ok().fields()).await.says("There is already an open request for this child, received on 23 November 2026");
        assert_eq!(parent.get("/my").await.count(".govuk-summary-card"), 1);
        // A child who is not theirs cannot be chosen by typing their id
        let theft = other.id.to_string();
        parent.post("/request/child", &[("known-child", theft.as_str())]).await.is(StatusCode::UNPROCESSABLE_ENTITY).never_says("Zoe Else");
    }

    /// A parent who names a child has a link that nobody has proved. They are told that we have it, and see no record.
    async fn a_child_they_name_waits_for_proof(store: Store) {
        let county = county(store).await;
        let parent = county.site.user(Role::ParentWithResponsibility).await;
        let reference = ask(&parent, &[PARENT[0], ("child", BEN), PARENT[2], ("contact", ROBIN)]).await;
        let file = county.file(&reference).await;
        parent.get("/my").await.ok().says(&reference).says("We must check who you are").never_says("Ben");
        parent.get(&format!("/my/{}", file.id)).await.is(StatusCode::NOT_FOUND);
        county.site.parent_of(county.site.child("Ada", "Reed", testing::day("2018-05-05")).await.id).await
            .get("/my").await.ok().never_says(&reference);
    }

    /// Other parents' requests and details are nobody's business.
    async fn the_other_parent_sees_the_request_but_not_how_to_reach_who_asked(store: Store) {
        let county = county(store).await;
        let ada = county.site.child("Ada", "Reed", testing::day("2018-05-05")).await;
        let (one, other) = (county.site.parent_of(ada.id).await, county.site.parent_of(ada.id).await);
        let id = ada.id.to_string();
        let reference = ask(&one, &[PARENT[0], ("child", &[("known-child", id.as_str())][..]), PARENT[2], ("contact", ROBIN)]).await;
        let file = county.file(&reference).await;
        other.get(&format!("/my/{}", file.id)).await.ok().says(&reference).never_says("robin@example.test");
        other.get("/my").await.ok().says("Ada Reed").never_says("robin@example.test");
    }
}
