//! Walking the chain.

use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use super::anchors;
use super::seal;
use crate::entities::{audit, audit_head};
use crate::{Connection, Progress, StoreError, StoreResult};

const PAGE: u64 = 5_000;

/// The end of the chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The last sequence; 0 when nothing was recorded yet.
    pub sequence: i64,
    /// The hash of the last row; empty when nothing was recorded yet.
    pub hash: String,
}

/// What a walk found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verified {
    /// Every row is as it was written.
    Whole(Head),
    /// Somebody changed the table.
    Tampered(Tampering),
}

/// The first thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tampering {
    /// Where.
    pub sequence: i64,
    /// What, as a sentence.
    pub what: String,
}

impl Tampering {
    fn at(sequence: i64, what: &str) -> Verified {
        Verified::Tampered(Self { sequence, what: what.to_owned() })
    }
}

/// The end of the chain as the head row has it.
pub async fn head(conn: &impl Connection) -> StoreResult<Head> {
    let row = audit_head::Entity::find_by_id(1)
        .one(conn)
        .await?
        .ok_or_else(|| StoreError::Damaged("the head of the audit chain is missing".to_owned()))?;
    Ok(Head { sequence: row.sequence, hash: row.hash })
}

/// Walks the whole chain. Give it a [`crate::Store::snapshot`], so that rows added meanwhile do not confuse it.
pub async fn verify(conn: &impl Connection, progress: Progress<'_>) -> StoreResult<Verified> {
    walk(conn, 0, String::new(), progress).await
}

/// Walks the last rows only, for a quick check.
pub async fn verify_tail(conn: &impl Connection, rows: i64) -> StoreResult<Verified> {
    let end = head(conn).await?;
    let from = (end.sequence - rows).max(0);
    if from == 0 {
        return walk(conn, 0, String::new(), &crate::no_progress).await;
    }
    match audit::Entity::find_by_id(from).one(conn).await? {
        Some(row) => walk(conn, from, row.hash, &crate::no_progress).await,
        None => Ok(Tampering::at(from, "This row is missing.")),
    }
}

async fn walk(conn: &impl Connection, from: i64, start: String, progress: Progress<'_>) -> StoreResult<Verified> {
    let end = head(conn).await?;
    let anchors = anchors::by_sequence(conn, from).await?;
    let mut anchors = anchors.iter().peekable();
    let (mut last, mut hash) = (from, start);
    loop {
        let rows = audit::Entity::find()
            .filter(audit::Column::Sequence.gt(last))
            .order_by_asc(audit::Column::Sequence)
            .limit(PAGE)
            .all(conn)
            .await?;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            if row.sequence != last + 1 {
                return Ok(Tampering::at(last + 1, "This row is missing."));
            }
            if row.prev_hash != hash {
                return Ok(Tampering::at(row.sequence, "This row does not follow the one before it."));
            }
            if row.hash != seal::hash(&row) {
                return Ok(Tampering::at(row.sequence, "This row was changed after it was written."));
            }
            while let Some(anchor) = anchors.next_if(|anchor| anchor.sequence == row.sequence) {
                if anchor.hash != row.hash {
                    return Ok(Tampering::at(row.sequence, "The chain was rebuilt: this day's anchor does not fit."));
                }
            }
            last = row.sequence;
            hash = row.hash;
        }
        progress(last.unsigned_abs(), end.sequence.unsigned_abs(), "walking the audit chain");
    }
    if last < end.sequence || anchors.next().is_some() {
        return Ok(Tampering::at(last + 1, "The last rows are missing."));
    }
    if last != end.sequence || hash != end.hash {
        return Ok(Tampering::at(last, "The head of the chain does not fit its last row."));
    }
    Ok(Verified::Whole(Head { sequence: last, hash }))
}
