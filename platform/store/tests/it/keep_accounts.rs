//! Accounts and what proves them.

use access::{ActionKind, Role};
use record::{AccountId, InvitationId, OrganisationId, Period, PersonName, StaffId, StaffMember, Team, TeamId};
use serde_json::json;
use store::accounts::{self, Grant, NewAccount};
use store::one_time::{self, OneTime};
use store::people::{self, Author};
use store::tries::{self, Of};
use store::{StoreError, invitations};
use testing::{at, day};

use crate::samples::{NOW, id, school};

pub fn new_account(seed: u64, email: &str) -> NewAccount {
    NewAccount {
        id: id(seed),
        email: email.into(),
        display_name: "Jo".into(),
        person: None,
        password_hash: Some("h".into()),
    }
}

testing::each_database! {
    async fn an_account_is_found_by_id_and_by_address_however_typed(store: Store) {
        let tx = store.begin().await.unwrap();
        accounts::create(&tx, &new_account(1, " Jo@Example.org "), at(NOW)).await.unwrap();
        tx.commit().await.unwrap();
        let found = accounts::by_email(store.reader(), "JO@example.ORG").await.unwrap().unwrap();
        assert_eq!((found.id, found.email.as_str(), found.passkeys.clone()), (id(1), "Jo@Example.org", json!([])));
        assert_eq!(accounts::find(store.reader(), id(1)).await.unwrap().unwrap(), found);
        let tx = store.begin().await.unwrap();
        let taken = accounts::create(&tx, &new_account(2, "jo@example.org"), at(NOW)).await;
        assert!(matches!(taken, Err(StoreError::Duplicate(_))), "{taken:?}");
        drop(tx);
        let tx = store.begin().await.unwrap();
        accounts::create(&tx, &new_account(2, "a@example.org"), at(NOW)).await.unwrap();
        assert!(accounts::set_email(&tx, id(2), "b@example.org").await.unwrap());
        assert!(accounts::rename(&tx, id(2), "Al").await.unwrap());
        assert!(accounts::set_person(&tx, id(2), Some(id(70))).await.unwrap());
        let listed = accounts::list(&tx, None, 10).await.unwrap();
        assert_eq!(listed.iter().map(|one| one.email.as_str()).collect::<Vec<_>>(), ["b@example.org", "Jo@Example.org"]);
        assert_eq!((listed[0].display_name.as_str(), listed[0].person), ("Al", Some(id(70))));
        assert_eq!(accounts::list(&tx, Some("b@example.org"), 10).await.unwrap().len(), 1);
    }

    async fn proofs_are_kept_and_used_once(store: Store) {
        let tx = store.begin().await.unwrap();
        let account: AccountId = id(1);
        accounts::create(&tx, &new_account(1, "jo@example.org"), at(NOW)).await.unwrap();
        assert!(accounts::set_password(&tx, account, Some("new"), at(NOW)).await.unwrap());
        assert!(accounts::set_totp_secret(&tx, account, Some("sealed")).await.unwrap());
        assert!(accounts::accept_totp_step(&tx, account, 100).await.unwrap());
        assert!(!accounts::accept_totp_step(&tx, account, 100).await.unwrap(), "a code works once");
        assert!(!accounts::accept_totp_step(&tx, account, 99).await.unwrap(), "nor does an older one");
        assert!(accounts::set_passkeys(&tx, account, &json!([]), &json!([{ "id": "k" }])).await.unwrap());
        assert!(!accounts::set_passkeys(&tx, account, &json!([]), &json!([])).await.unwrap(), "changed since");
        accounts::set_recovery_codes(&tx, account, &["a".into(), "b".into()]).await.unwrap();
        assert!(accounts::use_recovery_code(&tx, account, "a", at(NOW)).await.unwrap());
        assert!(!accounts::use_recovery_code(&tx, account, "a", at(NOW)).await.unwrap());
        assert_eq!(accounts::recovery_codes_left(&tx, account).await.unwrap(), 1);
        accounts::link_identity(&tx, "https://login", "s1", account, at(NOW)).await.unwrap();
        assert_eq!(accounts::by_identity(&tx, "https://login", "s1").await.unwrap().unwrap().id, account);
        assert!(accounts::by_identity(&tx, "https://other", "s1").await.unwrap().is_none());
        assert_eq!(accounts::identities(&tx, account).await.unwrap(), [("https://login".into(), "s1".into())]);
        assert!(accounts::unlink_identity(&tx, "https://login", "s1").await.unwrap());
        assert!(accounts::lock_until(&tx, account, Some(at(NOW))).await.unwrap());
        assert!(accounts::signed_in(&tx, account, at(NOW)).await.unwrap());
        let found = accounts::find(&tx, account).await.unwrap().unwrap();
        assert_eq!((found.password_hash.as_deref(), found.totp_secret.as_deref()), (Some("new"), Some("sealed")));
        assert_eq!((found.locked_until, found.last_sign_in_at), (None, Some(at(NOW))));
        tx.commit().await.unwrap();
    }

    async fn roles_have_dates_and_make_the_actor(store: Store) {
        let (account, organisation): (AccountId, OrganisationId) = (id(1), id(50));
        let team: TeamId = id(60);
        let author = Author { who: "test", at: at(NOW) };
        let tx = store.begin().await.unwrap();
        accounts::create(&tx, &new_account(1, "jo@example.org"), at(NOW)).await.unwrap();
        people::save(&tx, &school(50, "Hill School"), author).await.unwrap();
        people::save(&tx, &Team { id: team, organisation, name: "Inclusion".into(), period: Period::since(day("2020-01-01")) }, author).await.unwrap();
        let post = StaffMember {
            id: id::<StaffId>(61), organisation, teams: vec![team], account: Some(account), person: None,
            name: PersonName::new("Jo", "Day"), job_title: "SENCO".into(), email: None, phone: None,
            period: Period::since(day("2020-01-01")),
        };
        people::save(&tx, &post, author).await.unwrap();
        let grant = |seed: &str, role, from, to: Option<&str>| Grant {
            id: seed.into(), account, role, organisation: Some(organisation),
            period: Period { from: day(from), to: to.map(day) }, granted_by: "admin".into(), scopes: vec![ActionKind::ReadCase],
        };
        accounts::grant_role(&tx, &grant("g1", Role::Senco, "2026-01-01", None)).await.unwrap();
        accounts::grant_role(&tx, &grant("g2", Role::SettingStaff, "2024-01-01", Some("2025-12-31"))).await.unwrap();
        assert_eq!(accounts::grants(&tx, account).await.unwrap().len(), 2);
        assert_eq!(accounts::holders(&tx, organisation, Role::Senco, day("2026-05-01")).await.unwrap(), [account]);
        assert!(accounts::holders(&tx, organisation, Role::Senco, day("2025-05-01")).await.unwrap().is_empty());
        let actor = accounts::actor(&tx, account, day("2026-05-01")).await.unwrap().unwrap();
        assert_eq!(actor.roles.len(), 1);
        assert_eq!((actor.roles[0].role, actor.roles[0].teams.clone()), (Role::Senco, vec![team]));
        assert!(actor.roles[0].organisation.as_ref().unwrap().active);
        assert!(accounts::end_role(&tx, "g1", day("2026-05-31")).await.unwrap());
        assert!(accounts::actor(&tx, account, day("2026-06-01")).await.unwrap().unwrap().roles.is_empty());
        assert!(accounts::disable(&tx, account, at(NOW)).await.unwrap());
        assert!(accounts::actor(&tx, account, day("2026-05-01")).await.unwrap().is_none());
        assert!(accounts::enable(&tx, account).await.unwrap());
        assert!(accounts::actor(&tx, id(99), day("2026-05-01")).await.unwrap().is_none());
        tx.commit().await.unwrap();
    }

    async fn an_invitation_works_once_and_not_for_ever(store: Store) {
        let invitation = |seed: u64, hash: &str| invitations::Invitation {
            id: id::<InvitationId>(seed), token_hash: hash.into(), email: "New@Example.org".into(), role: Role::Senco,
            organisation: Some(id(50)), details: json!({ "child": "x" }), invited_by: "admin".into(), created_at: at(NOW),
            expires_at: at("2026-11-27T10:00:00Z"), used_at: None, withdrawn_at: None,
        };
        let tx = store.begin().await.unwrap();
        invitations::create(&tx, &invitation(1, "h1")).await.unwrap();
        invitations::create(&tx, &invitation(2, "h2")).await.unwrap();
        let found = invitations::usable(&tx, "h1", at(NOW)).await.unwrap().unwrap();
        assert_eq!((found.email.as_str(), found.details.clone()), ("new@example.org", json!({ "child": "x" })));
        assert!(invitations::usable(&tx, "h1", at("2026-11-27T10:00:00Z")).await.unwrap().is_none());
        assert!(!invitations::redeem(&tx, found.id, id(7), at("2026-12-27T10:00:00Z")).await.unwrap());
        assert!(invitations::redeem(&tx, found.id, id(7), at(NOW)).await.unwrap());
        assert!(!invitations::redeem(&tx, found.id, id(8), at(NOW)).await.unwrap());
        assert!(!invitations::withdraw(&tx, found.id, at(NOW)).await.unwrap());
        assert!(invitations::withdraw(&tx, id(2), at(NOW)).await.unwrap());
        assert!(invitations::usable(&tx, "h2", at(NOW)).await.unwrap().is_none());
        let all = invitations::list(&tx, None, 10).await.unwrap();
        assert_eq!(all.len(), 2);
        assert_eq!(invitations::list(&tx, Some(all[0].id), 10).await.unwrap().len(), 1);
    }

    async fn a_secret_works_once_and_for_its_purpose(store: Store) {
        let secret = |hash: &str| OneTime {
            token_hash: hash.into(), purpose: "recover".into(), account: Some(id(1)), details: json!(1),
            expires_at: at("2026-11-20T11:00:00Z"),
        };
        let tx = store.begin().await.unwrap();
        for hash in ["a", "b", "c"] {
            one_time::put(&tx, &secret(hash), at(NOW)).await.unwrap();
        }
        assert!(one_time::take(&tx, "a", "confirm", at(NOW)).await.unwrap().is_none());
        assert!(one_time::take(&tx, "a", "recover", at("2026-11-20T11:00:00Z")).await.unwrap().is_none());
        assert_eq!(one_time::peek(&tx, "a", "recover", at(NOW)).await.unwrap(), Some(secret("a")));
        assert_eq!(one_time::take(&tx, "a", "recover", at(NOW)).await.unwrap(), Some(secret("a")));
        assert!(one_time::take(&tx, "a", "recover", at(NOW)).await.unwrap().is_none());
        assert_eq!(one_time::revoke(&tx, id(1), "recover", at(NOW)).await.unwrap(), 2);
        assert!(one_time::peek(&tx, "b", "recover", at(NOW)).await.unwrap().is_none());
        assert_eq!(one_time::forget_before(&tx, at("2026-11-21T00:00:00Z")).await.unwrap(), 3);
        tx.commit().await.unwrap();
    }

    async fn mistakes_count_until_a_success(store: Store) {
        let minute = |minute: u32| at(&format!("2026-11-20T10:{minute:02}:00Z"));
        let tx = store.begin().await.unwrap();
        tries::record(&tx, "a", "home", false, minute(0)).await.unwrap();
        tries::record(&tx, "a", "home", true, minute(1)).await.unwrap();
        tries::record(&tx, "a", "home", false, minute(2)).await.unwrap();
        tries::record(&tx, "a", "away", false, minute(3)).await.unwrap();
        tries::record(&tx, "b", "home", false, minute(4)).await.unwrap();
        let pair = tries::mistakes(&tx, Of::Pair("a", "home"), minute(0)).await.unwrap();
        assert_eq!((pair.count, pair.last), (1, Some(minute(2))));
        assert_eq!(tries::mistakes(&tx, Of::Account("a"), minute(0)).await.unwrap().count, 2);
        assert_eq!(tries::mistakes(&tx, Of::Source("home"), minute(0)).await.unwrap().count, 2);
        assert_eq!(tries::mistakes(&tx, Of::Source("nowhere"), minute(0)).await.unwrap(), tries::Mistakes::default());
        assert_eq!(tries::count(&tx, Of::Pair("a", "home"), minute(1)).await.unwrap(), 2);
        assert!(tries::succeeded_from(&tx, "a", "home", minute(0)).await.unwrap());
        assert!(!tries::succeeded_from(&tx, "a", "home", minute(2)).await.unwrap());
        assert!(!tries::succeeded_from(&tx, "a", "away", minute(0)).await.unwrap());
        assert_eq!(tries::forget_before(&tx, minute(2)).await.unwrap(), 2);
    }
}
