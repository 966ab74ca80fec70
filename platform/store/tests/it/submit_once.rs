//! A form posted twice acts once.

use serde_json::json;
use store::submissions::{self, Submission};
use store::{Sql, StoreError};
use testing::at;

const NOW: &str = "2026-01-01T10:00:00Z";

testing::each_database! {
    async fn the_second_post_gets_the_first_result(store: Store) {
        let tx = store.begin().await.unwrap();
        assert_eq!(submissions::begin(&tx, "01A", "request", "a1", at(NOW)).await.unwrap(), Submission::First);
        submissions::finish(&tx, "01A", &json!("/cases/7")).await.unwrap();
        tx.commit().await.unwrap();
        let tx = store.begin().await.unwrap();
        assert_eq!(submissions::begin(&tx, "01A", "request", "a1", at(NOW)).await.unwrap(), Submission::Again(json!("/cases/7")));
        let other = submissions::begin(&tx, "01A", "request", "a2", at(NOW)).await;
        assert!(matches!(other, Err(StoreError::Refused(_))), "another account must not learn the result");
        assert_eq!(submissions::forget_before(&tx, at("2026-02-01T00:00:00Z")).await.unwrap(), 1);
        tx.commit().await.unwrap();
    }

    async fn a_thousand_clicks_make_one_row(store: Store) {
        let mut tasks = Vec::new();
        for worker in 0..10 {
            let store = store.clone();
            tasks.push(tokio::spawn(async move {
                let mut first = 0;
                for _ in 0..100 {
                    let tx = store.begin().await.unwrap();
                    if submissions::begin(&tx, "01A", "request", "a1", at(NOW)).await.unwrap() == Submission::First {
                        first += 1;
                        submissions::finish(&tx, "01A", &json!(worker)).await.unwrap();
                    }
                    tx.commit().await.unwrap();
                }
                first
            }));
        }
        let mut first = 0;
        for task in tasks { first += task.await.unwrap(); }
        assert_eq!(first, 1);
        assert_eq!(Sql::new("SELECT COUNT(*) FROM submission").whole(store.reader()).await.unwrap(), 1);
    }
}
