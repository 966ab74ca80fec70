//! The cookie that `web` reads, made anew at every sign-in so that a cookie from before can't be fixed on anybody.

use axum::response::{IntoResponse, Redirect, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use http::{HeaderValue, header};
use sha2::{Digest, Sha256};
use web::Visit;

/// A new secret on its way to the browser.
pub(crate) struct NewCookie {
    secret: String,
    secure: bool,
}

impl NewCookie {
    pub(crate) fn new(visit: &Visit) -> Self {
        let secret = URL_SAFE_NO_PAD.encode(visit.site.random.bytes32());
        Self { secret, secure: visit.site.settings.secure_cookies() }
    }

    /// What the store keeps.
    pub(crate) fn hash(&self) -> String {
        hex::encode(Sha256::digest(self.secret.as_bytes()))
    }

    /// A turn to another page of the site, with the cookie.
    pub(crate) fn see_other(&self, path: &str) -> Response {
        self.with(Redirect::to(path).into_response())
    }

    /// An answer with the cookie.
    pub(crate) fn with(&self, mut response: Response) -> Response {
        let (name, flag) = if self.secure { ("__Host-wherry", "; Secure") } else { ("wherry", "") };
        let value = format!("{name}={}; Path=/; HttpOnly; SameSite=Lax{flag}", self.secret);
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
        response
    }
}

/// Where to go after sign-in: a path of this site, or the start page.
pub(crate) fn local_path(asked: &str) -> String {
    let inside = asked.starts_with('/') && !asked.starts_with("//") && !asked.contains(['\\', '\r', '\n', '\t']);
    let loops = ["/sign-in", "/sign-out", "/signed-out"].iter().any(|path| asked.starts_with(path));
    if inside && !loops { asked.to_owned() } else { "/".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::local_path;
    use proptest::prelude::*;

    #[test]
    fn only_paths_of_this_site_are_followed() {
        assert_eq!(local_path("/cases/01?tab=2"), "/cases/01?tab=2");
        for elsewhere in
            ["", "https://evil.example", "//evil.example", "/\\evil.example", "javascript:x", "/sign-in?next=/"]
        {
            assert_eq!(local_path(elsewhere), "/", "{elsewhere}");
        }
    }

    proptest! {
        #[test]
        fn no_text_leads_elsewhere(text in any::<String>(), path in "[/\\\\a-z:.@]{0,12}") {
            let base = url::Url::parse("https://send.example.org").unwrap();
            for asked in [text, path] {
                let url = base.join(&local_path(&asked)).unwrap();
                prop_assert_eq!(url.host_str(), Some("send.example.org"));
            }
        }
    }
}
