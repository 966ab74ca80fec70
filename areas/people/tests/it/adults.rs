//! Adults are linked, proved, kept away, and reached.

use axum::http::StatusCode;
use record::{ContactWay, EvidenceKind, Party, RelationshipKind};
use store::people::unchecked;
use testing::{
    each_database,
    web::{MadeLink, TestSite},
};

use crate::world::{ada_and_her_officer, email, migrations, site};

const ROBIN: [(&str, &str); 10] = [
    ("given-name", "Robin"),
    ("family-name", "Quill"),
    ("born-day", "4"),
    ("born-month", "3"),
    ("born-year", "1985"),
    ("way", "robin@example.test"),
    ("kind", "parent-with-responsibility"),
    ("from-day", "5"),
    ("from-month", "5"),
    ("from-year", "2015"),
];

async fn links(site: &TestSite, child: record::PersonId) -> Vec<record::Relationship> {
    unchecked::relationships_of_child(site.store().reader(), child).await.unwrap()
}

each_database! { with migrations();
    async fn a_new_adult_is_linked_unproved_and_sees_nothing_until_proved(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        officer.fill_in(&format!("/people/{}/adults/new", ada.id), &ROBIN).await.turns_to(&format!("/people/{}/adults/", ada.id));
        let link = links(&site, ada.id).await.remove(0);
        let Party::Person(robin) = link.party else { panic!("a person") };
        let robin = unchecked::by_id(site.store().reader(), robin).await.unwrap().unwrap();
        let parent = site.as_person(&robin).await;
        parent.get(&format!("/people/{}", ada.id)).await.is(StatusCode::NOT_FOUND);
        let prove = format!("/people/{}/adults/{}/prove", ada.id, link.id);
        officer.fill_in(&prove, &[("how", "")]).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("Select how it is proved");
        let typed = [("how", "document-seen"), ("on-day", "20"), ("on-month", "11"), ("on-year", "2026")];
        officer.fill_in(&prove, &typed).await.turns_to("/people/");
        let proof = links(&site, ada.id).await.remove(0).verified.unwrap();
        assert_eq!((proof.how, proof.by), (EvidenceKind::DocumentSeen, officer.account));
        parent.get(&format!("/people/{}", ada.id)).await.ok().says("Ada Reed");
    }

    async fn somebody_on_record_is_offered_and_never_doubled_unasked(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        let robin = site.adult("Robin", "Quill").await;
        let path = format!("/people/{}/adults/new", ada.id);
        let page = officer.fill_in(&path, &ROBIN).await;
        page.ok().says("Is this adult on record already?").says("They were born on the same day");
        assert!(links(&site, ada.id).await.is_empty());
        let mut fields = page.fields();
        fields.push(("match".into(), robin.id.to_string()));
        officer.post(&path, &fields).await.turns_to("/people/");
        assert_eq!(links(&site, ada.id).await[0].party, Party::Person(robin.id));
    }

    async fn a_parent_younger_than_the_child_is_refused(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        let typed: Vec<(&str, &str)> = ROBIN.iter().map(|(name, value)| (*name, if *name == "born-year" { "2010" } else { *value })).collect();
        officer.fill_in(&format!("/people/{}/adults/new", ada.id), &typed).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("cannot have a child born on");
    }

    async fn an_ended_link_lets_nobody_in(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        let parent = site.parent_of(ada.id).await;
        let link = links(&site, ada.id).await.remove(0);
        parent.get(&format!("/people/{}", ada.id)).await.ok();
        let typed = [("last-day", "22"), ("last-month", "11"), ("last-year", "2026")];
        officer.fill_in(&format!("/people/{}/adults/{}/end", ada.id, link.id), &typed).await.turns_to("/people/");
        parent.get(&format!("/people/{}", ada.id)).await.is(StatusCode::NOT_FOUND);
    }

    async fn a_court_order_keeps_a_parent_away_at_once(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        let parent = site.parent_of(ada.id).await;
        let link = links(&site, ada.id).await.remove(0);
        let typed = [("title", "Prohibited steps order"), ("from-day", "23"), ("from-month", "11"), ("from-year", "2026")];
        officer.fill_in(&format!("/people/{}/adults/{}/order", ada.id, link.id), &typed).await.turns_to("/people/");
        parent.get(&format!("/people/{}", ada.id)).await.is(StatusCode::NOT_FOUND);
        officer.get(&format!("/people/{}/adults/{}", ada.id, link.id)).await.ok().says("Kept away").says("Prohibited steps order");
    }

    async fn two_who_prove_a_link_see_both_proofs(store: Store) {
        let site = site(store).await;
        let (ada, first) = ada_and_her_officer(&site).await;
        let second = site.user(access::Role::Manager).await;
        let robin = site.adult("Robin", "Quill").await;
        let link = site.link(ada.id, robin.id, RelationshipKind::Carer, MadeLink::Unproved).await;
        let path = format!("/people/{}/adults/{}/prove", ada.id, link.id);
        let mut late = second.get(&path).await.ok().fields();
        let typed = [("how", "document-seen"), ("on-day", "20"), ("on-month", "11"), ("on-year", "2026")];
        first.fill_in(&path, &typed).await.turns_to("/people/");
        late.retain(|(name, _)| !name.starts_with("on-"));
        late.extend([("how", "social-care-record"), ("on-day", "2"), ("on-month", "11"), ("on-year", "2026")].map(|(name, value)| (name.to_owned(), value.to_owned())));
        second.post(&path, &late).await.is(StatusCode::CONFLICT).says("Social care’s record says so").says("I saw a birth certificate");
        assert_eq!(links(&site, ada.id).await[0].verified.as_ref().unwrap().how, EvidenceKind::DocumentSeen);
    }

    async fn a_parent_changes_how_to_reach_them_and_the_old_address_is_told(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        let parent = site.parent_of(ada.id).await;
        let person = parent.person.unwrap();
        email(&site, person, "old@example.test").await;
        let path = format!("/people/{}/contact/{person}", ada.id);
        parent.fill_in(&path, &[("way", "not an address")]).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("Enter a telephone number");
        parent.fill_in(&path, &[("way", "new@example.test"), ("first", "yes")]).await.turns_to(&path);
        let points = unchecked::contact_points(site.store().reader(), person).await.unwrap();
        let first: Vec<&ContactWay> = points.iter().filter(|point| point.preferred).map(|point| &point.way).collect();
        assert!(matches!(first[..], [ContactWay::Email(email)] if email.as_str() == "new@example.test"));
        assert_eq!(site.messages().await[0].to, notify::Address::Email("old@example.test".into()));
        let old = points.iter().find(|point| !point.preferred).unwrap();
        officer.post(&format!("{path}/end"), &[("point", old.id.to_string())]).await.turns_to(&path);
        officer.get(&path).await.ok().never_says("old@example.test");
    }

    async fn one_parent_never_sees_how_to_reach_the_other(store: Store) {
        let site = site(store).await;
        let (ada, _) = ada_and_her_officer(&site).await;
        let parent = site.parent_of(ada.id).await;
        let other = site.adult("Frank", "Stone").await;
        let link = site.link(ada.id, other.id, RelationshipKind::ParentWithResponsibility, MadeLink::Proved).await;
        email(&site, other.id, "frank@example.test").await;
        parent.get(&format!("/people/{}/adults/{}", ada.id, link.id)).await.ok().says("nobody has shared it with you").never_says("frank@example.test");
        parent.get(&format!("/people/{}/contact/{}", ada.id, other.id)).await.is(StatusCode::NOT_FOUND);
    }

    async fn an_adult_of_another_child_is_not_reached_through_this_one(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        let stranger = site.adult("Una", "Linked").await;
        email(&site, stranger.id, "una@example.test").await;
        officer.get(&format!("/people/{}/contact/{}", ada.id, stranger.id)).await.is(StatusCode::NOT_FOUND);
    }
}
