//! A SENCO asks for a child on their roll.

use access::Role;
use axum::http::StatusCode;

use crate::support::{BEN, PARENT, ask, county, migrations};

testing::each_database! { with migrations();
    async fn the_senco_chooses_from_the_roll(store: Store) {
        // Given a SENCO with two children on roll, and one child elsewhere
        let county = county(store).await;
        let (ada, cai) = (
            county.site.child("Ada", "Reed", testing::day("2018-05-05")).await,
            county.site.child("Cai", "Price", testing::day("2016-01-09")).await,
        );
        let elsewhere = county.site.child("Zoe", "Else", testing::day("2018-05-05")).await;
        county.site.enrol(ada.id, county.site.setting).await;
        county.site.enrol(cai.id, county.site.setting).await;
        let senco = county.site.user(Role::Senco).await;
        // When they open the form, it asks neither who they are nor where the child goes
        senco.get("/request/who").await.is(StatusCode::NOT_FOUND);
        assert_eq!(senco.get("/request").await.link("Start now"), "/request/child");
        senco.get("/request/child").await.ok().says("Ada Reed").says("Cai Price").never_says("Zoe Else").never_says("setting-name");
        // Each name that was shown is in the audit
        for child in [ada.id, cai.id] {
            assert!(county.site.audit(child).await.iter().any(|row| row.event.fields_class == "list"), "no row for {child}");
        }
        assert!(county.site.audit(elsewhere.id).await.is_empty());
        let id = ada.id.to_string();
        let contact = [("your-name", "Sam Senco"), ("email", "senco@example.test")];
        let reference = ask(&senco, &[("child", &[("known-child", id.as_str())]), PARENT[2], ("contact", &contact)]).await;
        // Then the request is the setting's, in its list, and its own page shows no more than a setting may see
        let file = county.file(&reference).await;
        assert_eq!(file.requester, Some(casework_rules::Requester::Setting));
        senco.get("/setting").await.ok().says("Ada Reed").says(&reference);
        senco.get("/cases").await.turns_to("/setting");
        let page = senco.get(&format!("/cases/{}", file.id)).await;
        page.ok().says("He does not talk yet").never_says("senco@example.test").never_says("Decide whether to assess").never_says("Who can follow it");
        senco.get(&format!("/cases/{}/history", file.id)).await.turns_to(&format!("/cases/{}", file.id));
        // Another child is entered by name, and the setting's name is kept with the request
        let by_name = ask(&senco, &[("child", BEN), PARENT[2], ("contact", &contact)]).await;
        county.manager.get(&format!("/cases/{}", county.file(&by_name).await.id)).await.ok().says("Marsh Lane Primary School");
    }

    /// A list longer than a page goes on by key.
    async fn a_long_roll_has_pages(store: Store) {
        let county = county(store).await;
        let senco = county.site.user(Role::Senco).await;
        for number in 0..52 {
            let file = county.request_of(&format!("Child{number}"), testing::day("2026-11-02")).await;
            county.site.enrol(file.child, county.site.setting).await;
        }
        let first = senco.get("/setting?list=requests").await;
        assert_eq!(first.ok().count("tbody tr"), 50);
        let second = senco.get(&first.link("Next 50")).await;
        assert_eq!(second.ok().count("tbody tr"), 2);
    }
}
