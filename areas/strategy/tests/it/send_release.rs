//! Staff send a release: look at it, import it, take it back.

use crate::migrations;
use crate::small_release::release_bytes;
use access::Role;
use axum::http::StatusCode;
use store::jobs;
use strategy::uploads::{self, Upload};
use strategy::{Source, preview_dfe_ehcp};
use testing::web::{Answer, TestSite, TestUser};

/// As the form keeps it.
async fn sent(site: &TestSite, id: &str) {
    let bytes = release_bytes("56.3");
    let report = preview_dfe_ehcp(site.store(), &Source::from_bytes("release.zip", bytes.clone())).await.unwrap();
    let upload = Upload {
        id: id.to_owned(),
        file_name: "release.zip".to_owned(),
        sent_by: "Ann".to_owned(),
        sent_at: site.now(),
        report,
        job: None,
    };
    let tx = site.store().begin().await.unwrap();
    uploads::keep(&tx, &upload, &bytes).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(uploads::bytes(site.store().reader(), id).await.unwrap(), bytes);
}

/// Presses a button of a form.
async fn post(user: &TestUser, path: &str, answer: &str) -> Answer {
    user.post(path, &[("answer", answer)]).await
}

async fn work(site: &TestSite) {
    let tx = site.store().begin().await.unwrap();
    let job = jobs::claim(&tx, &[strategy::jobs::IMPORT_RELEASE], "w", site.now(), 60, 1).await.unwrap().remove(0);
    tx.commit().await.unwrap();
    let result = strategy::jobs::import_release(site.site.clone(), job.clone()).await.unwrap();
    let tx = site.store().begin().await.unwrap();
    jobs::finish(&tx, &job, &result, site.now()).await.unwrap();
    tx.commit().await.unwrap();
}

testing::each_database! { with migrations();
    async fn only_those_who_may_import_see_the_page(store: Store) {
        let site = TestSite::new(store, strategy::routes()).await;
        site.anonymous().get("/imports").await.turns_to("/sign-in");
        site.user(Role::Coordinator).await.get("/imports").await.is(StatusCode::FORBIDDEN);
        site.user(Role::Administrator).await.get("/imports").await.ok().says("Nothing yet").says("Look at the file");
        site.user(Role::Coordinator).await.get("/imports/files/1").await.is(StatusCode::FORBIDDEN);
        post(&site.user(Role::Coordinator).await, "/imports/1/undo", "").await.is(StatusCode::FORBIDDEN);
    }

    async fn a_release_is_looked_at_imported_and_taken_back(store: Store) {
        let site = TestSite::new(store, strategy::routes()).await;
        let manager = site.user(Role::Administrator).await;
        sent(&site, "01U").await;
        manager.get("/imports/files/01U").await.ok().says("Nothing has been stored yet")
            .says("timeliness_20_week.csv").says("about 900").says("Import these rows");
        post(&manager, "/imports/files/01U", "import").await.turns_to("/imports/files/01U");
        manager.get("/imports/files/01U").await.ok().says("The import is under way").never_says("Import these rows");
        work(&site).await;
        manager.get("/imports/files/01U").await.turns_to("/imports/01U");
        assert!(uploads::bytes(site.store().reader(), "01U").await.unwrap().is_empty());
        manager.get("/imports/01U").await.ok().says("shown since 23 November 2026 at 10:00").says("Undo this import");
        manager.get("/imports").await.ok().says("release.zip");
        site.anonymous().get("/performance?authority=926").await.ok().says("56.3%");
        post(&manager, "/imports/01U/undo", "").await.turns_to("/imports/01U");
        manager.get("/imports/01U").await.ok().says("undone 23 November 2026").never_says("Undo this import");
        site.anonymous().get("/performance?authority=926").await.ok().says("No published figures");
        manager.get("/imports/none").await.is(StatusCode::NOT_FOUND);
    }

    async fn a_file_can_be_discarded(store: Store) {
        let site = TestSite::new(store, strategy::routes()).await;
        let manager = site.user(Role::Administrator).await;
        sent(&site, "01V").await;
        post(&manager, "/imports/files/01V", "").await.is(StatusCode::BAD_REQUEST);
        post(&manager, "/imports/files/01V", "discard").await.turns_to("/imports");
        manager.get("/imports/files/01V").await.is(StatusCode::NOT_FOUND);
        sent(&site, "01W").await;
        let tx = site.store().begin().await.unwrap();
        uploads::discard_old(&tx, site.now() + jiff::SignedDuration::from_hours(1)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(uploads::find(site.store().reader(), "01W").await.unwrap(), None);
    }
}
