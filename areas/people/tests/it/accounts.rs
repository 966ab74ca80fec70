//! Accounts: invitations, roles, hand-over.

use access::Role;
use axum::http::StatusCode;
use record::RelationshipKind;
use testing::{day, each_database, web::MadeLink};

use crate::world::{migrations, site};

each_database! { with migrations();
    async fn an_administrator_invites_an_officer(store: Store) {
        let site = site(store).await;
        let admin = site.user(Role::Administrator).await;
        admin.get("/accounts/invite").await.ok().says("What are they to be?").says("EHC co-ordinator");
        admin.get("/accounts/invite?sent=yes").await.is(StatusCode::UNPROCESSABLE_ENTITY).says("Select what they are to be");
        let path = "/accounts/invite?role=coordinator";
        let mut fields = admin.get(path).await.ok().says("Broadshire County Council").fields();
        fields.retain(|(name, _)| name != "email");
        fields.push(("email".into(), "new.officer@example.test".into()));
        admin.post("/accounts/invite", &fields).await.turns_to("/accounts");
        let sent = site.messages().await;
        assert_eq!(sent[0].to, notify::Address::Email("new.officer@example.test".into()));
        let body = &sent[0].body;
        let start = body.find("/invitation/").unwrap() + "/invitation/".len();
        let token = body[start..].split_whitespace().next().unwrap();
        let hash = signin::tokens::hash_of(signin::tokens::Purpose::Invitation, token).unwrap();
        let kept = store::invitations::usable(site.store().reader(), &hash, site.now()).await.unwrap().unwrap();
        assert_eq!((kept.role, kept.organisation), (Role::Coordinator, Some(site.authority)));
        let page = admin.get("/accounts").await;
        page.ok().says("new.officer@example.test");
        let withdraw = format!("/accounts/invitations/{}/withdraw", kept.id);
        admin.post::<&str, &str>(&withdraw, &[]).await.turns_to("/accounts");
        assert!(store::invitations::usable(site.store().reader(), &hash, site.now()).await.unwrap().is_none());
    }

    async fn a_senco_keeps_the_accounts_of_their_own_setting_and_no_others(store: Store) {
        let site = site(store).await;
        let senco = site.user(Role::Senco).await;
        let colleague = site.user(Role::SettingStaff).await;
        let officer = site.user(Role::Coordinator).await;
        senco.get("/accounts").await.ok().says("Sam setting-staff").never_says("Sam coordinator");
        senco.get(&format!("/accounts/{}", colleague.account.unwrap())).await.ok().says("Marsh Lane Primary School");
        senco.get(&format!("/accounts/{}", officer.account.unwrap())).await.is(StatusCode::NOT_FOUND);
        let page = senco.get("/accounts/invite").await;
        page.ok().says("Setting staff").never_says("EHC co-ordinator");
        let fields = [("role", "coordinator"), ("email", "x@example.test")];
        senco.post("/accounts/invite", &fields).await.is(StatusCode::BAD_REQUEST);
        let fields = [("role", "setting-staff"), ("email", "x@example.test")];
        senco.post("/accounts/invite", &fields).await.turns_to("/accounts");
    }

    async fn a_role_that_is_ended_is_gone_on_the_next_request(store: Store) {
        let site = site(store).await;
        let admin = site.user(Role::Administrator).await;
        let officer = site.user(Role::Coordinator).await;
        officer.get("/people").await.ok();
        let path = format!("/accounts/{}", officer.account.unwrap());
        let grant = admin.get(&path).await.ok().field("grant");
        admin.post(&format!("{path}/end-role"), &[("grant", grant)]).await.turns_to(&path);
        officer.get("/people").await.is(StatusCode::FORBIDDEN);
        admin.get(&path).await.ok().says("Roles held before");
    }

    async fn a_closed_account_is_signed_out_everywhere(store: Store) {
        let site = site(store).await;
        let admin = site.user(Role::Administrator).await;
        let officer = site.user(Role::Coordinator).await;
        let path = format!("/accounts/{}", officer.account.unwrap());
        admin.post::<&str, &str>(&format!("{path}/close"), &[]).await.turns_to(&path);
        officer.get("/people").await.turns_to("/sign-in");
        admin.post::<&str, &str>(&format!("{path}/reopen"), &[]).await.turns_to(&path);
        admin.get(&path).await.ok().never_says("Open the account again");
    }

    async fn nobody_locks_themselves_out(store: Store) {
        let site = site(store).await;
        let admin = site.user(Role::Administrator).await;
        let path = format!("/accounts/{}", admin.account.unwrap());
        let grants = store::accounts::grants(site.store().reader(), admin.account.unwrap()).await.unwrap();
        admin.post(&format!("{path}/end-role"), &[("grant", grants[0].id.as_str())]).await.is(StatusCode::FORBIDDEN);
        admin.post::<&str, &str>(&format!("{path}/close"), &[]).await.is(StatusCode::FORBIDDEN);
    }

    async fn a_senco_hands_the_setting_over_in_one_action(store: Store) {
        let site = site(store).await;
        let old = site.user(Role::Senco).await;
        let new = site.user(Role::SettingStaff).await;
        let ada = site.child("Ada", "Reed", day("2015-05-05")).await;
        site.enrol(ada.id, site.setting).await;
        site.allocate(ada.id, &old).await;
        let record = format!("/people/{}", ada.id);
        old.get(&record).await.ok();
        let path = format!("/accounts/{}/hand-over", old.account.unwrap());
        old.post(&path, &[("to", "")]).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("Select who takes over");
        let to = new.account.unwrap().to_string();
        old.post(&path, &[("to", to.as_str())]).await.turns_to("/accounts/handed-over");
        old.get("/accounts/handed-over").await.ok().says("The setting has its new SENCO");
        new.get(&record).await.ok().says("Ada Reed");
        old.get(&record).await.is(StatusCode::NOT_FOUND);
        let subject = record::AllocationSubject::Child(ada.id);
        let all = store::people::unchecked::allocations(site.store().reader(), subject).await.unwrap();
        let now: Vec<_> = all.iter().filter(|one| one.period.contains(site.today())).collect();
        assert_eq!(now.len(), 1);
        assert_eq!(now[0].to, record::AllocationTo::Staff(new.post.unwrap()));
    }

    async fn an_administrator_sees_no_child(store: Store) {
        let site = site(store).await;
        let admin = site.user(Role::Administrator).await;
        let ada = site.child("Ada", "Reed", day("2015-05-05")).await;
        let parent = site.adult("Mary", "Reed").await;
        site.link(ada.id, parent.id, RelationshipKind::ParentWithResponsibility, MadeLink::Proved).await;
        let account = site.as_person(&parent).await.account.unwrap();
        admin.get(&format!("/accounts/{account}")).await.ok().never_says("Ada").never_says(&ada.id.to_string());
        admin.get(&format!("/people/{}", ada.id)).await.is(StatusCode::NOT_FOUND);
        admin.get("/people").await.is(StatusCode::FORBIDDEN);
    }
}
