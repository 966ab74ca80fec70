//! A request may be about somebody on record: offered with reasons, joined by an officer alone.

use access::{Fact, Role};
use axum::http::StatusCode;
use record::RelationshipKind;
use testing::web::MadeLink;

use crate::support::{BEN, PARENT, ROBIN, ask, county, migrations};

testing::each_database! { with migrations();
    async fn the_same_child_moves_the_case_and_the_family_with_it(store: Store) {
        // Given a child on record, and their parent who types the name anew
        let county = county(store).await;
        let known = county.site.child("Ben", "Okafor", testing::day("2022-02-03")).await;
        let robin = county.site.adult("Robin", "Okafor").await;
        county.site.link(known.id, robin.id, RelationshipKind::ParentWithResponsibility, MadeLink::Proved).await;
        let parent = county.site.as_person(&robin).await;
        let typed: Vec<_> = [("known-child", "another")].into_iter().chain(BEN.iter().copied()).collect();
        let reference = ask(&parent, &[PARENT[0], ("child", &typed), PARENT[2], ("contact", ROBIN)]).await;
        let file = county.file(&reference).await;
        assert_ne!(file.child, known.id);
        // When an officer looks, the match is offered with its reasons
        let page = county.officer.get(&format!("/cases/{}", file.id)).await;
        page.ok().says("Is this child on record already?").says("They were born on the same day").says("The family name is the same");
        assert!(county.site.audit(known.id).await.iter().any(|row| row.event.action == "search-people"), "the name shown is in the audit");
        // And says that it is the same
        let candidate = known.id.to_string();
        county.officer.post(&format!("/cases/{}/matches", file.id), &[("candidate", candidate.as_str()), ("answer", "same")]).await.turns_to("/cases/");
        // Then the case is about the record that was there, and the family sees it
        assert_eq!(county.file(&reference).await.child, known.id);
        parent.get("/my").await.ok().says("Ben Okafor").says("We are deciding");
        parent.get(&format!("/my/{}", file.id)).await.ok().says(&reference);
        county.officer.get(&format!("/cases/{}", file.id)).await.ok().never_says("on record already?");
        county.officer.get(&format!("/cases/{}/history", file.id)).await.ok().says("Child identified");
    }

    async fn a_proved_link_goes_along(store: Store) {
        // Given a parent whose link to the new record was proved before anybody saw the match
        let county = county(store).await;
        let known = county.site.child("Ben", "Okafor", testing::day("2022-02-03")).await;
        let parent = county.site.user(Role::ParentWithResponsibility).await;
        let reference = ask(&parent, &[PARENT[0], ("child", BEN), PARENT[2], ("contact", ROBIN)]).await;
        let file = county.file(&reference).await;
        let asker = format!("/cases/{}/asker", file.id);
        let form = county.officer.get(&asker).await;
        form.ok().says("Link not proved");
        let link = form.field("link");
        county.officer.post(&format!("{asker}/confirm"), &[("link", link.as_str()), ("proof", "document-seen")]).await.turns_to(&asker);
        parent.get(&format!("/my/{}", file.id)).await.ok();
        let candidate = known.id.to_string();
        county.officer.post(&format!("/cases/{}/matches", file.id), &[("candidate", candidate.as_str()), ("answer", "same")]).await.turns_to("/cases/");
        parent.get(&format!("/my/{}", file.id)).await.ok().says("Ben Okafor");
    }

    async fn a_different_child_is_remembered(store: Store) {
        let county = county(store).await;
        let known = county.site.child("Ben", "Okafor", testing::day("2022-02-03")).await;
        let file = county.request().await;
        let candidate = known.id.to_string();
        let path = format!("/cases/{}/matches", file.id);
        county.officer.post(&path, &[("candidate", candidate.as_str()), ("answer", "different")]).await.turns_to("/cases/");
        county.officer.get(&format!("/cases/{}", file.id)).await.ok().never_says("on record already?");
        assert_ne!(county.file_of(file.id).await.child, known.id);
        // Said once; somebody who was never offered cannot be joined by typing an id
        county.officer.post(&path, &[("candidate", candidate.as_str()), ("answer", "same")]).await.is(StatusCode::NOT_FOUND);
        let stranger = county.site.child("Zoe", "Else", testing::day("2010-05-05")).await.id.to_string();
        county.officer.post(&path, &[("candidate", stranger.as_str()), ("answer", "same")]).await.is(StatusCode::NOT_FOUND);
    }

    async fn a_child_with_an_open_request_is_not_joined_blindly(store: Store) {
        let county = county(store).await;
        let first = county.request().await;
        let second = county.request().await;
        let candidate = first.child.to_string();
        let path = format!("/cases/{}/matches", second.id);
        let answer = county.officer.post(&path, &[("candidate", candidate.as_str()), ("answer", "same")]).await;
        answer.is(StatusCode::CONFLICT).says("This child has a case already").says(&first.reference);
        assert_eq!(county.file_of(second.id).await.child, second.child, "nothing was changed");
        county.officer.post(&path, &[("candidate", candidate.as_str()), ("answer", "second")]).await.turns_to("/cases/");
        let closed = county.file_of(second.id).await;
        assert_eq!((closed.child, closed.stage.name()), (first.child, casework_rules::StageKind::Withdrawn.name()));
        assert_eq!(county.file_of(first.id).await.decision_due, first.decision_due, "the first goes on with its own dates");
    }

    async fn locked_records_are_not_offered_and_settings_see_no_match(store: Store) {
        let county = county(store).await;
        let known = county.site.child("Ben", "Okafor", testing::day("2022-02-03")).await;
        county.site.fact(known.id, &Fact::Locked).await;
        let file = county.request().await;
        county.officer.get(&format!("/cases/{}", file.id)).await.ok().never_says("on record already?");
        let other = county.site.child("Ben", "Okafor", testing::day("2022-02-03")).await;
        let file = county.request().await;
        county.officer.get(&format!("/cases/{}", file.id)).await.ok().says("on record already?");
        county.site.enrol(file.child, county.site.setting).await;
        let senco = county.site.user(Role::Senco).await;
        senco.get(&format!("/cases/{}", file.id)).await.ok().never_says("on record already?").never_says(&other.id.to_string());
        let candidate = other.id.to_string();
        senco.post(&format!("/cases/{}/matches", file.id), &[("candidate", candidate.as_str()), ("answer", "same")]).await.is(StatusCode::NOT_FOUND);
    }
}
