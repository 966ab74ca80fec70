//! A small helper for SQL that both databases understand: numbered placeholders, values in order.

use sea_orm::{ConnectionTrait, FromQueryResult, QueryResult, Statement, Value};

use crate::{StoreError, StoreResult};

/// One statement with its values. Placeholders are `$1`, `$2`, … on both databases.
#[derive(Debug, Clone)]
pub struct Sql {
    text: String,
    values: Vec<Value>,
}

impl Sql {
    /// Starts a statement.
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), values: Vec::new() }
    }

    /// Adds the next value.
    #[must_use]
    pub fn bind(mut self, value: impl Into<Value>) -> Self {
        self.values.push(value.into());
        self
    }

    /// Adds text.
    pub fn push(&mut self, text: &str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    /// Adds a value and, to the text, its placeholder.
    pub fn push_value(&mut self, value: impl Into<Value>) -> &mut Self {
        self.values.push(value.into());
        self.text.push_str(&format!("${}", self.values.len()));
        self
    }

    /// Adds values, separated by commas; `NULL`, which equals nothing, when there are none.
    pub fn push_values<V: Into<Value>>(&mut self, values: impl IntoIterator<Item = V>) -> &mut Self {
        let mut any = false;
        for value in values {
            if any {
                self.text.push_str(", ");
            }
            self.push_value(value);
            any = true;
        }
        if !any {
            self.text.push_str("NULL");
        }
        self
    }

    fn statement(self, conn: &impl ConnectionTrait) -> Statement {
        Statement::from_sql_and_values(conn.get_database_backend(), self.text, self.values)
    }

    /// Runs it and returns the number of rows it touched.
    pub async fn execute(self, conn: &impl ConnectionTrait) -> StoreResult<u64> {
        Ok(conn.execute_raw(self.statement(conn)).await?.rows_affected())
    }

    /// The first row, if any.
    pub async fn row(self, conn: &impl ConnectionTrait) -> StoreResult<Option<QueryResult>> {
        Ok(conn.query_one_raw(self.statement(conn)).await?)
    }

    /// Every row.
    pub async fn rows(self, conn: &impl ConnectionTrait) -> StoreResult<Vec<QueryResult>> {
        Ok(conn.query_all_raw(self.statement(conn)).await?)
    }

    /// The first row as a struct.
    pub async fn one<T: FromQueryResult>(self, conn: &impl ConnectionTrait) -> StoreResult<Option<T>> {
        self.row(conn).await?.map(|row| T::from_query_result(&row, "").map_err(StoreError::from)).transpose()
    }

    /// Every row as a struct.
    pub async fn all<T: FromQueryResult>(self, conn: &impl ConnectionTrait) -> StoreResult<Vec<T>> {
        self.rows(conn).await?.iter().map(|row| T::from_query_result(row, "").map_err(StoreError::from)).collect()
    }

    /// The first column of the first row as a whole number; 0 when there is no row or it is null.
    pub async fn whole(self, conn: &impl ConnectionTrait) -> StoreResult<i64> {
        match self.row(conn).await? {
            Some(row) => Ok(row.try_get_by_index::<Option<i64>>(0)?.unwrap_or(0)),
            None => Ok(0),
        }
    }
}
