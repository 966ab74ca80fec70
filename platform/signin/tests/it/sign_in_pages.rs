use super::site::{House, PASSWORD, house};
use access::Role;
use http::StatusCode;
use jiff::Timestamp;
use signin::totp::Authenticator;
use testing::web::Answer;
use web::Mode;

const EMAIL: &str = "officer@example.test";

/// The app that a page of setting up shows.
pub fn app_on(page: &Answer) -> Authenticator {
    let text = page.text();
    let key = text.split("Or type this key into the app: ").nth(1).unwrap();
    let key: String = key.split_whitespace().take(8).collect();
    Authenticator::from_stored(&key, "x", "y").unwrap()
}

/// Signs in with the password, sets an app up, and gives it with the recovery codes.
pub async fn with_app(house: &House, browser: &super::site::Browser) -> (Authenticator, Vec<String>) {
    let step = browser.sign_in(EMAIL, PASSWORD).await;
    let page = browser.get(step.turns_to("/sign-in/set-up?step=").location().unwrap()).await;
    let app = app_on(page.ok());
    let done = browser.fill(&page, "/sign-in/set-up", &[("code", &app.code_at(house.test.now()))]).await;
    let text = done.ok().says("Your recovery codes").text();
    let codes: Vec<String> = text.split_whitespace().filter(|word| word.len() == 19).map(str::to_owned).collect();
    assert_eq!(codes.len(), 10, "{text}");
    (app, codes)
}

async fn code_page(browser: &super::site::Browser) -> Answer {
    let step = browser.sign_in(EMAIL, PASSWORD).await;
    browser.get(step.turns_to("/sign-in/second-factor?step=").location().unwrap()).await
}

fn code(app: &Authenticator, now: Timestamp) -> String {
    app.code_at(now)
}

