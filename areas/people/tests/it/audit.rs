//! The auditor reads the audit and checks its chain.

use access::Role;
use axum::http::StatusCode;
use testing::each_database;

use crate::world::{ada_and_her_officer, migrations, site};

each_database! { with migrations();
    async fn all_of_it_by_account_and_by_record(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        let ben = site.child("Ben", "Moss", testing::day("2016-06-06")).await;
        let manager = site.user(Role::Manager).await;
        officer.get(&format!("/people/{}", ada.id)).await.ok();
        manager.get(&format!("/people/{}", ben.id)).await.ok();
        let auditor = site.user(Role::Auditor).await;
        auditor.get("/audit").await.ok().says("Sam coordinator").says("Sam manager").never_says("Ada").never_says("Moss");
        let email = store::accounts::find(site.store().reader(), officer.account.unwrap()).await.unwrap().unwrap().email;
        let to = auditor.post("/audit", &[("account", email.as_str())]).await.location().unwrap().to_owned();
        assert!(!to.contains("example"), "{to}");
        auditor.get(&to).await.ok().says("Sam coordinator").never_says("Sam manager");
        let to = auditor.post("/audit", &[("child", ben.id.to_string())]).await.location().unwrap().to_owned();
        auditor.get(&to).await.ok().says("Sam manager").never_says("Sam coordinator");
        let to = auditor.post("/audit", &[("child", "ben moss")]).await.location().unwrap().to_owned();
        auditor.get(&to).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("26 letters and numbers");
        let to = auditor.post("/audit", &[("account", "who@example.test")]).await.location().unwrap().to_owned();
        auditor.get(&to).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("No account has this email address");
    }

    async fn the_chain_is_walked(store: Store) {
        let site = site(store).await;
        let (ada, officer) = ada_and_her_officer(&site).await;
        officer.get(&format!("/people/{}", ada.id)).await.ok();
        let auditor = site.user(Role::Auditor).await;
        auditor.post::<&str, &str>("/audit/check", &[]).await.ok().says("The chain is whole");
    }
}
