//! Every address, asked by everybody: what each may open. A route without a row fails; so does a row without a route.

use access::Role;
use axum::http::StatusCode;
use casework::file::CaseFile;
use record::{EstablishmentType, Organisation, OrganisationKind, Period, Phase, Setting};
use testing::web::{Answer, TestUser};

use crate::support::{County, county, migrations};

/// Who asks, in the order of the letters of each row.
const ACTORS: [&str; 19] = [
    "anybody, not signed in",
    "parent of the child",
    "parent of another child",
    "SENCO of the child's school",
    "SENCO of another school",
    "teacher of the child's school",
    "officer whose team has the case",
    "officer of another team",
    "manager",
    "panel member without the case",
    "adviser who was not asked",
    "designated officer",
    "planner",
    "board member",
    "auditor",
    "administrator",
    "transport operator",
    "another system",
    "parent kept away by a court",
];

/// What they get: `o` the page; `t` a turn to another page; `s` the sign-in page; `f` a refusal that says why;
/// `n` no such page; `w` the form back, since what was sent is not right. Next to nothing is sent, so even those who may
/// get `n` where a match or a link must be named that the page offered.
const TABLE: &[(&str, &str, &str)] = &[
    ("GET", "/request", "ooooofooofooffffffo"),
    ("POST", "/request/discard", "ttttttttttttttttttt"),
    ("GET", "/request/check", "tttttftttfttfffffft"),
    ("POST", "/request/check", "tttttftttfttfffffft"),
    ("GET", "/request/done/{submission}", "nnnnnnnnnnnnnnnnnnn"),
    ("GET", "/request/{step}", "ooooofooofooffffffo"),
    ("POST", "/request/{step}", "wwwwwfwwwfwwffffffw"),
    ("GET", "/my", "soooooooooooffffffo"),
    ("GET", "/my/{case}", "sontnnofonnnnnfnnnn"),
    ("GET", "/setting", "sttooottttttttttttt"),
    ("GET", "/cases", "stttttoooooofffffft"),
    ("GET", "/cases/{case}", "stnonnofonnnnnfnnnn"),
    ("GET", "/cases/{case}/history", "stntnnofonnnnnfnnnn"),
    ("POST", "/cases/{case}/matches", "snnnnnnfnnnnnnfnnnn"),
    ("POST", "/cases/{case}/notices", "snnnnntftnnnnnfnnnn"),
    ("GET", "/cases/{case}/asker", "snnnnnofonnnnnfnnnn"),
    ("POST", "/cases/{case}/asker", "snnnnnwfwnnnnnfnnnn"),
    ("POST", "/cases/{case}/asker/confirm", "snnnnnnfnnnnnnfnnnn"),
    ("POST", "/cases/{case}/asker/invite", "snnnnnnfnnnnnnfnnnn"),
    ("GET", "/cases/{case}/allocate", "snnnnnofonnnnnfnnnn"),
    ("POST", "/cases/{case}/allocate", "snnnnnwfwnnnnnfnnnn"),
    ("GET", "/cases/{case}/decide", "snnnnnofonnnnnfnnnn"),
    ("POST", "/cases/{case}/decide", "snnnnnwfwnnnnnfnnnn"),
    ("POST", "/cases/{case}/decide/confirm", "snnnnnwfwnnnnnfnnnn"),
    ("GET", "/cases/{case}/notified", "snnnnnwfwnnnnnfnnnn"),
    ("POST", "/cases/{case}/notified", "snnnnnwfwnnnnnfnnnn"),
];

