//! Reading facts back.

use super::kept::{Kept, Public};
use crate::{Connection, Sql, StoreError, StoreResult};

/// A fact that is not about a child or family, by its id.
pub async fn find<T: Public>(conn: &impl Connection, id: T::Id) -> StoreResult<Option<T>> {
    by_id(conn, id).await
}

/// Several such facts, in the order of their ids; those that do not exist are left out.
pub async fn find_many<T: Public>(conn: &impl Connection, ids: &[T::Id]) -> StoreResult<Vec<T>> {
    by_ids(conn, ids).await
}

pub(super) async fn by_id<T: Kept>(conn: &impl Connection, id: T::Id) -> StoreResult<Option<T>> {
    let sql = Sql::new(format!("SELECT record FROM {} WHERE id = $1", T::TABLE)).bind(id.to_string());
    Ok(read_all(sql, conn).await?.pop())
}

pub(super) async fn by_ids<T: Kept>(conn: &impl Connection, ids: &[T::Id]) -> StoreResult<Vec<T>> {
    let mut all = Vec::with_capacity(ids.len());
    for some in ids.chunks(5_000) {
        let mut sql = Sql::new(format!("SELECT record FROM {} WHERE id IN (", T::TABLE));
        sql.push_values(some.iter().map(ToString::to_string)).push(") ORDER BY id");
        all.extend(read_all(sql, conn).await?);
    }
    Ok(all)
}

/// Facts whose column has a value, in the order of other columns.
pub(super) async fn where_is<T: Kept>(
    conn: &impl Connection,
    column: &str,
    value: impl std::fmt::Display,
    order: &str,
) -> StoreResult<Vec<T>> {
    let sql = Sql::new(format!("SELECT record FROM {} WHERE {column} = $1 ORDER BY {order}", T::TABLE));
    read_all(sql.bind(value.to_string()), conn).await
}

/// Reads the first column of each row as a fact.
pub(super) async fn read_all<T: Kept>(sql: Sql, conn: &impl Connection) -> StoreResult<Vec<T>> {
    sql.rows(conn).await?.iter().map(|row| read(&row.try_get_by_index::<String>(0)?)).collect()
}

pub(super) fn read<T: Kept>(text: &str) -> StoreResult<T> {
    serde_json::from_str(text).map_err(|error| StoreError::unreadable(T::TABLE, error))
}
