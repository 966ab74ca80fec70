//! A record is opened for a child.

use access::Role;
use axum::http::StatusCode;
use testing::{day, each_database};

use crate::world::{migrations, site};

const BEN: [(&str, &str); 6] = [
    ("given-name", "Ben"),
    ("family-name", "Moss"),
    ("born-day", "6"),
    ("born-month", "6"),
    ("born-year", "2016"),
    ("sex", "M"),
];

each_database! { with migrations();
    async fn it_is_opened_and_given_to_whoever_entered_it(store: Store) {
        let site = site(store).await;
        let officer = site.user(Role::Coordinator).await;
        let answer = officer.fill_in("/people/new", &BEN).await;
        let to = answer.turns_to("/people/").location().unwrap().to_owned();
        officer.get(&to).await.ok().says("Ben Moss").says("6 June 2016");
        site.user(Role::Manager).await.get(&to).await.ok().says("Ben Moss");
    }

    async fn what_is_wrong_is_said(store: Store) {
        let site = site(store).await;
        let officer = site.user(Role::Coordinator).await;
        let typed: Vec<(&str, &str)> = BEN.iter().map(|(name, value)| (*name, if *name == "born-year" { "1990" } else { *value })).collect();
        officer.fill_in("/people/new", &typed).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("up to the age of 26");
    }

    async fn likely_matches_come_first_and_the_answer_is_remembered(store: Store) {
        let site = site(store).await;
        let officer = site.user(Role::Coordinator).await;
        let known = site.child("Benjamin", "Moss", day("2016-06-06")).await;
        let page = officer.fill_in("/people/new", &BEN).await;
        page.ok().says("Is this person on record already?").says("The given names are forms of one name");
        assert_eq!(site.audit(known.id).await.len(), 1);
        let mut fields = page.fields();
        fields.push(("match".into(), "none".into()));
        let answer = officer.post("/people/new", &fields).await;
        let to = answer.turns_to("/people/").location().unwrap().to_owned();
        assert_ne!(to, format!("/people/{}", known.id));
        officer.get(&format!("{to}/matches")).await.ok().says("every one has been judged");
    }

    async fn sending_it_twice_opens_one(store: Store) {
        let site = site(store).await;
        let officer = site.user(Role::Coordinator).await;
        let mut fields = officer.get("/people/new").await.ok().fields();
        fields.retain(|(name, _)| !BEN.iter().any(|(typed, _)| typed == name));
        fields.extend(BEN.map(|(name, value)| (name.to_owned(), value.to_owned())));
        let first = officer.post("/people/new", &fields).await;
        let again = officer.post("/people/new", &fields).await;
        assert_eq!(first.turns_to("/people/").location(), again.turns_to("/people/").location());
    }
}
