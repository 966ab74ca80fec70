//! Idempotent form posts: a form carries a hidden id, and the second post of the same id gets the first one's result.
//!
//! In one transaction: [`begin`]; when it says [`Submission::Again`], answer with that result; otherwise do the work,
//! then [`finish`]. Two posts at once wait for each other in the database.

use jiff::Timestamp;
use serde_json::Value;

use crate::columns::instant_text;
use crate::{Connection, Sql, StoreError, StoreResult, Tx};

/// Whether a post is the first of its id.
#[derive(Debug, Clone, PartialEq)]
pub enum Submission {
    /// Nobody has posted it before: go on.
    First,
    /// It was posted before, with this result.
    Again(Value),
}

/// Claims the id for this transaction.
pub async fn begin(tx: &Tx, id: &str, form: &str, author: &str, at: Timestamp) -> StoreResult<Submission> {
    let fresh = Sql::new(
        "INSERT INTO submission (id, form, author, result, at) VALUES ($1, $2, $3, NULL, $4) ON CONFLICT (id) DO NOTHING",
    )
    .bind(id)
    .bind(form)
    .bind(author)
    .bind(instant_text(at))
    .execute(tx)
    .await?;
    if fresh == 1 {
        return Ok(Submission::First);
    }
    let row = Sql::new("SELECT result FROM submission WHERE id = $1 AND form = $2 AND author = $3")
        .bind(id)
        .bind(form)
        .bind(author)
        .row(tx)
        .await?;
    let Some(row) = row else {
        return Err(StoreError::Refused("this form was already sent by somebody else".to_owned()));
    };
    match row.try_get_by_index::<Option<String>>(0)? {
        Some(text) => serde_json::from_str(&text)
            .map(Submission::Again)
            .map_err(|error| StoreError::unreadable("submission.result", error)),
        // Begun and committed without a result: the caller left out `finish`.
        None => Ok(Submission::Again(Value::Null)),
    }
}

/// The result of a post that this author made, if it was made. Reads only; claims nothing.
pub async fn find(conn: &impl Connection, id: &str, form: &str, author: &str) -> StoreResult<Option<Value>> {
    let row = Sql::new("SELECT result FROM submission WHERE id = $1 AND form = $2 AND author = $3")
        .bind(id)
        .bind(form)
        .bind(author)
        .row(conn)
        .await?;
    let text = row.map(|row| row.try_get_by_index::<Option<String>>(0)).transpose()?.flatten();
    text.map(|text| serde_json::from_str(&text).map_err(|error| StoreError::unreadable("submission.result", error)))
        .transpose()
}

/// Keeps the result (usually the address of the next page) for later posts of the same id.
pub async fn finish(tx: &Tx, id: &str, result: &Value) -> StoreResult<()> {
    Sql::new("UPDATE submission SET result = $1 WHERE id = $2").bind(result.to_string()).bind(id).execute(tx).await?;
    Ok(())
}

/// Forgets submissions older than an instant. Returns how many.
pub async fn forget_before(tx: &Tx, before: Timestamp) -> StoreResult<u64> {
    Sql::new("DELETE FROM submission WHERE at < $1").bind(instant_text(before)).execute(tx).await
}
