use super::authenticator::Device;
use super::site::{PASSWORD, house};
use access::Role;
use http::StatusCode;
use web::Mode;

const EMAIL: &str = "parent@example.test";
const SITE: &str = "http://send.example.test";

testing::each_database! {
    async fn a_passkey_is_made_used_and_taken_away(store: Store) {
        let house = house(store, Mode::Live).await;
        house.account(EMAIL, Role::ParentOrCarer).await;
        let browser = house.signed_in(EMAIL).await;
        let mut device = Device::new(SITE);
        browser.get("/account/passkeys").await.ok().says("Make a passkey on this device");
        browser.make_passkey(&mut device).await.turns_to("/account");
        browser.get("/account").await.says("Firefox on Windows, made on 23 November 2026");
        assert!(house.last_message().await.body.contains("A passkey was added"));
        browser.make_passkey(&mut device).await.is(StatusCode::BAD_REQUEST);

        // Alone, without a name or a password.
        let other = house.browser();
        other.use_passkey(&mut device, "/sign-in/passkey", "").await.turns_to("/");
        assert!(other.is_signed_in().await);

        // As a second factor after the password.
        let third = house.browser();
        let step = third.sign_in(EMAIL, PASSWORD).await;
        let step = step.turns_to("/sign-in/second-factor?step=").location().unwrap().split('=').nth(1).unwrap().to_owned();
        third.use_passkey(&mut device, "/sign-in/second-factor/passkey", &step).await.turns_to("/");
        assert!(third.is_signed_in().await);

        // As a fresh proof.
        house.later(10 * 60);
        third.use_passkey(&mut device, "/account/prove/passkey", "/account/app").await.turns_to("/account/app");
        third.get("/account/app").await.ok();

        let remove = third.get("/account").await.link("Remove");
        third.get(&remove).await.ok().says("Remove a passkey");
        third.post(&remove, &[]).await.turns_to("/account");
        house.browser().use_passkey(&mut device, "/sign-in/passkey", "").await.is(StatusCode::BAD_REQUEST);
    }

    async fn an_answer_counts_once_and_in_its_own_browser(store: Store) {
        let house = house(store, Mode::Live).await;
        house.account(EMAIL, Role::ParentOrCarer).await;
        let browser = house.signed_in(EMAIL).await;
        let mut device = Device::new(SITE);
        browser.make_passkey(&mut device).await.turns_to("/account");
        let (first, second) = (house.browser(), house.browser());
        let options = first.post("/sign-in/passkey/options", &[]).await;
        let answer = device.prove(&serde_json::from_str(&options.body).unwrap());
        second.post("/sign-in/passkey", &[("credential", &answer)]).await.is(StatusCode::BAD_REQUEST);
        let options = first.post("/sign-in/passkey/options", &[]).await;
        let answer = device.prove(&serde_json::from_str(&options.body).unwrap());
        first.post("/sign-in/passkey", &[("credential", &answer)]).await.turns_to("/");
        first.post("/sign-in/passkey", &[("credential", &answer)]).await.is(StatusCode::BAD_REQUEST);
        for nonsense in ["", "{}", "null"] {
            second.post("/sign-in/passkey", &[("credential", nonsense)]).await.is(StatusCode::BAD_REQUEST);
        }
    }
}