async fn actors(county: &County, file: &CaseFile) -> Vec<TestUser> {
    let site = &county.site;
    site.enrol(file.child, site.setting).await;
    let elsewhere = site.id();
    let kind = OrganisationKind::Setting(Box::new(Setting::new(EstablishmentType::CommunitySchool, Phase::Primary)));
    let active = Period::since(testing::day("2020-01-01"));
    site.save(&Organisation { id: elsewhere, name: "Elsewhere School".to_owned(), kind, active, suspended: None })
        .await;
    let other = site.child("Zoe", "Else", testing::day("2018-05-05")).await;
    let mut all = vec![
        site.anonymous(),
        site.parent_of(file.child).await,
        site.parent_of(other.id).await,
        site.user(Role::Senco).await,
        site.user_in(Role::Senco, elsewhere).await,
        site.user(Role::SettingStaff).await,
        county.officer.clone(),
    ];
    for role in [
        Role::Coordinator,
        Role::Manager,
        Role::PanelMember,
        Role::Adviser,
        Role::DesignatedOfficer,
        Role::Planner,
        Role::Leadership,
        Role::Auditor,
        Role::Administrator,
        Role::TransportOperator,
        Role::MachineClient,
    ] {
        all.push(site.user(role).await);
    }
    all.push(kept_away(county, file).await);
    all
}

/// A parent whom a court keeps from the child's record.
async fn kept_away(county: &County, file: &CaseFile) -> TestUser {
    let site = &county.site;
    let adult = site.adult("Mo", "Away").await;
    let kind = record::RelationshipKind::ParentWithResponsibility;
    let mut link = site.link(file.child, adult.id, kind, testing::web::MadeLink::Proved).await;
    let period = Period::since(testing::day("2024-01-01"));
    link.restricted_by_order = Some(record::CourtOrder { title: "Prohibited steps order".to_owned(), period });
    site.save(&link).await;
    site.as_person(&adult).await
}

fn letter(answer: &Answer) -> char {
    let to = answer.location().unwrap_or_default();
    match answer.status {
        StatusCode::OK => 'o',
        status if status.is_redirection() && to.starts_with("/sign-in") => 's',
        status if status.is_redirection() => 't',
        StatusCode::FORBIDDEN => 'f',
        StatusCode::NOT_FOUND => 'n',
        StatusCode::BAD_REQUEST | StatusCode::CONFLICT | StatusCode::UNPROCESSABLE_ENTITY => 'w',
        other => panic!("{} answered {other}", answer.asked),
    }
}

/// The routes as the program has them: method and path.
fn routes() -> Vec<(String, String)> {
    let source = include_str!("../../src/routes.rs");
    let mut all = Vec::new();
    for part in source.split(".route(").skip(1) {
        let path = part.split('"').nth(1).unwrap().to_owned();
        for (method, call) in [("GET", "get("), ("POST", "post(")] {
            if part.contains(call) {
                all.push((method.to_owned(), path.clone()));
            }
        }
    }
    all
}

#[test]
fn every_route_has_a_row_and_every_row_a_route() {
    let rows: Vec<_> = TABLE.iter().map(|(method, path, _)| ((*method).to_owned(), (*path).to_owned())).collect();
    for route in routes() {
        assert!(rows.contains(&route), "{} {} has no row in the table of who may what", route.0, route.1);
    }
    for row in &rows {
        assert!(routes().contains(row), "{} {} is no route any more", row.0, row.1);
    }
}

testing::each_database! { with migrations();
    async fn everybody_gets_what_the_table_says(store: Store) {
        let county = county(store).await;
        let file = county.request().await;
        let actors = actors(&county, &file).await;
        assert_eq!(actors.len(), ACTORS.len());
        let mut wrong = String::new();
        for (method, path, expected) in TABLE {
            let address = path.replace("{case}", &file.id.to_string()).replace("{submission}", "nothing").replace("{step}", "needs");
            let mut got = String::new();
            for actor in &actors {
                let answer = match *method {
                    "GET" => actor.get(&address).await,
                    _ => actor.post(&address, &[("recipient", "health")]).await,
                };
                got.push(letter(&answer));
            }
            if got != *expected {
                wrong.push_str(&format!("    (\"{method}\", \"{path}\", \"{got}\"),\n"));
            }
        }
        assert!(wrong.is_empty(), "these rows are not as the table says:\n{wrong}");
    }
}
