//! Writing facts: the whole as JSON, copies beside it to search by.

use jiff::Timestamp;
use sea_orm::Value;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::changes::{self, Change};
use crate::{Sql, StoreError, StoreResult, Tx, bulk};

/// A fact with an id and a table of its own.
pub trait Kept: Serialize + DeserializeOwned + Send + Sync {
    /// Its typed id.
    type Id: std::fmt::Display + Copy + Send + Sync;
    /// Its table.
    const TABLE: &'static str;
    /// The columns to search by, in the order of [`Kept::values`]; `id` and `record` come besides.
    const COLUMNS: &'static [&'static str];
    /// Tables with several rows for each fact, their columns (of which the first holds the id), in the order of
    /// [`Kept::side_rows`].
    const SIDES: &'static [(&'static str, &'static [&'static str])] = &[];

    /// Its id.
    fn id(&self) -> Self::Id;
    /// The values of the columns.
    fn values(&self) -> StoreResult<Vec<Value>>;
    /// The rows of the side tables, without the id.
    fn side_rows(&self) -> Vec<Vec<Vec<Value>>> {
        Vec::new()
    }
}

/// A fact that is not about a child or family, so that reading it needs no permit.
pub trait Public: Kept {}

/// Who writes, for the change log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Author<'a> {
    /// The account, or what acts without one.
    pub who: &'a str,
    /// When.
    pub at: Timestamp,
}

/// Keeps a fact, new or changed, and its entry in the change log. Keeping what is kept already changes nothing.
pub async fn save<T: Kept>(tx: &Tx, item: &T, author: Author<'_>) -> StoreResult<()> {
    let id = item.id().to_string();
    let before = record_of(tx, T::TABLE, &id).await?;
    let after = json(item)?;
    if before.as_deref() == Some(after.as_str()) {
        return Ok(());
    }
    upsert(tx, item, &id, &after).await?;
    for ((table, columns), rows) in T::SIDES.iter().zip(item.side_rows()) {
        Sql::new(format!("DELETE FROM {table} WHERE {} = $1", columns[0])).bind(id.as_str()).execute(tx).await?;
        let rows: Vec<Vec<Value>> = rows.into_iter().map(|row| with_id(&id, row)).collect();
        bulk::insert(tx, table, columns, rows).await?;
    }
    let value = |text: &str| serde_json::from_str(text).map_err(|error| StoreError::unreadable(T::TABLE, error));
    let change = Change {
        table: T::TABLE.to_owned(),
        row_id: id,
        before: before.as_deref().map(value).transpose()?,
        after: Some(value(&after)?),
        author: author.who.to_owned(),
        at: author.at,
    };
    changes::record(tx, &change).await
}

/// Keeps many new facts at once, without entries in the change log. The ids must be new.
pub async fn insert_many<T: Kept>(tx: &Tx, items: &[T]) -> StoreResult<u64> {
    let columns: Vec<&str> = ["id", "record"].into_iter().chain(T::COLUMNS.iter().copied()).collect();
    let mut rows = Vec::with_capacity(items.len());
    for item in items {
        let mut row: Vec<Value> = vec![item.id().to_string().into(), json(item)?.into()];
        row.extend(item.values()?);
        rows.push(row);
    }
    let written = bulk::insert(tx, T::TABLE, &columns, rows).await?;
    for (index, (table, columns)) in T::SIDES.iter().enumerate() {
        let mut rows = Vec::with_capacity(items.len());
        for item in items {
            let id = item.id().to_string();
            let of_item = item.side_rows().into_iter().nth(index).unwrap_or_default();
            rows.extend(of_item.into_iter().map(|row| with_id(&id, row)));
        }
        bulk::insert(tx, table, columns, rows).await?;
    }
    Ok(written)
}

fn with_id(id: &str, row: Vec<Value>) -> Vec<Value> {
    std::iter::once(Value::from(id)).chain(row).collect()
}

async fn upsert<T: Kept>(tx: &Tx, item: &T, id: &str, record: &str) -> StoreResult<()> {
    let mut sql = Sql::new(format!("INSERT INTO {} (id, record, {}) VALUES (", T::TABLE, T::COLUMNS.join(", ")));
    sql.push_value(id).push(", ").push_value(record).push(", ").push_values(item.values()?);
    sql.push(") ON CONFLICT (id) DO UPDATE SET record = excluded.record");
    for column in T::COLUMNS {
        sql.push(&format!(", {column} = excluded.{column}"));
    }
    sql.execute(tx).await?;
    Ok(())
}

async fn record_of(tx: &Tx, table: &str, id: &str) -> StoreResult<Option<String>> {
    let row = Sql::new(format!("SELECT record FROM {table} WHERE id = $1")).bind(id).row(tx).await?;
    row.map(|row| row.try_get_by_index(0).map_err(StoreError::from)).transpose()
}

fn json(item: &impl Serialize) -> StoreResult<String> {
    serde_json::to_string(item).map_err(|error| StoreError::unreadable("a record to keep", error))
}
