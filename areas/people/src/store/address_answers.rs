//! What the family said about a new address: right, or wrong.

use ::store::{Connection, Sql, StoreResult, Tx, instant_text};
use jiff::Timestamp;
use record::AddressId;
use std::collections::BTreeMap;

use super::read;

/// What was said about an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// False when they said that it is wrong.
    pub is_right: bool,
    /// The account that said so.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// Keeps an answer; a later one takes its place.
pub async fn keep(tx: &Tx, address: AddressId, is_right: bool, by: &str, at: Timestamp) -> StoreResult<()> {
    Sql::new(
        "INSERT INTO address_answer (address, answer, answered_by, answered_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (address) DO UPDATE SET answer = excluded.answer, answered_by = excluded.answered_by, \
         answered_at = excluded.answered_at",
    )
    .bind(address.to_string())
    .bind(if is_right { "right" } else { "wrong" })
    .bind(by)
    .bind(instant_text(at))
    .execute(tx)
    .await?;
    Ok(())
}

/// What was said about these addresses.
pub async fn of(conn: &impl Connection, addresses: &[AddressId]) -> StoreResult<BTreeMap<AddressId, Said>> {
    let mut sql = Sql::new("SELECT address, answer, answered_by, answered_at FROM address_answer WHERE address IN (");
    sql.push_values(addresses.iter().map(ToString::to_string)).push(")");
    let rows = sql.rows(conn).await?;
    rows.iter()
        .map(|row| {
            let said = Said {
                is_right: row.try_get_by_index::<String>(1)? == "right",
                by: row.try_get_by_index(2)?,
                at: read("address_answer.answered_at", &row.try_get_by_index::<String>(3)?)?,
            };
            Ok((read("address_answer.address", &row.try_get_by_index::<String>(0)?)?, said))
        })
        .collect()
}
