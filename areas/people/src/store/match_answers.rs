//! Whether two records are one person, as somebody has judged. Nothing is merged: both records stay, and each names the
//! other.

use ::store::{
    Connection, Sql, StoreResult, Tx,
    changes::{self, Change},
    instant_text,
};
use jiff::Timestamp;
use record::PersonId;
use serde_json::json;

use super::read;

/// A judgement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// One person with two records.
    Same,
    /// Two people.
    Different,
}

impl Answer {
    const fn code(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
        }
    }
}

/// A judgement about one other record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged {
    /// The other record.
    pub other: PersonId,
    /// One person or two.
    pub answer: Answer,
    /// Why, in the words of whoever judged.
    pub words: String,
    /// The account that judged.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

fn pair(one: PersonId, other: PersonId) -> (PersonId, PersonId) {
    if one < other { (one, other) } else { (other, one) }
}

/// Keeps a judgement, with its entry in the change log. A later one takes its place; the log keeps both.
pub async fn judge(
    tx: &Tx,
    one: PersonId,
    other: PersonId,
    answer: Answer,
    words: &str,
    by: &str,
    at: Timestamp,
) -> StoreResult<()> {
    let (first, second) = pair(one, other);
    let before = about(tx, first).await?.into_iter().find(|judged| judged.other == second);
    if before.as_ref().is_some_and(|judged| judged.answer == answer && judged.words == words) {
        return Ok(());
    }
    Sql::new(
        "INSERT INTO match_answer (one, other, answer, words, answered_by, answered_at) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (one, other) DO UPDATE SET answer = excluded.answer, words = excluded.words, \
         answered_by = excluded.answered_by, answered_at = excluded.answered_at",
    )
    .bind(first.to_string())
    .bind(second.to_string())
    .bind(answer.code())
    .bind(words)
    .bind(by)
    .bind(instant_text(at))
    .execute(tx)
    .await?;
    let change = Change {
        table: "match_answer".to_owned(),
        row_id: format!("{first}/{second}"),
        before: before.map(|judged| json!({ "answer": judged.answer.code(), "words": judged.words })),
        after: Some(json!({ "answer": answer.code(), "words": words })),
        author: by.to_owned(),
        at,
    };
    changes::record(tx, &change).await
}

/// Every judgement about a record.
pub async fn about(conn: &impl Connection, person: PersonId) -> StoreResult<Vec<Judged>> {
    let rows = Sql::new(
        "SELECT one, other, answer, words, answered_by, answered_at FROM match_answer WHERE one = $1 OR other = $2 \
         ORDER BY answered_at, one, other",
    )
    .bind(person.to_string())
    .bind(person.to_string())
    .rows(conn)
    .await?;
    rows.iter()
        .map(|row| {
            let one: PersonId = read("match_answer.one", &row.try_get_by_index::<String>(0)?)?;
            let other: PersonId = read("match_answer.other", &row.try_get_by_index::<String>(1)?)?;
            Ok(Judged {
                other: if one == person { other } else { one },
                answer: if row.try_get_by_index::<String>(2)? == "same" { Answer::Same } else { Answer::Different },
                words: row.try_get_by_index(3)?,
                by: row.try_get_by_index(4)?,
                at: read("match_answer.answered_at", &row.try_get_by_index::<String>(5)?)?,
            })
        })
        .collect()
}
