use super::site::{PASSWORD, house, token_of};
use access::Role;
use http::StatusCode;
use web::Mode;

const EMAIL: &str = "parent@example.test";

testing::each_database! {
    async fn of_a_thousand_guesses_at_most_thirty_are_looked_at(store: Store) {
        let house = house(store, Mode::Live).await;
        house.account(EMAIL, Role::ParentOrCarer).await;
        let home = house.signed_in(EMAIL).await;
        let guesser = house.browser_at([198, 51, 100, 7]);
        let token = token_of(&guesser.get("/sign-in").await);
        let mut looked_at = 0;
        for guess in 0..1000 {
            let password = format!("guess number {guess}");
            let answer = guesser.post_with("/sign-in", &[("email", EMAIL), ("password", &password)], &token).await;
            match answer.status {
                StatusCode::UNPROCESSABLE_ENTITY => looked_at += 1,
                StatusCode::TOO_MANY_REQUESTS => assert!(answer.headers.contains_key("retry-after")),
                other => panic!("{other}"),
            }
            house.later(1);
        }
        assert!((1..=30).contains(&looked_at), "{looked_at}");
        // The right password is held up there too; at home all is as before.
        let fields = [("email", EMAIL), ("password", PASSWORD)];
        guesser.post_with("/sign-in", &fields, &token).await.is(StatusCode::TOO_MANY_REQUESTS);
        home.post("/sign-out", &[]).await.turns_to("/signed-out");
        home.sign_in(EMAIL, PASSWORD).await.turns_to("/");
    }

    async fn guesses_from_everywhere_lead_strangers_to_the_slower_way_and_nobody_else(store: Store) {
        let house = house(store, Mode::Live).await;
        house.account(EMAIL, Role::ParentOrCarer).await;
        let home = house.signed_in(EMAIL).await;
        let mut looked_at = 0;
        for guess in 0..200_u8 {
            let guesser = house.browser_at([198, 51, 100, guess]);
            looked_at += usize::from(guesser.sign_in(EMAIL, "a guess").await.status == StatusCode::UNPROCESSABLE_ENTITY);
        }
        assert!(looked_at <= 30, "{looked_at}");
        let elsewhere = house.browser_at([203, 0, 113, 5]);
        let answer = elsewhere.sign_in(EMAIL, PASSWORD).await;
        answer.is(StatusCode::TOO_MANY_REQUESTS).says("Your account is not locked");
        home.post("/sign-out", &[]).await.turns_to("/signed-out");
        home.sign_in(EMAIL, PASSWORD).await.turns_to("/");

        // The slower way: the link by e-mail lets the owner in from there.
        elsewhere.post("/forgot-password", &[("email", EMAIL)]).await.turns_to("/forgot-password/sent");
        let link = crate::site::link_in(&house.last_message().await);
        elsewhere.post(&link, &[("password", "heron kettle violin")]).await.says("Your password is changed");
        elsewhere.sign_in(EMAIL, "heron kettle violin").await.turns_to("/");
    }

    async fn guesses_at_a_code_are_held_up_too(store: Store) {
        let house = house(store, Mode::Live).await;
        house.account("officer@example.test", Role::Coordinator).await;
        let (_, _) = crate::sign_in_pages::with_app(&house, &house.browser()).await;
        let browser = house.browser();
        let step = browser.sign_in("officer@example.test", PASSWORD).await;
        let page = browser.get(step.location().unwrap()).await;
        let mut looked_at = 0;
        for guess in 0..200 {
            let code = format!("{guess:06}");
            let answer = browser.fill(&page, "/sign-in/second-factor", &[("code", &code)]).await;
            looked_at += usize::from(answer.status == StatusCode::UNPROCESSABLE_ENTITY);
            house.later(1);
        }
        assert!((1..=30).contains(&looked_at), "{looked_at}");
    }
}
