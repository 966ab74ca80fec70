//! A database for each test.

use std::future::Future;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use store::{DatabaseUrl, Durability, Migrations, Options, Store, no_progress};

use crate::postgres;

/// Runs an asynchronous test with its own runtime.
///
/// # Panics
/// When the test does.
#[expect(clippy::expect_used, reason = "a test without a runtime cannot go on")]
pub fn run<T: Send + 'static>(test: impl Future<Output = T> + Send + 'static) -> T {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("the runtime of a test");
    match runtime.block_on(runtime.spawn(test)) {
        Ok(result) => result,
        Err(error) => std::panic::resume_unwind(error.into_panic()),
    }
}

/// Settings for tests: nothing is flushed, and waiting is short.
#[must_use]
pub fn test_options() -> Options {
    Options {
        readers: 2,
        writers: 4,
        patience: Duration::from_secs(20),
        durability: Durability::None,
        ..Options::default()
    }
}

/// A temporary SQLite database with tables.
///
/// # Panics
/// When it cannot be made.
#[expect(clippy::expect_used, reason = "a test without a database cannot go on")]
pub async fn sqlite(migrations: &Migrations) -> Store {
    let store = Store::open(&DatabaseUrl::SqliteTemporary, test_options()).await.expect("a temporary SQLite database");
    store.migrate(migrations, &no_progress).await.expect("the migrations on SQLite");
    store
}

/// Runs a test on SQLite.
pub fn on_sqlite<F: Future<Output = ()> + Send + 'static>(migrations: &Migrations, test: fn(Store) -> F) {
    let migrations = migrations.clone();
    run(async move { test(sqlite(&migrations).await).await });
}

/// Runs a test on PostgreSQL, or says that it was left out.
///
/// # Panics
/// When the database cannot be made, or when there is no PostgreSQL and nothing may be left out.
#[expect(clippy::expect_used, reason = "a test without a database cannot go on")]
pub fn on_postgres<F: Future<Output = ()> + Send + 'static>(name: &str, migrations: &Migrations, test: fn(Store) -> F) {
    let Some(server) = postgres::server_or_leave_out(name) else { return };
    let migrations = migrations.clone();
    let outcome = run({
        let server = server.clone();
        async move {
            let database = server.fresh_database(&migrations, &unique_name()).await;
            let url: DatabaseUrl = server.url(&database).parse().expect("the URL of a test database");
            let store = Store::open(&url, test_options()).await.expect("a test database on PostgreSQL");
            let outcome = tokio::spawn(test(store.clone())).await;
            store.close().await.expect("closing a test database");
            server.drop_database(&database).await;
            outcome
        }
    });
    if let Err(error) = outcome {
        std::panic::resume_unwind(error.into_panic());
    }
}

fn unique_name() -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    format!("t_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}
