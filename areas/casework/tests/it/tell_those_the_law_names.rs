//! Regulation 4(2): those who must be told that a request is being considered.

use access::Role;

use crate::support::{PARENT, ROBIN, ask, county, migrations, to};

testing::each_database! { with migrations();
    async fn the_setting_is_told_at_once_and_the_others_are_on_the_page(store: Store) {
        // Given a child on the roll of a school with a SENCO
        let county = county(store).await;
        let ada = county.site.child("Ada", "Reed", testing::day("2018-05-05")).await;
        county.site.enrol(ada.id, county.site.setting).await;
        county.site.user(Role::Senco).await;
        let parent = county.site.parent_of(ada.id).await;
        let id = ada.id.to_string();
        let reference = ask(&parent, &[PARENT[0], ("child", &[("known-child", id.as_str())]), PARENT[2], ("contact", ROBIN)]).await;
        // Then the SENCO has a message that says only that a task waits
        let messages = county.site.messages().await;
        let notice = messages.iter().find(|message| to(message).starts_with("senco-")).unwrap();
        assert!(notice.subject.contains("1 task") && !notice.body.contains("Ada"), "{}", notice.body);
        // And the case page says whom to tell besides
        let file = county.file(&reference).await;
        let path = format!("/cases/{}", file.id);
        let page = county.officer.get(&path).await;
        page.ok().says("regulation 4(2)").says("Integrated care board");
        assert_eq!(page.count("form[action$='/notices']"), 2, "the school has been told");
        county.officer.post(&format!("{path}/notices"), &[("recipient", "health")]).await.turns_to(&path);
        let page = county.officer.get(&path).await;
        assert_eq!(page.count("form[action$='/notices']"), 1);
        page.says("23 November 2026");
        // What was said once stays
        county.officer.post(&format!("{path}/notices"), &[("recipient", "health")]).await.turns_to(&path);
        assert_eq!(county.officer.get(&path).await.text().matches("Integrated care board (health) 23 November 2026").count(), 1);
    }

    async fn a_child_of_whom_no_school_is_known_is_left_to_the_officer(store: Store) {
        let county = county(store).await;
        let file = county.request().await;
        assert_eq!(county.officer.get(&format!("/cases/{}", file.id)).await.count("form[action$='/notices']"), 3);
    }

    async fn the_school_hears_when_the_child_is_found_on_record(store: Store) {
        let county = county(store).await;
        let known = county.site.child("Ben", "Okafor", testing::day("2022-02-03")).await;
        county.site.enrol(known.id, county.site.setting).await;
        county.site.user(Role::Senco).await;
        let file = county.request().await;
        assert!(!county.site.messages().await.iter().any(|message| to(message).starts_with("senco-")));
        let candidate = known.id.to_string();
        county.officer.post(&format!("/cases/{}/matches", file.id), &[("candidate", candidate.as_str()), ("answer", "same")]).await.turns_to("/cases/");
        assert!(county.site.messages().await.iter().any(|message| to(message).starts_with("senco-")));
    }
}
