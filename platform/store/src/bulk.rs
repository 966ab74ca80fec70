//! Many rows at once, for importers and the demonstration.
//!
//! [`insert`] writes rows in chunks as large as the database binds in one statement. It checks nothing that the tables
//! do not check themselves, and writes neither change log nor audit: the caller records one entry for the whole load.

use std::pin::Pin;

use sea_orm::Value;

use crate::{StoreResult, Tx, backend};

/// Writes rows into a table. Each row gives its values in the order of `columns`. Returns how many rows were written.
///
/// Table and column names are the program's own and are never taken from outside.
///
/// The future is boxed so that it can be sent between threads whatever closure makes the rows.
pub fn insert<'a, Row, Rows>(
    tx: &'a Tx,
    table: &'a str,
    columns: &'a [&'a str],
    rows: Rows,
) -> Pin<Box<dyn Future<Output = StoreResult<u64>> + Send + 'a>>
where
    Rows: IntoIterator<Item = Row> + Send + 'a,
    Rows::IntoIter: Send,
    Row: IntoIterator<Item = Value> + Send + 'a,
{
    Box::pin(chunks(tx, table, columns, rows.into_iter()))
}

async fn chunks<Row: IntoIterator<Item = Value>>(
    tx: &Tx,
    table: &str,
    columns: &[&str],
    rows: impl Iterator<Item = Row>,
) -> StoreResult<u64> {
    let chunk_rows = backend::bound_values(tx.backend()) / columns.len().max(1);
    // A chunk that is too long makes the statement slow to prepare without making the rows faster.
    let chunk_rows = chunk_rows.clamp(1, 2_000);
    let whole = backend::insert_text(tx.backend(), table, columns, chunk_rows);
    let mut values: Vec<Value> = Vec::with_capacity(chunk_rows * columns.len());
    let (mut pending, mut written) = (0, 0);
    for row in rows {
        values.extend(row);
        pending += 1;
        if pending == chunk_rows {
            let full = std::mem::replace(&mut values, Vec::with_capacity(chunk_rows * columns.len()));
            written += backend::execute_bulk(tx, &whole, full).await?;
            pending = 0;
        }
    }
    if pending > 0 {
        written +=
            backend::execute_bulk(tx, &backend::insert_text(tx.backend(), table, columns, pending), values).await?;
    }
    Ok(written)
}
