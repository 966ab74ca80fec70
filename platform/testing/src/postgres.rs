//! The PostgreSQL server of the tests: a ready one by its URL, or a throw-away cluster that this module starts.

mod cluster;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::OnceLock;

use store::sea_orm::sqlx::{self, AssertSqlSafe, Connection as _, Executor as _, PgConnection};
use store::{DatabaseUrl, Migrations, Store, no_progress};

pub use cluster::Cluster;

/// A server on which tests may make databases.
#[derive(Debug, Clone)]
pub struct Server {
    /// Everything before the database's name, and everything after it.
    parts: (String, String),
}

impl Server {
    /// From the URL of any database on the server.
    #[must_use]
    pub fn new(url: &str) -> Self {
        let (address, query) = url.split_once('?').map_or((url, String::new()), |(one, two)| (one, format!("?{two}")));
        let scheme_end = address.find("://").map_or(0, |at| at + 3);
        let base = match address[scheme_end..].find('/') {
            Some(at) => &address[..scheme_end + at],
            None => address,
        };
        Self { parts: (base.to_owned(), query) }
    }

    /// The URL of one of its databases.
    #[must_use]
    pub fn url(&self, database: &str) -> String {
        format!("{}/{database}{}", self.parts.0, self.parts.1)
    }

    /// Makes a database with tables and no rows, by copying one that was migrated once.
    ///
    /// # Panics
    /// When the server refuses.
    #[expect(clippy::expect_used, reason = "a test without a database cannot go on")]
    pub async fn fresh_database(&self, migrations: &Migrations, name: &str) -> String {
        let template = self.template(migrations).await.expect("the template database of the tests");
        let mut admin = self.admin().await.expect("the PostgreSQL server of the tests");
        let sql = format!("CREATE DATABASE {name} TEMPLATE {template}");
        admin.execute(AssertSqlSafe(sql)).await.expect("copying the template database");
        name.to_owned()
    }

    /// Makes a database without tables.
    ///
    /// # Panics
    /// When the server refuses.
    #[expect(clippy::expect_used, reason = "a test without a database cannot go on")]
    pub async fn empty_database(&self, name: &str) -> String {
        let mut admin = self.admin().await.expect("the PostgreSQL server of the tests");
        let sql = format!("CREATE DATABASE {name} TEMPLATE template0");
        admin.execute(AssertSqlSafe(sql)).await.expect("making an empty database");
        name.to_owned()
    }

    /// Removes a database, whoever is still connected.
    pub async fn drop_database(&self, name: &str) {
        if let Ok(mut admin) = self.admin().await {
            // What stays behind goes with the cluster.
            let _ = admin.execute(AssertSqlSafe(format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"))).await;
        }
    }

    async fn admin(&self) -> Result<PgConnection, sqlx::Error> {
        PgConnection::connect(&self.url("postgres")).await
    }

    async fn template(&self, migrations: &Migrations) -> Result<String, Box<dyn std::error::Error + Send + Sync>> {
        let name = format!("template_{:016x}", fingerprint(migrations));
        let mut admin = self.admin().await?;
        // One test process makes it; the others wait here.
        admin.execute("SELECT pg_advisory_lock(20261122)").await?;
        let exists = sqlx::query("SELECT 1 FROM pg_database WHERE datname = $1")
            .bind(&name)
            .fetch_optional(&mut admin)
            .await?
            .is_some();
        if !exists {
            let making = format!("{name}_making");
            admin.execute(AssertSqlSafe(format!("DROP DATABASE IF EXISTS {making} WITH (FORCE)"))).await?;
            admin.execute(AssertSqlSafe(format!("CREATE DATABASE {making} TEMPLATE template0"))).await?;
            let url: DatabaseUrl = self.url(&making).parse()?;
            let store = Store::open(&url, crate::databases::test_options()).await?;
            store.migrate(migrations, &no_progress).await?;
            store.close().await?;
            admin.execute(AssertSqlSafe(format!("ALTER DATABASE {making} RENAME TO {name}"))).await?;
        }
        admin.close().await?;
        Ok(name)
    }
}

/// The tables of a template depend on the migrations' names and, while they are being written, on the test program.
fn fingerprint(migrations: &Migrations) -> u64 {
    let mut hasher = DefaultHasher::new();
    migrations.names().hash(&mut hasher);
    if let Ok(program) = std::env::current_exe() {
        program.hash(&mut hasher);
        program.metadata().and_then(|data| data.modified()).ok().hash(&mut hasher);
    }
    hasher.finish()
}

/// The server, found or started once per process. The error says why there is none.
pub fn server() -> &'static Result<Server, String> {
    static SERVER: OnceLock<Result<Server, String>> = OnceLock::new();
    SERVER.get_or_init(|| match setting("WHERRY_TEST_POSTGRES") {
        Some(url) => Ok(Server::new(&url)),
        None => Cluster::shared().map(|url| Server::new(&url)),
    })
}

/// The server, or none after printing what is left out.
///
/// # Panics
/// When there is none and `WHERRY_TEST_STRICT=1`.
#[expect(clippy::panic, clippy::print_stderr, reason = "a strict run must fail, a loose one must say what it left out")]
pub fn server_or_leave_out(test: &str) -> Option<Server> {
    match server() {
        Ok(server) => Some(server.clone()),
        Err(why) if is_strict() => {
            panic!("no PostgreSQL for “{test}”: {why}")
        }
        Err(why) => {
            eprintln!("left out: PostgreSQL not found ({why}); “{test}” ran on SQLite only");
            None
        }
    }
}

/// Whether nothing may be left out.
#[must_use]
pub fn is_strict() -> bool {
    setting("WHERRY_TEST_STRICT").is_some_and(|value| value == "1")
}

#[expect(clippy::disallowed_methods, reason = "the test harness is told by the environment what it may use")]
fn setting(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}
