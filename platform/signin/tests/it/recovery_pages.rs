use super::site::{House, PASSWORD, house, link_in};
use access::Role;
use http::StatusCode;
use web::Mode;

const EMAIL: &str = "parent@example.test";

async fn link(house: &House) -> String {
    let browser = house.browser();
    browser.post("/forgot-password", &[("email", EMAIL)]).await.turns_to("/forgot-password/sent");
    link_in(&house.last_message().await)
}

testing::each_database! {
    async fn a_forgotten_password_is_set_anew_by_a_link_that_works_once(store: Store) {
        let house = house(store, Mode::Live).await;
        house.account(EMAIL, Role::ParentOrCarer).await;
        let signed_in = house.signed_in(EMAIL).await;
        let (browser, link) = (house.browser(), link(&house).await);
        assert!(link.starts_with("/reset/"), "{link}");
        browser.get(&link).await.ok().says("Set a new password");
        browser.post(&link, &[("password", "short")]).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("12 characters or more");
        browser.post(&link, &[("password", "a password of the operator")]).await.says("one that many people use");
        browser.post(&link, &[("password", "heron kettle violin")]).await.ok().says("Your password is changed");
        assert!(house.last_message().await.body.contains("Your password was changed."));
        assert!(!signed_in.is_signed_in().await, "every device is signed out");
        browser.get(&link).await.is(StatusCode::GONE);
        browser.post(&link, &[("password", "another good one here")]).await.is(StatusCode::GONE);
        browser.sign_in(EMAIL, PASSWORD).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        browser.sign_in(EMAIL, "heron kettle violin").await.turns_to("/");
    }

    async fn nobody_learns_who_has_an_account(store: Store) {
        let house = house(store, Mode::Live).await;
        house.account(EMAIL, Role::ParentOrCarer).await;
        let browser = house.browser();
        let known = browser.post("/forgot-password", &[("email", EMAIL)]).await;
        let unknown = browser.post("/forgot-password", &[("email", "nobody@example.test")]).await;
        assert_eq!((known.status, known.location()), (unknown.status, unknown.location()));
        assert_eq!(house.test.messages().await.len(), 1);
        browser.post("/forgot-password", &[("email", "no address")]).await.says("in the correct format");
    }

    async fn only_the_newest_link_works_and_only_for_half_an_hour(store: Store) {
        let house = house(store, Mode::Live).await;
        house.account(EMAIL, Role::ParentOrCarer).await;
        let (first, second) = (link(&house).await, link(&house).await);
        let browser = house.browser();
        browser.get(&first).await.is(StatusCode::GONE);
        browser.get(&second).await.ok();
        house.later(30 * 60);
        browser.get(&second).await.is(StatusCode::GONE);
        for nonsense in ["/reset/x", "/reset/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"] {
            browser.get(nonsense).await.is(StatusCode::GONE);
        }
    }

    async fn a_mailbox_is_not_flooded(store: Store) {
        let house = house(store, Mode::Live).await;
        house.account(EMAIL, Role::ParentOrCarer).await;
        let browser = house.browser();
        for _ in 0..100 {
            browser.post("/forgot-password", &[("email", EMAIL)]).await;
            house.later(1);
        }
        assert!(house.test.messages().await.len() <= 15, "{}", house.test.messages().await.len());
    }
}
