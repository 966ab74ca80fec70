//! Adding to the chain.

use sea_orm::{EntityTrait, IntoActiveModel};

use super::seal::{self, AuditEvent};
use crate::entities::audit;
use crate::{Sql, StoreError, StoreResult, Tx};

/// Rows per statement: 17 columns, well within what either database binds at once.
const CHUNK: usize = 1_000;

/// Records one event. Returns its sequence.
pub async fn append(tx: &Tx, event: &AuditEvent) -> StoreResult<i64> {
    append_many(tx, std::slice::from_ref(event)).await
}

/// Records many events in their order. Returns the last sequence.
pub async fn append_many(tx: &Tx, events: &[AuditEvent]) -> StoreResult<i64> {
    // Raising the number first locks the head row until this transaction ends, so that the chain never forks.
    let head = Sql::new("UPDATE audit_head SET sequence = sequence + $1 WHERE id = 1 RETURNING sequence, hash")
        .bind(i64::try_from(events.len()).unwrap_or(i64::MAX))
        .row(tx)
        .await?
        .ok_or_else(|| StoreError::Damaged("the head of the audit chain is missing".to_owned()))?;
    let last: i64 = head.try_get_by_index(0)?;
    let mut hash: String = head.try_get_by_index(1)?;
    let mut sequence = last - events.len() as i64;
    for chunk in events.chunks(CHUNK) {
        let mut rows = Vec::with_capacity(chunk.len());
        for event in chunk {
            sequence += 1;
            let row = seal::row(event, sequence, &hash);
            hash.clone_from(&row.hash);
            rows.push(row.into_active_model());
        }
        audit::Entity::insert_many(rows).exec_without_returning(tx.connection()).await?;
    }
    Sql::new("UPDATE audit_head SET hash = $1 WHERE id = 1").bind(hash).execute(tx).await?;
    Ok(last)
}
