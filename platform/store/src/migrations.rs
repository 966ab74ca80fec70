//! Bringing a database to the form that this program expects.

mod m0001_record_keeping;
mod m0002_accounts;
mod m0003_people;

use sea_orm::{ConnectionTrait as _, TransactionTrait as _};
use sea_orm_migration::{MigrationTrait, MigratorTraitSelf};

use crate::{Progress, Store, StoreError, StoreResult, backend, sql::Sql};

/// Every migration of the program: the platform's own and what the areas add.
#[derive(Clone)]
pub struct Migrations {
    sources: Vec<fn() -> Vec<Box<dyn MigrationTrait>>>,
}

/// How the tables compare with the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchemaState {
    /// They fit.
    UpToDate,
    /// This many migrations are still to run.
    Behind(usize),
    /// A newer program made them.
    Ahead,
}

impl Migrations {
    /// The tables of this crate.
    #[must_use]
    pub fn platform() -> Self {
        Self { sources: vec![m0001_record_keeping::migrations, m0002_accounts::migrations, m0003_people::migrations] }
    }

    /// Adds an area's tables.
    #[must_use]
    pub fn and(mut self, area: fn() -> Vec<Box<dyn MigrationTrait>>) -> Self {
        self.sources.push(area);
        self
    }

    /// The names, in the order in which they run.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        self.migrations().iter().map(|migration| migration.name().to_owned()).collect()
    }
}

impl MigratorTraitSelf for Migrations {
    /// All of them in the order of their names, which begin with a date.
    fn migrations(&self) -> Vec<Box<dyn MigrationTrait>> {
        let mut all: Vec<_> = self.sources.iter().flat_map(|source| source()).collect();
        all.sort_by(|one, other| one.name().cmp(other.name()));
        all
    }
}

impl Store {
    /// Runs the migrations that are still to run, each in its own transaction. On PostgreSQL two programs that
    /// migrate at once take turns.
    pub async fn migrate(&self, migrations: &Migrations, progress: Progress<'_>) -> StoreResult<usize> {
        let writer = self.writer();
        let turn = match backend::migration_lock(writer.get_database_backend()) {
            Some(lock) => {
                let turn = writer.begin().await?;
                turn.execute_unprepared(lock).await?;
                Some(turn)
            }
            None => None,
        };
        let applied = self.applied().await?;
        let names = migrations.names();
        if applied.iter().any(|name| !names.contains(name)) {
            return Err(StoreError::SchemaAhead);
        }
        let pending: Vec<_> = names.iter().filter(|name| !applied.contains(name)).collect();
        let total = pending.len() as u64;
        for (done, name) in pending.iter().enumerate() {
            progress(done as u64, total, name);
            migrations.up(writer, Some(1)).await?;
        }
        progress(total, total, "the tables are up to date");
        if let Some(turn) = turn {
            turn.commit().await?;
        }
        Ok(pending.len())
    }

    /// Compares the tables with the program, changing nothing.
    pub async fn schema_state(&self, migrations: &Migrations) -> StoreResult<SchemaState> {
        let applied = self.applied().await?;
        let names = migrations.names();
        if applied.iter().any(|name| !names.contains(name)) {
            return Ok(SchemaState::Ahead);
        }
        match names.len() - applied.len() {
            0 => Ok(SchemaState::UpToDate),
            behind => Ok(SchemaState::Behind(behind)),
        }
    }

    /// Refuses to go on with tables that do not fit, in a sentence that says what to do.
    pub async fn require_schema(&self, migrations: &Migrations) -> StoreResult<()> {
        match self.schema_state(migrations).await? {
            SchemaState::UpToDate => Ok(()),
            SchemaState::Behind(count) => Err(StoreError::SchemaBehind(count)),
            SchemaState::Ahead => Err(StoreError::SchemaAhead),
        }
    }

    /// The names of the migrations that have run, oldest first; none in a new database.
    pub(crate) async fn applied(&self) -> StoreResult<Vec<String>> {
        let manager = sea_orm_migration::SchemaManager::new(self.writer());
        if !manager.has_table("seaql_migrations").await? {
            return Ok(Vec::new());
        }
        let rows = Sql::new("SELECT version FROM seaql_migrations ORDER BY version").rows(self.writer()).await?;
        rows.iter().map(|row| row.try_get_by_index(0).map_err(StoreError::from)).collect()
    }
}
