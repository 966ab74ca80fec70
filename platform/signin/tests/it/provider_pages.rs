use super::oidc_provider::{self, Providers};
use super::site::{BACK, House, PASSWORD, house_with};
use access::Role;
use http::StatusCode;
use jiff::SignedDuration;
use testing::web::Answer;
use web::Mode;

/// The site's clock, as it is told to the provider by nobody, is put at the machine's.
#[expect(clippy::disallowed_methods, reason = "the provider's own clock is the machine's")]
fn put_clock_right(house: &House) {
    let apart: SignedDuration = jiff::Timestamp::now().duration_since(house.test.now());
    house.test.later(apart);
}

async fn there_and_back(browser: &super::site::Browser, name: &str) -> Answer {
    let away = browser.get("/sign-in/with/council?next=/cases").await;
    let back = oidc_provider::Browser::new().walk(away.location().unwrap().parse().unwrap(), name).await;
    browser.get(&format!("{}?{}", back.path(), back.query().unwrap())).await
}

testing::each_database! {
    async fn somebody_signs_in_by_their_council(store: Store) {
        let Some(providers) = Providers::start_for(BACK) else { return };
        let house = house_with(store, Mode::Live, Some(&providers)).await;
        put_clock_right(&house);
        house.account("amala@council.example", Role::ParentOrCarer).await;
        let browser = house.browser();
        browser.get("/sign-in").await.says("Sign in with your council account");
        there_and_back(&browser, "amala").await.turns_to("/cases");
        assert!(browser.is_signed_in().await);
        assert!(house.last_message().await.body.contains("You can now sign in with your council account."));

        // Somebody else's browser can't use the way back, nor can it be used twice.
        let away = browser.get("/sign-in/with/council").await;
        let back = oidc_provider::Browser::new().walk(away.location().unwrap().parse().unwrap(), "amala").await;
        let back = format!("{}?{}", back.path(), back.query().unwrap());
        house.browser().get(&back).await.is(StatusCode::BAD_REQUEST).says("You are not signed in");
        browser.get(&back).await.is(StatusCode::BAD_REQUEST);
    }

    async fn staff_whose_council_did_not_ask_for_a_second_factor_are_asked_here(store: Store) {
        let Some(providers) = Providers::start_for(BACK) else { return };
        let house = house_with(store, Mode::Live, Some(&providers)).await;
        put_clock_right(&house);
        house.account("amala@council.example", Role::Coordinator).await;
        let browser = house.browser();
        there_and_back(&browser, "amala").await.turns_to("/sign-in/set-up?step=");
        assert!(!browser.is_signed_in().await);
    }

    async fn a_stranger_gets_no_account_and_a_member_links_theirs(store: Store) {
        let Some(providers) = Providers::start_for(BACK) else { return };
        let house = house_with(store, Mode::Live, Some(&providers)).await;
        put_clock_right(&house);
        house.account("parent@example.test", Role::ParentOrCarer).await;
        let browser = house.browser();
        there_and_back(&browser, "robin").await.is(StatusCode::FORBIDDEN).says("There is no account for you here yet");
        browser.sign_in("parent@example.test", PASSWORD).await.turns_to("/");
        there_and_back(&browser, "robin").await.turns_to("/account");
        browser.get("/account").await.says("You can sign in with your council account.");
        let other = house.browser();
        there_and_back(&other, "robin").await.turns_to("/cases");
        assert!(other.is_signed_in().await);
        other.get("/sign-in/with/nobody").await.is(StatusCode::NOT_FOUND);
    }
}
