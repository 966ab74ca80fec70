//! The audit as a person reads it.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::seal::{self, AuditEvent};
use crate::entities::audit;
use crate::{Connection, StoreResult};

/// A row of the audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditRow {
    /// Its place in the chain; the next page begins before it.
    pub sequence: i64,
    /// What it records.
    pub event: AuditEvent,
}

/// Who looked at or changed a child's record: newest first, before a sequence for the next page.
pub async fn for_child(
    conn: &impl Connection,
    child: &str,
    before: Option<i64>,
    limit: u64,
) -> StoreResult<Vec<AuditRow>> {
    page(conn, audit::Column::Child.eq(child), before, limit).await
}

/// What an account did: newest first, before a sequence for the next page.
pub async fn by_account(
    conn: &impl Connection,
    account: &str,
    before: Option<i64>,
    limit: u64,
) -> StoreResult<Vec<AuditRow>> {
    page(conn, audit::Column::Account.eq(account), before, limit).await
}

async fn page(
    conn: &impl Connection,
    whose: sea_orm::sea_query::SimpleExpr,
    before: Option<i64>,
    limit: u64,
) -> StoreResult<Vec<AuditRow>> {
    let rows = audit::Entity::find()
        .filter(whose)
        .filter(audit::Column::Sequence.lt(before.unwrap_or(i64::MAX)))
        .order_by_desc(audit::Column::Sequence)
        .limit(limit)
        .all(conn)
        .await?;
    rows.into_iter().map(|row| Ok(AuditRow { sequence: row.sequence, event: seal::event(row)? })).collect()
}
