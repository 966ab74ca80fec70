//! Records that may be of one person.

use access::Role;
use axum::http::StatusCode;
use testing::{day, each_database};

use crate::world::{ada_and_her_officer, migrations, site};

each_database! { with migrations();
    async fn they_are_shown_side_by_side_with_reasons_and_judged(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        let twice = site.child("Adah", "Reed", day("2015-05-05")).await;
        let path = format!("/people/{}/matches", ada.id);
        let page = officer.get(&path).await;
        page.ok().says("Adah Reed").says("They were born on the same day").says("The given names sound alike: Ada and Adah");
        assert_eq!(site.audit(twice.id).await.len(), 1, "the other record was shown");
        let other = twice.id.to_string();
        officer.post(&path, &[("other", other.as_str())]).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("Select one person or two");
        let typed = [("other", other.as_str()), ("answer", "same"), ("why", "The school has one pupil of this name.")];
        officer.post(&path, &typed).await.turns_to(&path);
        officer.get(&path).await.ok().says("one person with two records").says("The school has one pupil");
        let record = officer.get(&format!("/people/{}", ada.id)).await;
        record.ok().says("This person is also on record as").says(&other);
        for id in [ada.id, twice.id] {
            assert!(store::people::unchecked::by_id::<record::Person>(site.store().reader(), id).await.unwrap().is_some(), "nothing is merged");
        }
    }

    async fn two_people_are_not_offered_again(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        let twin = site.child("Ada Jane", "Reed", day("2015-05-05")).await;
        let path = format!("/people/{}/matches", ada.id);
        let other = twin.id.to_string();
        let typed = [("other", other.as_str()), ("answer", "different"), ("why", "They are cousins of one name.")];
        officer.post(&path, &typed).await.turns_to(&path);
        officer.get(&path).await.ok().says("every one has been judged").says("two people");
        officer.get(&format!("/people/{}", ada.id)).await.ok().never_says("also on record as");
    }

    async fn a_change_that_makes_two_alike_leads_to_them(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        site.child("Ben", "Quill", day("2015-05-05")).await;
        let typed = [("given-name", "Ben"), ("family-name", "Quill")];
        officer.fill_in(&format!("/people/{}/details", ada.id), &typed).await.turns_to(&format!("/people/{}/matches", ada.id));
    }

    async fn a_locked_record_is_not_offered(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        let locked = site.child("Adah", "Reed", day("2015-05-05")).await;
        site.fact(locked.id, &access::Fact::Locked).await;
        officer.get(&format!("/people/{}/matches", ada.id)).await.ok().never_says("Adah");
        let _ = Role::Manager;
    }
}
