use super::authenticator::key;
use super::oidc_provider::{Browser, Providers, REDIRECT};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jiff::{SignedDuration, Timestamp};
use p256::pkcs8::{EncodePrivateKey, LineEnding};
use serde_json::{Value, json};
use signin::oidc::{
    Callback, ClientProof, ExternalIdentity, OidcError, Pending, Profile, ProviderSettings, RelyingParty, SigningKey,
};
use url::Url;

#[expect(clippy::disallowed_methods, reason = "the provider's own clock is the machine's")]
fn now() -> Timestamp {
    Timestamp::now()
}

fn dice() -> impl FnMut() -> [u8; 32] {
    let mut number = 0;
    move || {
        number += 1;
        [number; 32]
    }
}

fn settings(issuer: &str, client_id: &str, proof: ClientProof) -> ProviderSettings {
    ProviderSettings {
        key: "council".into(),
        label: "your council account".into(),
        profile: Profile::Generic,
        issuer: issuer.to_owned(),
        client_id: client_id.to_owned(),
        proof,
        second_factor_acr: vec!["with-second-factor".into()],
        addresses_are_its_own: false,
    }
}

fn with_secret(issuer: &str) -> RelyingParty {
    let secret = ClientProof::Secret("a secret of the tests".into());
    RelyingParty::new(settings(issuer, "with-secret", secret), REDIRECT.parse().unwrap()).unwrap()
}

fn with_key(issuer: &str) -> RelyingParty {
    let pem = key().to_pkcs8_pem(LineEnding::LF).unwrap();
    let proof = ClientProof::PrivateKey(SigningKey::from_pem(&pem, Some("ours".into())).unwrap());
    RelyingParty::new(settings(issuer, "with-key", proof), REDIRECT.parse().unwrap()).unwrap()
}

fn callback(url: &Url) -> Callback {
    let query: serde_json::Map<String, Value> =
        url.query_pairs().map(|(name, value)| (name.into_owned(), Value::String(value.into_owned()))).collect();
    serde_json::from_value(Value::Object(query)).unwrap()
}

fn tampered(pending: &Pending, name: &str, value: impl serde::Serialize) -> Pending {
    let mut kept = serde_json::to_value(pending).unwrap();
    kept[name] = json!(value);
    serde_json::from_value(kept).unwrap()
}

async fn journey(party: &RelyingParty) -> (Pending, Callback) {
    let started = party.start("/tasks", dice(), now()).await.unwrap();
    let back = Browser::new().walk(started.url, "amala").await;
    (started.pending, callback(&back))
}

async fn finish(party: &RelyingParty, pending: Pending, callback: &Callback) -> Result<ExternalIdentity, OidcError> {
    party.finish(pending, callback, [9; 32], now()).await
}

#[tokio::test]
async fn a_person_signs_in_by_a_real_provider() {
    let Some(providers) = Providers::start() else { return };
    for party in [with_secret(&providers.real), with_key(&providers.real)] {
        let (pending, callback) = journey(&party).await;
        assert_eq!(pending.back_to, "/tasks");
        let identity = finish(&party, pending.clone(), &callback).await.unwrap();
        assert_eq!(
            identity,
            ExternalIdentity {
                issuer: providers.real.clone(),
                subject: "amala".into(),
                email: Some("amala@council.example".into()),
                email_is_verified: true,
                name: Some("Amala Bird".into()),
                amr: vec![],
                acr: None,
                has_second_factor: false,
            }
        );
        let again = finish(&party, pending, &callback).await;
        assert!(matches!(again, Err(OidcError::TurnedBack(_))), "a code works once: {again:?}");
    }
}

#[tokio::test]
async fn a_journey_that_was_not_begun_here_is_refused() {
    let Some(providers) = Providers::start() else { return };
    let party = with_secret(&providers.real);
    let (pending, callback) = journey(&party).await;
    let other_state = Callback { state: Some("another".into()), ..callback.clone() };
    let no_state = Callback { state: None, ..callback.clone() };
    let mixed_up = Callback { iss: Some("https://elsewhere.example".into()), ..callback.clone() };
    for wrong in [other_state, no_state, mixed_up, Callback::default()] {
        let refused = finish(&party, pending.clone(), &wrong).await;
        assert!(matches!(refused, Err(OidcError::NotBegunHere)), "{wrong:?}: {refused:?}");
    }
    let long_ago = tampered(&pending, "begun_at", now() - SignedDuration::from_mins(15));
    assert!(matches!(finish(&party, long_ago, &callback).await, Err(OidcError::NotBegunHere)));
    let another_provider = tampered(&pending, "provider", "school");
    assert!(matches!(finish(&party, another_provider, &callback).await, Err(OidcError::NotBegunHere)));
    let refusal = Callback { error: Some("access_denied".into()), code: None, ..callback.clone() };
    assert!(matches!(finish(&party, pending.clone(), &refusal).await, Err(OidcError::TurnedBack(_))));

    let wrong_verifier = tampered(&pending, "verifier", "a".repeat(43));
    let refused = finish(&party, wrong_verifier, &callback).await;
    assert!(matches!(refused, Err(OidcError::TurnedBack(_))), "PKCE: {refused:?}");
}

