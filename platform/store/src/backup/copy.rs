//! Rows of any table, page by page in the order of the primary key.

use sea_orm::{ConnectionTrait, QueryResult, Value};

use crate::backend::{ColumnInfo, Kind, TableInfo};
use crate::{Sql, StoreError, StoreResult};

const PAGE: i64 = 5_000;

/// How many rows a table has.
pub(super) async fn count(conn: &impl ConnectionTrait, table: &str) -> StoreResult<u64> {
    Ok(Sql::new(format!("SELECT COUNT(*) FROM {}", quoted(table))).whole(conn).await?.unsigned_abs())
}

/// Reads a table from its first row to its last.
pub(super) struct Pages<'a> {
    table: &'a TableInfo,
    after: Option<Vec<Value>>,
    ended: bool,
}

impl<'a> Pages<'a> {
    pub(super) fn new(table: &'a TableInfo) -> Self {
        Self { table, after: None, ended: false }
    }

    /// The next page; none after the last.
    pub(super) async fn next(&mut self, conn: &impl ConnectionTrait) -> StoreResult<Option<Vec<Vec<Value>>>> {
        if self.ended {
            return Ok(None);
        }
        let key = self.table.primary.iter().map(|name| quoted(name)).collect::<Vec<_>>().join(", ");
        if key.is_empty() {
            return Err(StoreError::Backup(format!("the table {} has no primary key", self.table.name)));
        }
        let columns = self.table.columns.iter().map(|column| quoted(&column.name)).collect::<Vec<_>>().join(", ");
        let mut sql = Sql::new(format!("SELECT {columns} FROM {}", quoted(&self.table.name)));
        if let Some(after) = self.after.take() {
            sql.push(&format!(" WHERE ({key}) > (")).push_values(after).push(")");
        }
        sql.push(&format!(" ORDER BY {key} LIMIT {PAGE}"));
        let rows = sql.rows(conn).await?;
        self.ended = (rows.len() as i64) < PAGE;
        let page = rows.iter().map(|row| self.read(row)).collect::<StoreResult<Vec<_>>>()?;
        self.after = page.last().map(|row| {
            let place = |name: &String| self.table.columns.iter().position(|column| column.name == *name);
            self.table.primary.iter().filter_map(|name| Some(row[place(name)?].clone())).collect()
        });
        Ok((!page.is_empty()).then_some(page))
    }

    fn read(&self, row: &QueryResult) -> StoreResult<Vec<Value>> {
        let read = |(index, column): (usize, &ColumnInfo)| -> StoreResult<Value> {
            Ok(match column.kind {
                Kind::Text => row.try_get_by_index::<Option<String>>(index)?.into(),
                Kind::Whole => row.try_get_by_index::<Option<i64>>(index)?.into(),
                Kind::Flag => row.try_get_by_index::<Option<bool>>(index)?.into(),
            })
        };
        self.table.columns.iter().enumerate().map(read).collect()
    }
}

/// A row as a JSON object; empty columns are left out.
pub(super) fn object(table: &TableInfo, row: &[Value]) -> serde_json::Map<String, serde_json::Value> {
    let json = |value: &Value| match value {
        Value::String(Some(text)) => Some(serde_json::Value::from(text.as_str())),
        Value::BigInt(Some(number)) => Some(serde_json::Value::from(*number)),
        Value::Bool(Some(flag)) => Some(serde_json::Value::from(*flag)),
        _ => None,
    };
    table.columns.iter().zip(row).filter_map(|(column, value)| Some((column.name.clone(), json(value)?))).collect()
}

/// A row from a JSON object.
pub(super) fn row(
    table: &TableInfo,
    mut object: serde_json::Map<String, serde_json::Value>,
) -> StoreResult<Vec<Value>> {
    let mut values = Vec::with_capacity(table.columns.len());
    for column in &table.columns {
        let wrong = |found: &serde_json::Value| {
            StoreError::Backup(format!("{}.{} cannot hold {found}", table.name, column.name))
        };
        let value = object.remove(&column.name);
        values.push(match (column.kind, value) {
            (_, None | Some(serde_json::Value::Null)) if !column.null => {
                return Err(StoreError::Backup(format!("{}.{} is missing in a row", table.name, column.name)));
            }
            (Kind::Text, None | Some(serde_json::Value::Null)) => None::<String>.into(),
            (Kind::Whole, None | Some(serde_json::Value::Null)) => None::<i64>.into(),
            (Kind::Flag, None | Some(serde_json::Value::Null)) => None::<bool>.into(),
            (Kind::Text, Some(serde_json::Value::String(text))) => text.into(),
            (Kind::Whole, Some(found)) => found.as_i64().ok_or_else(|| wrong(&found))?.into(),
            (Kind::Flag, Some(found)) => found.as_bool().ok_or_else(|| wrong(&found))?.into(),
            (Kind::Text, Some(found)) => return Err(wrong(&found)),
        });
    }
    match object.keys().next() {
        Some(unknown) => Err(StoreError::Backup(format!("the table {} has no column {unknown}", table.name))),
        None => Ok(values),
    }
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
