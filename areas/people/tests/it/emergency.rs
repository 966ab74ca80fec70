//! A record is opened in an emergency, and reviewed.

use access::Role;
use axum::http::StatusCode;
use jiff::SignedDuration;
use testing::{
    each_database,
    web::{TestSite, TestUser},
};

use crate::world::{ada_and_her_officer, migrations, site};

const WHY: [(&str, &str); 2] =
    [("reason", "family-present"), ("words", "The mother is at the counter and the caseworker is away today.")];

async fn open_one(site: &TestSite) -> (record::Person, TestUser, String) {
    let (ada, _) = ada_and_her_officer(site).await;
    let other = site.user(Role::Coordinator).await;
    other.fill_in(&format!("/people/{}/emergency", ada.id), &WHY).await.turns_to(&format!("/people/{}", ada.id));
    let waiting = store::break_glass::unreviewed(site.store().reader()).await.unwrap();
    (ada, other, waiting[0].access.id.to_string())
}

each_database! { with migrations();
    async fn it_opens_for_an_hour_under_a_banner_and_everybody_is_told(store: Store) {
        let site = site(store).await;
        let (manager, auditor) = (site.user(Role::Manager).await, site.user(Role::Auditor).await);
        let (ada, other, id) = open_one(&site).await;
        let page = other.get(&format!("/people/{}", ada.id)).await;
        page.ok().says("Ada Reed").says("You have a record open in an emergency until 23 November 2026 at 11:00");
        other.get("/people").await.ok().says("You have a record open in an emergency");
        let told: Vec<notify::Address> = site.messages().await.into_iter().map(|message| message.to).collect();
        for user in [&manager, &auditor] {
            let account = store::accounts::find(site.store().reader(), user.account.unwrap()).await.unwrap().unwrap();
            assert!(told.contains(&notify::Address::Email(account.email)));
        }
        assert!(site.messages().await.iter().all(|message| !message.body.contains("Ada")));
        assert!(site.audit(ada.id).await.iter().any(|row| row.event.break_glass.as_deref() == Some(id.as_str())));
        site.later(SignedDuration::from_mins(61));
        let other = site.sign_in_again(&other).await;
        other.get(&format!("/people/{}", ada.id)).await.is(StatusCode::FORBIDDEN).never_says("open in an emergency until");
    }

    async fn it_asks_for_a_reason_and_enough_words(store: Store) {
        let site = site(store).await;
        let (ada, _) = ada_and_her_officer(&site).await;
        let other = site.user(Role::Coordinator).await;
        let path = format!("/people/{}/emergency", ada.id);
        other.fill_in(&path, &[("words", "urgent")]).await
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("Select why you need to open this record")
            .says("at least 20 characters");
    }

    async fn it_asks_for_a_fresh_proof_of_who_they_are(store: Store) {
        let site = site(store).await;
        let (ada, _) = ada_and_her_officer(&site).await;
        let other = site.user(Role::Coordinator).await;
        let path = format!("/people/{}/emergency", ada.id);
        let fields = other.get(&path).await.ok().fields();
        site.later(SignedDuration::from_mins(11));
        other.get(&path).await.turns_to("/account/prove?next=%2Fpeople%2F");
        other.post(&path, &fields).await.turns_to("/account/prove?next=%2Fpeople%2F");
        assert!(store::break_glass::unreviewed(site.store().reader()).await.unwrap().is_empty());
    }

    async fn sending_it_twice_opens_one(store: Store) {
        let site = site(store).await;
        let (ada, _) = ada_and_her_officer(&site).await;
        let other = site.user(Role::Coordinator).await;
        let path = format!("/people/{}/emergency", ada.id);
        let mut fields = other.get(&path).await.ok().fields();
        fields.retain(|(name, _)| name != "words");
        fields.extend(WHY.map(|(name, value)| (name.to_owned(), value.to_owned())));
        for _ in 0..2 {
            other.post(&path, &fields).await.turns_to("/people/");
        }
        assert_eq!(store::break_glass::unreviewed(site.store().reader()).await.unwrap().len(), 1);
    }

    async fn whoever_opened_it_can_close_it_and_nobody_else(store: Store) {
        let site = site(store).await;
        let (ada, other, id) = open_one(&site).await;
        let path = format!("/emergency-access/{id}/end");
        site.user(Role::Coordinator).await.post::<&str, &str>(&path, &[]).await.is(StatusCode::NOT_FOUND);
        other.post::<&str, &str>(&path, &[]).await.turns_to("/people");
        other.get(&format!("/people/{}", ada.id)).await.is(StatusCode::FORBIDDEN);
    }

    async fn a_second_person_reviews_it(store: Store) {
        let site = site(store).await;
        let auditor = site.user(Role::Auditor).await;
        let (ada, other, id) = open_one(&site).await;
        other.get(&format!("/people/{}", ada.id)).await.ok();
        let manager = site.user(Role::Manager).await;
        manager.get("/emergency-access").await.ok().says(&ada.id.to_string()).says("25 November 2026");
        let path = format!("/emergency-access/{id}");
        manager.get(&path).await.ok().says("still open").says("Read a child's details").says("The mother is at the counter");
        other.post::<&str, &str>(&format!("{path}/end"), &[]).await;
        let typed = [("verdict", "not-justified"), ("words", "The caseworker was in and could have been asked.")];
        let before = site.messages().await.len();
        manager.fill_in(&path, &typed).await.turns_to("/emergency-access");
        assert_eq!(site.messages().await.len(), before + 1, "the data protection officer is told");
        manager.get("/emergency-access").await.ok().says("No emergency access waits for a review");
        auditor.get(&path).await.ok().says("No good reason").says("could have been asked");
    }

    async fn nobody_reviews_their_own(store: Store) {
        let site = site(store).await;
        let (ada, _) = ada_and_her_officer(&site).await;
        let manager = site.user_in(Role::Manager, site.authority).await;
        // A manager of the authority needs no emergency; one whose authority is not responsible does.
        let elsewhere = site.child("Otto", "Elsewhere", testing::day("2015-01-01")).await;
        let tx = site.store().begin().await.unwrap();
        store::facts::end(&tx, store::facts::Subject::Child(elsewhere.id), "a test", testing::day("2021-01-01")).await.unwrap();
        tx.commit().await.unwrap();
        manager.fill_in(&format!("/people/{}/emergency", elsewhere.id), &WHY).await.turns_to("/people/");
        let id = store::break_glass::unreviewed(site.store().reader()).await.unwrap()[0].access.id;
        let path = format!("/emergency-access/{id}");
        manager.post::<&str, &str>(&format!("{path}/end"), &[]).await;
        manager.get(&path).await.ok().says("Somebody else must review it");
        let typed = [("verdict", "justified"), ("words", "I found that I had every reason for it.")];
        manager.post(&path, &typed).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("You cannot review your own emergency access");
        let _ = ada;
    }
}
