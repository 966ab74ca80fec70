//! Lists and pages go by index: no statement here reads every case, however many there are.

use access::{Actor, Moment, OrganisationClass, OrganisationScope, Role, RoleGrant, visible_cases};
use casework::{
    file::Band,
    store::{ListQuery, Whose, push_list},
};
use jiff::Timestamp;
use record::{AccountId, CaseId, OrganisationId, PersonId, StaffId, TeamId};
use store::{Sql, Store};
use testing::databases::on_sqlite;

use crate::support::migrations;

fn moment() -> Moment {
    let now: Timestamp = testing::web::OPENING.parse().unwrap();
    Moment::new(now, testing::day("2026-11-23"))
}

fn actor(role: Role) -> Actor {
    let class = match role {
        Role::Senco => OrganisationClass::Setting,
        _ => OrganisationClass::LocalAuthority,
    };
    let scope = OrganisationScope { id: OrganisationId::from_parts(1, 1), class, active: true, withheld: Vec::new() };
    let mut grant = RoleGrant::alone(role);
    if !role.is_family() {
        grant.organisation = Some(scope);
        grant.teams = vec![TeamId::from_parts(1, 2)];
    }
    Actor { account: Some(AccountId::from_parts(1, 3)), person: Some(PersonId::from_parts(1, 4)), roles: vec![grant] }
}

async fn plan(store: &Store, sql: Sql) -> Vec<String> {
    let rows = sql.rows(store.reader()).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index::<String>(3).unwrap()).collect()
}

#[track_caller]
fn goes_by_index(what: &str, plan: &[String]) {
    let scans: Vec<_> = plan
        .iter()
        .filter(|step| step.starts_with("SCAN c") || step.starts_with("SCAN case_file") || step.contains("SCAN case_"))
        .filter(|step| !step.contains("USING COVERING INDEX") && !step.contains("USING INDEX"))
        .collect();
    assert!(scans.is_empty(), "{what} reads every case:\n{}", plan.join("\n"));
}

async fn lists_go_by_index(store: Store) {
    let after = Some((Some(testing::day("2026-12-01")), CaseId::from_parts(1, 5)));
    for role in [Role::Coordinator, Role::Manager, Role::Senco, Role::ParentWithResponsibility, Role::PanelMember] {
        let filter = visible_cases(&actor(role), moment());
        for whose in [
            Whose::Everybody,
            Whose::Teams(vec![TeamId::from_parts(1, 2)]),
            Whose::Staff(vec![StaffId::from_parts(1, 6)]),
        ] {
            for after in [None, after] {
                let query = ListQuery { band: Some(Band::Requests), whose: whose.clone(), after, limit: 26 };
                let mut sql = Sql::new("EXPLAIN QUERY PLAN ");
                push_list(&mut sql, &filter, &query).unwrap();
                let steps = plan(&store, sql).await;
                goes_by_index(&format!("the list of {role:?}, {whose:?}"), &steps);
                assert!(
                    whose == Whose::Everybody || !steps.iter().any(|step| step.contains("TEMP B-TREE FOR ORDER BY")),
                    "the list of {role:?} is sorted after reading:\n{}",
                    steps.join("\n")
                );
            }
        }
    }
}

async fn pages_go_by_index(store: Store) {
    for (what, sql) in [
        ("a case", "SELECT * FROM case_file c WHERE c.id = 'x'"),
        ("a reference", "SELECT c.id FROM case_file c WHERE c.reference = 'x'"),
        ("a child's cases", "SELECT * FROM case_file c WHERE c.child = 'x' ORDER BY c.id DESC"),
        (
            "whom to tell",
            "SELECT officer, COUNT(*) FROM case_file WHERE next_step_on <= 'x' AND officer IS NOT NULL GROUP BY officer ORDER BY officer",
        ),
        ("a team's load", "SELECT COUNT(*) FROM case_file c WHERE c.team = 'x' AND c.band = 'requests'"),
        ("an account's requests", "SELECT case_id FROM case_contact WHERE account = 'x' ORDER BY case_id DESC"),
        ("matches", "SELECT m.score FROM case_match m WHERE m.answer IS NULL AND m.case_id = 'x'"),
        ("notices", "SELECT recipient FROM case_notice WHERE case_id = 'x'"),
    ] {
        let steps = plan(&store, Sql::new(format!("EXPLAIN QUERY PLAN {sql}"))).await;
        assert!(steps.iter().all(|step| !step.starts_with("SCAN")), "{what}:\n{}", steps.join("\n"));
    }
}

#[test]
fn every_list_goes_by_index() {
    on_sqlite(&migrations(), lists_go_by_index);
}

#[test]
fn every_page_goes_by_index() {
    on_sqlite(&migrations(), pages_go_by_index);
}
