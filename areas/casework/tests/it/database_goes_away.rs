//! The database goes away in the middle of a post and comes back: a page that says so, nothing lost.

use std::time::Duration;

use axum::http::StatusCode;
use store::{DatabaseUrl, Durability, Options, Store, no_progress};
use testing::databases::{on_postgres, run, test_options};

use crate::support::{PARENT, county, fill, migrations, send};

fn impatient() -> Options {
    Options {
        patience: Duration::from_millis(300),
        readers: 2,
        writers: 2,
        durability: Durability::None,
        ..test_options()
    }
}

/// Another program holds the writer while the request is sent.
async fn held_up(store: Store) {
    let county = county(store.clone()).await;
    let parent = county.site.anonymous();
    fill(&parent, PARENT).await;
    let fields = parent.get("/request/check").await.ok().fields();
    // When nothing can be written
    let blocker = store.begin().await.unwrap();
    hold(&blocker).await;
    let answer = parent.post("/request/check", &fields).await;
    // Then the page says that it is not available, and that what was saved is safe
    answer.is(StatusCode::SERVICE_UNAVAILABLE).says("not available just now").says("What you had saved is safe");
    // And when it is back, the very same form goes through, once
    blocker.rollback().await.unwrap();
    parent.get("/request/check").await.ok().says("Ben Okafor");
    let again = parent.post("/request/check", &fields).await;
    again.turns_to("/request/done/");
    assert_eq!(county.manager.get("/cases?whose=all").await.count("tbody tr"), 1);
}

/// Takes what a request needs: the one writer on SQLite, the audit's and the drafts' tables on PostgreSQL.
async fn hold(tx: &store::Tx) {
    if store::Sql::new("LOCK TABLE audit, draft, submission IN ACCESS EXCLUSIVE MODE").execute(tx).await.is_err() {
        // SQLite knows no LOCK TABLE, and needs none: the transaction is the lock.
    }
}

#[test]
fn nothing_is_lost_when_sqlite_is_held_up() {
    run(async {
        let store = Store::open(&DatabaseUrl::SqliteTemporary, impatient()).await.unwrap();
        store.migrate(&migrations(), &no_progress).await.unwrap();
        held_up(store).await;
    });
}

#[test]
fn nothing_is_lost_when_postgres_is_held_up() {
    on_postgres("nothing_is_lost_when_postgres_is_held_up", &migrations(), |store| async move {
        // New connections wait for a lock no longer than this.
        let tx = store.begin().await.unwrap();
        let row = store::Sql::new("SELECT current_database()::text").row(&tx).await.unwrap().unwrap();
        let name: String = row.try_get_by_index(0).unwrap();
        store::Sql::new(format!("ALTER DATABASE {name} SET lock_timeout = '300ms'")).execute(&tx).await.unwrap();
        tx.commit().await.unwrap();
        let impatient = Store::open(store.url(), impatient()).await.unwrap();
        held_up(impatient.clone()).await;
        impatient.close().await.unwrap();
    });
}

#[test]
fn the_connections_may_die_between_two_pages() {
    on_postgres("the_connections_may_die_between_two_pages", &migrations(), |store| async move {
        let county = county(store.clone()).await;
        let parent = county.site.anonymous();
        fill(&parent, &PARENT[..3]).await;
        // When every connection is cut off, as by a restart of the server
        let tx = store.begin().await.unwrap();
        store::Sql::new("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")
            .rows(&tx)
            .await
            .unwrap();
        drop(tx);
        // Then the next page either goes through or says so, and what was typed before is there
        let next = parent.post("/request/contact", PARENT[3].1).await;
        if next.status == StatusCode::SERVICE_UNAVAILABLE {
            fill(&parent, &PARENT[3..]).await;
        }
        send(&parent).await.ok().says("Request sent");
    });
}