#[tokio::test]
async fn a_token_for_another_moment_or_journey_is_refused() {
    let Some(providers) = Providers::start() else { return };
    let party = with_secret(&providers.real);
    let (pending, callback) = journey(&party).await;
    let refused = finish(&party, tampered(&pending, "nonce", "another"), &callback).await;
    assert!(matches!(&refused, Err(OidcError::NotTrusted(why)) if why.contains("nonce")), "{refused:?}");

    let (pending, callback) = journey(&party).await;
    let later = now() + SignedDuration::from_hours(2);
    let refused = party.finish(tampered(&pending, "begun_at", later), &callback, [9; 32], later).await;
    assert!(matches!(&refused, Err(OidcError::NotTrusted(why)) if why.contains("xpired")), "{refused:?}");
}

#[tokio::test]
async fn forged_tokens_are_refused() {
    let Some(providers) = Providers::start() else { return };
    let party = with_secret(&providers.forger);
    let started = party.start("/", dice(), now()).await.unwrap();
    let kept = serde_json::to_value(&started.pending).unwrap();
    let (issued, expires) = (now().as_second(), now().as_second() + 300);
    let right = json!({ "claims": { "iss": providers.forger, "aud": "with-secret", "sub": "amala", "nonce": kept["nonce"],
        "iat": issued, "exp": expires, "email": "a@b.uk", "amr": ["pwd", "mfa"], "acr": "low" } });
    let attempt = async |told: &Value| {
        let code = URL_SAFE_NO_PAD.encode(told.to_string());
        let callback =
            Callback { code: Some(code), state: kept["state"].as_str().map(str::to_owned), ..Callback::default() };
        finish(&party, started.pending.clone(), &callback).await
    };
    let identity = attempt(&right).await.unwrap();
    assert!(identity.has_second_factor && !identity.email_is_verified, "{identity:?}");

    let with = |path: &str, value: Value| {
        let mut told = right.clone();
        *told.pointer_mut(path).unwrap() = value;
        told
    };
    let with_top = |name: &str, value: &str| {
        let mut told = right.clone();
        told[name] = json!(value);
        told
    };
    for (what, told) in [
        ("another audience", with("/claims/aud", json!("another"))),
        ("two audiences", with("/claims/aud", json!(["with-secret", "another"]))),
        ("another issuer", with("/claims/iss", json!("https://elsewhere.example"))),
        ("another nonce", with("/claims/nonce", json!("another"))),
        ("no nonce", with("/claims/nonce", Value::Null)),
        ("expired", with("/claims/exp", json!(issued - 1))),
        ("issued long ago", with("/claims/iat", json!(issued - 3600))),
        ("issued in time to come", with("/claims/iat", json!(issued + 3600))),
        ("a stranger's key", with_top("key", "stranger")),
        ("no signature", with_top("alg", "none")),
        ("signed with the public key as a secret", with_top("alg", "HS256")),
    ] {
        let refused = attempt(&told).await;
        assert!(matches!(refused, Err(OidcError::NotTrusted(_) | OidcError::Provider(_))), "{what}: {refused:?}");
    }
    let by_class = attempt(&with("/claims/acr", json!("with-second-factor"))).await.unwrap();
    assert!(by_class.has_second_factor);
}

#[tokio::test]
async fn one_login_must_reach_the_level_that_was_asked_for() {
    let Some(providers) = Providers::start() else { return };
    let secret = ClientProof::Secret("x".into());
    let one_login =
        ProviderSettings { profile: Profile::OneLogin, ..settings(&providers.forger, "with-secret", secret) };
    let party = RelyingParty::new(one_login, REDIRECT.parse().unwrap()).unwrap();
    let started = party.start("/", dice(), now()).await.unwrap();
    assert!(started.url.query_pairs().any(|(name, value)| name == "vtr" && value == r#"["Cl.Cm"]"#), "{}", started.url);
    assert!(started.url.query_pairs().any(|(name, value)| name == "scope" && value == "openid email"));
    let kept = serde_json::to_value(&started.pending).unwrap();
    for (vot, taken) in [(json!("Cl.Cm"), true), (json!("Cl"), false), (Value::Null, false)] {
        let claims = json!({ "iss": providers.forger, "aud": "with-secret", "sub": "amala", "nonce": kept["nonce"],
            "iat": now().as_second(), "exp": now().as_second() + 300, "email": "a@b.uk", "vot": vot });
        let code = URL_SAFE_NO_PAD.encode(json!({ "claims": claims }).to_string());
        let callback =
            Callback { code: Some(code), state: kept["state"].as_str().map(str::to_owned), ..Callback::default() };
        let outcome = finish(&party, started.pending.clone(), &callback).await;
        assert_eq!(outcome.is_ok_and(|identity| identity.has_second_factor), taken, "{vot}");
    }
}

#[tokio::test]
async fn a_provider_that_is_away_is_said_so_without_details() {
    let party = with_secret("http://127.0.0.1:1");
    match party.start("/", dice(), now()).await {
        Err(error @ OidcError::Provider(_)) => assert!(error.to_string().contains("did not answer")),
        _ => panic!("there is nobody"),
    }
    let plain = settings("http://council.example", "x", ClientProof::Secret("x".into()));
    assert!(matches!(RelyingParty::new(plain, REDIRECT.parse().unwrap()), Err(OidcError::Settings(_))));
}
