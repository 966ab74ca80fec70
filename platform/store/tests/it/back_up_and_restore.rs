//! Out and back, across both databases.

use std::path::Path;

use record::Period;
use store::backup::{self, Format, Manifest};
use store::people::{self, Author};
use store::{Migrations, Options, Sql, Store, StoreError, accounts, audit, events, facts, no_progress, outbox};
use testing::{at, day};

use crate::keep_accounts::new_account;
use crate::samples::{NOW, id, person, school};
use crate::seal_audit;

/// Something in many tables, with text that is hard to carry.
async fn fill(store: &Store) {
    seal_audit::fill(store, 300).await;
    let tx = store.begin().await.unwrap();
    audit::anchor(&tx, day("2026-03-01"), at("2026-03-02T00:05:00Z")).await.unwrap();
    let author = Author { who: "test", at: at(NOW) };
    for seed in 1..40 {
        people::save(&tx, &person(seed, "Zoë \"quoted\"", "O’Neil\n\u{1F600}\\", "2015-05-05"), author).await.unwrap();
        let event = events::NewEvent {
            kind: "k".into(),
            on: day("2026-01-01"),
            data: serde_json::json!({ "tab": "\t\u{7f}", "n": seed }),
        };
        events::append(&tx, &format!("case:{seed}"), 0, vec![event], "a", at(NOW)).await.unwrap();
        outbox::enqueue(&tx, "email", &seed.to_string(), &serde_json::json!({}), at(NOW)).await.unwrap();
    }
    people::save(&tx, &school(50, "Hill School"), author).await.unwrap();
    accounts::create(&tx, &new_account(1, "jo@example.org"), at(NOW)).await.unwrap();
    facts::set(&tx, facts::Subject::Child(id(1)), &access::Fact::Locked, Period::since(day("2026-01-01")), "s")
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

async fn same(one: &Store, other: &Store) {
    assert_eq!(audit::head(one.reader()).await.unwrap(), audit::head(other.reader()).await.unwrap());
    for stream in ["case:1", "case:39"] {
        assert_eq!(
            events::load(one.reader(), stream).await.unwrap(),
            events::load(other.reader(), stream).await.unwrap()
        );
    }
    let all: Vec<_> = (1..40).map(id).collect();
    let load = async |store: &Store| people::unchecked::by_ids::<record::Person>(store.reader(), &all).await.unwrap();
    assert_eq!(load(one).await, load(other).await);
}

fn counts(manifest: &Manifest) -> Vec<(String, u64)> {
    let mut counts: Vec<_> = manifest.tables.iter().map(|table| (table.name.clone(), table.rows)).collect();
    counts.sort();
    counts
}

async fn out_and_back(from: &Store, to: &Store, folder: &Path) -> Manifest {
    let manifest = backup::backup(from, folder, at(NOW), &no_progress).await.unwrap();
    assert_eq!(backup::read_manifest(folder).unwrap(), manifest);
    backup::restore(folder, to, &Migrations::platform(), &no_progress).await.unwrap();
    same(from, to).await;
    // Life goes on after a restore: new rows get new numbers.
    manifest
}

testing::each_database! {
    async fn a_database_goes_to_sqlite_and_back(store: Store) {
        fill(&store).await;
        let folder = tempfile::tempdir().unwrap();
        let middle = testing::databases::sqlite(&Migrations::platform()).await;
        let first = out_and_back(&store, &middle, &folder.path().join("one")).await;
        let end = testing::databases::sqlite(&Migrations::platform()).await;
        let second = out_and_back(&middle, &end, &folder.path().join("two")).await;
        assert_eq!(counts(&first), counts(&second));
        assert_eq!(first.audit_hash, second.audit_hash);
        // A file of SQLite, or an export of it, goes into the kind of database under test.
        let third = backup::export(&end, &folder.path().join("three"), at(NOW), &no_progress).await.unwrap();
        assert_eq!((third.format, counts(&third)), (Format::JsonLines, counts(&first)));
        // The database under test has rows and refuses.
        let refused = backup::restore(&folder.path().join("three"), &store, &Migrations::platform(), &no_progress).await;
        assert!(matches!(refused, Err(StoreError::Backup(_))), "{refused:?}");
        same(&store, &end).await;
    }

    async fn a_sqlite_backup_is_restored_here(store: Store) {
        let source = testing::databases::sqlite(&Migrations::platform()).await;
        fill(&source).await;
        let folder = tempfile::tempdir().unwrap();
        let manifest = out_and_back(&source, &store, &folder.path().join("file")).await;
        assert_eq!(manifest.format, Format::SqliteFile);
        let tx = store.begin().await.unwrap();
        assert!(outbox::enqueue(&tx, "email", "new", &serde_json::json!({}), at(NOW)).await.unwrap(), "numbers go on");
        let event = events::NewEvent { kind: "k".into(), on: day("2026-01-01"), data: serde_json::json!({}) };
        events::append(&tx, "case:1", 1, vec![event], "a", at(NOW)).await.unwrap();
        audit::append(&tx, &seal_audit::event(9)).await.unwrap();
        tx.commit().await.unwrap();
        let back = testing::databases::sqlite(&Migrations::platform()).await;
        out_and_back(&store, &back, &folder.path().join("back")).await;
    }

    async fn a_damaged_backup_leaves_nothing_behind(store: Store) {
        let source = testing::databases::sqlite(&Migrations::platform()).await;
        fill(&source).await;
        let folder = tempfile::tempdir().unwrap();
        let (lines, file) = (folder.path().join("lines"), folder.path().join("file"));
        backup::export(&source, &lines, at(NOW), &no_progress).await.unwrap();
        backup::backup(&source, &file, at(NOW), &no_progress).await.unwrap();
        let try_restore = async |path: &Path| backup::restore(path, &store, &Migrations::platform(), &no_progress).await;
        // A changed row.
        let events = lines.join("event.jsonl");
        let whole = std::fs::read_to_string(&events).unwrap();
        std::fs::write(&events, whole.replacen("\"k\"", "\"x\"", 1)).unwrap();
        assert!(matches!(try_restore(&lines).await, Err(StoreError::Backup(_))));
        std::fs::write(&events, &whole).unwrap();
        // A changed audit whose file hash was made to fit.
        let audit = lines.join("audit.jsonl");
        let whole_audit = std::fs::read_to_string(&audit).unwrap();
        std::fs::write(&audit, whole_audit.replacen("casework", "gossip", 1)).unwrap();
        let manifest_path = lines.join("manifest.json");
        let manifest = std::fs::read_to_string(&manifest_path).unwrap();
        let old = backup::read_manifest(&lines).unwrap().tables.into_iter().find(|table| table.name == "audit").unwrap().sha256.unwrap();
        let new = { use sha2::Digest; hex::encode(sha2::Sha256::digest(std::fs::read(&audit).unwrap())) };
        std::fs::write(&manifest_path, manifest.replace(&old, &new)).unwrap();
        let refused = try_restore(&lines).await;
        assert!(matches!(&refused, Err(StoreError::Backup(why)) if why.contains("audit")), "{refused:?}");
        assert_eq!(Sql::new("SELECT COUNT(*) FROM event").whole(store.reader()).await.unwrap(), 0, "all or nothing");
        // No manifest.
        std::fs::remove_file(&manifest_path).unwrap();
        assert!(matches!(try_restore(&lines).await, Err(StoreError::Backup(_))));
        // A changed file.
        let database = file.join("wherry.db");
        let mut bytes = std::fs::read(&database).unwrap();
        let last = bytes.len() - 100;
        bytes[last] ^= 1;
        std::fs::write(&database, bytes).unwrap();
        assert!(matches!(try_restore(&file).await, Err(StoreError::Backup(_))));
        // A folder that is not empty is not written to.
        let full = backup::export(&source, &lines, at(NOW), &no_progress).await;
        assert!(matches!(full, Err(StoreError::Backup(_))));
    }
}

#[test]
fn writers_go_on_during_a_backup() {
    testing::databases::run(async {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("w.db").display()).parse().unwrap();
        let store = Store::open(&url, Options::default()).await.unwrap();
        store.migrate(&Migrations::platform(), &no_progress).await.unwrap();
        fill(&store).await;
        let writing = tokio::spawn({
            let store = store.clone();
            async move {
                for number in 1_000..1_050 {
                    let tx = store.begin().await.unwrap();
                    audit::append(&tx, &seal_audit::event(number)).await.unwrap();
                    tx.commit().await.unwrap();
                }
            }
        });
        let manifest = backup::backup(&store, &folder.path().join("b"), at(NOW), &no_progress).await.unwrap();
        writing.await.unwrap();
        let copy = testing::databases::sqlite(&Migrations::platform()).await;
        backup::restore(&folder.path().join("b"), &copy, &Migrations::platform(), &no_progress).await.unwrap();
        assert!(manifest.audit_sequence >= 300);
    });
}
