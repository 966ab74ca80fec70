//! `kill -9` at random times: every acknowledged write is there afterwards.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use store::audit::{self, Verified};
use store::{DatabaseUrl, Migrations, Options, Sql, Store, events, no_progress, outbox};
use testing::{at, day};

use crate::seal_audit::event;

const VARIABLE: &str = "WHERRY_TEST_WRITE_UNTIL_KILLED";
const ROUNDS: u64 = 60;

async fn open(path: &Path) -> Store {
    let store = Store::open(&DatabaseUrl::SqliteFile(path.into()), Options::default()).await.unwrap();
    store.migrate(&Migrations::platform(), &no_progress).await.unwrap();
    store
}

/// Not a test of its own: the program that is killed. It says each number once it is acknowledged.
#[test]
#[ignore = "run by the test below, which kills it"]
#[expect(clippy::disallowed_methods, reason = "the parent test says where to write")]
fn write_until_killed() {
    let Ok(path) = std::env::var(VARIABLE) else { return };
    testing::databases::run(async move {
        let store = open(Path::new(&path)).await;
        let mut number = events::last_sequence(store.reader(), "case:1").await.unwrap();
        loop {
            let tx = store.begin().await.unwrap();
            let new = events::NewEvent {
                kind: "noted".into(),
                on: day("2026-01-01"),
                data: serde_json::json!({ "n": number + 1 }),
            };
            number = events::append(&tx, "case:1", number, vec![new], "a", at("2026-01-01T00:00:00Z")).await.unwrap();
            outbox::enqueue(&tx, "email", &number.to_string(), &serde_json::json!({}), at("2026-01-01T00:00:00Z"))
                .await
                .unwrap();
            audit::append(&tx, &event(number as usize)).await.unwrap();
            tx.commit().await.unwrap();
            let mut out = std::io::stdout().lock();
            writeln!(out, "kept {number}").unwrap();
            out.flush().unwrap();
        }
    });
}

/// Runs the writer, kills it after a while, and returns the last number it acknowledged.
fn write_and_kill(path: &Path, after_first: Duration) -> Option<u32> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["survive_kill::write_until_killed", "--exact", "--ignored", "--nocapture", "--test-threads=1"])
        .env(VARIABLE, path)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    let (mut last, mut deadline) = (None, None);
    let killer = std::sync::Arc::new(std::sync::Mutex::new(child));
    for line in out.lines() {
        let Ok(line) = line else { break };
        if let Some(number) = line.rsplit_once("kept ").and_then(|(_, number)| number.parse().ok()) {
            last = Some(number);
            // A thread does the killing, so that it comes at any point of the writer's work.
            deadline.get_or_insert_with(|| {
                let killer = killer.clone();
                std::thread::spawn(move || {
                    std::thread::sleep(after_first);
                    killer.lock().unwrap().kill().unwrap();
                })
            });
        }
    }
    killer.lock().unwrap().wait().unwrap();
    last
}

/// What the database holds: events, outbox rows, audit rows, all checked.
async fn holds(path: &Path) -> u32 {
    let store = open(path).await;
    let found = events::load(store.reader(), "case:1").await.unwrap();
    assert!(found.iter().enumerate().all(|(index, event)| event.sequence as usize == index + 1));
    let sent = Sql::new("SELECT COUNT(*) FROM outbox").whole(store.reader()).await.unwrap();
    assert_eq!(sent, found.len() as i64, "an event without its letter, or a letter without its event");
    let snapshot = store.snapshot().await.unwrap();
    let chain = audit::verify(&snapshot, &no_progress).await.unwrap();
    assert!(matches!(&chain, Verified::Whole(head) if head.sequence == found.len() as i64), "{chain:?}");
    drop(snapshot);
    let row = Sql::new("PRAGMA integrity_check").row(store.reader()).await.unwrap().unwrap();
    assert_eq!(row.try_get_by_index::<String>(0).unwrap(), "ok");
    store.close().await.unwrap();
    u32::try_from(found.len()).unwrap()
}

#[test]
fn every_acknowledged_write_is_there_after_kill_9() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("killed.db");
    let start = Instant::now();
    let (mut random, mut acknowledged, mut unacknowledged) = (0x9E37_79B9_7F4A_7C15_u64, 0, 0);
    for round in 0..ROUNDS {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let last = write_and_kill(&path, Duration::from_micros(random % 120_000)).unwrap_or(acknowledged);
        let held = testing::databases::run({
            let path = path.clone();
            async move { holds(&path).await }
        });
        assert!(held >= last, "round {round}: {last} acknowledged, {held} there");
        assert!(held <= last + 1, "round {round}: {held} there, but only {last} acknowledged");
        unacknowledged += held - last;
        acknowledged = held;
    }
    println!("{ROUNDS} kills, {acknowledged} writes, {unacknowledged} kept but not yet said, in {:?}", start.elapsed());
    assert!(acknowledged as u64 > ROUNDS, "hardly anything was written");
}

#[test]
fn a_log_torn_anywhere_opens_to_what_was_acknowledged_before() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("torn.db");
    let last = write_and_kill(&path, Duration::from_millis(150)).unwrap();
    let log = std::fs::read(folder.path().join("torn.db-wal")).unwrap();
    let (mut random, mut fewest) = (7_u64, u32::MAX);
    for _ in 0..40 {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let copy = tempfile::tempdir().unwrap();
        let torn = copy.path().join("torn.db");
        std::fs::copy(&path, &torn).unwrap();
        let length = (random >> 33) as usize % (log.len() + 1);
        std::fs::write(copy.path().join("torn.db-wal"), &log[..length]).unwrap();
        let held = testing::databases::run(async move { holds(&torn).await });
        assert!(held <= last + 1);
        fewest = fewest.min(held);
    }
    println!("{last} writes; the shortest log kept {fewest}");
}
