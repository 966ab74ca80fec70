//! What the doctor finds.

use store::checks::{Check, Health, checks};
use store::{Migrations, Sql, Store, outbox};
use testing::at;

use crate::seal_audit;

async fn find(store: &Store, name: &str) -> Check {
    let all = checks(store, &Migrations::platform(), at("2026-03-03T12:00:00Z")).await;
    all.iter().find(|check| check.name == name).unwrap_or_else(|| panic!("no check {name}: {all:?}")).clone()
}

testing::each_database! {
    async fn a_healthy_database_is_well(store: Store) {
        seal_audit::fill(&store, 20).await;
        for name in ["reachable", "schema", "settings", "audit", "outbox", "jobs"] {
            let check = find(&store, name).await;
            assert_eq!(check.health, Health::Good, "{check:?}");
            assert!(check.explains.ends_with('.') && check.mend.is_empty(), "{check:?}");
        }
    }

    async fn late_work_a_changed_audit_and_old_tables_are_seen(store: Store) {
        seal_audit::fill(&store, 20).await;
        let tx = store.begin().await.unwrap();
        outbox::enqueue(&tx, "email", "k", &serde_json::json!({}), at("2026-03-03T11:00:00Z")).await.unwrap();
        Sql::new("UPDATE audit_head SET hash = 'x'").execute(&tx).await.unwrap();
        Sql::new("INSERT INTO job (kind, dedupe_key, payload, state, created_at, due_at, attempts, fence, progress_done, progress_total, \
            progress_note, cancel_asked) VALUES ('k', 'k', '{}', 'dead', 't', 't', 9, 9, 0, 0, '', $1)").bind(false).execute(&tx).await.unwrap();
        Sql::new("DELETE FROM seaql_migrations WHERE version LIKE '%people%'").execute(&tx).await.unwrap();
        tx.commit().await.unwrap();
        for (name, health) in [("outbox", Health::Bad), ("audit", Health::Bad), ("jobs", Health::Watch), ("schema", Health::Bad)] {
            let check = find(&store, name).await;
            assert_eq!(check.health, health, "{check:?}");
            assert!(!check.mend.is_empty());
        }
    }
}
