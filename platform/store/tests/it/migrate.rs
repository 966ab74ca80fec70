//! Bringing tables up to date.

use store::schema::{Table, migration};
use store::{DatabaseUrl, Migrations, Options, SchemaState, Store, StoreError, no_progress};

fn area() -> Vec<Box<dyn store::sea_orm_migration::MigrationTrait>> {
    vec![migration("m20261201_000001_area", || {
        vec![
            Table::new("thing")
                .numbered("id")
                .text("name")
                .whole_or_null("pence")
                .flag("open")
                .unique(&["name"])
                .index(&["open", "id"]),
        ]
    })]
}

testing::each_database! {
    async fn an_area_adds_its_tables(store: Store) {
        let with_area = Migrations::platform().and(area);
        assert_eq!(store.schema_state(&with_area).await.unwrap(), SchemaState::Behind(1));
        assert!(matches!(store.require_schema(&with_area).await, Err(StoreError::SchemaBehind(1))));
        assert_eq!(store.migrate(&with_area, &no_progress).await.unwrap(), 1);
        assert_eq!(store.migrate(&with_area, &no_progress).await.unwrap(), 0);
        assert_eq!(store.schema_state(&with_area).await.unwrap(), SchemaState::UpToDate);
        store.require_schema(&with_area).await.unwrap();
        // An older program finds a newer database and leaves it alone.
        assert_eq!(store.schema_state(&Migrations::platform()).await.unwrap(), SchemaState::Ahead);
        assert!(matches!(store.migrate(&Migrations::platform(), &no_progress).await, Err(StoreError::SchemaAhead)));
    }

    async fn two_programs_migrate_at_once(store: Store) {
        let with_area = Migrations::platform().and(area);
        let mut tasks = Vec::new();
        for _ in 0..3 {
            // SQLite: one program at a time, here in turns within one; PostgreSQL: a lock makes them take turns.
            let (store, with_area) = (store.clone(), with_area.clone());
            tasks.push(async move { store.migrate(&with_area, &no_progress).await });
        }
        let mut done = 0;
        for task in tasks { done += task.await.unwrap(); }
        assert_eq!(done, 1);
    }
}

#[test]
fn a_missing_file_is_not_made_when_one_is_expected() {
    testing::databases::run(async {
        let url: DatabaseUrl = "sqlite:/nowhere/wherry.db".parse().unwrap();
        let error = Store::open(&url, Options { create: false, ..Options::default() }).await.unwrap_err();
        assert!(matches!(error, StoreError::NotAccessible(_)), "{error}");
        let error = Store::open(&url, Options::default()).await.unwrap_err();
        assert!(matches!(error, StoreError::NotAccessible(_)), "{error}");
        let url: DatabaseUrl = "postgres://nobody@127.0.0.1:1/none".parse().unwrap();
        let options = Options { patience: std::time::Duration::from_millis(300), ..Options::default() };
        let error = Store::open(&url, options).await.unwrap_err();
        assert!(matches!(error, StoreError::Unavailable(_)), "{error}");
    });
}

#[test]
fn a_file_that_is_no_database_says_so() {
    testing::databases::run(async {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "this is a shopping list, and a long one at that".repeat(100)).unwrap();
        let error = Store::open(&DatabaseUrl::SqliteFile(file.path().into()), Options::default()).await.unwrap_err();
        assert!(matches!(error, StoreError::Damaged(_)), "{error:?}");
    });
}
