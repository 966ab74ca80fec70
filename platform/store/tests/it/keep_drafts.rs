//! Half-filled forms.

use store::drafts::{self, DraftOwner, DraftSave, Saved};
use testing::at;

fn page<'a>(body: &'a str, seen: u32) -> DraftSave<'a> {
    DraftSave { new_id: "01D", form: "request", subject: "", body, seen }
}

testing::each_database! {
    async fn a_draft_grows_and_two_tabs_do_not_overwrite_each_other(store: Store) {
        let owner = DraftOwner::Account("a1".into());
        let tx = store.begin().await.unwrap();
        assert_eq!(drafts::save(&tx, &owner, &page("name=Jo", 0), at("2026-01-01T10:00:00Z")).await.unwrap(), Saved::Kept(1));
        assert_eq!(drafts::save(&tx, &owner, &page("name=Joe", 1), at("2026-01-01T10:01:00Z")).await.unwrap(), Saved::Kept(2));
        let Saved::Newer(newest) = drafts::save(&tx, &owner, &page("name=Zed", 1), at("2026-01-01T10:02:00Z")).await.unwrap()
            else { panic!("the old tab overwrote the new one") };
        assert_eq!((newest.body.as_str(), newest.version), ("name=Joe", 2));
        // A fresh tab that never saved does not overwrite either.
        assert!(matches!(drafts::save(&tx, &owner, &page("name=Zed", 0), at("2026-01-01T10:02:00Z")).await.unwrap(), Saved::Newer(_)));
        // The same text again (a retry after a lost answer) is no conflict.
        assert_eq!(drafts::save(&tx, &owner, &page("name=Joe", 1), at("2026-01-01T10:02:00Z")).await.unwrap(), Saved::Kept(2));
        tx.commit().await.unwrap();
        let kept = drafts::load(store.reader(), &owner, "request", "").await.unwrap().unwrap();
        assert_eq!((kept.updated_at, kept.created_at), (at("2026-01-01T10:01:00Z"), at("2026-01-01T10:00:00Z")));
        assert_eq!(drafts::load(store.reader(), &DraftOwner::Account("a2".into()), "request", "").await.unwrap(), None);
    }

    async fn a_draft_begun_before_signing_in_is_handed_over(store: Store) {
        let unknown = DraftOwner::Anonymous("hash".into());
        let tx = store.begin().await.unwrap();
        drafts::save(&tx, &unknown, &page("a=1", 0), at("2026-01-01T10:00:00Z")).await.unwrap();
        drafts::save(&tx, &unknown, &DraftSave { new_id: "01E", form: "address", ..page("b=1", 0) }, at("2026-01-01T10:00:00Z")).await.unwrap();
        let mine = DraftOwner::Account("a1".into());
        drafts::save(&tx, &mine, &DraftSave { new_id: "01F", form: "address", ..page("b=2", 0) }, at("2026-01-01T09:00:00Z")).await.unwrap();
        assert_eq!(drafts::adopt(&tx, "hash", "a1").await.unwrap(), 1);
        tx.commit().await.unwrap();
        let bodies: Vec<_> = drafts::list(store.reader(), &mine).await.unwrap().into_iter().map(|draft| draft.body).collect();
        assert_eq!(bodies, ["a=1", "b=2"]);
        assert_eq!(drafts::list(store.reader(), &unknown).await.unwrap().len(), 1);
    }

    async fn drafts_are_discarded_and_forgotten(store: Store) {
        let owner = DraftOwner::Account("a1".into());
        let tx = store.begin().await.unwrap();
        drafts::save(&tx, &owner, &page("a=1", 0), at("2026-01-01T10:00:00Z")).await.unwrap();
        assert!(drafts::discard(&tx, &owner, "request", "").await.unwrap());
        assert!(!drafts::discard(&tx, &owner, "request", "").await.unwrap());
        // Saving from a tab that still shows the discarded draft keeps what was typed.
        assert_eq!(drafts::save(&tx, &owner, &page("a=2", 1), at("2026-01-01T10:00:00Z")).await.unwrap(), Saved::Kept(1));
        assert_eq!(drafts::forget_before(&tx, at("2026-01-01T10:00:00Z")).await.unwrap(), 0);
        assert_eq!(drafts::forget_before(&tx, at("2026-01-02T10:00:00Z")).await.unwrap(), 1);
        tx.commit().await.unwrap();
    }
}