testing::each_database! {
    async fn somebody_signs_in_and_out(store: Store) {
        let house = house(store, Mode::Demonstration).await;
        house.account(EMAIL, Role::Coordinator).await;
        let browser = house.browser();
        let page = browser.get("/sign-in?next=/cases%3Ftab%3D2").await;
        assert_eq!(page.ok().field("next"), "/cases?tab=2");
        let before = browser.cookie();
        browser.fill(&page, "/sign-in", &[("email", "OFFICER@example.test "), ("password", PASSWORD)]).await.turns_to("/cases?tab=2");
        assert!(browser.is_signed_in().await);
        assert_ne!(browser.cookie(), before, "a cookie from before sign-in is worth nothing");
        let stale = house.browser();
        stale.set_cookie(before);
        assert!(!stale.is_signed_in().await);

        let kept = browser.cookie();
        let out = browser.post("/sign-out", &[]).await;
        assert_eq!(out.turns_to("/signed-out").headers["clear-site-data"], "\"cache\", \"cookies\", \"storage\"");
        browser.set_cookie(kept);
        assert!(!browser.is_signed_in().await, "the server has ended it");
    }

    async fn a_wrong_password_and_an_unknown_address_look_alike(store: Store) {
        let house = house(store, Mode::Live).await;
        house.account(EMAIL, Role::Coordinator).await;
        let browser = house.browser();
        let wrong = browser.sign_in(EMAIL, "not the password").await;
        let unknown = browser.sign_in("nobody@example.test", "not the password").await;
        wrong.is(StatusCode::UNPROCESSABLE_ENTITY).says("There is a problem").says("together they are not right");
        assert_eq!(wrong.text().replace(EMAIL, ""), unknown.text().replace("nobody@example.test", ""));
        assert_eq!(wrong.status, unknown.status);
        wrong.never_says("not the password");
        let rows = store::audit::by_account(house.test.store().reader(), "anonymous", None, 10).await.unwrap();
        assert_eq!(rows.len(), 2, "both are in the audit, at the same cost");
        browser.sign_in("", "").await.says("Enter your email address").says("Enter your password");
    }

    async fn no_address_of_another_site_is_followed(store: Store) {
        let house = house(store, Mode::Demonstration).await;
        house.account(EMAIL, Role::Coordinator).await;
        for next in ["https://evil.example", "//evil.example", "/\\evil.example", "/sign-out"] {
            let fields = [("email", EMAIL), ("password", PASSWORD), ("next", next)];
            let answer = house.browser().post("/sign-in", &fields).await;
            assert_eq!(answer.location(), Some("/"), "{next}");
        }
    }

    async fn staff_set_up_an_app_and_are_asked_for_its_code_from_then_on(store: Store) {
        let house = house(store, Mode::Live).await;
        house.account(EMAIL, Role::Coordinator).await;
        let browser = house.browser();
        let (app, codes) = with_app(&house, &browser).await;
        assert!(browser.is_signed_in().await);
        house.last_message().await.body.contains("authenticator app was added").then_some(()).unwrap();

        // The code that set it up is used up; the next one works, once.
        let second = house.browser();
        let page = code_page(&second).await;
        second.fill(&page, "/sign-in/second-factor", &[("code", &code(&app, house.test.now()))]).await.says("used already");
        house.later(30);
        let now = code(&app, house.test.now());
        second.fill(&page, "/sign-in/second-factor", &[("code", "000000")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!second.is_signed_in().await);
        second.fill(&page, "/sign-in/second-factor", &[("code", &now)]).await.turns_to("/");
        assert!(second.is_signed_in().await);
        second.fill(&page, "/sign-in/second-factor", &[("code", &now)]).await.turns_to("/sign-in");

        // A recovery code works once.
        let third = house.browser();
        let page = code_page(&third).await;
        third.fill(&page, "/sign-in/second-factor", &[("code", &codes[4].to_lowercase())]).await.turns_to("/");
        assert!(house.last_message().await.body.contains("9 are left"));
        let fourth = house.browser();
        let page = code_page(&fourth).await;
        fourth.fill(&page, "/sign-in/second-factor", &[("code", &codes[4])]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    }

    async fn a_half_done_sign_in_is_worth_nothing_elsewhere_or_later(store: Store) {
        let house = house(store, Mode::Live).await;
        house.account(EMAIL, Role::Coordinator).await;
        let browser = house.browser();
        let step = browser.sign_in(EMAIL, PASSWORD).await;
        let page = step.location().unwrap().to_owned();
        assert!(!browser.is_signed_in().await);
        house.browser().get(&page).await.turns_to("/sign-in");
        browser.get(&page).await.ok();
        browser.get(&page.replace("set-up", "second-factor")).await.turns_to("/sign-in");
        house.later(10 * 60);
        browser.get(&page).await.turns_to("/sign-in");
    }

    async fn a_session_ends_when_nothing_happens_and_after_twelve_hours(store: Store) {
        let house = house(store, Mode::Live).await;
        house.account("parent@example.test", Role::ParentOrCarer).await;
        let browser = house.signed_in("parent@example.test").await;
        for _ in 0..36 {
            house.later(19 * 60);
            assert!(browser.is_signed_in().await);
        }
        house.later(20 * 60);
        assert!(!browser.is_signed_in().await, "idle, or twelve hours");
        let browser = house.signed_in("parent@example.test").await;
        house.later(20 * 60 - 1);
        assert!(browser.is_signed_in().await);
        house.later(20 * 60);
        assert!(!browser.is_signed_in().await);
    }

    async fn what_is_over_is_removed(store: Store) {
        let house = house(store, Mode::Demonstration).await;
        house.account(EMAIL, Role::Coordinator).await;
        let browser = house.signed_in(EMAIL).await;
        browser.post("/forgot-password", &[("email", EMAIL)]).await.turns_to("/forgot-password/sent");
        assert_eq!(signin::tidy(house.test.store(), house.test.now()).await.unwrap(), 0);
        assert!(browser.is_signed_in().await);
        house.later(92 * 86_400);
        assert_eq!(signin::tidy(house.test.store(), house.test.now()).await.unwrap(), 5, "three tries, a session, a link");
    }

    async fn nothing_is_changed_without_the_visitors_own_token(store: Store) {
        let house = house(store, Mode::Demonstration).await;
        house.account(EMAIL, Role::Coordinator).await;
        let browser = house.signed_in(EMAIL).await;
        let other = crate::site::token_of(&house.browser().get("/sign-in").await);
        for path in ["/sign-in", "/sign-out", "/forgot-password", "/account/password", "/account/app", "/account/passkeys",
            "/account/devices/end", "/account/devices/end-others", "/account/recovery-codes", "/account/prove",
            "/account/app/remove", "/demonstration/become", "/sign-in/passkey/options"]
        {
            for token in ["", "wrong", &other] {
                browser.post_with(path, &[], token).await.is(StatusCode::FORBIDDEN);
            }
        }
        assert!(browser.is_signed_in().await);
    }
}
