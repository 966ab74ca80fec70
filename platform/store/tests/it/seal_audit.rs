//! The audit chain: whole when untouched, and every tampering found.

use store::audit::{self, AuditEvent, Decision, Verified};
use store::{Sql, Store, StoreError, no_progress};
use testing::{at, day};

pub fn event(number: usize) -> AuditEvent {
    AuditEvent {
        at: at("2026-03-01T08:00:00Z") + jiff::SignedDuration::from_mins(number as i64 * 7),
        account: format!("a{}", number % 5),
        role: "officer".into(),
        relationship: "allocated".into(),
        action: "read".into(),
        resource: format!("case:{number}"),
        child: (!number.is_multiple_of(3)).then(|| format!("p{}", number % 4)),
        fields_class: "summary".into(),
        purpose: "casework".into(),
        ip: "10.0.0.1".into(),
        session: format!("s{}", number % 7),
        request_id: format!("r{number}"),
        decision: if number.is_multiple_of(11) { Decision::Refused } else { Decision::Permitted },
        break_glass: number.is_multiple_of(13).then(|| format!("b{number}")),
    }
}

pub async fn fill(store: &Store, count: usize) {
    let tx = store.begin().await.unwrap();
    let events: Vec<_> = (1..=count).map(event).collect();
    audit::append_many(&tx, &events).await.unwrap();
    tx.commit().await.unwrap();
}

async fn walk(store: &Store) -> Verified {
    let snapshot = store.snapshot().await.unwrap();
    audit::verify(&snapshot, &no_progress).await.unwrap()
}

async fn disarm(store: &Store) {
    // What somebody with full rights over the database would do first.
    let tx = store.begin().await.unwrap();
    for sql in ["DROP TRIGGER audit_no_update", "DROP TRIGGER audit_no_delete"] {
        if Sql::new(sql).execute(&tx).await.is_err() {
            drop(tx);
            let tx = store.begin().await.unwrap();
            Sql::new("DROP TRIGGER audit_append_only ON audit").execute(&tx).await.unwrap();
            tx.commit().await.unwrap();
            return;
        }
    }
    tx.commit().await.unwrap();
}

