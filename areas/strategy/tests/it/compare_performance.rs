//! The public page that compares an authority with England and its statistical neighbours.

use crate::migrations;
use crate::small_release::release;
use axum::http::StatusCode;
use store::{Store, no_progress};
use strategy::{ImportOptions, import_dfe_ehcp};
use testing::at;
use testing::web::TestSite;

async fn import(store: &Store) {
    let options = ImportOptions { batch: "A".into(), by: "Ann".into(), now: at("2026-11-22T10:00:00Z") };
    import_dfe_ehcp(store, &release("56.3"), &options, &no_progress).await.unwrap();
}

testing::each_database! { with migrations();
    async fn nothing_imported_says_how_to_import(store: Store) {
        let visitor = TestSite::new(store, strategy::routes()).await.anonymous();
        visitor.get("/performance?authority=926").await.ok().says("No published figures have been imported yet")
            .says("wherry import dfe-ehcp FILE");
    }

    async fn an_authority_is_compared(store: Store) {
        import(&store).await;
        let visitor = TestSite::new(store, strategy::routes()).await.anonymous();
        let page = visitor.get("/performance").await;
        page.ok().says("Choose an authority").never_says("Norfolk: how it compares");
        let page = visitor.get("/performance?authority=926").await;
        page.ok().says("Norfolk: how it compares").says("Suffolk, Cornwall, Devon")
            .says("Plans issued within 20 weeks").says("Norfolk was 1st of 1 in 2024").says("56.3%").says("46.4%")
            .says("Norfolk: 12,147 plans in 2025")
            .says("No figure has been published for this authority")
            .says("reporting year 2025").never_says("style=");
        assert_eq!(page.count("svg[role=img] > title"), 3);
        assert_eq!(page.count("svg[role=img] > desc"), 3);
        assert_eq!(page.count("option[selected]"), 1);
        visitor.get("/performance?authority=1").await.is(StatusCode::NOT_FOUND).says("Choose an authority from the list");
        visitor.get("/performance?authority=%3Cb%3E").await.is(StatusCode::NOT_FOUND).never_says("<b>");
    }

    async fn the_figures_can_be_downloaded(store: Store) {
        import(&store).await;
        let visitor = TestSite::new(store, strategy::routes()).await.anonymous();
        let file = visitor.get("/performance/figures.csv?authority=926&measure=timeliness").await;
        file.ok();
        let lines: Vec<&str> = file.body.lines().collect();
        assert_eq!(lines.len(), 1 + 3 + 2);
        assert_eq!(lines[1], "\"Plans issued within 20 weeks, excluding exceptions\",Norfolk,E10000020,2022,x,not available,\
            \"Department for Education, Education, health and care plans, reporting year 2025\"");
        visitor.get("/performance/figures.csv?authority=926").await.ok();
        visitor.get("/performance/figures.csv?authority=926&measure=other").await.is(StatusCode::NOT_FOUND);
        visitor.get("/performance/figures.csv").await.is(StatusCode::NOT_FOUND);
    }
}
