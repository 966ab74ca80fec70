//! People on record who may be the child of a request.

use ::store::{Connection, Sql, StoreError, StoreResult, Tx, instant_text, people::PossibleMatch};
use jiff::Timestamp;
use record::{CaseId, PersonId};

/// Somebody who may be the child, with the reasons.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PossibleChild {
    /// The person on record.
    pub candidate: PersonId,
    /// How alike, out of 100.
    pub score: i64,
    /// Why, one sentence each.
    pub reasons: Vec<String>,
    /// "same" or "different", once an officer has said.
    pub answer: Option<String>,
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

/// The likely matches of a case, the likeliest first.
pub async fn matches(conn: &impl Connection, case: CaseId) -> StoreResult<Vec<PossibleChild>> {
    let rows = Sql::new(
        "SELECT candidate, score, reasons, answer FROM case_match WHERE case_id = $1 ORDER BY score DESC, candidate",
    )
    .bind(case.to_string())
    .rows(conn)
    .await?;
    rows.iter()
        .map(|row| {
            let candidate: String = row.try_get_by_index(0)?;
            let reasons: String = row.try_get_by_index(2)?;
            Ok(PossibleChild {
                candidate: candidate.parse().map_err(|error| StoreError::unreadable("case_match.candidate", error))?,
                score: row.try_get_by_index(1)?,
                reasons: serde_json::from_str(&reasons)
                    .map_err(|error| StoreError::unreadable("case_match.reasons", error))?,
                answer: row.try_get_by_index(3)?,
            })
        })
        .collect()
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
