//! Who may go where: each route for each role. The rows are those of `routes.rs`, so a route without a row fails.
//!
//! Signs: `+` let in (a page, a turn elsewhere on the site, or a word about what is missing), `.` refused with the
//! reason, `-` there is no such page for them, `s` sign in first, `?` prove again who you are.

use std::fmt::Write;

use access::{Fact, Role};
use axum::http::StatusCode;
use jiff::SignedDuration;
use record::{AddressId, Authority, ContactPoint, ContactWay, CourtOrder, Period, Relationship, RelationshipKind};
use store::{accounts, break_glass, invitations};
use testing::{
    day, each_database,
    web::{Answer, MadeLink, TestSite, TestUser},
};

use crate::world::{address, migrations, site};

/// The columns: who asks.
const WHO: &str = "\
 1 nobody                    2 parent, proved             3 parent, not proved
 4 parent kept away          5 supporter with authority   6 SENCO of the child's school
 7 SENCO of another school   8 school staff               9 adviser who was asked
10 adviser who was not      11 designated officer        12 officer with the child
13 officer without          14 manager                   15 panel member
16 planner                  17 auditor                   18 administrator
19 leadership               20 transport operator        21 young person, not her
";

const EXPECTED: &str = "\
s..........+++.......  GET  /people
s..........+++.......  POST /people
s..........+++.......  GET  /people/new
s..........+++.......  POST /people/new
s+--++--+-++.+--.----  GET  /people/{id}
s----------+.+--.----  GET  /people/{id}/details
s----------+.+--.----  POST /people/{id}/details
s----------+.+--.----  GET  /people/{id}/addresses/new
s----------+.+--.----  POST /people/{id}/addresses/new
s----------+.+--.----  GET  /people/{id}/addresses/{address}/protection
s----------+.+--.----  POST /people/{id}/addresses/{address}/protection
s+---------+.+--.----  POST /people/{id}/addresses/{address}/answer
s----------+.+--.----  GET  /people/{id}/adults/new
s----------+.+--.----  POST /people/{id}/adults/new
s+--++--+-++.+--.----  GET  /people/{id}/adults/{link}
s----------+.+--.----  GET  /people/{id}/adults/{link}/prove
s----------+.+--.----  POST /people/{id}/adults/{link}/prove
s----------+.+--.----  GET  /people/{id}/adults/{link}/end
s----------+.+--.----  POST /people/{id}/adults/{link}/end
s----------+.+--.----  GET  /people/{id}/adults/{link}/order
s----------+.+--.----  POST /people/{id}/adults/{link}/order
s----------+.+--.----  GET  /people/{id}/capacity/new
s----------+.+--.----  POST /people/{id}/capacity/new
s----------+.+--.----  GET  /people/{id}/consent/new
s----------+.+--.----  POST /people/{id}/consent/new
s----------+.+--.----  GET  /people/{id}/history
s+---------..+--+----  GET  /people/{id}/looked
s---------++++--.----  GET  /people/{id}/emergency
s---------++++--.----  POST /people/{id}/emergency
s............+..+....  GET  /emergency-access
s............+..+....  GET  /emergency-access/{id}
s............+..+....  POST /emergency-access/{id}
s--------------------  POST /emergency-access/{id}/end
s....++..........+...  GET  /accounts
s....++..........+...  GET  /accounts/invite
s....++..........+...  POST /accounts/invite
s....+-..........+...  POST /accounts/invitations/{id}/withdraw
s++++++++++++++++++++  GET  /accounts/handed-over
s....+-..........+...  GET  /accounts/{id}
s....+-..........+...  POST /accounts/{id}/end-role
s.....-..........+...  POST /accounts/{id}/close
s.....-..........+...  POST /accounts/{id}/reopen
s....+-..........+...  GET  /accounts/{id}/hand-over
s....+-..........+...  POST /accounts/{id}/hand-over
s...............+....  GET  /audit
s...............+....  POST /audit
s...............+....  POST /audit/check
s----------+.+--.----  GET  /people/{id}/matches
s----------+.+--.----  POST /people/{id}/matches
s+---------+.+--.----  GET  /people/{id}/contact/{adult}
s+---------+.+--.----  POST /people/{id}/contact/{adult}
s+---------+.+--.----  POST /people/{id}/contact/{adult}/end
";

