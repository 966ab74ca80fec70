//! A person's record, as different people see it.

use access::{Fact, Role};
use axum::http::StatusCode;
use record::{NhsNumber, RelationshipKind};
use testing::{day, each_database, web::MadeLink};

use crate::world::{ada_and_her_officer, address, migrations, protect, site};

each_database! { with migrations();
    async fn an_officer_sees_all_of_it(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        site.enrol(ada.id, site.setting).await;
        address(&site, ada.id, "1 Fen Row", "2020-01-01").await;
        let parent = site.adult("Robin", "Reed").await;
        site.link(ada.id, parent.id, RelationshipKind::ParentWithResponsibility, MadeLink::Unproved).await;
        let page = officer.get(&format!("/people/{}", ada.id)).await;
        page.ok()
            .says("Ada Reed")
            .says("5 May 2015")
            .says("1 Fen Row")
            .says("Marsh Lane Primary School")
            .says("Robin Reed")
            .says("Not proved")
            .says("The parents decide")
            .says("28 June 2031");
        assert_eq!(page.count("h1"), 1);
        let actions: Vec<String> = site.audit(ada.id).await.into_iter().map(|row| row.event.action).collect();
        assert_eq!(actions, ["read-address", "read-person"]);
    }

    async fn an_nhs_number_is_masked_unless_asked_for_and_asking_is_written_down(store: Store) {
        let site = site(store).await;
        let (mut ada, officer) = ada_and_her_officer(&site).await;
        ada.identifiers.nhs_number = Some(NhsNumber::synthetic(7));
        site.save(&ada).await;
        let number = NhsNumber::synthetic(7).to_string();
        let page = officer.get(&format!("/people/{}", ada.id)).await;
        page.ok().says("ends in").never_says(&number);
        officer.get(&page.link("Show")).await.ok().says(&number);
        assert!(site.audit(ada.id).await.iter().any(|row| row.event.fields_class == "details and NHS number"));
    }

    async fn another_officer_is_told_and_offered_the_way_in_for_an_emergency(store: Store) {
        let site = site(store).await;
        let (ada, _) = ada_and_her_officer(&site).await;
        let other = site.user(Role::Coordinator).await;
        let page = other.get(&format!("/people/{}", ada.id)).await;
        page.is(StatusCode::FORBIDDEN).says("You are not working with this child").never_says("Ada Reed");
        assert_eq!(page.link("Open it in an emergency"), format!("/people/{}/emergency", ada.id));
        let rows = site.audit(ada.id).await;
        assert_eq!(rows[0].event.purpose, "no-relationship", "the refusal is written down");
    }

    async fn who_has_no_business_here_learns_not_even_that_it_exists(store: Store) {
        let site = site(store).await;
        let (ada, _) = ada_and_her_officer(&site).await;
        let path = format!("/people/{}", ada.id);
        site.anonymous().get(&path).await.turns_to("/sign-in");
        for role in [Role::ParentWithResponsibility, Role::Senco, Role::Adviser, Role::Administrator, Role::Planner] {
            let stranger = site.user(role).await;
            let there = stranger.get(&path).await;
            let nowhere = stranger.get("/people/01JD0000000000000000000000").await;
            there.is(StatusCode::NOT_FOUND);
            nowhere.is(StatusCode::NOT_FOUND);
            let without_reference = |text: String| text.split(" reference ").next().unwrap_or_default().to_owned();
            assert_eq!(without_reference(there.text()), without_reference(nowhere.text()));
        }
    }

    async fn a_record_that_there_is_not_is_not_found(store: Store) {
        let site = site(store).await;
        let officer = site.user(Role::Coordinator).await;
        for path in ["/people/01JD0000000000000000000000", "/people/nonsense"] {
            officer.get(path).await.is(StatusCode::NOT_FOUND);
        }
    }

    async fn a_young_person_reads_their_own_and_the_parents_no_longer(store: Store) {
        let site = site(store).await;
        let jo = site.child("Jo", "Reed", day("2009-01-01")).await;
        let parent = site.parent_of(jo.id).await;
        let young = site.as_person(&jo).await;
        young.get(&format!("/people/{}", jo.id)).await.ok().says("The young person decides").says("28 June 2025");
        parent.get(&format!("/people/{}", jo.id)).await.is(StatusCode::FORBIDDEN).says("the rights have passed");
    }

    async fn a_school_sees_no_address_and_an_officer_sees_that_it_is_protected(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        site.enrol(ada.id, site.setting).await;
        let senco = site.user(Role::Senco).await;
        let home = address(&site, ada.id, "1 Canary Row", "2020-01-01").await;
        protect(&site, &home, &[], day("2026-01-01")).await;
        let path = format!("/people/{}", ada.id);
        officer.get(&path).await.ok().says("Address is protected").says("1 Canary Row").says("Domestic abuse");
        senco.get(&path).await.ok().says("Address is protected").never_says("Canary");
    }

    async fn from_whom_an_address_is_withheld_nothing_gives_it_away(store: Store) {
        let site = site(store).await;
        let (ada, _) = ada_and_her_officer(&site).await;
        let father = site.adult("Frank", "Stone").await;
        site.link(ada.id, father.id, RelationshipKind::ParentWithResponsibility, MadeLink::Proved).await;
        let mother = site.adult("Mary", "Reed").await;
        site.link(ada.id, mother.id, RelationshipKind::ParentWithResponsibility, MadeLink::Proved).await;
        let aunt = site.adult("Ursula", "Canary").await;
        site.link(ada.id, aunt.id, RelationshipKind::Carer, MadeLink::Proved).await;
        site.enrol(ada.id, site.setting).await;
        let home = address(&site, ada.id, "1 Canary Row", "2026-01-01").await;
        protect(&site, &home, &[father.id], day("2026-01-01")).await;
        let path = format!("/people/{}", ada.id);
        let user = site.as_person(&father).await;
        let page = user.get(&path).await;
        page.ok().says("Ada Reed").says("Frank Stone").says("Mary Reed");
        for word in ["Canary", "Marsh Lane", "rotected", "NR11", "Marshwick", "Ursula", "secret"] {
            page.never_says(word);
        }
        let looked = user.get(&format!("{path}/looked")).await;
        looked.ok().never_says("Canary").never_says("rotected").never_says("secret");
        let carer = site.store().reader();
        let links = store::people::unchecked::relationships_of_child(carer, ada.id).await.unwrap();
        let aunt_link = links.iter().find(|link| link.kind == RelationshipKind::Carer).unwrap();
        user.get(&format!("{path}/adults/{}", aunt_link.id)).await.is(StatusCode::NOT_FOUND);
    }

    async fn a_locked_record_opens_for_those_let_in_only(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        site.fact(ada.id, &Fact::Locked).await;
        let path = format!("/people/{}", ada.id);
        let page = officer.get(&path).await;
        page.is(StatusCode::FORBIDDEN).says("This record is locked");
        assert!(page.links().iter().all(|link| !link.ends_with("/emergency")));
        site.fact(ada.id, &Fact::AdmittedToLocked(officer.account.unwrap())).await;
        officer.get(&path).await.ok();
    }
}
