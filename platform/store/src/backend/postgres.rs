//! PostgreSQL: two pools, of which the one for reading refuses to write.

use sea_orm::sqlx::ConnectOptions as _;
use sea_orm::sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sea_orm::{AccessMode, DatabaseConnection, IsolationLevel, TransactionOptions};

use super::{Kind, Opened, TableInfo};
use crate::{Options, Sql, StoreError, StoreResult, Tx};

/// An arbitrary number that every Wherry uses; held until the end of the migrating session.
pub(super) const MIGRATION_LOCK: &str = "SELECT pg_advisory_xact_lock(7355608412)";

/// Opens both pools.
pub(super) async fn open(url: &str, options: &Options) -> StoreResult<Opened> {
    let settings: PgConnectOptions =
        url.parse().map_err(|error: sea_orm::sqlx::Error| StoreError::NotAccessible(error.to_string()))?;
    // Compiling a statement (JIT) takes longer than running any of ours.
    let settings = settings
        .application_name("wherry")
        .statement_cache_capacity(256)
        .options([("jit", "off")])
        .disable_statement_logging();
    let reading = settings.clone().options([("default_transaction_read_only", "on")]);
    let pool = |most: u32| PgPoolOptions::new().max_connections(most.max(1)).acquire_timeout(options.patience);
    let writer = pool(options.writers).connect_with(settings).await?;
    let reader = pool(options.readers).connect_with(reading).await?;
    Ok(Opened { writer: DatabaseConnection::from(writer), reader: DatabaseConnection::from(reader), folder: None })
}

/// Every statement sees the moment of the first.
pub(super) fn snapshot_transaction() -> TransactionOptions {
    TransactionOptions {
        isolation_level: Some(IsolationLevel::RepeatableRead),
        access_mode: Some(AccessMode::ReadOnly),
        sqlite_transaction_mode: None,
    }
}

/// One function for all tables, and two triggers on each: `TRUNCATE` needs a trigger per statement.
pub(super) fn append_only(table: &str) -> Vec<String> {
    vec![
        "CREATE OR REPLACE FUNCTION wherry_append_only() RETURNS trigger LANGUAGE plpgsql AS \
         $$ BEGIN RAISE EXCEPTION 'append-only: %', TG_TABLE_NAME USING ERRCODE = 'WH001'; END $$"
            .to_owned(),
        format!(
            "CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} \
             FOR EACH ROW EXECUTE FUNCTION wherry_append_only()"
        ),
        format!(
            "CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table} \
             FOR EACH STATEMENT EXECUTE FUNCTION wherry_append_only()"
        ),
    ]
}

/// Sets each identity's counter to the highest number in its table.
pub(super) async fn renumber(tx: &Tx, tables: &[TableInfo]) -> StoreResult<()> {
    for table in tables {
        for column in table.columns.iter().filter(|column| column.kind == Kind::Whole) {
            let (name, column) = (&table.name, &column.name);
            let sequence = Sql::new("SELECT pg_get_serial_sequence($1, $2)").bind(name.as_str()).bind(column.as_str());
            let Some(row) = sequence.row(tx).await? else { continue };
            if let Some(sequence) = row.try_get_by_index::<Option<String>>(0)? {
                Sql::new(format!(
                    "SELECT setval($1::regclass, COALESCE(MAX(\"{column}\"), 0) + 1, false) FROM \"{name}\""
                ))
                .bind(sequence)
                .row(tx)
                .await?;
            }
        }
    }
    Ok(())
}
