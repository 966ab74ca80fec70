//! The event log and its optimistic lock.

use serde_json::json;
use store::events::{self, AppendError, NewEvent};
use store::{Sql, StoreError};
use testing::{at, day};

fn event(kind: &str, note: i64) -> NewEvent {
    NewEvent {
        kind: kind.to_owned(), on: day("2026-09-01"), data: json!({ "note": note, "text": "Zoë’s “plan”" })
    }
}

const NOW: &str = "2026-09-02T10:00:00.25Z";

testing::each_database! {
    async fn what_is_appended_is_loaded_in_order(store: Store) {
        let tx = store.begin().await.unwrap();
        let last = events::append(&tx, "case:1", 0, vec![event("requested", 1), event("decided", 2)], "a1", at(NOW)).await.unwrap();
        assert_eq!(last, 2);
        events::append(&tx, "case:2", 0, vec![event("requested", 3)], "a1", at(NOW)).await.unwrap();
        assert_eq!(events::append(&tx, "case:1", 2, vec![event("closed", 4)], "a2", at(NOW)).await.unwrap(), 3);
        assert_eq!(events::append(&tx, "case:1", 3, vec![], "a2", at(NOW)).await.unwrap(), 3);
        tx.commit().await.unwrap();
        let loaded = events::load(store.reader(), "case:1").await.unwrap();
        assert_eq!(loaded.iter().map(|event| event.sequence).collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!(loaded[0].value().unwrap(), json!({ "note": 1, "text": "Zoë’s “plan”" }));
        assert_eq!((loaded[0].on, loaded[0].recorded_at, loaded[0].author.as_str()), (day("2026-09-01"), at(NOW), "a1"));
        let both = events::load_many(store.reader(), &["case:2".into(), "case:1".into(), "case:9".into()]).await.unwrap();
        assert_eq!(both.iter().map(|event| (event.stream.as_str(), event.sequence)).collect::<Vec<_>>(),
            [("case:1", 1), ("case:1", 2), ("case:1", 3), ("case:2", 1)]);
        let after = events::after(store.reader(), both[0].position, 2).await.unwrap();
        assert_eq!(after.iter().map(|event| event.kind.as_str()).collect::<Vec<_>>(), ["decided", "requested"]);
        assert_eq!(events::last_sequence(store.reader(), "case:1").await.unwrap(), 3);
        assert_eq!(events::last_sequence(store.reader(), "case:9").await.unwrap(), 0);
    }

    async fn a_stale_append_is_a_conflict(store: Store) {
        let tx = store.begin().await.unwrap();
        events::append(&tx, "case:1", 0, vec![event("requested", 1)], "a1", at(NOW)).await.unwrap();
        tx.commit().await.unwrap();
        let tx = store.begin().await.unwrap();
        let refused = events::append(&tx, "case:1", 0, vec![event("decided", 2)], "a2", at(NOW)).await;
        assert!(matches!(refused, Err(AppendError::Conflict { expected: 0, found: 1, .. })), "{refused:?}");
        drop(tx);
        assert_eq!(events::load(store.reader(), "case:1").await.unwrap().len(), 1);
    }

    async fn of_many_at_once_each_sequence_is_taken_once(store: Store) {
        let mut tasks = Vec::new();
        for worker in 0..8_i64 {
            let store = store.clone();
            tasks.push(tokio::spawn(async move {
                let mut kept = 0;
                for _ in 0..10 {
                    let seen = events::last_sequence(store.reader(), "case:1").await.unwrap();
                    let tx = store.begin().await.unwrap();
                    match events::append(&tx, "case:1", seen, vec![event("noted", worker)], "a", at(NOW)).await {
                        Ok(_) => { tx.commit().await.unwrap(); kept += 1; }
                        Err(AppendError::Conflict { .. }) => {}
                        Err(error) => panic!("{error}"),
                    }
                }
                kept
            }));
        }
        let mut kept = 0;
        for task in tasks { kept += task.await.unwrap(); }
        let loaded = events::load(store.reader(), "case:1").await.unwrap();
        assert_eq!(loaded.len(), kept);
        assert!(loaded.iter().enumerate().all(|(index, event)| event.sequence as usize == index + 1));
    }

    async fn events_are_never_changed_or_removed(store: Store) {
        let tx = store.begin().await.unwrap();
        events::append(&tx, "case:1", 0, vec![event("requested", 1)], "a1", at(NOW)).await.unwrap();
        tx.commit().await.unwrap();
        for sql in ["UPDATE event SET kind = 'x'", "DELETE FROM event"] {
            let tx = store.begin().await.unwrap();
            let refused = Sql::new(sql).execute(&tx).await;
            assert!(matches!(refused, Err(StoreError::AppendOnly)), "{sql}: {refused:?}");
        }
    }

    async fn the_reader_refuses_to_write(store: Store) {
        let refused = Sql::new("INSERT INTO submission (id, form, author, at) VALUES ('1', 'f', 'a', 't')")
            .execute(store.reader()).await;
        assert!(refused.is_err());
        assert_eq!(Sql::new("SELECT COUNT(*) FROM submission").whole(store.reader()).await.unwrap(), 0);
    }

    async fn a_dropped_transaction_leaves_nothing(store: Store) {
        let tx = store.begin().await.unwrap();
        events::append(&tx, "case:1", 0, vec![event("requested", 1)], "a1", at(NOW)).await.unwrap();
        drop(tx);
        let tx = store.begin().await.unwrap();
        assert_eq!(events::last_sequence(&tx, "case:1").await.unwrap(), 0);
        tx.rollback().await.unwrap();
    }
}
