//! A whole site in memory and browsers at it, each with its own cookie, address and name.

use super::authenticator::Device;
use super::oidc_provider::Providers;
use access::Role;
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::BodyExt;
use jiff::SignedDuration;
use jiff::civil::date;
use notify::Message;
use record::{AccountId, Period};
use serde_json::Value;
use signin::oidc::{ClientProof, Profile, ProviderSettings};
use signin::password::Cost;
use signin::{CastMember, SignIn, SignInSettings};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use store::Store;
use store::accounts::{self, Grant, NewAccount};
use testing::web::{Answer, TestSite};
use tower::ServiceExt;
use web::{Mode, Settings};

pub const PASSWORD: &str = "coffee ladder otter";
pub const BACK: &str = "http://send.example.test/sign-in/with/council/back";

/// The site with its sign-in.
pub struct House {
    pub test: TestSite,
    pub sign_in: Arc<SignIn>,
    router: Router,
}

pub async fn house(store: Store, mode: Mode) -> House {
    house_with(store, mode, None).await
}

pub async fn house_with(store: Store, mode: Mode, providers: Option<&Providers>) -> House {
    let test = TestSite::build(store, Router::new(), mode, |messages| messages).await;
    let council = |issuer: &str| ProviderSettings {
        key: "council".into(),
        label: "your council account".into(),
        profile: Profile::Generic,
        issuer: issuer.to_owned(),
        client_id: "with-secret".into(),
        proof: ClientProof::Secret("a secret of the tests".into()),
        second_factor_acr: vec![],
        addresses_are_its_own: false,
    };
    let settings = SignInSettings {
        password_cost: Cost::DEMONSTRATION,
        forbidden_passwords: "a password of the operator".into(),
        key: [3; 32],
        providers: providers.iter().map(|providers| council(&providers.real)).collect(),
        families_need_second_factor: false,
        cast: vec![CastMember {
            email: "officer@example.test".into(),
            role: "EHC co-ordinator".into(),
            about: "Look at the list of cases.".into(),
            start: "/cases".into(),
        }],
    };
    let site: Settings = Settings::clone(&test.site.settings);
    let sign_in = SignIn::new(&site, settings).unwrap();
    let router = web::finish(signin::routes(Arc::clone(&sign_in)), test.site.clone());
    House { test, sign_in, router }
}

impl House {
    /// An account with a password and a role.
    pub async fn account(&self, email: &str, role: Role) -> AccountId {
        let hash = self.sign_in.hasher().hash(PASSWORD, [5; 16]).await.unwrap();
        let id: AccountId = self.test.id();
        let tx = self.test.store().begin().await.unwrap();
        let new = NewAccount {
            id,
            email: email.to_owned(),
            display_name: "Sam Officer".into(),
            person: None,
            password_hash: Some(hash),
        };
        accounts::create(&tx, &new, self.test.now()).await.unwrap();
        let grant = Grant {
            id: self.test.id::<record::CaseId>().to_string(),
            account: id,
            role,
            organisation: (!role.is_family()).then_some(self.test.authority),
            period: Period::since(date(2020, 1, 1)),
            granted_by: "a test".into(),
            scopes: vec![],
        };
        accounts::grant_role(&tx, &grant).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    pub fn browser(&self) -> Browser {
        self.browser_at([192, 0, 2, 1])
    }

    pub fn browser_at(&self, ip: [u8; 4]) -> Browser {
        Browser { router: self.router.clone(), ip: SocketAddr::from((ip, 4000)), cookie: Mutex::default() }
    }

    /// A browser signed in with the password of an account that has no second factor.
    pub async fn signed_in(&self, email: &str) -> Browser {
        let browser = self.browser();
        browser.sign_in(email, PASSWORD).await.turns_to("/");
        browser
    }

    pub async fn last_message(&self) -> Message {
        self.test.messages().await.pop().unwrap()
    }

    pub fn later(&self, seconds: i64) {
        self.test.later(SignedDuration::from_secs(seconds));
    }
}

/// The path of the first link in a message.
pub fn link_in(message: &Message) -> String {
    let link = message.body.lines().find(|line| line.starts_with("http")).unwrap();
    url::Url::parse(link).unwrap().path().to_owned()
}

/// Somebody at a browser that keeps its cookie.
pub struct Browser {
    router: Router,
    ip: SocketAddr,
    cookie: Mutex<Option<String>>,
}

impl Browser {
    pub fn cookie(&self) -> Option<String> {
        self.cookie.lock().unwrap().clone()
    }

