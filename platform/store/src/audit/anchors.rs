//! The end of the chain at the end of each day. Kept in the database, and exported so that it is kept elsewhere too.

use jiff::Timestamp;
use jiff::civil::Date;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

use crate::columns::{date_text, instant_text, read_date, read_instant};
use crate::entities::{audit, audit_anchor};
use crate::{Connection, Sql, StoreResult, Tx};

/// The last row of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    /// The day, by UTC.
    pub day: Date,
    /// The last sequence of that day, or of the last day before it that had any; 0 when nothing was recorded yet.
    pub sequence: i64,
    /// That row's hash.
    pub hash: String,
    /// When the anchor was made.
    pub made_at: Timestamp,
}

/// Fixes the end of a day that is over. A second call for the same day changes nothing.
pub async fn anchor(tx: &Tx, day: Date, now: Timestamp) -> StoreResult<Anchor> {
    let next_day = day.tomorrow().unwrap_or(Date::MAX);
    // Rows are in the order of their sequence; clocks of several machines may differ by a little, so the last row is
    // the one with the highest sequence among those of the day.
    let last = audit::Entity::find()
        .filter(audit::Column::At.lt(date_text(next_day)))
        .order_by_desc(audit::Column::Sequence)
        .limit(1)
        .one(tx)
        .await?;
    let (sequence, hash) = last.map_or((0, String::new()), |row| (row.sequence, row.hash));
    Sql::new(
        "INSERT INTO audit_anchor (day, sequence, hash, made_at) VALUES ($1, $2, $3, $4) ON CONFLICT (day) DO NOTHING",
    )
    .bind(date_text(day))
    .bind(sequence)
    .bind(hash.as_str())
    .bind(instant_text(now))
    .execute(tx)
    .await?;
    Ok(Anchor { day, sequence, hash, made_at: now })
}

/// Every anchor from a day on, oldest first.
pub async fn anchors(conn: &impl Connection, from: Date) -> StoreResult<Vec<Anchor>> {
    let rows = audit_anchor::Entity::find()
        .filter(audit_anchor::Column::Day.gte(date_text(from)))
        .order_by_asc(audit_anchor::Column::Day)
        .all(conn)
        .await?;
    rows.into_iter().map(read).collect()
}

/// Anchors after a sequence, in the chain's order.
pub(super) async fn by_sequence(conn: &impl Connection, after: i64) -> StoreResult<Vec<Anchor>> {
    let rows = audit_anchor::Entity::find()
        .filter(audit_anchor::Column::Sequence.gt(after))
        .order_by_asc(audit_anchor::Column::Sequence)
        .all(conn)
        .await?;
    rows.into_iter().map(read).collect()
}

fn read(row: audit_anchor::Model) -> StoreResult<Anchor> {
    Ok(Anchor {
        day: read_date("audit_anchor.day", &row.day)?,
        sequence: row.sequence,
        hash: row.hash,
        made_at: read_instant("audit_anchor.made_at", &row.made_at)?,
    })
}
