//! New addresses, checking them with the family, and keeping them secret.

use axum::http::StatusCode;
use record::{ProtectionReason, RelationshipKind};
use store::people::unchecked;
use testing::{day, each_database, web::MadeLink};

use crate::world::{ada_and_her_officer, address, email, migrations, protect, site};

const NEW: [(&str, &str); 8] = [
    ("line-1", "9 Mill Lane"),
    ("town", "Fenby"),
    ("postal", "NR11 7AB"),
    ("from-day", "1"),
    ("from-month", "11"),
    ("from-year", "2026"),
    ("source", "told-to-officer"),
    ("replaces", "yes"),
];

each_database! { with migrations();
    async fn a_new_one_takes_the_place_of_the_old_and_the_old_contact_is_asked(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        address(&site, ada.id, "1 Fen Row", "2020-01-01").await;
        let mother = site.adult("Mary", "Reed").await;
        site.link(ada.id, mother.id, RelationshipKind::ParentWithResponsibility, MadeLink::Proved).await;
        email(&site, mother.id, "mary@example.test").await;
        officer.fill_in(&format!("/people/{}/addresses/new", ada.id), &NEW).await.turns_to(&format!("/people/{}", ada.id));
        let all = unchecked::addresses(site.store().reader(), ada.id).await.unwrap();
        assert_eq!(all.len(), 2);
        assert_eq!(all[0].period.to, Some(day("2026-10-31")));
        assert_eq!((all[1].lines.as_slice(), all[1].confirmed_on), (&["9 Mill Lane".to_owned()][..], None));
        let sent = site.messages().await;
        assert_eq!(sent.len(), 1);
        assert_eq!(sent[0].to, notify::Address::Email("mary@example.test".into()));
        for word in ["Ada", "Mill", "address", "Reed"] {
            assert!(!sent[0].body.contains(word) && !sent[0].subject.contains(word), "{}", sent[0].body);
        }
    }

    async fn the_family_says_that_it_is_right(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        let home = address(&site, ada.id, "1 Fen Row", "2020-01-01").await;
        let parent = site.parent_of(ada.id).await;
        parent.get(&format!("/people/{}", ada.id)).await.ok().says("Is this address right?");
        parent.post(&format!("/people/{}/addresses/{}/answer", ada.id, home.id), &[("answer", "right")]).await.turns_to("/people/");
        officer.get(&format!("/people/{}", ada.id)).await.ok().says("Confirmed on 23 November 2026");
    }

    async fn the_family_says_that_it_is_wrong_and_the_officer_is_told(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        let home = address(&site, ada.id, "1 Fen Row", "2020-01-01").await;
        let parent = site.parent_of(ada.id).await;
        parent.post(&format!("/people/{}/addresses/{}/answer", ada.id, home.id), &[("answer", "wrong")]).await.turns_to("/people/");
        officer.get(&format!("/people/{}", ada.id)).await.ok().says("Said to be wrong");
        assert_eq!(site.messages().await.len(), 1);
    }

    async fn impossible_dates_are_refused(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        address(&site, ada.id, "1 Fen Row", "2020-01-01").await;
        let path = format!("/people/{}/addresses/new", ada.id);
        for (year, says) in [("2014", "before the date of birth"), ("2028", "within 6 months"), ("2019", "The address before began on 1 January 2020")] {
            let typed: Vec<(&str, &str)> = NEW.iter().map(|(name, value)| (*name, if *name == "from-year" { year } else { *value })).collect();
            officer.fill_in(&path, &typed).await.is(StatusCode::UNPROCESSABLE_ENTITY).says(says);
        }
        let no_source: Vec<(&str, &str)> = NEW.iter().filter(|(name, _)| *name != "source").copied().collect();
        officer.fill_in(&path, &no_source).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("Select who told us");
        assert_eq!(unchecked::addresses(site.store().reader(), ada.id).await.unwrap().len(), 1);
    }

    async fn sending_it_twice_adds_one(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        let path = format!("/people/{}/addresses/new", ada.id);
        let mut fields = officer.get(&path).await.ok().fields();
        fields.retain(|(name, _)| !NEW.iter().any(|(typed, _)| typed == name));
        fields.extend(NEW.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        for _ in 0..2 {
            officer.post(&path, &fields).await.turns_to(&format!("/people/{}", ada.id));
        }
        assert_eq!(unchecked::addresses(site.store().reader(), ada.id).await.unwrap().len(), 1);
    }

    async fn the_second_of_two_sees_the_address_added_meanwhile(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        let path = format!("/people/{}/addresses/new", ada.id);
        let mut fields = officer.get(&path).await.ok().fields();
        fields.retain(|(name, _)| !NEW.iter().any(|(typed, _)| typed == name));
        fields.extend(NEW.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        address(&site, ada.id, "5 Meanwhile Street", "2026-06-01").await;
        let page = officer.post(&path, &fields).await;
        page.is(StatusCode::CONFLICT).says("5 Meanwhile Street").says("Nothing that you typed is lost");
        assert_eq!(page.field("line-1"), "9 Mill Lane");
        officer.post(&path, &page.fields()).await.turns_to(&format!("/people/{}", ada.id));
        assert_eq!(unchecked::addresses(site.store().reader(), ada.id).await.unwrap().len(), 2);
    }

    async fn protecting_and_lifting_need_reasons_and_are_logged(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        let father = site.adult("Frank", "Stone").await;
        site.link(ada.id, father.id, RelationshipKind::ParentWithResponsibility, MadeLink::Proved).await;
        let home = address(&site, ada.id, "1 Canary Row", "2020-01-01").await;
        let path = format!("/people/{}/addresses/{}/protection", ada.id, home.id);
        officer.fill_in(&path, &[("keep", "yes")]).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("Select why it must be kept secret");
        let typed = [("keep", "yes"), ("reason", "domestic-abuse"), ("withhold-from", &father.id.to_string())];
        officer.fill_in(&path, &typed).await.turns_to("/people/");
        let kept = unchecked::addresses(site.store().reader(), ada.id).await.unwrap().remove(0).protected.unwrap();
        assert_eq!((kept.reason, kept.withhold_from.as_slice()), (ProtectionReason::DomesticAbuse, &[father.id][..]));
        officer.fill_in(&path, &[("keep", "no")]).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("Say why it need not be kept secret");
        officer.fill_in(&path, &[("keep", "no"), ("why-lifted", "The order has ended.")]).await.turns_to("/people/");
        assert_eq!(unchecked::addresses(site.store().reader(), ada.id).await.unwrap().remove(0).protected, None);
    }

    async fn a_secret_address_is_followed_by_a_secret_one_and_the_other_parent_is_not_asked(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        let father = site.adult("Frank", "Stone").await;
        site.link(ada.id, father.id, RelationshipKind::ParentWithResponsibility, MadeLink::Proved).await;
        email(&site, father.id, "frank@example.test").await;
        let home = address(&site, ada.id, "1 Canary Row", "2020-01-01").await;
        protect(&site, &home, &[father.id], day("2025-01-01")).await;
        officer.fill_in(&format!("/people/{}/addresses/new", ada.id), &NEW).await.turns_to("/people/");
        let all = unchecked::addresses(site.store().reader(), ada.id).await.unwrap();
        assert!(all[1].is_withheld_from(father.id));
        assert!(site.messages().await.is_empty());
    }
}