/// What the addresses are about.
struct Things {
    child: String,
    alike: String,
    address: AddressId,
    link: String,
    adult: record::PersonId,
    emergency: String,
    account: String,
    grant: String,
}

each_database! { with migrations();
    async fn every_route_answers_everybody_as_the_table_says(store: Store) {
        let site = site(store).await;
        let (things, people) = cast(&site).await;
        let mut table = String::new();
        for (method, pattern) in routes() {
            let mut signs = String::new();
            for user in &people {
                signs.push(sign(&ask(&site, &things, user, method, &pattern).await));
            }
            writeln!(table, "{signs}  {method:4} {pattern}").unwrap();
        }
        assert!(table == EXPECTED, "the table is now:\n{WHO}{table}");
    }
}

/// Every method and path of the area, read from its own source.
fn routes() -> Vec<(&'static str, String)> {
    let source = include_str!("../../src/routes.rs");
    let mut all = Vec::new();
    for line in source.split(".route(").skip(1) {
        let path = line.split('"').nth(1).unwrap().to_owned();
        let handlers = line.split('"').nth(2).unwrap();
        for (method, sign) in [("GET", "get("), ("POST", "post(")] {
            if handlers.contains(sign) {
                all.push((method, path.clone()));
            }
        }
    }
    assert!(all.len() > 40, "the routes could not be read");
    all
}

fn sign(answer: &Answer) -> char {
    let to = answer.location().unwrap_or_default();
    match answer.status {
        StatusCode::SEE_OTHER if to.starts_with("/sign-in") => 's',
        StatusCode::SEE_OTHER if to.starts_with("/account/prove") => '?',
        StatusCode::NOT_FOUND => '-',
        StatusCode::FORBIDDEN => '.',
        status if status.is_server_error() => panic!("{} answered {status}", answer.asked),
        _ => '+',
    }
}

async fn ask(site: &TestSite, things: &Things, user: &TestUser, method: &str, pattern: &str) -> Answer {
    let mut path = pattern.to_owned();
    let mut fields: Vec<(&str, String)> = Vec::new();
    // What one request uses up is made anew for the next.
    match (method, pattern) {
        (_, "/accounts/invitations/{id}/withdraw") => path = path.replace("{id}", &invitation(site).await),
        (_, "/people/{id}/contact/{adult}/end") => fields.push(("point", point(site, things.adult).await)),
        (_, "/accounts/{id}/end-role") => fields.push(("grant", things.grant.clone())),
        ("POST", "/people/{id}/matches") => fields.push(("other", things.alike.clone())),
        _ => {}
    }
    let id = match pattern {
        _ if pattern.starts_with("/accounts/") => &things.account,
        _ if pattern.starts_with("/emergency-access/") => &things.emergency,
        _ => &things.child,
    };
    path = path.replace("{id}", id).replace("{link}", &things.link);
    path = path.replace("{address}", &things.address.to_string()).replace("{adult}", &things.adult.to_string());
    if method == "GET" { user.get(&path).await } else { user.post(&path, &fields).await }
}

async fn invitation(site: &TestSite) -> String {
    let id = site.id::<record::InvitationId>();
    let new = invitations::Invitation {
        id,
        token_hash: id.to_string(),
        email: "new@example.test".into(),
        role: Role::SettingStaff,
        organisation: Some(site.setting),
        details: serde_json::json!({}),
        invited_by: "a test".into(),
        created_at: site.now(),
        expires_at: site.now() + SignedDuration::from_hours(1),
        used_at: None,
        withdrawn_at: None,
    };
    let tx = site.store().begin().await.unwrap();
    invitations::create(&tx, &new).await.unwrap();
    tx.commit().await.unwrap();
    id.to_string()
}

async fn point(site: &TestSite, adult: record::PersonId) -> String {
    let point = ContactPoint {
        id: site.id(),
        person: adult,
        way: ContactWay::Phone("01632 960 001".parse().unwrap()),
        preferred: false,
        withhold_from: Vec::new(),
        period: Period::since(day("2020-01-01")),
    };
    site.save(&point).await;
    point.id.to_string()
}

