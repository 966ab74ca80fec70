//! Answers about consent, and capacity decision by decision.

use axum::http::StatusCode;
use record::{ConsentAnswer, RelationshipKind};
use store::people::unchecked;
use testing::{
    day, each_database,
    web::{MadeLink, TestSite, TestUser},
};

use crate::world::{ada_and_her_officer, migrations, site};

async fn jo_and_her_officer(site: &TestSite) -> (record::Person, TestUser) {
    let jo = site.child("Jo", "Reed", day("2009-01-01")).await;
    let officer = site.user(access::Role::Coordinator).await;
    site.allocate(jo.id, &officer).await;
    (jo, officer)
}

each_database! { with migrations();
    async fn capacity_is_recorded_for_one_decision(store: Store) {
        let site = site(store).await;
        let (jo, officer) = jo_and_her_officer(&site).await;
        let path = format!("/people/{}/capacity/new", jo.id);
        let typed = [
            ("decision", "appeal"),
            ("found", "lacks"),
            ("on-day", "2"),
            ("on-month", "11"),
            ("on-year", "2026"),
            ("assessed-by", "Dr Vale, clinical psychologist"),
        ];
        officer.fill_in(&path, &typed).await.turns_to("/people/");
        officer.get(&format!("/people/{}", jo.id)).await.ok()
            .says("To use mediation and appeal")
            .says("Lacks capacity for this decision. The parents decide")
            .says("Dr Vale, clinical psychologist");
    }

    async fn a_childs_capacity_is_not_recorded_before_the_rights_pass(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        officer.fill_in(&format!("/people/{}/capacity/new", ada.id), &[("decision", "appeal")]).await
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("The parents decide until 28 June 2031");
    }

    async fn a_young_person_lets_a_parent_in_and_takes_it_back(store: Store) {
        let site = site(store).await;
        let (jo, officer) = jo_and_her_officer(&site).await;
        let mother = site.adult("Mary", "Reed").await;
        site.link(jo.id, mother.id, RelationshipKind::ParentWithResponsibility, MadeLink::Proved).await;
        let parent = site.as_person(&mother).await;
        let record = format!("/people/{}", jo.id);
        parent.get(&record).await.is(StatusCode::FORBIDDEN);
        let path = format!("/people/{}/consent/new", jo.id);
        let (whom, by) = (mother.id.to_string(), jo.id.to_string());
        let answer = |answer: &'static str| [
            ("purpose", "parent-access"), ("whom", whom.as_str()), ("answer", answer), ("by", by.as_str()),
            ("from-day", "23"), ("from-month", "11"), ("from-year", "2026"),
        ];
        officer.fill_in(&path, &answer("given")).await.turns_to("/people/");
        parent.get(&record).await.ok();
        officer.fill_in(&path, &answer("withheld")).await.turns_to("/people/");
        parent.get(&record).await.is(StatusCode::FORBIDDEN);
        let all = unchecked::consents(site.store().reader(), jo.id).await.unwrap();
        assert_eq!(all.len(), 2, "both answers stay on record");
        assert_eq!(all.iter().filter(|one| one.answer == ConsentAnswer::Given && one.period.contains(site.today())).count(), 0);
    }

    async fn a_parent_cannot_answer_for_a_young_person(store: Store) {
        let site = site(store).await;
        let (jo, officer) = jo_and_her_officer(&site).await;
        let mother = site.adult("Mary", "Reed").await;
        site.link(jo.id, mother.id, RelationshipKind::ParentWithResponsibility, MadeLink::Proved).await;
        let by = mother.id.to_string();
        let typed = [
            ("purpose", "parent-access"), ("answer", "given"), ("by", by.as_str()),
            ("from-day", "23"), ("from-month", "11"), ("from-year", "2026"),
        ];
        officer.fill_in(&format!("/people/{}/consent/new", jo.id), &typed).await
            .is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("The rights have passed to Jo");
    }
}
