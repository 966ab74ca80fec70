use super::site::{PASSWORD, house};
use access::Role;
use http::StatusCode;
use web::Mode;

testing::each_database! {
    async fn a_visitor_becomes_somebody_by_a_button(store: Store) {
        let house = house(store, Mode::Demonstration).await;
        let officer = house.account("officer@example.test", Role::Coordinator).await.to_string();
        let hidden = house.account("hidden@example.test", Role::Administrator).await.to_string();
        let browser = house.browser();
        let page = browser.get("/demonstration").await;
        page.ok().says("EHC co-ordinator").says("Become Sam Officer");
        browser.post("/demonstration/become", &[("account", &officer)]).await.turns_to("/cases");
        assert!(browser.is_signed_in().await);
        browser.post("/demonstration/become", &[("account", &hidden)]).await.is(StatusCode::NOT_FOUND);
    }

    async fn a_live_site_has_no_such_page(store: Store) {
        let house = house(store, Mode::Live).await;
        let officer = house.account("officer@example.test", Role::Coordinator).await.to_string();
        house.browser().get("/demonstration").await.is(StatusCode::NOT_FOUND);
        house.browser().post("/demonstration/become", &[("account", &officer)]).await.is(StatusCode::NOT_FOUND);
        house.browser().sign_in("officer@example.test", PASSWORD).await.turns_to("/sign-in/set-up");
    }
}
