//! Who looked and who wrote: one row at least for every page that touches a child, in the transaction of the page; one
//! for every refusal.

use access::Role;
use axum::http::StatusCode;
use store::audit::Decision;

use crate::support::{BOTH_YES, County, PARENT, ROBIN, ask, county, migrations};

async fn rows(county: &County, child: record::PersonId) -> usize {
    county.site.audit(child).await.len()
}

testing::each_database! { with migrations();
    async fn every_page_about_a_child_leaves_a_row(store: Store) {
        let county = county(store).await;
        let ada = county.site.child("Ada", "Reed", testing::day("2018-05-05")).await;
        county.site.enrol(ada.id, county.site.setting).await;
        let senco = county.site.user(Role::Senco).await;
        let parent = county.site.parent_of(ada.id).await;
        let id = ada.id.to_string();
        let reference = ask(&parent, &[PARENT[0], ("child", &[("known-child", id.as_str())]), PARENT[2], ("contact", ROBIN)]).await;
        assert!(rows(&county, ada.id).await >= 1, "asking is in the audit");
        let file = county.file(&reference).await;
        let case = format!("/cases/{}", file.id);
        let mut before = rows(&county, ada.id).await;
        for (user, path) in [
            (&parent, "/request/child".to_owned()),
            (&parent, "/my".to_owned()),
            (&parent, format!("/my/{}", file.id)),
            (&senco, "/request/child".to_owned()),
            (&senco, "/setting".to_owned()),
            (&senco, case.clone()),
            (&county.officer, "/cases".to_owned()),
            (&county.officer, case.clone()),
            (&county.officer, format!("{case}/history")),
            (&county.officer, format!("{case}/asker")),
            (&county.officer, format!("{case}/allocate")),
            (&county.officer, format!("{case}/decide")),
        ] {
            user.get(&path).await.ok();
            let now = rows(&county, ada.id).await;
            assert!(now > before, "{path} left no row in the audit");
            before = now;
        }
        county.decide(&file, BOTH_YES).await;
        let now = rows(&county, ada.id).await;
        assert!(now > before, "the decision left no row in the audit");
        county.officer.get(&format!("{case}/notified")).await.ok();
        assert!(rows(&county, ada.id).await > now);
        // Every row names a role and a relationship that let them
        for row in county.site.audit(ada.id).await {
            assert_eq!(row.event.decision, Decision::Permitted);
            assert!(!row.event.role.is_empty() && !row.event.relationship.is_empty(), "{row:?}");
        }
        // And the chain is whole
        let verified = store::audit::verify(county.site.store().reader(), &store::no_progress).await.unwrap();
        assert!(matches!(verified, store::audit::Verified::Whole(_)), "{verified:?}");
    }

    async fn a_refusal_leaves_a_row_too(store: Store) {
        let county = county(store).await;
        let file = county.request().await;
        let stranger = county.site.user(Role::Senco).await;
        let path = format!("/cases/{}", file.id);
        stranger.get(&path).await.is(StatusCode::NOT_FOUND);
        stranger.post(&format!("{path}/decide"), BOTH_YES).await.is(StatusCode::NOT_FOUND);
        let refused: Vec<_> = county.site.audit(file.child).await.into_iter()
            .filter(|row| row.event.decision == Decision::Refused).collect();
        assert_eq!(refused.len(), 2);
        assert!(refused.iter().all(|row| row.event.account == stranger.account.unwrap().to_string()));
    }

    /// A request that is refused by the law was looked into all the same.
    async fn a_refused_request_is_written_down(store: Store) {
        let county = county(store).await;
        let ada = county.site.child("Ada", "Reed", testing::day("2018-05-05")).await;
        let parent = county.site.parent_of(ada.id).await;
        let id = ada.id.to_string();
        let pages = [PARENT[0], ("child", &[("known-child", id.as_str())][..]), PARENT[2], ("contact", ROBIN)];
        ask(&parent, &pages).await;
        crate::support::fill(&parent, &pages).await;
        let fields = parent.get("/request/check").await.ok().fields();
        let before = rows(&county, ada.id).await;
        parent.post("/request/check", &fields).await.says("already an open request");
        let asked = county.site.audit(ada.id).await;
        assert!(asked.len() > before && asked.iter().any(|row| row.event.action == "request-assessment"));
    }

    /// If the audit cannot be written, nothing is read.
    async fn without_an_audit_there_is_no_page(store: Store) {
        let county = county(store).await;
        let file = county.request().await;
        let tx = county.site.store().begin().await.unwrap();
        store::Sql::new("ALTER TABLE audit RENAME TO audit_elsewhere").execute(&tx).await.unwrap();
        tx.commit().await.unwrap();
        for path in [format!("/cases/{}", file.id), "/cases".to_owned()] {
            let answer = county.officer.get(&path).await;
            assert!(answer.status.is_server_error(), "{path} answered {}", answer.status);
            answer.never_says("Okafor");
        }
    }
}
