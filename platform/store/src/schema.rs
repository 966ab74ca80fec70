//! Tables described once, made on both databases.
//!
//! An area lists its tables in its own migration and hands it to [`crate::Migrations`]:
//!
//! ```
//! use store::schema::{Table, migration};
//! fn migrations() -> Vec<Box<dyn store::sea_orm_migration::MigrationTrait>> {
//!     vec![migration("m20261122_100000_casework", || {
//!         vec![Table::new("case_read").text("id").date("requested_on").date_or_null("next_step_on").primary(&["id"])
//!             .index(&["next_step_on", "id"])]
//!     })]
//! }
//! ```
//! Names are `m`, the date, an underscore, a time or number, an underscore and a word: they run in that order.
//! Columns are required unless their method ends in `_or_null`.

use sea_orm_migration::async_trait::async_trait;
use sea_orm_migration::prelude::*;

use crate::backend;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Numbered,
    Text,
    Whole,
    Flag,
}

#[derive(Debug, Clone)]
struct Column {
    name: &'static str,
    kind: Kind,
    null: bool,
}

/// A table to make.
#[derive(Debug, Clone)]
pub struct Table {
    name: &'static str,
    columns: Vec<Column>,
    primary: Vec<&'static str>,
    unique: Vec<Vec<&'static str>>,
    indexes: Vec<Vec<&'static str>>,
    refers: Vec<(&'static str, &'static str, &'static str)>,
    append_only: bool,
}

impl Table {
    /// Starts a table.
    #[must_use]
    pub fn new(name: &'static str) -> Self {
        Self {
            name,
            columns: Vec::new(),
            primary: Vec::new(),
            unique: Vec::new(),
            indexes: Vec::new(),
            refers: Vec::new(),
            append_only: false,
        }
    }

    fn column(mut self, name: &'static str, kind: Kind, null: bool) -> Self {
        self.columns.push(Column { name, kind, null });
        self
    }

    /// A primary key that the database counts up.
    #[must_use]
    pub fn numbered(self, name: &'static str) -> Self {
        self.column(name, Kind::Numbered, false)
    }

    /// Text: a ULID, a code, a name, JSON.
    #[must_use]
    pub fn text(self, name: &'static str) -> Self {
        self.column(name, Kind::Text, false)
    }

    /// Text that may be missing.
    #[must_use]
    pub fn text_or_null(self, name: &'static str) -> Self {
        self.column(name, Kind::Text, true)
    }

    /// A date, as [`crate::date_text`] writes it.
    #[must_use]
    pub fn date(self, name: &'static str) -> Self {
        self.text(name)
    }

    /// A date that may be missing.
    #[must_use]
    pub fn date_or_null(self, name: &'static str) -> Self {
        self.text_or_null(name)
    }

    /// An instant, as [`crate::instant_text`] writes it.
    #[must_use]
    pub fn instant(self, name: &'static str) -> Self {
        self.text(name)
    }

    /// An instant that may be missing.
    #[must_use]
    pub fn instant_or_null(self, name: &'static str) -> Self {
        self.text_or_null(name)
    }

    /// A whole number: a count, pence, metres.
    #[must_use]
    pub fn whole(self, name: &'static str) -> Self {
        self.column(name, Kind::Whole, false)
    }

    /// A whole number that may be missing.
    #[must_use]
    pub fn whole_or_null(self, name: &'static str) -> Self {
        self.column(name, Kind::Whole, true)
    }

    /// Yes or no.
    #[must_use]
    pub fn flag(self, name: &'static str) -> Self {
        self.column(name, Kind::Flag, false)
    }

    /// The primary key.
    #[must_use]
    pub fn primary(mut self, columns: &[&'static str]) -> Self {
        self.primary = columns.to_vec();
        self
    }

    /// No two rows share these columns.
    #[must_use]
    pub fn unique(mut self, columns: &[&'static str]) -> Self {
        self.unique.push(columns.to_vec());
        self
    }

    /// An index over these columns.
    #[must_use]
    pub fn index(mut self, columns: &[&'static str]) -> Self {
        self.indexes.push(columns.to_vec());
        self
    }

    /// `column` names a row of another table by its `key`.
    #[must_use]
    pub fn refers_to(mut self, column: &'static str, table: &'static str, key: &'static str) -> Self {
        self.refers.push((column, table, key));
        self
    }

    /// The database refuses to change or remove rows.
    #[must_use]
    pub fn append_only(mut self) -> Self {
        self.append_only = true;
        self
    }

    async fn create(&self, manager: &SchemaManager<'_>) -> Result<(), DbErr> {
        let backend = manager.get_database_backend();
        let mut table = sea_orm_migration::prelude::Table::create();
        table.table(self.name);
        for column in &self.columns {
            let mut definition = ColumnDef::new(column.name);
            match column.kind {
                Kind::Numbered => definition.big_integer().auto_increment().primary_key(),
                Kind::Text => definition.custom(backend::text_type(backend)),
                Kind::Whole => definition.big_integer(),
                Kind::Flag => definition.boolean(),
            };
            if !column.null {
                definition.not_null();
            }
            table.col(definition);
        }
        if !self.primary.is_empty() {
            let mut key = Index::create();
            for column in &self.primary {
                key.col(*column);
            }
            table.primary_key(&mut key);
        }
        for (column, other, key) in &self.refers {
            let mut foreign = ForeignKey::create();
            foreign.name(format!("fk_{}_{column}", self.name)).from(self.name, *column).to(*other, *key);
            table.foreign_key(&mut foreign);
        }
        manager.create_table(table).await?;
        for (columns, unique) in
            self.unique.iter().map(|columns| (columns, true)).chain(self.indexes.iter().map(|columns| (columns, false)))
        {
            let mut index = Index::create();
            let prefix = if unique { "ux" } else { "ix" };
            index.name(format!("{prefix}_{}_{}", self.name, columns.join("_"))).table(self.name);
            for column in columns {
                index.col(*column);
            }
            if unique {
                index.unique();
            }
            manager.create_index(index).await?;
        }
        if self.append_only {
            for sql in backend::append_only(backend, self.name) {
                manager.get_connection().execute_unprepared(&sql).await?;
            }
        }
        Ok(())
    }
}

struct Listed {
    name: &'static str,
    tables: fn() -> Vec<Table>,
    then: &'static [&'static str],
}

impl MigrationName for Listed {
    fn name(&self) -> &str {
        self.name
    }
}

#[async_trait]
impl MigrationTrait for Listed {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        for table in (self.tables)() {
            table.create(manager).await?;
        }
        for sql in self.then {
            manager.get_connection().execute_unprepared(sql).await?;
        }
        Ok(())
    }

    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }
}

/// A migration that makes tables.
pub fn migration(name: &'static str, tables: fn() -> Vec<Table>) -> Box<dyn MigrationTrait> {
    Box::new(Listed { name, tables, then: &[] })
}

/// A migration that makes tables and then runs statements that both databases understand.
pub fn migration_then(
    name: &'static str,
    tables: fn() -> Vec<Table>,
    then: &'static [&'static str],
) -> Box<dyn MigrationTrait> {
    Box::new(Listed { name, tables, then })
}
