//! Where the database is, and how to open it.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

/// The address of a database.
#[derive(Clone, PartialEq, Eq)]
pub enum DatabaseUrl {
    /// A SQLite file, made when it does not exist.
    SqliteFile(PathBuf),
    /// A private SQLite database that disappears when the last [`crate::Store`] over it is dropped.
    SqliteTemporary,
    /// A PostgreSQL server, as a whole `postgres://` URL.
    Postgres(String),
}

/// Why an address could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DatabaseUrlError {
    /// Nothing was given.
    #[error(
        "the database address is empty; give for example sqlite:wherry.db or postgres://user:password@host/database"
    )]
    Empty,
    /// `sqlite:` without a path.
    #[error("“sqlite:” needs the path of a file after it, for example sqlite:/var/lib/wherry/wherry.db")]
    NoPath,
    /// Neither SQLite nor PostgreSQL.
    #[error(
        "“{0}” is not a database this program knows; an address starts with sqlite: or postgres:// (a bare path is not enough)"
    )]
    UnknownScheme(String),
    /// A PostgreSQL URL that does not parse. The password is never repeated.
    #[error("the postgres:// address cannot be read: {0}")]
    Malformed(String),
    /// A PostgreSQL URL without a database name.
    #[error(
        "the postgres:// address names no database; end it with /name, for example postgres://wherry@localhost/wherry"
    )]
    NoDatabase,
}

impl FromStr for DatabaseUrl {
    type Err = DatabaseUrlError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        if text.is_empty() {
            return Err(DatabaseUrlError::Empty);
        }
        if let Some(rest) = text.strip_prefix("sqlite:") {
            return match rest.strip_prefix("//").unwrap_or(rest) {
                "" => Err(DatabaseUrlError::NoPath),
                ":memory:" => Ok(Self::SqliteTemporary),
                path => Ok(Self::SqliteFile(PathBuf::from(path))),
            };
        }
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            let url = url::Url::parse(text).map_err(|error| DatabaseUrlError::Malformed(error.to_string()))?;
            if url.path().trim_matches('/').is_empty() && !url.query_pairs().any(|(key, _)| key == "dbname") {
                return Err(DatabaseUrlError::NoDatabase);
            }
            return Ok(Self::Postgres(text.to_owned()));
        }
        let scheme = text.split_once(':').map_or(text, |(scheme, _)| scheme);
        Err(DatabaseUrlError::UnknownScheme(scheme.chars().take(80).collect()))
    }
}

impl fmt::Display for DatabaseUrl {
    /// The address without any password, fit for logs and screens.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SqliteFile(path) => write!(f, "sqlite:{}", path.display()),
            Self::SqliteTemporary => f.write_str("sqlite::memory:"),
            Self::Postgres(text) => match url::Url::parse(text) {
                Ok(mut url) => {
                    if url.password().is_some() && url.set_password(Some("***")).is_err() {
                        return f.write_str("postgres://…");
                    }
                    write!(f, "{url}")
                }
                Err(_) => f.write_str("postgres://…"),
            },
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DatabaseUrl({self})")
    }
}

/// How hard SQLite works to keep a commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Durability {
    /// Every commit is flushed to the disk before it is acknowledged. The only setting for real use.
    #[default]
    Full,
    /// Nothing is flushed. For tests, and for a file that is thrown away when its making fails.
    None,
}

/// How to open a database. `Options::default()` suits a server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Connections for reading at the same time.
    pub readers: u32,
    /// Connections for writing at the same time. PostgreSQL only: SQLite always has one.
    pub writers: u32,
    /// How long to wait for a connection, or for another process's lock, before saying that the database is away.
    pub patience: Duration,
    /// How long a read keeps trying while the database is away.
    pub read_patience: Duration,
    /// SQLite's flushing.
    pub durability: Durability,
    /// Make the SQLite file when there is none. Off for commands that must find one, such as `backup`.
    pub create: bool,
    /// The largest size of a SQLite file in pages of 4,096 bytes; none means the disk is the limit.
    pub max_pages: Option<u32>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            readers: 4,
            writers: 8,
            patience: Duration::from_secs(10),
            read_patience: Duration::from_secs(5),
            durability: Durability::Full,
            create: true,
            max_pages: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_and_faults_explained() {
        assert_eq!("sqlite:a/b.db".parse(), Ok(DatabaseUrl::SqliteFile("a/b.db".into())));
        assert_eq!("sqlite:///a/b.db".parse(), Ok(DatabaseUrl::SqliteFile("/a/b.db".into())));
        assert_eq!("sqlite::memory:".parse(), Ok(DatabaseUrl::SqliteTemporary));
        assert!(matches!("postgres://w@h/wherry".parse(), Ok(DatabaseUrl::Postgres(_))));
        assert_eq!("".parse::<DatabaseUrl>(), Err(DatabaseUrlError::Empty));
        assert_eq!("sqlite:".parse::<DatabaseUrl>(), Err(DatabaseUrlError::NoPath));
        assert_eq!("postgres://w@h".parse::<DatabaseUrl>(), Err(DatabaseUrlError::NoDatabase));
        assert_eq!("mysql://x".parse::<DatabaseUrl>(), Err(DatabaseUrlError::UnknownScheme("mysql".into())));
    }

    #[test]
    fn a_password_is_never_shown() -> Result<(), DatabaseUrlError> {
        let url: DatabaseUrl = "postgres://wherry:secret@host/wherry".parse()?;
        assert!(!format!("{url} {url:?}").contains("secret"));
        Ok(())
    }
}
