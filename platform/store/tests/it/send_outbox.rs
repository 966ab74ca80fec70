//! The outbox: promised once, carried out at least once, never finished by a worker that lost its lease.

use serde_json::json;
use store::outbox::{self, AfterFailure, MessageState, Retry};
use testing::at;

const NOW: &str = "2026-01-01T10:00:00Z";
const RETRY: Retry = Retry { first_pause: 60, longest_pause: 3_600, attempts: 2 };

testing::each_database! {
    async fn a_message_is_promised_once_and_sent(store: Store) {
        let tx = store.begin().await.unwrap();
        assert!(outbox::enqueue(&tx, "email", "case:1:received", &json!({ "to": "x" }), at(NOW)).await.unwrap());
        assert!(!outbox::enqueue(&tx, "email", "case:1:received", &json!({ "to": "y" }), at(NOW)).await.unwrap());
        outbox::enqueue(&tx, "letter", "later", &json!({}), at("2026-01-02T10:00:00Z")).await.unwrap();
        tx.commit().await.unwrap();
        let tx = store.begin().await.unwrap();
        let claimed = outbox::claim(&tx, "w1", at(NOW), 60, 10).await.unwrap();
        assert_eq!(claimed.len(), 1, "only what is due");
        assert_eq!((claimed[0].payload.clone(), claimed[0].attempt), (json!({ "to": "x" }), 1));
        assert!(outbox::claim(&tx, "w2", at(NOW), 60, 10).await.unwrap().is_empty(), "it is lent already");
        assert!(outbox::renew(&tx, claimed[0].id, claimed[0].fence, at(NOW), 120).await.unwrap());
        assert!(outbox::done(&tx, claimed[0].id, claimed[0].fence, at(NOW)).await.unwrap());
        tx.commit().await.unwrap();
        assert_eq!(outbox::count(store.reader(), MessageState::Done).await.unwrap(), 1);
        assert_eq!(outbox::list(store.reader(), MessageState::Waiting, None, 10).await.unwrap()[0].topic, "letter");
    }

    async fn a_worker_whose_lease_ran_out_cannot_finish(store: Store) {
        let tx = store.begin().await.unwrap();
        outbox::enqueue(&tx, "email", "k", &json!({}), at(NOW)).await.unwrap();
        let first = outbox::claim(&tx, "w1", at(NOW), 60, 1).await.unwrap().remove(0);
        let second = outbox::claim(&tx, "w2", at("2026-01-01T10:02:00Z"), 60, 1).await.unwrap().remove(0);
        assert!(second.fence > first.fence);
        assert!(!outbox::done(&tx, first.id, first.fence, at(NOW)).await.unwrap());
        assert_eq!(outbox::failed(&tx, first.id, first.fence, "x", at(NOW), RETRY).await.unwrap(), AfterFailure::LeaseLost);
        assert!(outbox::done(&tx, second.id, second.fence, at(NOW)).await.unwrap());
        tx.commit().await.unwrap();
    }

    async fn failures_pause_longer_and_then_wait_for_a_person(store: Store) {
        let tx = store.begin().await.unwrap();
        outbox::enqueue(&tx, "email", "k", &json!({}), at(NOW)).await.unwrap();
        let one = outbox::claim(&tx, "w", at(NOW), 60, 1).await.unwrap().remove(0);
        let again = outbox::failed(&tx, one.id, one.fence, "429", at(NOW), RETRY).await.unwrap();
        assert_eq!(again, AfterFailure::Again(at("2026-01-01T10:01:00Z")));
        assert!(outbox::claim(&tx, "w", at(NOW), 60, 1).await.unwrap().is_empty());
        let two = outbox::claim(&tx, "w", at("2026-01-01T10:01:00Z"), 60, 1).await.unwrap().remove(0);
        assert_eq!(two.attempt, 2);
        assert_eq!(outbox::failed(&tx, two.id, two.fence, "500", at(NOW), RETRY).await.unwrap(), AfterFailure::Dead);
        let dead = outbox::list(&tx, MessageState::Dead, None, 10).await.unwrap();
        assert_eq!(dead[0].last_error.as_deref(), Some("500"));
        assert!(outbox::list(&tx, MessageState::Dead, Some(dead[0].id), 10).await.unwrap().is_empty());
        assert!(outbox::revive(&tx, two.id, at(NOW)).await.unwrap());
        assert!(!outbox::revive(&tx, two.id, at(NOW)).await.unwrap());
        assert_eq!(outbox::claim(&tx, "w", at(NOW), 60, 1).await.unwrap().len(), 1);
        tx.commit().await.unwrap();
    }

    async fn many_workers_never_share_a_message(store: Store) {
        let tx = store.begin().await.unwrap();
        for number in 0..60 {
            outbox::enqueue(&tx, "email", &number.to_string(), &json!({}), at(NOW)).await.unwrap();
        }
        tx.commit().await.unwrap();
        let mut tasks = Vec::new();
        for worker in 0..6 {
            let store = store.clone();
            tasks.push(tokio::spawn(async move {
                let mut mine = Vec::new();
                loop {
                    let tx = store.begin().await.unwrap();
                    let claimed = outbox::claim(&tx, &format!("w{worker}"), at(NOW), 60, 3).await.unwrap();
                    tx.commit().await.unwrap();
                    if claimed.is_empty() { return mine; }
                    mine.extend(claimed.into_iter().map(|message| message.id));
                }
            }));
        }
        let mut all = Vec::new();
        for task in tasks { all.extend(task.await.unwrap()); }
        all.sort_unstable();
        assert_eq!(all.len(), 60);
        all.dedup();
        assert_eq!(all.len(), 60, "a message was lent twice");
    }
}
