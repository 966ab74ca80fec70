//! The change log of plain rows (directory entries, reference data, settings): what it was, what it became, who, when.

use jiff::Timestamp;
use sea_orm::ActiveValue::{NotSet, Set};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde_json::Value;

use crate::columns::{instant_text, read_instant};
use crate::entities::change;
use crate::{Connection, StoreError, StoreResult, Tx};

/// One change of one row.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The table.
    pub table: String,
    /// The row's id.
    pub row_id: String,
    /// What it was; none when the row is new.
    pub before: Option<Value>,
    /// What it became; none when the row was removed.
    pub after: Option<Value>,
    /// Who changed it.
    pub author: String,
    /// When.
    pub at: Timestamp,
}

/// Records a change.
pub async fn record(tx: &Tx, change: &Change) -> StoreResult<()> {
    let row = change::ActiveModel {
        position: NotSet,
        table_name: Set(change.table.clone()),
        row_id: Set(change.row_id.clone()),
        before: Set(change.before.as_ref().map(Value::to_string)),
        after: Set(change.after.as_ref().map(Value::to_string)),
        author: Set(change.author.clone()),
        at: Set(instant_text(change.at)),
    };
    row.insert(tx.connection()).await?;
    Ok(())
}

/// Every change of a row, oldest first.
pub async fn of_row(conn: &impl Connection, table: &str, row_id: &str) -> StoreResult<Vec<Change>> {
    let rows = change::Entity::find()
        .filter(change::Column::TableName.eq(table))
        .filter(change::Column::RowId.eq(row_id))
        .order_by_asc(change::Column::Position)
        .all(conn)
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Change {
                before: row.before.as_deref().map(read_value).transpose()?,
                after: row.after.as_deref().map(read_value).transpose()?,
                at: read_instant("change.at", &row.at)?,
                table: row.table_name,
                row_id: row.row_id,
                author: row.author,
            })
        })
        .collect()
}

fn read_value(text: &str) -> StoreResult<Value> {
    serde_json::from_str(text).map_err(|error| StoreError::unreadable("change", error))
}
