//! Background jobs.

use serde_json::json;
use store::jobs::{self, AfterFailure, Carry, JobState, NewJob, Retry};
use testing::{at, day};

const NOW: &str = "2026-01-01T10:00:00Z";

fn job(key: &str) -> NewJob {
    NewJob { kind: "remind".into(), key: key.into(), payload: json!({ "n": 1 }), run_at: at(NOW) }
}

testing::each_database! {
    async fn a_job_is_enqueued_once_and_done(store: Store) {
        let tx = store.begin().await.unwrap();
        let (id, fresh) = jobs::enqueue(&tx, &job("a"), at(NOW)).await.unwrap();
        assert!(fresh);
        assert_eq!(jobs::enqueue(&tx, &job("a"), at(NOW)).await.unwrap(), (id, false));
        assert!(jobs::claim(&tx, &["other"], "w", at(NOW), 60, 5).await.unwrap().is_empty());
        let claimed = jobs::claim(&tx, &["remind"], "w", at(NOW), 60, 5).await.unwrap().remove(0);
        assert_eq!(jobs::progress(&tx, &claimed, (3, 10, "row 3"), at(NOW), 60).await.unwrap(), Carry::On);
        let shown = jobs::find(&tx, id).await.unwrap().unwrap();
        assert_eq!((shown.state, shown.progress), (JobState::Running, (3, 10, "row 3".into())));
        assert!(jobs::finish(&tx, &claimed, &json!("ok"), at(NOW)).await.unwrap());
        assert!(!jobs::finish(&tx, &claimed, &json!("twice"), at(NOW)).await.unwrap());
        let shown = jobs::list(&tx, JobState::Done, None, 10).await.unwrap().remove(0);
        assert_eq!((shown.result, shown.finished_at), (Some(json!("ok")), Some(at(NOW))));
        tx.commit().await.unwrap();
        assert_eq!(jobs::find(store.reader(), 999).await.unwrap(), None);
    }

    async fn a_daily_job_runs_once_per_date(store: Store) {
        let tx = store.begin().await.unwrap();
        assert_eq!(jobs::last_daily(&tx, "clock").await.unwrap(), None);
        for date in ["2026-01-01", "2026-01-02", "2026-01-01"] {
            jobs::enqueue_daily(&tx, "clock", day(date), json!({}), at(NOW), at(NOW)).await.unwrap();
        }
        assert_eq!(jobs::list(&tx, JobState::Waiting, None, 10).await.unwrap().len(), 2);
        assert_eq!(jobs::last_daily(&tx, "clock").await.unwrap(), Some(day("2026-01-02")));
        tx.commit().await.unwrap();
    }

    async fn a_job_can_be_cancelled_waiting_or_running(store: Store) {
        let tx = store.begin().await.unwrap();
        let (waiting, _) = jobs::enqueue(&tx, &job("a"), at(NOW)).await.unwrap();
        assert!(jobs::cancel(&tx, waiting, at(NOW)).await.unwrap());
        let (running, _) = jobs::enqueue(&tx, &job("b"), at(NOW)).await.unwrap();
        let claimed = jobs::claim(&tx, &[], "w", at(NOW), 60, 5).await.unwrap().remove(0);
        assert_eq!(claimed.id, running);
        assert!(jobs::cancel(&tx, running, at(NOW)).await.unwrap());
        assert_eq!(jobs::progress(&tx, &claimed, (1, 2, ""), at(NOW), 60).await.unwrap(), Carry::Stop);
        assert!(jobs::cancelled(&tx, &claimed, at(NOW)).await.unwrap());
        assert!(!jobs::cancel(&tx, running, at(NOW)).await.unwrap());
        assert_eq!(jobs::list(&tx, JobState::Cancelled, None, 10).await.unwrap().len(), 2);
        assert!(jobs::revive(&tx, running, at(NOW)).await.unwrap());
        let again = jobs::claim(&tx, &[], "w", at(NOW), 60, 5).await.unwrap().remove(0);
        assert_eq!(jobs::progress(&tx, &again, (1, 2, ""), at(NOW), 60).await.unwrap(), Carry::On);
        tx.commit().await.unwrap();
    }

    async fn a_dead_workers_job_passes_to_the_next(store: Store) {
        let tx = store.begin().await.unwrap();
        jobs::enqueue(&tx, &job("a"), at(NOW)).await.unwrap();
        let dead = jobs::claim(&tx, &[], "w1", at(NOW), 60, 1).await.unwrap().remove(0);
        let next = jobs::claim(&tx, &[], "w2", at("2026-01-01T10:05:00Z"), 60, 1).await.unwrap().remove(0);
        assert_eq!(next.attempt, 2);
        assert_eq!(jobs::progress(&tx, &dead, (1, 2, ""), at(NOW), 60).await.unwrap(), Carry::LeaseLost);
        let retry = Retry { attempts: 2, ..Retry::default() };
        assert_eq!(jobs::failed(&tx, &next, "broken", at(NOW), retry).await.unwrap(), AfterFailure::Dead);
        assert_eq!(jobs::list(&tx, JobState::Dead, None, 1).await.unwrap()[0].last_error.as_deref(), Some("broken"));
        tx.commit().await.unwrap();
    }
}
