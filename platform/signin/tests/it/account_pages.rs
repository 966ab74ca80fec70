use super::sign_in_pages::app_on;
use super::site::{PASSWORD, house};
use access::Role;
use http::StatusCode;
use web::Mode;

const EMAIL: &str = "parent@example.test";

testing::each_database! {
    async fn somebody_sees_their_devices_and_signs_one_out(store: Store) {
        let house = house(store, Mode::Live).await;
        house.account(EMAIL, Role::ParentOrCarer).await;
        let (here, there) = (house.signed_in(EMAIL).await, house.signed_in(EMAIL).await);
        let page = here.get("/account").await;
        page.ok().says("Firefox on Windows").says("This device");
        let device = page.field("device");
        here.post("/account/devices/end", &[("device", &device)]).await.turns_to("/account");
        assert!(!there.is_signed_in().await, "on the very next request");
        assert!(here.is_signed_in().await);
        let third = house.signed_in(EMAIL).await;
        here.post("/account/devices/end-others", &[]).await.turns_to("/account");
        assert!(!third.is_signed_in().await && here.is_signed_in().await);
    }

    async fn nobody_ends_the_sessions_of_another(store: Store) {
        let house = house(store, Mode::Live).await;
        house.account(EMAIL, Role::ParentOrCarer).await;
        house.account("other@example.test", Role::ParentOrCarer).await;
        let (first, second) = (house.signed_in(EMAIL).await, house.signed_in(EMAIL).await);
        let device = first.get("/account").await.field("device");
        let other = house.signed_in("other@example.test").await;
        other.post("/account/devices/end", &[("device", &device)]).await.turns_to("/account");
        assert!(first.is_signed_in().await && second.is_signed_in().await);
    }

    async fn a_password_is_changed_with_the_old_one(store: Store) {
        let house = house(store, Mode::Live).await;
        house.account(EMAIL, Role::ParentOrCarer).await;
        let (here, there) = (house.signed_in(EMAIL).await, house.signed_in(EMAIL).await);
        let before = here.cookie();
        let wrong = [("old-password", "not the old one"), ("new-password", "heron kettle violin")];
        here.post("/account/password", &wrong).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("Enter the password that you have now");
        let weak = [("old-password", PASSWORD), ("new-password", "password1234")];
        here.post("/account/password", &weak).await.is(StatusCode::UNPROCESSABLE_ENTITY).says("one that many people use");
        let right = [("old-password", PASSWORD), ("new-password", "heron kettle violin")];
        here.post("/account/password", &right).await.turns_to("/account");
        assert_ne!(here.cookie(), before, "the id is changed");
        assert!(here.is_signed_in().await && !there.is_signed_in().await);
        let message = house.last_message().await;
        assert!(message.body.contains("Your password was changed. This was on 23 November 2026 at 10:00am."), "{}", message.body);
        house.browser().sign_in(EMAIL, "heron kettle violin").await.turns_to("/");
    }

    async fn what_changes_sign_in_asks_for_a_fresh_proof(store: Store) {
        let house = house(store, Mode::Live).await;
        house.account(EMAIL, Role::ParentOrCarer).await;
        let browser = house.signed_in(EMAIL).await;
        browser.get("/account/app").await.ok();
        house.later(10 * 60);
        for path in ["/account/app", "/account/passkeys", "/account/recovery-codes", "/account/app/remove"] {
            browser.get(path).await.turns_to("/account/prove?next=%2Faccount%2F");
            browser.post(path, &[]).await.turns_to("/account/prove");
        }
        let page = browser.get("/account/prove?next=/account/app").await;
        browser.fill(&page, "/account/prove", &[("password", "wrong")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let before = browser.cookie();
        browser.fill(&page, "/account/prove", &[("password", PASSWORD)]).await.turns_to("/account/app");
        assert_ne!(browser.cookie(), before, "the id is changed");
        browser.get("/account/app").await.ok();
    }

    async fn an_app_is_added_and_taken_away(store: Store) {
        let house = house(store, Mode::Live).await;
        house.account(EMAIL, Role::ParentOrCarer).await;
        let browser = house.signed_in(EMAIL).await;
        let page = browser.get("/account/app").await;
        let app = app_on(page.ok());
        assert_eq!(page.count("svg[role=img] title"), 1);
        let again = browser.fill(&page, "/account/app", &[("code", "000000")]).await;
        assert_eq!(app_on(again.is(StatusCode::UNPROCESSABLE_ENTITY)).base32(), app.base32(), "the picture stays the same");
        let code = app.code_at(house.test.now());
        browser.fill(&again, "/account/app", &[("code", &code)]).await.ok().says("Your recovery codes");
        browser.get("/account").await.says("10 left");
        browser.get("/account/app/remove").await.ok().says("Remove the app");
        browser.post("/account/app/remove", &[]).await.turns_to("/account");
        assert!(house.last_message().await.body.contains("was removed"));
        house.browser().sign_in(EMAIL, PASSWORD).await.turns_to("/");
    }

    async fn staff_keep_a_second_factor(store: Store) {
        let house = house(store, Mode::Live).await;
        house.account("officer@example.test", Role::Coordinator).await;
        let browser = house.browser();
        crate::sign_in_pages::with_app(&house, &browser).await;
        browser.post("/account/app/remove", &[]).await.is(StatusCode::FORBIDDEN).says("Add a passkey first");
    }

    async fn a_new_place_is_told_by_email(store: Store) {
        let house = house(store, Mode::Live).await;
        house.account(EMAIL, Role::ParentOrCarer).await;
        house.signed_in(EMAIL).await;
        assert!(house.test.messages().await.is_empty(), "the first sign-in is no news");
        house.signed_in(EMAIL).await;
        assert!(house.test.messages().await.is_empty(), "nor is the same place");
        house.browser_at([203, 0, 113, 9]).sign_in(EMAIL, PASSWORD).await.turns_to("/");
        assert!(house.last_message().await.body.contains("Firefox on Windows"));
    }

    async fn pages_of_an_account_are_for_its_owner(store: Store) {
        let house = house(store, Mode::Live).await;
        for path in ["/account", "/account/password", "/account/app", "/account/passkeys", "/account/recovery-codes", "/account/prove"] {
            house.browser().get(path).await.turns_to("/sign-in?next=%2Faccount");
        }
    }
}
