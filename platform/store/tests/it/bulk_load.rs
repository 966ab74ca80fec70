//! Many rows at once.

use store::schema::{Table, migration};
use store::{Load, Migrations, Options, Sql, Store, StoreError, bulk, events, no_progress};

fn tables() -> Vec<Box<dyn store::sea_orm_migration::MigrationTrait>> {
    vec![migration("m20990101_000001_load", || {
        vec![Table::new("load_row").text("id").whole_or_null("number").flag("flag").primary(&["id"]).index(&["number"])]
    })]
}

fn rows(count: i64) -> impl Iterator<Item = [store::sea_orm::Value; 3]> {
    (0..count).map(|n| [format!("r{n:08}").into(), (n % 3 > 0).then_some(n).into(), (n % 2 == 0).into()])
}

async fn counted(store: &Store, filter: &str) -> i64 {
    Sql::new(format!("SELECT COUNT(*) FROM load_row WHERE {filter}")).whole(store.reader()).await.unwrap()
}

testing::each_database! { with Migrations::platform().and(tables);
    async fn rows_of_any_number_go_in_whole(store: Store) {
        let tx = store.begin().await.unwrap();
        let columns = ["id", "number", "flag"];
        assert_eq!(bulk::insert(&tx, "load_row", &columns, rows(0)).await.unwrap(), 0);
        assert_eq!(bulk::insert(&tx, "load_row", &columns, rows(25_001)).await.unwrap(), 25_001);
        tx.commit().await.unwrap();
        assert_eq!(counted(&store, "1 = 1").await, 25_001);
        assert_eq!(counted(&store, "number IS NULL").await, 8_334);
        assert_eq!(counted(&store, "flag").await, 12_501);
        let tx = store.begin().await.unwrap();
        let twice = bulk::insert(&tx, "load_row", &columns, rows(1)).await;
        assert!(matches!(twice, Err(StoreError::Duplicate(_))), "{twice:?}");
    }
}

#[test]
fn a_database_is_built_under_another_name_and_then_there() {
    testing::databases::run(async {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("county.db");
        let url: store::DatabaseUrl = format!("sqlite:{}", path.display()).parse().unwrap();
        let migrations = Migrations::platform().and(tables);
        // Given up half way: nothing is left.
        let load = Load::begin(&url, Options::default(), &migrations, &no_progress).await.unwrap();
        drop(load);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
        let load = Load::begin(&url, Options::default(), &migrations, &no_progress).await.unwrap();
        let tx = load.store().begin().await.unwrap();
        bulk::insert(&tx, "load_row", &["id", "number", "flag"], rows(5_000)).await.unwrap();
        let new = events::NewEvent { kind: "k".into(), on: testing::day("2026-01-01"), data: serde_json::json!({}) };
        events::append(&tx, "case:1", 0, vec![new], "a", testing::at("2026-01-01T00:00:00Z")).await.unwrap();
        tx.commit().await.unwrap();
        assert!(!path.exists());
        let store = load.finish(&no_progress).await.unwrap();
        assert!(path.exists());
        assert_eq!(counted(&store, "1 = 1").await, 5_000);
        let indexes = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'index' AND name LIKE 'ix_%'";
        assert!(Sql::new(indexes).whole(store.reader()).await.unwrap() > 20, "the indexes are back");
        assert_eq!(Sql::new("PRAGMA synchronous").whole(store.reader()).await.unwrap(), 2);
        store.require_schema(&migrations).await.unwrap();
        let again = Load::begin(&url, Options::default(), &migrations, &no_progress).await;
        assert!(matches!(again, Err(StoreError::NotAccessible(_))));
    });
}