/// The child, what there is of her, and everybody who asks, in the order of the columns.
async fn cast(site: &TestSite) -> (Things, Vec<TestUser>) {
    let ada = site.child("Ada", "Reed", day("2015-05-05")).await;
    let alike = site.child("Adah", "Reed", day("2015-05-05")).await;
    let home = address(site, ada.id, "1 Fen Row", "2020-01-01").await;
    site.enrol(ada.id, site.setting).await;
    let parent = site.adult("Robin", "Reed").await;
    let link = site.link(ada.id, parent.id, RelationshipKind::ParentWithResponsibility, MadeLink::Proved).await;
    let unproved = site.adult("Una", "Proved").await;
    site.link(ada.id, unproved.id, RelationshipKind::ParentWithResponsibility, MadeLink::Unproved).await;
    let barred = site.adult("Barry", "Barred").await;
    let barred_link = site.link(ada.id, barred.id, RelationshipKind::ParentWithResponsibility, MadeLink::Proved).await;
    let order = CourtOrder { title: "Prohibited steps order".into(), period: Period::since(day("2026-01-01")) };
    site.save(&Relationship { restricted_by_order: Some(order), ..barred_link }).await;
    let supporter = site.adult("Sue", "Porter").await;
    let support = site.link(ada.id, supporter.id, RelationshipKind::Supporter, MadeLink::Proved).await;
    let authority = Authority { given_by: parent.id, signed_on: day("2026-01-01"), until: day("2027-01-01") };
    site.save(&Relationship { authority: Some(authority), ..support }).await;
    let elsewhere = record::Organisation {
        id: site.id(),
        name: "Hill Top School".into(),
        kind: store::people::find::<record::Organisation>(site.store().reader(), site.setting)
            .await
            .unwrap()
            .unwrap()
            .kind,
        active: Period::since(day("2020-01-01")),
        suspended: None,
    };
    site.save(&elsewhere).await;
    let asked = site.user(Role::Adviser).await;
    site.fact(ada.id, &Fact::AdviceRequested { of: site.agency, adviser: asked.account }).await;
    let hers = site.user(Role::Coordinator).await;
    site.allocate(ada.id, &hers).await;
    let dummy = site.user(Role::Senco).await;
    let grants = accounts::grants(site.store().reader(), dummy.account.unwrap()).await.unwrap();
    let opener = site.user(Role::Coordinator).await;
    let typed = [("reason", "safeguarding"), ("words", "A child may come to harm this very day.")];
    opener.fill_in(&format!("/people/{}/emergency", ada.id), &typed).await.turns_to("/people/");
    let emergency = break_glass::unreviewed(site.store().reader()).await.unwrap()[0].access.id;
    let things = Things {
        child: ada.id.to_string(),
        alike: alike.id.to_string(),
        address: home.id,
        link: link.id.to_string(),
        adult: parent.id,
        emergency: emergency.to_string(),
        account: dummy.account.unwrap().to_string(),
        // The role of a consulted setting: ending it leaves the hand-over of the other one possible.
        grant: grants.iter().find(|grant| grant.role == Role::ConsultedSetting).unwrap().id.clone(),
    };
    let people = vec![
        site.anonymous(),
        site.as_person(&parent).await,
        site.as_person(&unproved).await,
        site.as_person(&barred).await,
        site.as_person(&supporter).await,
        site.user(Role::Senco).await,
        site.user_in(Role::Senco, elsewhere.id).await,
        site.user(Role::SettingStaff).await,
        asked,
        site.user(Role::Adviser).await,
        site.user(Role::DesignatedOfficer).await,
        hers,
        site.user(Role::Coordinator).await,
        site.user(Role::Manager).await,
        site.user(Role::PanelMember).await,
        site.user(Role::Planner).await,
        site.user(Role::Auditor).await,
        site.user(Role::Administrator).await,
        site.user(Role::Leadership).await,
        site.user(Role::TransportOperator).await,
        site.as_person(&site.child("Jo", "Quill", day("2008-01-01")).await).await,
    ];
    (things, people)
}
