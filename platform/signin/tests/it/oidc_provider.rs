//! Starts the providers of `tests/oidc/provider.mjs`, and walks their pages as a browser would.

use super::authenticator::key;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use url::Url;

pub const REDIRECT: &str = "http://127.0.0.1:9/sign-in/with/council/back";

/// Running providers; they stop when dropped.
pub struct Providers {
    child: Child,
    /// Kept open: the provider writes notices, and would stop if nobody could read them.
    _output: BufReader<ChildStdout>,
    pub real: String,
    pub forger: String,
}

impl Drop for Providers {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[expect(clippy::disallowed_methods, reason = "a test is told how strict to be")]
fn strict() -> bool {
    std::env::var("WHERRY_TEST_STRICT").is_ok_and(|value| value == "1")
}

impl Providers {
    /// Starts them; says so and gives none when npm's packages are not installed.
    pub fn start() -> Option<Self> {
        Self::start_for(REDIRECT)
    }

    /// As [`Providers::start`], for a client at another address.
    pub fn start_for(redirect: &str) -> Option<Self> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        if !here.join("../../node_modules/oidc-provider/package.json").exists() {
            assert!(!strict(), "npm's oidc-provider is not installed: run `npm ci`");
            println!("left out: sign-in by a real OpenID Connect provider, since npm's packages are not installed");
            return None;
        }
        let point = key().verifying_key().to_sec1_point(false);
        let part = |bytes: &[u8]| URL_SAFE_NO_PAD.encode(bytes);
        let public = serde_json::json!({ "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": "ours",
            "x": part(point.x().unwrap()), "y": part(point.y().unwrap()) });
        let mut child = Command::new("node")
            .arg(here.join("tests/oidc/provider.mjs"))
            .args([public.to_string(), redirect.to_owned()])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let ready = output
            .by_ref()
            .lines()
            .map_while(Result::ok)
            .find_map(|line| line.strip_prefix("READY ").map(str::to_owned));
        let Some(ready) = ready else {
            let _ = child.kill();
            panic!("the provider did not start: {:?}", child.wait());
        };
        let at: serde_json::Value = serde_json::from_str(&ready).unwrap();
        let text = |name: &str| at[name].as_str().unwrap().to_owned();
        Some(Self { child, _output: output, real: text("real"), forger: text("forger") })
    }
}

/// A browser with a cookie jar and no more.
pub struct Browser {
    http: reqwest::Client,
    cookies: BTreeMap<String, String>,
}

impl Browser {
    pub fn new() -> Self {
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        Self { http, cookies: BTreeMap::new() }
    }

    /// Signs in as `name`, consents, and returns the address that the provider sends the person back to.
    pub async fn walk(&mut self, start: Url, name: &str) -> Url {
        let home = start.query_pairs().find(|(key, _)| key == "redirect_uri").unwrap().1.into_owned();
        let mut url = start;
        let mut form: Option<String> = None;
        for _ in 0..20 {
            let cookies =
                self.cookies.iter().map(|(key, value)| format!("{key}={value}")).collect::<Vec<_>>().join("; ");
            let request = match form.take() {
                Some(body) => {
                    self.http.post(url.clone()).header("content-type", "application/x-www-form-urlencoded").body(body)
                }
                None => self.http.get(url.clone()),
            };
            let answer = request.header("cookie", cookies).send().await.unwrap();
            for cookie in answer.headers().get_all("set-cookie") {
                let pair = cookie.to_str().unwrap().split(';').next().unwrap();
                let (key, value) = pair.split_once('=').unwrap();
                self.cookies.insert(key.to_owned(), value.to_owned());
            }
            if let Some(location) = answer.headers().get("location") {
                url = url.join(location.to_str().unwrap()).unwrap();
                if url.as_str().starts_with(&home) {
                    return url;
                }
                continue;
            }
            let page = answer.text().await.unwrap();
            let action = page.split("action=\"").nth(1).and_then(|rest| rest.split('"').next());
            url = url.join(action.unwrap_or_else(|| panic!("no form: {page}"))).unwrap();
            let prompt = if page.contains("value=\"login\"") { "login" } else { "consent" };
            form = Some(format!("prompt={prompt}&login={name}&password=anything"));
        }
        panic!("the provider's pages did not end");
    }
}
