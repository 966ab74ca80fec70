//! The operator's questions that each database answers in its own way.

use jiff::Timestamp;
use sea_orm::{ConnectionTrait, DbBackend};

use crate::checks::Check;
use crate::{Durability, Sql, Store, StoreResult};

/// Below this much room, somebody should look.
const LITTLE_ROOM: u64 = 1 << 30;

/// Settings, room and clock.
pub(crate) async fn checks(store: &Store, now: Timestamp) -> StoreResult<Vec<Check>> {
    match store.reader().get_database_backend() {
        DbBackend::Postgres => postgres(store, now).await,
        _ => sqlite(store).await,
    }
}

async fn sqlite(store: &Store) -> StoreResult<Vec<Check>> {
    let text = async |sql: &str| -> StoreResult<String> {
        let row = Sql::new(sql).row(store.writer()).await?;
        row.map_or(Ok(String::new()), |row| Ok(row.try_get_by_index(0)?))
    };
    let mode = text("PRAGMA journal_mode").await?;
    let flushing = Sql::new("PRAGMA synchronous").whole(store.writer()).await?;
    let wanted = if store.options().durability == Durability::Full { 2 } else { 0 };
    let mut checks = vec![if mode == "wal" && flushing == wanted {
        let words =
            if wanted == 2 { "Every commit is flushed to the disk." } else { "Nothing is flushed: for tests only." };
        Check::good("settings", words)
    } else {
        Check::bad(
            "settings",
            format!("The journal is “{mode}” and flushing is {flushing}; they should be “wal” and {wanted}."),
            "Keep the file on a local disk: network folders do not allow the write-ahead log.",
        )
    }];
    let quick = text("PRAGMA quick_check(1)").await?;
    checks.push(if quick == "ok" {
        Check::good("file", "The file is in order.")
    } else {
        Check::bad("file", format!("The file is damaged: {quick}."), "Stop the program and restore the last backup.")
    });
    let file = text("SELECT file FROM pragma_database_list WHERE name = 'main'").await?;
    checks.extend(room(&file));
    Ok(checks)
}

/// The room left, from `df`, which every system of the kind has; nothing where it does not answer.
fn room(file: &str) -> Option<Check> {
    let output = std::process::Command::new("df").args(["-Pk", file]).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let kilobytes: u64 = text.lines().nth(1)?.split_whitespace().nth(3)?.parse().ok()?;
    let bytes = kilobytes.saturating_mul(1024);
    let size = std::fs::metadata(file).map_or(0, |data| data.len());
    let words = format!("The disk has room for {} MB more; the database is {} MB.", bytes >> 20, size >> 20);
    Some(if bytes < LITTLE_ROOM || bytes < size {
        Check::watch(
            "disk",
            words,
            "Free some space or move the database to a larger disk; a backup needs as much again.",
        )
    } else {
        Check::good("disk", words)
    })
}

async fn postgres(store: &Store, now: Timestamp) -> StoreResult<Vec<Check>> {
    let mut checks = Vec::new();
    let commit: String = match Sql::new("SELECT current_setting('synchronous_commit')").row(store.writer()).await? {
        Some(row) => row.try_get_by_index(0)?,
        None => String::new(),
    };
    checks.push(if matches!(commit.as_str(), "on" | "remote_apply" | "remote_write") {
        Check::good("settings", format!("synchronous_commit is {commit}: a commit survives a crash."))
    } else {
        Check::bad(
            "settings",
            format!("synchronous_commit is {commit}: the last commits may be lost in a crash."),
            "Set synchronous_commit = on.",
        )
    });
    // Both clocks may stand between two seconds, and the question takes a moment.
    let theirs = Sql::new("SELECT EXTRACT(EPOCH FROM clock_timestamp())::bigint").whole(store.reader()).await?;
    let apart = (theirs - now.as_second()).abs();
    checks.push(if apart <= 5 {
        Check::good("clock", "The clocks of this machine and the database agree.")
    } else {
        Check::watch(
            "clock",
            format!("The clocks of this machine and the database are {apart} seconds apart."),
            "Turn on time synchronisation (NTP) on both.",
        )
    });
    Ok(checks)
}
