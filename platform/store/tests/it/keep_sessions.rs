//! Sessions, one per device.

use store::accounts;
use store::sessions::{self, Session};
use testing::at;

use crate::keep_accounts::new_account;
use crate::samples::{NOW, id};

fn session(hash: &str, name: &str) -> Session {
    Session {
        id_hash: hash.into(),
        name: name.into(),
        account: id(1),
        audience: "staff".into(),
        began_at: at(NOW),
        seen_at: at(NOW),
        proved_at: at(NOW),
        ends_by: at("2026-11-20T22:00:00Z"),
        device: "Firefox on Linux".into(),
        source_key: "home".into(),
        ended_at: None,
        ended_why: None,
    }
}

testing::each_database! {
    async fn sessions_begin_turn_and_end(store: Store) {
        let later = at("2026-11-20T11:00:00Z");
        let tx = store.begin().await.unwrap();
        accounts::create(&tx, &new_account(1, "jo@example.org"), at(NOW)).await.unwrap();
        for (hash, name) in [("h1", "n1"), ("h2", "n2"), ("h3", "n3")] {
            sessions::begin(&tx, &session(hash, name)).await.unwrap();
        }
        assert_eq!(sessions::find(&tx, "h1").await.unwrap(), Some(session("h1", "n1")));
        assert!(sessions::seen(&tx, "h1", later).await.unwrap());
        assert!(sessions::rotate(&tx, "h1", "h9", later).await.unwrap());
        assert_eq!(sessions::find(&tx, "h1").await.unwrap(), None, "the old id is of no more use");
        let turned = sessions::find(&tx, "h9").await.unwrap().unwrap();
        assert_eq!((turned.name.as_str(), turned.proved_at, turned.began_at), ("n1", later, at(NOW)));
        assert_eq!(sessions::open(&tx, id(1), later).await.unwrap().len(), 3);
        assert!(!sessions::end(&tx, id(2), "n2", "signed out", later).await.unwrap(), "only one's own");
        assert!(sessions::end(&tx, id(1), "n2", "signed out", later).await.unwrap());
        assert!(!sessions::seen(&tx, "h2", later).await.unwrap());
        assert!(!sessions::rotate(&tx, "h2", "h8", later).await.unwrap());
        let ended = sessions::find(&tx, "h2").await.unwrap().unwrap();
        assert_eq!((ended.ended_at, ended.ended_why.as_deref()), (Some(later), Some("signed out")));
        assert_eq!(sessions::end_all(&tx, id(1), Some("n1"), "password changed", later).await.unwrap(), 1);
        assert_eq!(sessions::open(&tx, id(1), later).await.unwrap().len(), 1);
        assert!(sessions::open(&tx, id(1), at("2026-11-20T22:00:00Z")).await.unwrap().is_empty(), "past its longest life");
        assert!(sessions::is_known_source(&tx, id(1), "home", at("2026-10-20T22:00:00Z")).await.unwrap());
        assert!(!sessions::is_known_source(&tx, id(1), "away", at("2026-10-20T22:00:00Z")).await.unwrap());
        assert!(accounts::disable(&tx, id(1), later).await.unwrap());
        assert!(sessions::open(&tx, id(1), later).await.unwrap().is_empty(), "closing an account ends its sessions");
        assert_eq!(sessions::forget_before(&tx, at("2026-11-21T00:00:00Z")).await.unwrap(), 3);
        tx.commit().await.unwrap();
    }
}
