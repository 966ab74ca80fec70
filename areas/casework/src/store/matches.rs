//! People on record who may be the child of a request.

use ::access::{Permit, SearchPeople};
use ::store::{Connection, Sql, StoreError, StoreResult, Tx, date_text, instant_text, people::PossibleMatch};
use jiff::{Timestamp, civil::Date};
use record::{CaseId, Person, PersonId};

/// Somebody who may be the child, with the reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PossibleChild {
    /// The person on record.
    pub person: Person,
    /// How alike, out of 100.
    pub score: i64,
    /// Why, one sentence each.
    pub reasons: Vec<String>,
}

/// Keeps the likely matches of a new request.
pub async fn save_matches(tx: &Tx, case: CaseId, found: &[PossibleMatch]) -> StoreResult<()> {
    for one in found.iter().take(10) {
        let reasons: Vec<String> = one.likeness.reasons.iter().map(ToString::to_string).collect();
        let reasons =
            serde_json::to_string(&reasons).map_err(|error| StoreError::unreadable("case_match.reasons", error))?;
        Sql::new("INSERT INTO case_match (case_id, candidate, score, reasons) VALUES ($1, $2, $3, $4)")
            .bind(case.to_string())
            .bind(one.person.id.to_string())
            .bind(i64::from(one.likeness.score))
            .bind(reasons)
            .execute(tx)
            .await?;
    }
    Ok(())
}

/// Whether an officer has yet to say of anybody whether they are the child.
pub async fn has_open_matches(conn: &impl Connection, case: CaseId) -> StoreResult<bool> {
    let sql = Sql::new("SELECT 1 FROM case_match WHERE case_id = $1 AND answer IS NULL LIMIT 1");
    Ok(sql.bind(case.to_string()).row(conn).await?.is_some())
}

/// The matches of a case that nobody has answered yet, the likeliest first. Records that are locked to the reader are
/// left out, and of protected addresses not even the postcode is hinted at.
pub async fn open_matches(
    conn: &impl Connection,
    permit: &Permit<SearchPeople>,
    case: CaseId,
    on: Date,
) -> StoreResult<Vec<PossibleChild>> {
    let day = date_text(on);
    let mut sql = Sql::new(
        "SELECT m.score, m.reasons, w.record, EXISTS (SELECT 1 FROM address h WHERE h.person = w.id AND h.protected) ",
    );
    sql.push("FROM case_match m JOIN person w ON w.id = m.candidate WHERE m.answer IS NULL AND m.case_id = ");
    sql.push_value(case.to_string());
    sql.push(" AND (NOT EXISTS (SELECT 1 FROM access_fact x WHERE x.subject = m.candidate AND x.kind = 'locked'");
    holds(&mut sql, "x", &day);
    sql.push(") OR EXISTS (SELECT 1 FROM access_fact y WHERE y.subject = m.candidate AND y.kind = 'admitted-to-locked' AND y.holder = ");
    sql.push_value(permit.by().map(|account| account.to_string()).unwrap_or_default());
    holds(&mut sql, "y", &day);
    sql.push(")) ORDER BY m.score DESC, m.candidate");
    let rows = sql.rows(conn).await?;
    rows.iter()
        .map(|row| {
            let (reasons, record): (String, String) = (row.try_get_by_index(1)?, row.try_get_by_index(2)?);
            let mut reasons: Vec<String> =
                serde_json::from_str(&reasons).map_err(|error| StoreError::unreadable("case_match.reasons", error))?;
            if row.try_get_by_index::<bool>(3)? {
                reasons.retain(|reason| !reason.contains("postcode"));
            }
            let person =
                serde_json::from_str(&record).map_err(|error| StoreError::unreadable("person.record", error))?;
            Ok(PossibleChild { person, score: row.try_get_by_index(0)?, reasons })
        })
        .collect()
}

fn holds(sql: &mut Sql, alias: &str, day: &str) {
    sql.push(&format!(" AND {alias}.valid_from <= ")).push_value(day);
    sql.push(&format!(" AND ({alias}.valid_to IS NULL OR {alias}.valid_to >= ")).push_value(day).push(")");
}

/// Keeps an officer's answer about one of them. False when there was no such match.
pub async fn answer_match(
    tx: &Tx,
    case: CaseId,
    candidate: PersonId,
    same: bool,
    by: &str,
    at: Timestamp,
) -> StoreResult<bool> {
    let rows = Sql::new(
        "UPDATE case_match SET answer = $1, answered_by = $2, answered_at = $3 WHERE case_id = $4 AND candidate = $5",
    )
    .bind(if same { "same" } else { "different" })
    .bind(by)
    .bind(instant_text(at))
    .bind(case.to_string())
    .bind(candidate.to_string())
    .execute(tx)
    .await?;
    Ok(rows == 1)
}