    pub fn set_cookie(&self, cookie: Option<String>) {
        *self.cookie.lock().unwrap() = cookie;
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, None).await
    }

    /// Sends a form, after asking for a page that gives the cookie and the token.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let token = token_of(&self.get("/forgot-password").await);
        self.post_with(path, fields, &token).await
    }

    pub async fn post_with(&self, path: &str, fields: &[(&str, &str)], token: &str) -> Answer {
        let body = {
            let mut body = url::form_urlencoded::Serializer::new(String::new());
            body.append_pair(web::CSRF_FIELD, token);
            body.extend_pairs(fields);
            body.finish()
        };
        self.send(Method::POST, path, Some(body)).await
    }

    pub async fn sign_in(&self, email: &str, password: &str) -> Answer {
        self.post("/sign-in", &[("email", email), ("password", password), ("next", "/")]).await
    }

    /// Fills a form in and sends it, hidden fields and all.
    pub async fn fill(&self, page: &Answer, action: &str, fields: &[(&str, &str)]) -> Answer {
        let there = page.fields();
        let mut all: Vec<(&str, &str)> = there.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        all.retain(|(name, _)| !fields.iter().any(|(typed, _)| typed == name));
        all.extend(fields);
        self.post(action, &all).await
    }

    /// Whether somebody is signed in here.
    pub async fn is_signed_in(&self) -> bool {
        self.get("/session").await.status == StatusCode::NO_CONTENT
    }

    /// Makes a passkey on a device.
    pub async fn make_passkey(&self, device: &mut Device) -> Answer {
        let options = self.post("/account/passkeys/options", &[]).await;
        let options: Value = serde_json::from_str(&options.ok().body).unwrap();
        self.post("/account/passkeys", &[("credential", &device.make(&options))]).await
    }

    /// Proves a passkey: `action` has its options beside it.
    pub async fn use_passkey(&self, device: &mut Device, action: &str, step: &str) -> Answer {
        let options = self.post(&format!("{action}/options"), &[("step", step)]).await;
        let options: Value = serde_json::from_str(&options.ok().body).unwrap();
        self.post(action, &[("credential", &device.prove(&options)), ("step", step)]).await
    }

    async fn send(&self, method: Method, path: &str, body: Option<String>) -> Answer {
        let asked = format!("{method} {path}");
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "send.example.test")
            .header("sec-fetch-site", "same-origin")
            .header(header::USER_AGENT, "Mozilla/5.0 (Windows NT 10.0) Firefox/132.0")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .extension(ConnectInfo(self.ip));
        if let Some(cookie) = self.cookie() {
            request = request.header(header::COOKIE, cookie);
        }
        let request = request.body(body.map_or_else(Body::empty, Body::from)).unwrap();
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        self.keep_cookie(&parts.headers);
        let bytes = body.collect().await.unwrap().to_bytes();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Answer { asked, status: parts.status, headers: parts.headers, body }
    }

    fn keep_cookie(&self, headers: &HeaderMap) {
        for value in headers.get_all(header::SET_COOKIE) {
            let value = value.to_str().unwrap();
            assert!(
                value.contains("HttpOnly") && value.contains("SameSite=Lax") && value.contains("Path=/"),
                "{value}"
            );
            self.set_cookie(value.split(';').next().map(str::to_owned));
        }
    }
}

/// The cross-site token of a page.
pub fn token_of(page: &Answer) -> String {
    let html = scraper::Html::parse_document(&page.body);
    let selector = scraper::Selector::parse("input[name=csrf]").unwrap();
    let found = html.select(&selector).next().and_then(|input| input.attr("value"));
    found.unwrap_or_default().to_owned()
}
