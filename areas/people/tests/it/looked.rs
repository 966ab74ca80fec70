//! Who has looked at a record.

use access::Role;
use record::RelationshipKind;
use testing::{day, each_database, web::MadeLink};

use crate::world::{ada_and_her_officer, address, migrations, protect, site};

each_database! { with migrations();
    async fn a_family_reads_it_by_role_and_organisation_without_names(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        site.enrol(ada.id, site.setting).await;
        let senco = site.user(Role::Senco).await;
        let parent = site.parent_of(ada.id).await;
        let record = format!("/people/{}", ada.id);
        officer.get(&record).await.ok();
        senco.get(&record).await.ok();
        let page = parent.get(&format!("{record}/looked")).await;
        page.ok()
            .says("EHC co-ordinator, Broadshire County Council")
            .says("SENCO, Marsh Lane Primary School")
            .says("Read the details. Read the address.".split(". ").next().unwrap())
            .says("You")
            .never_says("Sam coordinator")
            .never_says("Sam senco");
    }

    async fn it_gives_away_neither_that_an_address_is_secret_nor_which_school_looks(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        site.enrol(ada.id, site.setting).await;
        let senco = site.user(Role::Senco).await;
        let father = site.adult("Frank", "Stone").await;
        site.link(ada.id, father.id, RelationshipKind::ParentWithResponsibility, MadeLink::Proved).await;
        let home = address(&site, ada.id, "1 Canary Row", "2026-01-01").await;
        protect(&site, &home, &[father.id], day("2026-01-01")).await;
        senco.get(&format!("/people/{}", ada.id)).await.ok();
        officer.get(&format!("/people/{}/addresses/{}/protection", ada.id, home.id)).await.ok();
        let page = site.as_person(&father).await.get(&format!("/people/{}/looked", ada.id)).await;
        page.ok().says("SENCO, A nursery, school or college").says("EHC co-ordinator, Broadshire County Council");
        for word in ["Marsh Lane", "rotect", "secret", "Canary"] {
            page.never_says(word);
        }
    }

    async fn refusals_are_for_managers_and_auditors(store: Store) {
        let site = site(store).await;
        let (ada, _) = ada_and_her_officer(&site).await;
        let nosy = site.user(Role::Coordinator).await;
        nosy.get(&format!("/people/{}", ada.id)).await;
        let parent = site.parent_of(ada.id).await;
        let path = format!("/people/{}/looked", ada.id);
        parent.get(&path).await.ok().never_says("Refused");
        for role in [Role::Manager, Role::Auditor] {
            site.user(role).await.get(&path).await.ok().says("Refused").says("no relationship").says("Sam coordinator");
        }
    }

    async fn a_long_list_has_pages(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        for _ in 0..60 {
            officer.get(&format!("/people/{}", ada.id)).await.ok();
        }
        let manager = site.user(Role::Manager).await;
        let first = manager.get(&format!("/people/{}/looked", ada.id)).await;
        let next = first.ok().link("Earlier");
        manager.get(&next).await.ok();
    }
}
