//! The open database: one side for reading, one for writing.

use std::sync::Arc;
use std::time::Duration;

use sea_orm::{
    ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult, Statement,
    TransactionTrait,
};
use tokio::time::Instant;

use crate::{DatabaseUrl, Options, StoreResult, backend};

/// An open database. Cloning is cheap; all clones share the connections.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    url: DatabaseUrl,
    options: Options,
    writer: DatabaseConnection,
    reader: Reader,
    /// Holds a temporary database; removed when the last clone goes.
    _folder: Option<tempfile::TempDir>,
}

/// How far long work has come. Called with the steps done, the steps in all (0 when unknown) and what is happening.
pub type Progress<'a> = &'a (dyn Fn(u64, u64, &str) + Send + Sync);

/// For callers that show no progress.
pub fn no_progress(_done: u64, _total: u64, _what: &str) {}

impl Store {
    /// Opens a database and proves that it answers. Does not change its tables: see [`Store::migrate`].
    pub async fn open(url: &DatabaseUrl, options: Options) -> StoreResult<Self> {
        let opened = backend::open(url, &options).await?;
        let reader = Reader { connection: opened.reader, patience: options.read_patience };
        let inner = Inner { url: url.clone(), options, writer: opened.writer, reader, _folder: opened.folder };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Where it is. Displaying it never shows a password.
    #[must_use]
    pub fn url(&self) -> &DatabaseUrl {
        &self.inner.url
    }

    /// How it was opened.
    #[must_use]
    pub fn options(&self) -> &Options {
        &self.inner.options
    }

    /// For reads that are not about a person, or that have been audited. Tries again while the database is away.
    #[must_use]
    pub fn reader(&self) -> &Reader {
        &self.inner.reader
    }

    /// Begins a transaction that may write. On SQLite it waits for the one writer, so keep it short, and never begin
    /// a second one while holding the first. Dropping it without [`Tx::commit`] undoes everything.
    pub async fn begin(&self) -> StoreResult<Tx> {
        let inner = self.inner.writer.begin_with_options(backend::write_transaction()).await?;
        Ok(Tx { inner })
    }

    /// Begins a transaction whose reads all see one moment. It cannot write.
    pub async fn snapshot(&self) -> StoreResult<Tx> {
        let reader = &self.inner.reader.connection;
        let inner = reader.begin_with_options(backend::snapshot_transaction(reader.get_database_backend())).await?;
        Ok(Tx { inner })
    }

    /// Closes every connection, so that the file may be moved. Later calls fail.
    pub async fn close(&self) -> StoreResult<()> {
        self.inner.reader.connection.close_by_ref().await?;
        self.inner.writer.close_by_ref().await?;
        Ok(())
    }

    pub(crate) fn writer(&self) -> &DatabaseConnection {
        &self.inner.writer
    }
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Store({})", self.inner.url)
    }
}

/// A transaction. Everything written through it is kept together at [`Tx::commit`] or not at all.
#[derive(Debug)]
pub struct Tx {
    inner: DatabaseTransaction,
}

impl Tx {
    /// The connection, for queries of the entity layer that want SeaORM's own type.
    #[must_use]
    pub fn connection(&self) -> &DatabaseTransaction {
        &self.inner
    }

    pub(crate) fn backend(&self) -> DbBackend {
        self.inner.get_database_backend()
    }

    /// Keeps everything. When this returns `Ok`, the rows survive the death of the process.
    pub async fn commit(self) -> StoreResult<()> {
        Ok(self.inner.commit().await?)
    }

    /// Undoes everything. Dropping does the same, a moment later.
    pub async fn rollback(self) -> StoreResult<()> {
        Ok(self.inner.rollback().await?)
    }
}

#[sea_orm::prelude::async_trait::async_trait]
impl ConnectionTrait for Tx {
    fn get_database_backend(&self) -> DbBackend {
        self.inner.get_database_backend()
    }
    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.inner.execute_raw(statement).await
    }
    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.inner.execute_unprepared(sql).await
    }
    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.inner.query_one_raw(statement).await
    }
    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.inner.query_all_raw(statement).await
    }
}

/// The pool for reading. The database itself refuses writes through it.
#[derive(Debug, Clone)]
pub struct Reader {
    connection: DatabaseConnection,
    patience: Duration,
}

impl Reader {
    /// The connection, for queries of the entity layer that want SeaORM's own type. Does not try again.
    #[must_use]
    pub fn connection(&self) -> &DatabaseConnection {
        &self.connection
    }

    /// Runs a read again, with growing pauses, while the database is away and patience lasts.
    async fn patiently<T, F>(&self, read: impl Fn() -> F) -> Result<T, DbErr>
    where
        F: Future<Output = Result<T, DbErr>>,
    {
        let start = Instant::now();
        let mut pause = Duration::from_millis(50);
        loop {
            match read().await {
                Err(error) if backend::is_away(&error) && start.elapsed() + pause < self.patience => {
                    tokio::time::sleep(pause).await;
                    pause = (pause * 2).min(Duration::from_secs(1));
                }
                result => return result,
            }
        }
    }
}

#[sea_orm::prelude::async_trait::async_trait]
impl ConnectionTrait for Reader {
    fn get_database_backend(&self) -> DbBackend {
        self.connection.get_database_backend()
    }
    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.connection.execute_raw(statement).await
    }
    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.connection.execute_unprepared(sql).await
    }
    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.patiently(|| self.connection.query_one_raw(statement.clone())).await
    }
    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.patiently(|| self.connection.query_all_raw(statement.clone())).await
    }
}
