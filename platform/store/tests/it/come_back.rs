//! A database that goes away and comes back.

use std::time::{Duration, Instant};

use store::{Migrations, Options, Sql, Store, StoreError, audit, no_progress};

use crate::seal_audit::event;

async fn write(store: &Store, number: usize) -> Result<(), StoreError> {
    let tx = store.begin().await?;
    audit::append(&tx, &event(number)).await?;
    tx.commit().await
}

async fn rows(store: &Store) -> Result<i64, StoreError> {
    Sql::new("SELECT COUNT(*) FROM audit").whole(store.reader()).await
}

#[test]
fn postgres_is_stopped_and_started() {
    if testing::postgres::server_or_leave_out("postgres_is_stopped_and_started").is_none() {
        return;
    }
    // A ready server may not be stopped; this test needs a cluster of its own.
    let cluster = match testing::postgres::Cluster::start() {
        Ok(cluster) => cluster,
        Err(why) => {
            assert!(!testing::postgres::is_strict(), "{why}");
            println!("left out: no PostgreSQL programs to start a cluster of our own ({why})");
            return;
        }
    };
    testing::databases::run(async move {
        let patience = Duration::from_millis(1_500);
        let options = Options { patience, read_patience: Duration::from_secs(20), ..Options::default() };
        let store = Store::open(&cluster.url().parse().unwrap(), options).await.unwrap();
        store.migrate(&Migrations::platform(), &no_progress).await.unwrap();
        write(&store, 1).await.unwrap();
        write(&store, 2).await.unwrap();
        // A transaction that is open when the server goes.
        let open = store.begin().await.unwrap();
        audit::append(&open, &event(3)).await.unwrap();
        cluster.crash().unwrap();
        let lost = open.commit().await;
        assert!(matches!(lost, Err(StoreError::Unavailable(_))), "{lost:?}");
        // Writes say so, within their patience.
        let start = Instant::now();
        let refused = write(&store, 3).await;
        assert!(matches!(&refused, Err(StoreError::Unavailable(_))), "{refused:?}");
        assert!(refused.unwrap_err().may_pass());
        assert!(start.elapsed() < patience * 3, "{:?}", start.elapsed());
        // A read that begins while it is away waits, and succeeds once it is back.
        let reading = tokio::spawn({
            let store = store.clone();
            async move { rows(&store).await }
        });
        tokio::time::sleep(Duration::from_millis(600)).await;
        cluster.restart().unwrap();
        assert_eq!(reading.await.unwrap().unwrap(), 2);
        write(&store, 3).await.unwrap();
        assert_eq!(rows(&store).await.unwrap(), 3);
        store.close().await.unwrap();
        drop(cluster);
    });
}

testing::each_database! {
    async fn connections_that_the_server_cuts_are_replaced(store: Store) {
        write(&store, 1).await.unwrap();
        let cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
        for number in 2..6 {
            let tx = store.begin().await.unwrap();
            // SQLite has no connections to cut.
            if Sql::new(cut).rows(&tx).await.is_err() { return }
            drop(tx);
            write(&store, number).await.unwrap();
            assert_eq!(rows(&store).await.unwrap(), number as i64);
        }
    }

    async fn a_busy_writer_is_waited_for_and_then_named(store: Store) {
        // One transaction holds the head of the audit; the next waits for it and then goes on.
        let first = store.begin().await.unwrap();
        audit::append(&first, &event(1)).await.unwrap();
        let second = tokio::spawn({
            let store = store.clone();
            async move { write(&store, 2).await }
        });
        tokio::time::sleep(Duration::from_millis(200)).await;
        assert!(!second.is_finished());
        first.commit().await.unwrap();
        second.await.unwrap().unwrap();
        assert_eq!(rows(&store).await.unwrap(), 2);
    }
}

#[test]
fn a_second_program_that_holds_the_file_is_named() {
    testing::databases::run(async {
        let folder = tempfile::tempdir().unwrap();
        let url = store::DatabaseUrl::SqliteFile(folder.path().join("w.db"));
        let options = Options { patience: Duration::from_millis(300), ..Options::default() };
        let one = Store::open(&url, options.clone()).await.unwrap();
        one.migrate(&Migrations::platform(), &no_progress).await.unwrap();
        let other = Store::open(&url, options).await.unwrap();
        let holding = other.begin().await.unwrap();
        let refused = one.begin().await.map(drop);
        assert!(matches!(&refused, Err(StoreError::Unavailable(_))), "{refused:?}");
        holding.rollback().await.unwrap();
        write(&one, 1).await.unwrap();
        write(&other, 2).await.unwrap();
    });
}
