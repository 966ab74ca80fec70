//! What tables there are, asked of the database itself, so that areas' tables are found too.

use sea_orm::{ConnectionTrait, DbBackend};

use crate::{Sql, StoreResult};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Whole,
    Flag,
}

/// A column as the database has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ColumnInfo {
    pub name: String,
    pub kind: Kind,
    pub null: bool,
}

/// A table as the database has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TableInfo {
    pub name: String,
    pub columns: Vec<ColumnInfo>,
    pub primary: Vec<String>,
    pub refers: Vec<String>,
}

/// Every table of the program except the list of migrations, each after those it refers to.
pub(crate) async fn tables(conn: &impl ConnectionTrait) -> StoreResult<Vec<TableInfo>> {
    let postgres = conn.get_database_backend() == DbBackend::Postgres;
    let names = if postgres {
        "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema() \
         AND table_type = 'BASE TABLE' AND table_name <> 'seaql_migrations' ORDER BY table_name"
    } else {
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' \
         AND name <> 'seaql_migrations' ORDER BY name"
    };
    let mut tables = Vec::new();
    for row in Sql::new(names).rows(conn).await? {
        let name: String = row.try_get_by_index(0)?;
        let columns = columns(conn, &name, postgres).await?;
        let primary = strings(conn, &name, if postgres { PG_PRIMARY } else { SQLITE_PRIMARY }).await?;
        let refers = strings(conn, &name, if postgres { PG_REFERS } else { SQLITE_REFERS }).await?;
        tables.push(TableInfo { name, columns, primary, refers });
    }
    Ok(in_order(tables))
}

const SQLITE_PRIMARY: &str = "SELECT name FROM pragma_table_info($1) WHERE pk > 0 ORDER BY pk";
const SQLITE_REFERS: &str = "SELECT DISTINCT \"table\" FROM pragma_foreign_key_list($1) ORDER BY 1";
const PG_PRIMARY: &str = "SELECT a.attname::text FROM pg_index i \
     CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k(attnum, place) \
     JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum \
     WHERE i.indisprimary AND i.indrelid = $1::regclass ORDER BY k.place";
const PG_REFERS: &str = "SELECT DISTINCT confrelid::regclass::text FROM pg_constraint \
     WHERE contype = 'f' AND conrelid = $1::regclass ORDER BY 1";

async fn strings(conn: &impl ConnectionTrait, table: &str, sql: &str) -> StoreResult<Vec<String>> {
    let rows = Sql::new(sql).bind(table).rows(conn).await?;
    rows.iter().map(|row| Ok(row.try_get_by_index(0)?)).collect()
}

async fn columns(conn: &impl ConnectionTrait, table: &str, postgres: bool) -> StoreResult<Vec<ColumnInfo>> {
    let sql = if postgres {
        "SELECT column_name::text, data_type::text, CASE is_nullable WHEN 'YES' THEN 0 ELSE 1 END::bigint \
         FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position"
    } else {
        "SELECT name, lower(type), CASE WHEN \"notnull\" > 0 OR pk > 0 THEN 1 ELSE 0 END FROM pragma_table_info($1) ORDER BY cid"
    };
    let rows = Sql::new(sql).bind(table).rows(conn).await?;
    rows.iter()
        .map(|row| {
            let type_name: String = row.try_get_by_index(1)?;
            let kind = match type_name.as_str() {
                "boolean" => Kind::Flag,
                "bigint" | "integer" | "smallint" => Kind::Whole,
                _ => Kind::Text,
            };
            Ok(ColumnInfo { name: row.try_get_by_index(0)?, kind, null: row.try_get_by_index::<i64>(2)? == 0 })
        })
        .collect()
}

/// Tables after those they refer to.
fn in_order(mut left: Vec<TableInfo>) -> Vec<TableInfo> {
    let mut done: Vec<TableInfo> = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let ready = |table: &TableInfo, left: &[TableInfo]| {
            !table.refers.iter().any(|other| *other != table.name && left.iter().any(|one| one.name == *other))
        };
        let next = (0..left.len()).find(|index| ready(&left[*index], &left)).unwrap_or(0);
        done.push(left.remove(next));
    }
    done
}
