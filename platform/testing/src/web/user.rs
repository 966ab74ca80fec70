//! Somebody at a browser.

use axum::Router;
use axum::body::Body;
use axum::http::{Method, Request, header};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http_body_util::BodyExt;
use record::{AccountId, OrganisationId, PersonId, StaffId};
use sha2::{Digest, Sha256};
use tower::ServiceExt;

use super::Answer;

/// Somebody at a browser: signed in, or not.
#[derive(Clone)]
pub struct TestUser {
    /// Their account, if they are signed in.
    pub account: Option<AccountId>,
    /// Who they are in the record, if they are there.
    pub person: Option<PersonId>,
    /// Their post, if they have one.
    pub post: Option<StaffId>,
    /// Where they work, if they do.
    pub organisation: Option<OrganisationId>,
    pub(super) router: Router,
    pub(super) cookie: String,
}

impl TestUser {
    /// Asks for a page.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, None).await
    }

    /// Sends a form, with the cross-site token that a page of the site would have put into it.
    pub async fn post<K: AsRef<str>, V: AsRef<str>>(&self, path: &str, fields: &[(K, V)]) -> Answer {
        let body = {
            // Gone before the wait below, so that a test may be moved to another thread while it waits.
            let mut body = url::form_urlencoded::Serializer::new(String::new());
            body.append_pair(::web::CSRF_FIELD, &self.token());
            for (name, value) in fields {
                body.append_pair(name.as_ref(), value.as_ref());
            }
            body.finish()
        };
        self.send(Method::POST, path, Some(body)).await
    }

    /// Opens the form at a path, fills these fields in over what stands there, and sends it to the same path.
    pub async fn fill_in<K: AsRef<str>, V: AsRef<str>>(&self, path: &str, fields: &[(K, V)]) -> Answer {
        let mut all = self.get(path).await.ok().fields();
        all.retain(|(name, _)| !fields.iter().any(|(typed, _)| typed.as_ref() == name));
        all.extend(fields.iter().map(|(name, value)| (name.as_ref().to_owned(), value.as_ref().to_owned())));
        self.post(path, &all).await
    }

    /// The hash under which the store knows the session.
    #[must_use]
    pub fn session_hash(&self) -> String {
        hash_of(&self.cookie)
    }

    /// As the web crate makes it from the cookie.
    fn token(&self) -> String {
        let mut digest = Sha256::new();
        digest.update(b"wherry cross-site token\0");
        digest.update(self.cookie.as_bytes());
        URL_SAFE_NO_PAD.encode(digest.finalize())
    }

    /// # Panics
    /// When the request cannot be made: the test is wrong.
    #[expect(clippy::expect_used, reason = "a test helper")]
    async fn send(&self, method: Method, path: &str, body: Option<String>) -> Answer {
        let asked = format!("{method} {path}");
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "send.example.test")
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::COOKIE, format!("wherry={}", self.cookie))
            .body(body.map_or_else(Body::empty, Body::from))
            .expect("a request");
        let response = self.router.clone().oneshot(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.expect("a body").to_bytes();
        let body = String::from_utf8_lossy(&bytes).into_owned();
        Answer { asked, status: parts.status, headers: parts.headers, body }
    }
}

/// The hash under which the store knows a cookie.
pub(super) fn hash_of(cookie: &str) -> String {
    hex::encode(Sha256::digest(cookie.as_bytes()))
}
