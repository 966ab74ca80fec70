use super::sign_in_pages::app_on;
use super::site::{House, PASSWORD, house};
use access::Role;
use http::StatusCode;
use serde_json::json;
use signin::tokens::{NewToken, Purpose};
use store::accounts;
use store::invitations::{self, Invitation};
use web::Mode;

const EMAIL: &str = "senco@example.test";

async fn invited(house: &House, role: Role) -> String {
    let random = house.test.site.random.bytes32();
    let token = NewToken::new(Purpose::Invitation, random, house.test.now());
    let tx = house.test.store().begin().await.unwrap();
    let invitation = Invitation {
        id: house.test.id(),
        token_hash: token.hash,
        email: EMAIL.into(),
        role,
        organisation: (!role.is_family()).then_some(house.test.setting),
        details: json!({}),
        invited_by: "a test".into(),
        created_at: house.test.now(),
        expires_at: token.expires_at,
        used_at: None,
        withdrawn_at: None,
    };
    invitations::create(&tx, &invitation).await.unwrap();
    tx.commit().await.unwrap();
    format!("/invitation/{}", token.shown)
}

testing::each_database! {
    async fn a_senco_accepts_and_protects_the_account(store: Store) {
        let house = house(store, Mode::Live).await;
        let link = invited(&house, Role::Senco).await;
        let browser = house.browser();
        browser.get(&link).await.ok().says(EMAIL).says("SENCO");
        browser.post(&link, &[("name", ""), ("password", "senco@example1")]).await
            .is(StatusCode::UNPROCESSABLE_ENTITY).says("Enter your full name").says("must not be made of your name");
        let step = browser.post(&link, &[("name", "Ada Reed"), ("password", PASSWORD)]).await;
        let page = browser.get(step.turns_to("/sign-in/set-up?step=").location().unwrap()).await;
        assert!(!browser.is_signed_in().await);
        let code = app_on(&page).code_at(house.test.now());
        browser.fill(&page, "/sign-in/set-up", &[("code", &code)]).await.ok().says("Your recovery codes");
        assert!(browser.is_signed_in().await);
        let account = accounts::by_email(house.test.store().reader(), EMAIL).await.unwrap().unwrap();
        assert_eq!(account.display_name, "Ada Reed");
        let actor = accounts::actor(house.test.store().reader(), account.id, house.test.today()).await.unwrap().unwrap();
        assert!(actor.has(Role::Senco));
        house.browser().get(&link).await.is(StatusCode::GONE);
    }

    async fn a_parent_accepts_and_is_in(store: Store) {
        let house = house(store, Mode::Live).await;
        let link = invited(&house, Role::ParentOrCarer).await;
        let browser = house.browser();
        browser.post(&link, &[("name", "Ada Reed"), ("password", PASSWORD)]).await.turns_to("/");
        assert!(browser.is_signed_in().await);
    }

    async fn somebody_with_an_account_takes_a_further_role_with_their_password(store: Store) {
        let house = house(store, Mode::Live).await;
        let id = house.account(EMAIL, Role::ParentOrCarer).await;
        let link = invited(&house, Role::Senco).await;
        let browser = house.browser();
        browser.get(&link).await.ok().says("You have an account with this address");
        browser.post(&link, &[("password", "wrong password")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        browser.post(&link, &[("password", PASSWORD)]).await.turns_to("/sign-in/set-up");
        let actor = accounts::actor(house.test.store().reader(), id, house.test.today()).await.unwrap().unwrap();
        assert!(actor.has(Role::Senco) && actor.has(Role::ParentOrCarer));
    }

    async fn an_invitation_is_over_after_seven_days(store: Store) {
        let house = house(store, Mode::Live).await;
        let link = invited(&house, Role::Senco).await;
        house.later(7 * 86_400);
        house.browser().get(&link).await.is(StatusCode::GONE).says("no longer works");
        house.browser().post(&link, &[("name", "Ada"), ("password", PASSWORD)]).await.is(StatusCode::GONE);
    }
}
