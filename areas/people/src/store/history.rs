//! Every change of a person's record and of what belongs to it, newest first.

use ::access::{EditPerson, Permit};
use ::store::{Connection, Sql, StoreError, StoreResult, changes::Change};

use super::read;

/// A change and its place in the log; the next page begins before it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Its place.
    pub position: i64,
    /// What changed.
    pub change: Change,
}

/// What the log calls facts about a person, the table they are in, and its column that names the person.
const FACTS: [(&str, &str, &str); 7] = [
    ("address", "address", "person"),
    ("address_protection", "address", "person"),
    ("contact_point", "contact_point", "person"),
    ("relationship", "relationship", "child"),
    ("capacity_decision", "capacity_decision", "person"),
    ("consent", "consent", "about"),
    ("enrolment", "enrolment", "person"),
];

/// The changes of a child's record, before a place for the next page.
pub async fn of_child(
    conn: &impl Connection,
    permit: &Permit<EditPerson>,
    before: Option<i64>,
    limit: u64,
) -> StoreResult<Vec<Entry>> {
    let child = permit.child().map(|child| child.to_string()).unwrap_or_default();
    let mut sql = Sql::new(
        "SELECT position, table_name, row_id, before, after, author, at FROM change WHERE ((table_name = 'person' AND \
         row_id = ",
    );
    sql.push_value(child.as_str()).push(")");
    for (logged, table, column) in FACTS {
        sql.push(&format!(" OR (table_name = '{logged}' AND row_id IN (SELECT id FROM {table} WHERE {column} = "));
        sql.push_value(child.as_str()).push("))");
    }
    sql.push(") AND position < ").push_value(before.unwrap_or(i64::MAX));
    sql.push(" ORDER BY position DESC LIMIT ").push_value(i64::try_from(limit).unwrap_or(i64::MAX));
    let rows = sql.rows(conn).await?;
    rows.iter()
        .map(|row| {
            let value = |index| -> StoreResult<Option<serde_json::Value>> {
                let text: Option<String> = row.try_get_by_index(index)?;
                text.map(|text| serde_json::from_str(&text))
                    .transpose()
                    .map_err(|error| StoreError::unreadable("change", error))
            };
            Ok(Entry {
                position: row.try_get_by_index(0)?,
                change: Change {
                    table: row.try_get_by_index(1)?,
                    row_id: row.try_get_by_index(2)?,
                    before: value(3)?,
                    after: value(4)?,
                    author: row.try_get_by_index(5)?,
                    at: read("change.at", &row.try_get_by_index::<String>(6)?)?,
                },
            })
        })
        .collect()
}
