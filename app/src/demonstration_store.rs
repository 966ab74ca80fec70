//! Writes the demonstration county into a new database, in bulk.
//!
//! The generator makes plain rows; here they become what the store and the areas keep: people and organisations,
//! accounts with their roles, the event log, the case files that lists are read from, and the audit of it all.

use std::collections::{BTreeMap, BTreeSet};

use access::{Fact, Role};
use calendar::Calendar;
use casework::file::CaseFile;
use casework_rules::{Case, Event};
use demonstration::{Author, County};
use jiff::Timestamp;
use rayon::prelude::*;
use record::{
    Allocation, AllocationId, AllocationSubject, AllocationTo, CaseId, OrganisationId, OrganisationKind, Period,
    PersonId, StaffId, TeamId,
};
use store::{
    DatabaseUrl, Load, Options, Store, StoreError, StoreResult, Tx,
    audit::{AuditEvent, Decision},
    bulk, date_text, facts, instant_text, people,
    sea_orm::Value,
};

use ulid::Ulid;

use crate::wiring;

/// What the rows of the county's making say made them.
const MAKER: &str = "system:demonstration";

/// Writes the county into a database that must not exist yet. `tell` hears what is being written.
pub async fn write(
    county: &County,
    url: &DatabaseUrl,
    now: Timestamp,
    tell: &(dyn Fn(&str) + Send + Sync),
) -> StoreResult<Store> {
    tell("Making the tables");
    let load = Load::begin(url, Options::default(), &wiring::migrations(), &store::no_progress).await?;
    let tx = load.store().begin().await?;
    tell("Writing people and schools");
    people::insert_many(&tx, &county.organisations).await?;
    people::insert_many(&tx, &county.teams).await?;
    people::insert_many(&tx, &county.staff).await?;
    people::insert_many(&tx, &county.persons).await?;
    people::insert_many(&tx, &county.addresses).await?;
    people::insert_many(&tx, &county.contacts).await?;
    people::insert_many(&tx, &county.relationships).await?;
    people::insert_many(&tx, &county.enrolments).await?;
    people::insert_many(&tx, &county.care_spells).await?;
    people::insert_many(&tx, &county.consents).await?;
    people::insert_many(&tx, &county.capacity).await?;
    tell("Writing accounts");
    accounts(&tx, county, now).await?;
    tell("Writing events");
    events(&tx, county).await?;
    tell("Working out every case's dates");
    let teams = teams_of_staff(county);
    let files = case_files(county, &teams)?;
    bulk::insert(
        &tx,
        "case_file",
        &casework::store::BULK_COLUMNS,
        files.iter().map(casework::store::bulk_row).collect::<StoreResult<Vec<_>>>()?,
    )
    .await?;
    let given = allocations(county, &teams);
    people::insert_many(&tx, &given).await?;
    responsibility(&tx, county).await?;
    tell("Writing the audit");
    audit(&tx, county, now).await?;
    tx.commit().await?;
    tell("Making the indexes");
    load.finish(&store::no_progress).await
}

async fn accounts(tx: &Tx, county: &County, now: Timestamp) -> StoreResult<()> {
    let columns = ["id", "email", "email_key", "display_name", "person", "totp_last_step", "passkeys", "created_at"];
    let rows = county.accounts.iter().map(|account| {
        let email = account.email.to_string();
        [
            account.id.to_string().into(),
            email.clone().into(),
            store::accounts::email_key(&email).into(),
            account.name.clone().into(),
            Value::from(account.person.map(|id| id.to_string())),
            0_i64.into(),
            "[]".into(),
            instant_text(now).into(),
        ]
    });
    bulk::insert(tx, "account", &columns, rows).await?;
    let columns = ["id", "account", "role", "organisation", "valid_from", "granted_by", "scopes"];
    let from = date_text(county.times.begins.civil());
    let rows = county.accounts.iter().flat_map(|account| {
        let from = from.clone();
        roles(account.role).into_iter().enumerate().map(move |(index, role)| {
            [
                format!("{}-{index}", account.id).into(),
                account.id.to_string().into(),
                role.code().into(),
                Value::from(account.organisation.map(|id| id.to_string())),
                from.clone().into(),
                MAKER.into(),
                "[]".into(),
            ]
        })
    });
    bulk::insert(tx, "account_role", &columns, rows).await?;
    Ok(())
}

/// A family's account may play any family part; which holds for which child is a matter of relationship. A SENCO also
/// answers for the setting when it is consulted.
fn roles(role: Role) -> Vec<Role> {
    match role {
        role if role.is_family() => {
            vec![Role::YoungPerson, Role::ParentWithResponsibility, Role::ParentOrCarer, Role::Supporter]
        }
        Role::Senco => vec![Role::Senco, Role::ConsultedSetting],
        other => vec![other],
    }
}

