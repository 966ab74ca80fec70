//! What a search needs besides the people found: whom to leave out, and which children an adult belongs to.

use std::collections::{BTreeMap, BTreeSet};

use ::access::{Permit, SearchPeople};
use ::store::{Connection, Sql, StoreResult, date_text};
use jiff::civil::Date;
use record::{AccountId, PersonId, PersonName};

use super::read;

/// Those of these people whose record is locked on a day and does not open for this account.
pub async fn locked_to(
    conn: &impl Connection,
    account: AccountId,
    people: &[PersonId],
    on: Date,
) -> StoreResult<BTreeSet<PersonId>> {
    let mut sql = Sql::new("SELECT DISTINCT f.subject FROM access_fact f WHERE f.kind = 'locked' AND f.subject IN (");
    sql.push_values(people.iter().map(ToString::to_string)).push(")");
    holds(&mut sql, "f", on);
    sql.push(
        " AND NOT EXISTS (SELECT 1 FROM access_fact a WHERE a.kind = 'admitted-to-locked' AND a.subject = f.subject \
         AND a.holder = ",
    );
    sql.push_value(account.to_string());
    holds(&mut sql, "a", on);
    sql.push(")");
    let rows = sql.rows(conn).await?;
    rows.iter().map(|row| read("access_fact.subject", &row.try_get_by_index::<String>(0)?)).collect()
}

/// A child, as much as it takes to tell one from another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChildOf {
    /// The child.
    pub id: PersonId,
    /// Their name.
    pub name: PersonName,
    /// Their date of birth.
    pub born: Date,
}

/// The children that these adults are linked to on a day, by adult.
pub async fn children_of(
    conn: &impl Connection,
    _permit: &Permit<SearchPeople>,
    adults: &[PersonId],
    on: Date,
) -> StoreResult<BTreeMap<PersonId, Vec<ChildOf>>> {
    let mut sql = Sql::new(
        "SELECT r.party, p.record FROM relationship r JOIN person p ON p.id = r.child WHERE r.party_kind = 'person' \
         AND r.party IN (",
    );
    sql.push_values(adults.iter().map(ToString::to_string)).push(")");
    holds(&mut sql, "r", on);
    sql.push(" ORDER BY r.party, p.sort_key, p.id");
    let mut found: BTreeMap<PersonId, Vec<ChildOf>> = BTreeMap::new();
    for row in sql.rows(conn).await? {
        let adult = read("relationship.party", &row.try_get_by_index::<String>(0)?)?;
        let child = person(&row.try_get_by_index::<String>(1)?)?;
        let children = found.entry(adult).or_default();
        let child = ChildOf { id: child.id, name: child.name, born: child.born };
        if !children.contains(&child) {
            children.push(child);
        }
    }
    Ok(found)
}

/// The name of somebody who was found, from which the next page of a search begins.
pub async fn name_of(
    conn: &impl Connection,
    _permit: &Permit<SearchPeople>,
    id: PersonId,
) -> StoreResult<Option<PersonName>> {
    let row = Sql::new("SELECT record FROM person WHERE id = $1").bind(id.to_string()).row(conn).await?;
    row.map(|row| Ok(person(&row.try_get_by_index::<String>(0)?)?.name)).transpose()
}

fn person(text: &str) -> StoreResult<record::Person> {
    serde_json::from_str(text).map_err(|error| ::store::StoreError::unreadable("person.record", error))
}

/// Adds that a row holds on a day.
fn holds(sql: &mut Sql, alias: &str, on: Date) {
    sql.push(&format!(" AND {alias}.valid_from <= ")).push_value(date_text(on));
    sql.push(&format!(" AND ({alias}.valid_to IS NULL OR {alias}.valid_to >= ")).push_value(date_text(on)).push(")");
}
