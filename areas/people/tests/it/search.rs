//! An officer looks for a person.

use access::{Fact, Role};
use record::{NhsNumber, RelationshipKind, Upn};
use testing::{day, each_database, web::MadeLink};

use crate::world::{migrations, site};

each_database! { with migrations();
    async fn by_name_with_an_audit_row_for_each_person_shown(store: Store) {
        let site = site(store).await;
        let ada = site.child("Ada", "Reed", day("2015-05-05")).await;
        let ben = site.child("Ben", "Reed", day("2016-06-06")).await;
        site.child("Cy", "Moss", day("2014-04-04")).await;
        let officer = site.user(Role::Coordinator).await;
        let sent = officer.post("/people", &[("text", "reed")]).await;
        let to = sent.turns_to("/people?search=").location().unwrap().to_owned();
        assert!(!to.contains("reed"), "no name in an address: {to}");
        let page = officer.get(&to).await;
        page.ok().says("Reed, Ada").says("5 May 2015").says("Reed, Ben").never_says("Moss");
        assert!(page.links().contains(&format!("/people/{}", ada.id)));
        for child in [ada.id, ben.id] {
            let rows = site.audit(child).await;
            assert_eq!(rows.len(), 1);
            assert_eq!((rows[0].event.action.as_str(), rows[0].event.fields_class.as_str()), ("search-people", "name and date of birth"));
        }
    }

    async fn by_date_of_birth_and_by_number(store: Store) {
        let site = site(store).await;
        let mut ada = site.child("Ada", "Reed", day("2015-05-05")).await;
        ada.identifiers.nhs_number = Some(NhsNumber::synthetic(7));
        ada.identifiers.upn = "A801200001001".parse::<Upn>().ok();
        site.save(&ada).await;
        site.child("Ben", "Reed", day("2016-06-06")).await;
        let officer = site.user(Role::Coordinator).await;
        let nhs = NhsNumber::synthetic(7).to_string();
        for typed in [&[("text", nhs.as_str())][..], &[("born-day", "5"), ("born-month", "5"), ("born-year", "2015")]] {
            let to = officer.post("/people", typed).await.location().unwrap().to_owned();
            officer.get(&to).await.ok().says("Reed, Ada").never_says("Reed, Ben");
        }
    }

    async fn what_cannot_be_a_date_says_so_and_keeps_what_was_typed(store: Store) {
        let site = site(store).await;
        let officer = site.user(Role::Coordinator).await;
        let typed = [("text", "reed"), ("born-day", "31"), ("born-month", "2"), ("born-year", "2015")];
        let to = officer.post("/people", &typed).await.location().unwrap().to_owned();
        let page = officer.get(&to).await;
        page.is(axum::http::StatusCode::UNPROCESSABLE_ENTITY).says("Date of birth must be a real date");
        assert_eq!((page.field("text").as_str(), page.field("born-day").as_str()), ("reed", "31"));
    }

    async fn nobody_found_says_what_to_try(store: Store) {
        let site = site(store).await;
        let officer = site.user(Role::Coordinator).await;
        let to = officer.post("/people", &[("text", "zzyzx")]).await.location().unwrap().to_owned();
        officer.get(&to).await.ok().says("Nobody on record fits");
    }

    async fn a_locked_record_stays_hidden_save_from_those_let_in(store: Store) {
        let site = site(store).await;
        let ada = site.child("Ada", "Reed", day("2015-05-05")).await;
        let (inside, outside) = (site.user(Role::Coordinator).await, site.user(Role::Coordinator).await);
        site.fact(ada.id, &Fact::Locked).await;
        site.fact(ada.id, &Fact::AdmittedToLocked(inside.account.unwrap())).await;
        let parent = site.adult("Robin", "Quill").await;
        site.link(ada.id, parent.id, RelationshipKind::ParentWithResponsibility, MadeLink::Proved).await;
        for text in ["reed", "quill"] {
            let to = outside.post("/people", &[("text", text)]).await.location().unwrap().to_owned();
            outside.get(&to).await.ok().never_says("Ada");
        }
        let to = inside.post("/people", &[("text", "reed")]).await.location().unwrap().to_owned();
        inside.get(&to).await.ok().says("Reed, Ada");
    }

    async fn an_adult_leads_to_their_children(store: Store) {
        let site = site(store).await;
        let ada = site.child("Ada", "Reed", day("2015-05-05")).await;
        let parent = site.adult("Robin", "Quill").await;
        site.link(ada.id, parent.id, RelationshipKind::ParentWithResponsibility, MadeLink::Proved).await;
        let officer = site.user(Role::Coordinator).await;
        let to = officer.post("/people", &[("text", "quill")]).await.location().unwrap().to_owned();
        let page = officer.get(&to).await;
        page.ok().says("Quill, Robin").says("An adult linked to Ada Reed");
        assert!(!page.links().contains(&format!("/people/{}", parent.id)));
        assert_eq!(site.audit(ada.id).await.len(), 1, "the child's name was shown");
    }

    async fn pages_follow_one_another_without_names_in_the_address(store: Store) {
        let site = site(store).await;
        for number in 0..30 {
            site.child(&format!("Child{number:02}"), "Reed", day("2015-05-05")).await;
        }
        let officer = site.user(Role::Coordinator).await;
        let to = officer.post("/people", &[("text", "reed")]).await.location().unwrap().to_owned();
        let first = officer.get(&to).await;
        first.ok().says("Reed, Child00").says("Reed, Child24").never_says("Reed, Child25");
        let next = first.link("Next page");
        assert!(!next.to_lowercase().contains("reed"), "{next}");
        let second = officer.get(&next).await;
        second.ok().says("Reed, Child25").says("Reed, Child29").never_says("Reed, Child24");
        assert!(second.links().iter().all(|link| !link.contains("after=")));
    }

    async fn somebody_elses_search_is_not_opened_by_its_address(store: Store) {
        let site = site(store).await;
        site.child("Ada", "Reed", day("2015-05-05")).await;
        let (one, other) = (site.user(Role::Coordinator).await, site.user(Role::Coordinator).await);
        let to = one.post("/people", &[("text", "reed")]).await.location().unwrap().to_owned();
        other.get(&to).await.ok().never_says("Ada");
    }
}
