//! Emergency access and its review.

use access::break_glass::{BreakGlassReason, EmergencyAccess, Review, Verdict};
use record::{AccountId, BreakGlassId, PersonId};
use store::break_glass;
use testing::{at, day};

use crate::samples::id;

testing::each_database! {
    async fn it_is_open_for_its_time_and_reviewed_once(store: Store) {
        let (by, child): (AccountId, PersonId) = (id(1), id(2));
        let access = EmergencyAccess {
            id: id::<BreakGlassId>(3), by, child, reason: BreakGlassReason::FamilyPresent, words: "at the counter now".into(),
            from: at("2026-11-20T10:00:00Z"), until: at("2026-11-20T11:00:00Z"),
        };
        let tx = store.begin().await.unwrap();
        break_glass::open(&tx, &access, day("2026-11-24")).await.unwrap();
        assert_eq!(break_glass::open_for_child(&tx, child, at("2026-11-20T10:00:00Z")).await.unwrap(), std::slice::from_ref(&access));
        assert!(break_glass::open_for_child(&tx, child, at("2026-11-20T11:00:00Z")).await.unwrap().is_empty());
        assert_eq!(break_glass::open_of_account(&tx, by, at("2026-11-20T10:30:00Z")).await.unwrap().len(), 1);
        assert!(break_glass::end(&tx, access.id, at("2026-11-20T10:20:00Z")).await.unwrap());
        assert!(!break_glass::end(&tx, access.id, at("2026-11-20T10:30:00Z")).await.unwrap());
        assert!(break_glass::open_of_account(&tx, by, at("2026-11-20T10:30:00Z")).await.unwrap().is_empty());
        let waiting = break_glass::unreviewed(&tx).await.unwrap();
        assert_eq!((waiting.len(), waiting[0].review_due_on), (1, day("2026-11-24")));
        let review = Review { of: access.id, by: id(9), at: at("2026-11-21T09:00:00Z"), verdict: Verdict::Justified, words: "good reason".into() };
        assert!(break_glass::review(&tx, &review).await.unwrap());
        assert!(!break_glass::review(&tx, &review).await.unwrap());
        assert!(break_glass::unreviewed(&tx).await.unwrap().is_empty());
        assert_eq!(break_glass::find(&tx, access.id).await.unwrap().unwrap().review, Some(review));
    }
}
