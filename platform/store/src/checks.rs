//! What `wherry doctor` asks of the database: each check says what it looked at, and how to mend what is wrong.

use jiff::{SignedDuration, Timestamp};

use crate::audit::{self, Verified};
use crate::columns::instant_text;
use crate::{Migrations, SchemaState, Sql, Store, StoreResult, backend};

/// How a check came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Health {
    /// As it should be.
    Good,
    /// It works, but somebody should look.
    Watch,
    /// It does not work, or data is at risk.
    Bad,
}

/// One check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// What was looked at.
    pub name: &'static str,
    /// How it came out.
    pub health: Health,
    /// What was found, as a sentence.
    pub explains: String,
    /// What to do about it; empty when nothing is to be done.
    pub mend: String,
}

impl Check {
    pub(crate) fn good(name: &'static str, explains: impl Into<String>) -> Self {
        Self { name, health: Health::Good, explains: explains.into(), mend: String::new() }
    }

    pub(crate) fn watch(name: &'static str, explains: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { name, health: Health::Watch, explains: explains.into(), mend: mend.into() }
    }

    pub(crate) fn bad(name: &'static str, explains: impl Into<String>, mend: impl Into<String>) -> Self {
        Self { name, health: Health::Bad, explains: explains.into(), mend: mend.into() }
    }
}

/// Runs every check. A database that is away gives one bad check, not an error.
pub async fn checks(store: &Store, migrations: &Migrations, now: Timestamp) -> Vec<Check> {
    if let Err(error) = Sql::new("SELECT 1").row(store.reader()).await {
        let mend = format!("Check that {} is running and may be reached from here.", store.url());
        return vec![Check::bad("reachable", error.to_string(), mend)];
    }
    let mut all = vec![Check::good("reachable", format!("{} answers.", store.url()))];
    let results = [
        ("schema", schema(store, migrations).await.map(|check| vec![check])),
        ("settings", backend::checks(store, now).await),
        ("audit", audit_tail(store).await.map(|check| vec![check])),
        ("outbox", waiting(store, "outbox", now).await.map(|check| vec![check])),
        ("jobs", waiting(store, "job", now).await.map(|check| vec![check])),
    ];
    for (name, result) in results {
        match result {
            Ok(checks) => all.extend(checks),
            Err(error) => {
                all.push(Check::bad(name, error.to_string(), "See the checks above; the rest may follow from them."));
            }
        }
    }
    all
}

async fn schema(store: &Store, migrations: &Migrations) -> StoreResult<Check> {
    Ok(match store.schema_state(migrations).await? {
        SchemaState::UpToDate => Check::good("schema", "The tables fit this version."),
        SchemaState::Behind(count) => {
            Check::bad("schema", format!("The tables need {count} update(s)."), "Back up, then run “wherry migrate”.")
        }
        SchemaState::Ahead => Check::bad(
            "schema",
            "The tables were made by a newer version.",
            "Install that version, or restore a backup from before the update.",
        ),
    })
}

async fn audit_tail(store: &Store) -> StoreResult<Check> {
    let snapshot = store.snapshot().await?;
    Ok(match audit::verify_tail(&snapshot, 1_000).await? {
        Verified::Whole(head) => {
            Check::good("audit", format!("The last rows of the audit are unchanged; it has {}.", head.sequence))
        }
        Verified::Tampered(found) => Check::bad(
            "audit",
            format!("Somebody changed the audit at row {}. {}", found.sequence, found.what),
            "Treat this as a security incident: keep the database as it is, tell the data protection officer, and compare \
             with the anchors kept elsewhere.",
        ),
    })
}

/// The oldest row that should have been done, and those that were given up.
async fn waiting(store: &Store, table: &'static str, now: Timestamp) -> StoreResult<Check> {
    let (name, what) = if table == "outbox" { ("outbox", "message") } else { ("jobs", "job") };
    let late = now.checked_sub(SignedDuration::from_mins(15)).unwrap_or(now);
    let overdue = Sql::new(format!(
        "SELECT COUNT(*) FROM {table} WHERE (state = 'waiting' AND due_at < $1) OR (state = 'leased' AND lease_until < $2)"
    ))
    .bind(instant_text(late))
    .bind(instant_text(late))
    .whole(store.reader())
    .await?;
    let dead = Sql::new(format!("SELECT COUNT(*) FROM {table} WHERE state = 'dead'")).whole(store.reader()).await?;
    Ok(match (overdue, dead) {
        (0, 0) => Check::good(name, format!("No {what} is late or given up.")),
        (0, dead) => Check::watch(
            name,
            format!("{dead} {what}(s) were given up after many attempts."),
            format!("Look at the list of given-up {what}s, mend the cause, and send them again from there."),
        ),
        (overdue, _) => Check::bad(
            name,
            format!("{overdue} {what}(s) are more than 15 minutes late."),
            "Check that “wherry work” (or “wherry serve” with its own workers) is running.",
        ),
    })
}
