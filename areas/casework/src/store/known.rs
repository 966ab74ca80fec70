//! Children for whom somebody may ask, in one query with the access policy's own filter in it.

use ::access::CaseFilter;
use ::store::{
    Connection, Sql, StoreError, StoreResult, date_text,
    visible::{CaseColumns, push_filter},
};
use jiff::civil::Date;
use record::{OrganisationId, Person, PersonId};

/// Among whom to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Candidates {
    /// The children on a setting's roll.
    OnRoll(OrganisationId),
    /// The children linked to this person, and themselves.
    LinkedTo(PersonId),
    /// One.
    One(PersonId),
}

/// Those of the candidates whom the filter lets through, in the order of their names.
pub async fn children_to_ask_for(
    conn: &impl Connection,
    filter: &CaseFilter,
    candidates: &Candidates,
    on: Date,
) -> StoreResult<Vec<Person>> {
    let day = date_text(on);
    // The alias is one that the filter does not use.
    let mut sql = Sql::new("SELECT w.record FROM person w WHERE ");
    match candidates {
        Candidates::OnRoll(setting) => {
            sql.push("w.id IN (SELECT o.person FROM enrolment o WHERE o.setting = ").push_value(setting.to_string());
            sql.push(" AND o.valid_from <= ").push_value(day.clone());
            sql.push(" AND (o.valid_to IS NULL OR o.valid_to >= ").push_value(day).push("))");
        }
        Candidates::LinkedTo(person) => {
            sql.push("(w.id = ").push_value(person.to_string());
            sql.push(" OR w.id IN (SELECT o.child FROM relationship o WHERE o.party_kind = 'person' AND o.party = ");
            sql.push_value(person.to_string()).push("))");
        }
        Candidates::One(person) => {
            sql.push("w.id = ").push_value(person.to_string());
        }
    }
    sql.push(" AND ");
    push_filter(&mut sql, filter, CaseColumns { case: "w.id", child: "w.id" })?;
    sql.push(" ORDER BY w.sort_key, w.id");
    let rows = sql.rows(conn).await?;
    rows.iter()
        .map(|row| {
            let text: String = row.try_get_by_index(0)?;
            serde_json::from_str(&text).map_err(|error| StoreError::unreadable("person.record", error))
        })
        .collect()
}