async fn events(tx: &Tx, county: &County) -> StoreResult<()> {
    let accounts: BTreeMap<StaffId, String> =
        county.accounts.iter().filter_map(|account| Some((account.staff?, account.id.to_string()))).collect();
    let columns = ["stream", "sequence", "kind", "happened_on", "recorded_at", "author", "data"];
    let rows = county.events.iter().map(|event| {
        let author = match event.author {
            Author::Staff(id) => accounts.get(&id).cloned().unwrap_or_else(|| event.author.to_string()),
            Author::Person(_) | Author::Service => event.author.to_string(),
        };
        let stream =
            county.cases.get(event.case as usize).map(|case| casework::store::stream(case.id)).unwrap_or_default();
        [
            stream.into(),
            i64::from(event.sequence).into(),
            event.kind.tag().into(),
            date_text(event.on).into(),
            instant_text(event.recorded_at).into(),
            author.into(),
            event.json.clone().into(),
        ]
    });
    bulk::insert(tx, "event", &columns, rows).await?;
    Ok(())
}

fn teams_of_staff(county: &County) -> BTreeMap<StaffId, TeamId> {
    county.staff.iter().filter_map(|post| Some((post.id, *post.teams.first()?))).collect()
}

/// The file of every case, from its events, as casework itself makes it.
fn case_files(county: &County, teams: &BTreeMap<StaffId, TeamId>) -> StoreResult<Vec<CaseFile>> {
    let calendar = Calendar::england();
    county
        .cases
        .par_iter()
        .map(|row| {
            let mut case = Case::new();
            for event in county.events.iter().skip(row.first_event).take(row.events) {
                let event: Event = serde_json::from_str(&event.json)
                    .map_err(|error| StoreError::unreadable("a generated event", error))?;
                case = case.apply(&event);
            }
            let team = teams.get(&row.coordinator).copied();
            CaseFile::of(row.id, &case, team, &calendar)
                .ok_or_else(|| StoreError::unreadable("a generated case", row.id))
        })
        .collect()
}

/// The generator's allocations of cases to co-ordinators, each case's to the co-ordinator's team, and with each the
/// child's, as casework gives them.
fn allocations(county: &County, teams: &BTreeMap<StaffId, TeamId>) -> Vec<Allocation> {
    let mut all = county.allocations.clone();
    all.extend(county.cases.iter().filter_map(|row| {
        let from = county.events.get(row.first_event)?.on;
        Some(Allocation {
            id: AllocationId::from(turned(row.id.ulid(), 1)),
            subject: AllocationSubject::Case(row.id),
            to: AllocationTo::Team(*teams.get(&row.coordinator)?),
            period: Period::since(from),
        })
    }));
    let children: BTreeMap<CaseId, PersonId> = county.cases.iter().map(|row| (row.id, row.child)).collect();
    let of_children: Vec<Allocation> = all
        .iter()
        .filter_map(|given| match given.subject {
            AllocationSubject::Case(case) => {
                let subject = AllocationSubject::Child(*children.get(&case)?);
                Some(Allocation { id: AllocationId::from(turned(given.id.ulid(), 2)), subject, ..given.clone() })
            }
            AllocationSubject::Child(_) => None,
        })
        .collect();
    all.extend(of_children);
    all
}

/// The number with some of its high random bits turned: as unique, and the same on every machine.
fn turned(ulid: Ulid, bits: u128) -> Ulid {
    Ulid::from_parts(ulid.timestamp_ms(), ulid.random() ^ (bits << 77))
}

/// The county council is responsible for every child who has a case or is on a roll.
async fn responsibility(tx: &Tx, county: &County) -> StoreResult<()> {
    let Some(authority) = home(county) else { return Ok(()) };
    let fact = Fact::Responsible(authority);
    let period = Period::since(county.times.begins.civil());
    let rows = children(county)
        .into_iter()
        .filter_map(|child| facts::bulk_row(facts::Subject::Child(child), &fact, period, MAKER));
    bulk::insert(tx, "access_fact", &facts::BULK_COLUMNS, rows).await?;
    Ok(())
}

fn children(county: &County) -> BTreeSet<PersonId> {
    county
        .cases
        .iter()
        .map(|case| case.child)
        .chain(county.enrolments.iter().map(|enrolment| enrolment.person))
        .collect()
}

fn home(county: &County) -> Option<OrganisationId> {
    let with_teams: BTreeSet<OrganisationId> = county.teams.iter().map(|team| team.organisation).collect();
    county
        .organisations
        .iter()
        .find(|body| matches!(body.kind, OrganisationKind::LocalAuthority { .. }) && with_teams.contains(&body.id))
        .map(|body| body.id)
}

/// One row for each child whose record was made, sealed like any other.
async fn audit(tx: &Tx, county: &County, now: Timestamp) -> StoreResult<()> {
    let rows: Vec<AuditEvent> = children(county)
        .into_iter()
        .map(|child| AuditEvent {
            at: now,
            account: MAKER.to_owned(),
            role: "machine-client".to_owned(),
            relationship: String::new(),
            action: "create-person".to_owned(),
            resource: format!("person:{child}"),
            child: Some(child.to_string()),
            fields_class: "everything".to_owned(),
            purpose: "make the demonstration county".to_owned(),
            ip: String::new(),
            session: String::new(),
            request_id: String::new(),
            decision: Decision::Permitted,
            break_glass: None,
        })
        .collect();
    store::audit::append_many(tx, &rows).await?;
    Ok(())
}
