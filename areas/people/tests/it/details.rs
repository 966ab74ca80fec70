//! Names, languages and numbers are changed; two people do so at once.

use axum::http::StatusCode;
use record::{AccessNeed, Language};
use store::people::unchecked;
use testing::{each_database, web::TestSite};

use crate::world::{ada_and_her_officer, migrations, site};

async fn now(site: &TestSite, id: record::PersonId) -> record::Person {
    unchecked::by_id(site.store().reader(), id).await.unwrap().unwrap()
}

each_database! { with migrations();
    async fn an_officer_changes_them_and_the_log_keeps_both(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        let path = format!("/people/{}/details", ada.id);
        let typed = [
            ("known-as", "Addie"),
            ("first-language", "pl"),
            ("access-needs", "easy-read"),
            ("nhs-number", "999 000 0018"),
        ];
        officer.fill_in(&path, &typed).await.turns_to(&format!("/people/{}", ada.id));
        let person = now(&site, ada.id).await;
        assert_eq!(person.name.known_as.as_deref(), Some("Addie"));
        assert_eq!(person.languages, [Language::Polish]);
        assert_eq!(person.access_needs, [AccessNeed::EasyRead]);
        officer.get(&format!("/people/{}", ada.id)).await.ok().says("version 2").says("Sam coordinator");
        let history = officer.get(&format!("/people/{}/history", ada.id)).await;
        history.ok().says("Changed the details: access needs, numbers, languages, name").says("Added the details");
    }

    async fn what_is_wrong_is_said_and_nothing_is_saved(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        let path = format!("/people/{}/details", ada.id);
        let typed = [("given-name", ""), ("family-name", ""), ("born-year", "2062"), ("nhs-number", "999 000 0019")];
        let page = officer.fill_in(&path, &typed).await;
        page.is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("Enter their name")
            .says("is in the future")
            .says("its last digit does not fit");
        assert_eq!(page.field("nhs-number"), "999 000 0019");
        assert!(page.body.contains("<title>Error:"), "the title says that something is wrong");
        assert_eq!(now(&site, ada.id).await, ada);
    }

    async fn the_second_of_two_sees_both_versions_and_chooses(store: Store) {
        let site = site(store).await;
        let (ada, first) = ada_and_her_officer(&site).await;
        let second = site.user(access::Role::Manager).await;
        let path = format!("/people/{}/details", ada.id);
        let opened: Vec<(String, String)> = second.get(&path).await.ok().fields();
        first.fill_in(&path, &[("known-as", "Addie"), ("family-name", "Reed-Moss")]).await.turns_to("/people/");
        let mut typed = opened;
        for (name, value) in &mut typed {
            match name.as_str() {
                "known-as" => *value = "Ad".to_owned(),
                "given-name" => *value = "Ada Jane".to_owned(),
                _ => {}
            }
        }
        let clash = second.post(&path, &typed).await;
        clash.is(StatusCode::CONFLICT)
            .says("Somebody else changed this first")
            .says("Sam coordinator")
            .says("Addie")
            .says("What you typed: Ad ")
            .says("Ada Jane")
            .says("Reed-Moss");
        assert_eq!(now(&site, ada.id).await.name.to_string(), "Ada (Addie) Reed-Moss", "nothing was overwritten");
        // What only one of the two changed is chosen already; the rest must be chosen.
        let mut kept = clash.fields();
        assert!(kept.contains(&("take-given-name".into(), "mine".into())));
        assert!(kept.contains(&("take-family-name".into(), "now".into())));
        assert!(!kept.iter().any(|(name, _)| name == "take-known-as"));
        kept.push(("take-known-as".into(), "mine".into()));
        second.post(&path, &kept).await.turns_to("/people/");
        assert_eq!(now(&site, ada.id).await.name.to_string(), "Ada Jane (Ad) Reed-Moss");
    }

    async fn saving_the_same_form_twice_changes_nothing_more(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        let path = format!("/people/{}/details", ada.id);
        let mut fields = officer.get(&path).await.fields();
        fields.push(("known-as".into(), String::new()));
        fields.retain(|(name, value)| name != "known-as" || value.is_empty());
        officer.post(&path, &fields).await.turns_to("/people/");
        officer.post(&path, &fields).await.turns_to("/people/");
        officer.get(&format!("/people/{}", ada.id)).await.ok().says("version 1");
    }

    async fn a_session_that_ended_keeps_what_was_typed(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        let path = format!("/people/{}/details", ada.id);
        let mut fields = officer.get(&path).await.ok().fields();
        fields.retain(|(name, _)| name != "known-as");
        fields.push(("known-as".into(), "Addie".into()));
        site.later(jiff::SignedDuration::from_mins(40));
        officer.post(&path, &fields).await.turns_to("/sign-in");
        let back = site.sign_in_again(&officer).await;
        let page = back.get(&path).await;
        page.ok().says("We kept what you typed");
        assert_eq!(page.field("known-as"), "Addie");
        back.post(&path, &page.fields()).await.turns_to("/people/");
        assert_eq!(now(&site, ada.id).await.name.known_as.as_deref(), Some("Addie"));
        back.get(&path).await.ok().never_says("We kept what you typed");
    }
}
