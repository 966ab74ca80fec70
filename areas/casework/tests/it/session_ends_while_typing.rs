//! The session ends while a form is half filled: what was typed is kept, for them alone, and offered after sign-in.

use access::Role;
use jiff::SignedDuration;
use store::sessions;
use testing::web::{TestSite, TestUser};

use crate::support::{BEN, PARENT, county, fill, migrations};

/// Stands in for signing in again: the session lives once more.
async fn signs_in_again(site: &TestSite, user: &TestUser) {
    let tx = site.store().begin().await.unwrap();
    assert!(sessions::seen(&tx, &user.session_hash(), site.now()).await.unwrap());
    tx.commit().await.unwrap();
}

testing::each_database! { with migrations();
    async fn a_parents_form_waits_for_them(store: Store) {
        let county = county(store).await;
        let parent = county.site.user(Role::ParentWithResponsibility).await;
        fill(&parent, &PARENT[..1]).await;
        // When the session ends and they send the next page
        county.site.later(SignedDuration::from_mins(25));
        parent.post("/request/child", BEN).await.turns_to("/sign-in?next=%2Frequest%2Fchild");
        // Then whoever is at the device now sees nothing of it
        parent.get("/request").await.ok().says("You were signed out").never_says("Ben");
        parent.get("/request/child").await.turns_to("/sign-in");
        parent.get("/request/check").await.turns_to("/sign-in");
        // And after sign-in all of it is there
        signs_in_again(&county.site, &parent).await;
        parent.get("/request").await.ok().says("You have begun a request");
        let page = parent.get("/request/child").await;
        assert_eq!((page.field("given-name").as_str(), page.field("postcode").as_str()), ("Ben", "NR11 6EX"));
    }

    /// The officer's own first page is not lost either, though a stranger's form has no such page.
    async fn an_officers_form_waits_for_them(store: Store) {
        let county = county(store).await;
        county.site.later(SignedDuration::from_mins(35));
        let arrived = [("channel", "telephone"), ("received-day", "2"), ("received-month", "11"), ("received-year", "2026")];
        county.officer.post("/request/arrived", &arrived).await.turns_to("/sign-in?next=%2Frequest%2Farrived");
        signs_in_again(&county.site, &county.officer).await;
        assert_eq!(county.officer.get("/request/arrived").await.field("received-month"), "11");
    }

    /// So do the words of a decision.
    async fn a_decision_half_written_waits(store: Store) {
        let county = county(store).await;
        let file = county.request().await;
        county.site.later(SignedDuration::from_mins(35));
        let path = format!("/cases/{}/decide", file.id);
        county.officer.post(&path, &[("needs", "yes"), ("needs-why", "She finds reading hard.")]).await.turns_to("/sign-in");
        signs_in_again(&county.site, &county.officer).await;
        assert_eq!(county.officer.get(&path).await.field("needs-why").trim(), "She finds reading hard.");
    }
}
