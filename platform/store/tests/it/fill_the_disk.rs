//! A full disk gives a clear error and loses nothing.

use store::audit::{self, Verified};
use store::{DatabaseUrl, Migrations, Options, Sql, Store, StoreError, drafts, no_progress};
use testing::at;

use crate::seal_audit::event;

async fn write(store: &Store, number: usize) -> Result<(), StoreError> {
    let tx = store.begin().await?;
    let mut big = event(number);
    big.purpose = "x".repeat(2_000);
    audit::append(&tx, &big).await?;
    tx.commit().await
}

#[test]
fn on_sqlite_acknowledged_rows_stay_and_writing_goes_on_after_making_room() {
    testing::databases::run(async {
        let folder = tempfile::tempdir().unwrap();
        let url = DatabaseUrl::SqliteFile(folder.path().join("full.db"));
        let store = Store::open(&url, Options::default()).await.unwrap();
        store.migrate(&Migrations::platform(), &no_progress).await.unwrap();
        let pages = Sql::new("PRAGMA page_count").whole(store.reader()).await.unwrap();
        store.close().await.unwrap();
        let small = Options { max_pages: Some(u32::try_from(pages).unwrap() + 30), ..Options::default() };
        let store = Store::open(&url, small).await.unwrap();
        let mut kept = 0;
        let error = loop {
            match write(&store, kept + 1).await {
                Ok(()) => kept += 1,
                Err(error) => break error,
            }
            assert!(kept < 1_000, "the disk never filled");
        };
        assert!(matches!(error, StoreError::DiskFull), "{error:?}");
        assert!(error.to_string().contains("Nothing was changed"));
        assert!(kept > 0);
        // Again and again: each time the same clear error, and reading works.
        for _ in 0..5 {
            assert!(matches!(write(&store, 9_999).await, Err(StoreError::DiskFull)));
        }
        let snapshot = store.snapshot().await.unwrap();
        let found = audit::verify(&snapshot, &no_progress).await.unwrap();
        assert!(matches!(found, Verified::Whole(head) if head.sequence == kept as i64));
        drop(snapshot);
        store.close().await.unwrap();
        // Somebody made room.
        let store = Store::open(&url, Options::default()).await.unwrap();
        write(&store, kept + 1).await.unwrap();
        let row = Sql::new("PRAGMA integrity_check").row(store.reader()).await.unwrap().unwrap();
        assert_eq!(row.try_get_by_index::<String>(0).unwrap(), "ok");
    });
}

testing::each_database! {
    async fn the_error_of_a_full_disk_is_known(store: Store) {
        let tx = store.begin().await.unwrap();
        let raised = Sql::new("DO $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$").execute(&tx).await;
        // SQLite has no such statement; its own error is tested above.
        if !matches!(&raised, Err(StoreError::Fault(why)) if why.contains("syntax")) {
            assert!(matches!(raised, Err(StoreError::DiskFull)), "{raised:?}");
        }
        drop(tx);
        // The draft of the person whose save failed is where it was.
        let tx = store.begin().await.unwrap();
        assert!(drafts::list(&tx, &drafts::DraftOwner::Account("a".into())).await.unwrap().is_empty());
        assert_eq!(at("2026-01-01T00:00:00Z").as_second(), 1_767_225_600);
    }
}