testing::each_database! {
    async fn rows_come_back_by_child_and_account(store: Store) {
        fill(&store, 40).await;
        let tx = store.begin().await.unwrap();
        assert_eq!(audit::append(&tx, &event(41)).await.unwrap(), 41);
        tx.commit().await.unwrap();
        let page = audit::for_child(store.reader(), "p1", None, 3).await.unwrap();
        assert_eq!(page.iter().map(|row| row.sequence).collect::<Vec<_>>(), [41, 37, 29]);
        assert_eq!(page[0].event, event(41));
        let next = audit::for_child(store.reader(), "p1", Some(29), 2).await.unwrap();
        assert_eq!(next.iter().map(|row| row.sequence).collect::<Vec<_>>(), [25, 17]);
        assert_eq!(audit::by_account(store.reader(), "a0", None, 1).await.unwrap()[0].event, event(40));
        assert!(matches!(walk(&store).await, Verified::Whole(head) if head.sequence == 41));
        assert!(matches!(audit::verify_tail(store.reader(), 5).await.unwrap(), Verified::Whole(_)));
    }

    async fn a_new_chain_is_whole(store: Store) {
        assert!(matches!(walk(&store).await, Verified::Whole(head) if head.sequence == 0 && head.hash.is_empty()));
    }

    async fn the_chain_does_not_fork(store: Store) {
        let mut tasks = Vec::new();
        for worker in 0..6 {
            let store = store.clone();
            tasks.push(tokio::spawn(async move {
                for number in 0..15 {
                    let tx = store.begin().await.unwrap();
                    audit::append(&tx, &event(worker * 100 + number)).await.unwrap();
                    if number % 5 == 4 { tx.rollback().await.unwrap() } else { tx.commit().await.unwrap() }
                }
            }));
        }
        for task in tasks { task.await.unwrap(); }
        assert!(matches!(walk(&store).await, Verified::Whole(head) if head.sequence == 72));
    }

    async fn the_database_refuses_to_change_or_remove_rows(store: Store) {
        fill(&store, 3).await;
        for sql in ["UPDATE audit SET account = 'x'", "DELETE FROM audit WHERE sequence = 2", "DELETE FROM audit"] {
            let tx = store.begin().await.unwrap();
            let refused = Sql::new(sql).execute(&tx).await;
            assert!(matches!(refused, Err(StoreError::AppendOnly)), "{sql}: {refused:?}");
        }
        assert!(matches!(walk(&store).await, Verified::Whole(_)));
    }

    async fn a_day_is_anchored_once(store: Store) {
        fill(&store, 400).await;
        let tx = store.begin().await.unwrap();
        let first = audit::anchor(&tx, day("2026-03-01"), at("2026-03-02T00:05:00Z")).await.unwrap();
        assert_eq!(first.sequence, 137, "16 hours of a row every 7 minutes");
        audit::anchor(&tx, day("2026-03-01"), at("2026-03-09T00:05:00Z")).await.unwrap();
        audit::anchor(&tx, day("2026-03-02"), at("2026-03-03T00:05:00Z")).await.unwrap();
        tx.commit().await.unwrap();
        let all = audit::anchors(store.reader(), day("2026-03-01")).await.unwrap();
        assert_eq!(all.len(), 2);
        assert_eq!(all[0], first);
        assert!(matches!(walk(&store).await, Verified::Whole(_)));
    }

    async fn a_hundred_mutations_are_found(store: Store) {
        fill(&store, 60).await;
        let tx = store.begin().await.unwrap();
        audit::anchor(&tx, day("2026-03-01"), at("2026-03-02T00:05:00Z")).await.unwrap();
        tx.commit().await.unwrap();
        disarm(&store).await;
        let columns = ["at", "account", "role", "relationship", "action", "resource", "child", "fields_class", "purpose",
            "ip", "session", "request_id", "decision", "break_glass", "prev_hash", "hash"];
        let mut mutations = Vec::new();
        for (index, column) in columns.iter().enumerate() {
            for row in [1 + index, 20 + index, 60 - index] {
                mutations.push(vec![format!("UPDATE audit SET {column} = COALESCE({column}, '') || ' ' WHERE sequence = {row}")]);
            }
        }
        for row in [1, 2, 17, 30, 44, 58, 59, 60] {
            mutations.push(vec![format!("DELETE FROM audit WHERE sequence = {row}")]);
            mutations.push(vec![format!("DELETE FROM audit WHERE sequence >= {row}")]);
            mutations.push(vec![format!("DELETE FROM audit WHERE sequence <= {row}")]);
            // Remove a row and close the gap.
            mutations.push(vec![format!("DELETE FROM audit WHERE sequence = {row}"),
                "UPDATE audit_head SET sequence = 59".to_owned(),
                format!("UPDATE audit SET sequence = -(sequence - 1) WHERE sequence > {row}"),
                "UPDATE audit SET sequence = -sequence WHERE sequence < 0".to_owned()]);
            // Swap two neighbours.
            let other = if row == 60 { 59 } else { row + 1 };
            mutations.push(vec![format!("UPDATE audit SET sequence = -1 WHERE sequence = {row}"),
                format!("UPDATE audit SET sequence = {row} WHERE sequence = {other}"),
                format!("UPDATE audit SET sequence = {other} WHERE sequence = -1")]);
            // A row copied in at the end.
            mutations.push(vec![format!("INSERT INTO audit SELECT 61, at, account, role, relationship, action, resource, child, \
                fields_class, purpose, ip, session, request_id, decision, break_glass, prev_hash, hash FROM audit WHERE sequence = {row}")]);
        }
        mutations.push(vec!["UPDATE audit_head SET hash = 'x'".into()]);
        mutations.push(vec!["UPDATE audit_head SET sequence = 59".into()]);
        mutations.push(vec!["UPDATE audit_head SET sequence = 61".into()]);
        mutations.push(vec!["DELETE FROM audit".into(), "UPDATE audit_head SET sequence = 0, hash = ''".into()]);
        assert!(mutations.len() >= 100, "{}", mutations.len());
        let count = mutations.len();
        for mutation in mutations {
            let tx = store.begin().await.unwrap();
            for sql in &mutation {
                Sql::new(sql.as_str()).execute(&tx).await.unwrap();
            }
            let found = audit::verify(&tx, &no_progress).await.unwrap();
            assert!(matches!(found, Verified::Tampered(_)), "not found: {mutation:?}");
            tx.rollback().await.unwrap();
        }
        println!("{count} mutations found");
        assert!(matches!(walk(&store).await, Verified::Whole(_)));
    }

    async fn without_its_head_nothing_can_be_recorded(store: Store) {
        let tx = store.begin().await.unwrap();
        Sql::new("DELETE FROM audit_head").execute(&tx).await.unwrap();
        assert!(matches!(audit::append(&tx, &event(1)).await, Err(StoreError::Damaged(_))));
    }
}
