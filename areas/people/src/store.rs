//! The area's own SQL: answers about matches and addresses, and the few questions that the platform's tables are asked
//! here alone. What is personal takes a permit, as in the platform's own functions.

pub mod address_answers;
pub mod audit_log;
pub mod history;
pub mod match_answers;
pub mod members;
pub mod protection;
pub mod search;

use ::store::{Sql, StoreError, StoreResult, Tx};

/// Lets a form be sent again whose first sending was not kept.
pub async fn release_submission(tx: &Tx, id: &str) -> StoreResult<()> {
    Sql::new("DELETE FROM submission WHERE id = $1 AND result IS NULL").bind(id).execute(tx).await?;
    Ok(())
}

/// Reads an id, a date or an instant back.
fn read<T: std::str::FromStr>(what: &str, text: &str) -> StoreResult<T>
where
    T::Err: std::fmt::Display,
{
    text.parse().map_err(|error: T::Err| StoreError::unreadable(what, error))
}
