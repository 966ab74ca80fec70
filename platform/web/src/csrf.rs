//! The cross-site check: a form is kept only if it came from a page that we gave to this visitor.
//!
//! Two locks. The outer one (`tower_http::csrf`) looks at `Sec-Fetch-Site` and `Origin`. The inner one, here, wants the
//! visitor's own token in the form. A form whose token has gone stale (signed out in another tab, a cookie that went)
//! is not thrown away: its fields come back on a page with one button to send them again.

use axum::{
    body::Body,
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use http::{Method, StatusCode, header};
use http_body_util::{BodyExt, Limited};
use maud::html;
use subtle::ConstantTimeEq;

use crate::{PageError, Posted, Site, cookies::CookieSecret, errors::ErrorPage};

/// The hidden field that carries the token.
pub const CSRF_FIELD: &str = "csrf";

/// The most a form without files may hold.
const FORM_LIMIT: usize = 2 * 1024 * 1024;

/// Reads a posted form, checks its token, and hands it on as [`Posted`].
pub async fn check(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    if matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS) {
        return next.run(request).await;
    }
    if is_multipart(&request) {
        // Its token is checked where it is read (`Upload`). Until then the browser must have said where it comes from,
        // which the outer lock has checked.
        let says_where = ["sec-fetch-site", "origin"].iter().any(|name| request.headers().contains_key(*name));
        return if says_where {
            next.run(request).await
        } else {
            PageError::forbidden("The file came from somewhere we do not know.").into_response()
        };
    }
    let path = request.uri().path().to_owned();
    let body = std::mem::replace(request.body_mut(), Body::empty());
    let bytes = match Limited::new(body, FORM_LIMIT).collect().await {
        Ok(collected) => collected.to_bytes(),
        Err(_) => {
            return PageError::TooLarge(
                "The form holds more than 2 MB. Shorten it, or add long texts as files.".into(),
            )
            .into_response();
        }
    };
    let posted = Posted::parse(&bytes);
    let secret = CookieSecret::from_headers(request.headers(), site.settings.secure_cookies());
    if !token_matches(secret.as_ref(), posted.get(CSRF_FIELD)) {
        let secret = request.extensions().get::<CookieSecret>().cloned().or(secret);
        return stale(&path, &posted, secret.as_ref());
    }
    request.extensions_mut().insert(posted);
    *request.body_mut() = Body::from(bytes);
    next.run(request).await
}

/// Whether `token` is this visitor's own. Takes the same time whatever differs.
pub(crate) fn token_matches(secret: Option<&CookieSecret>, token: &str) -> bool {
    secret.is_some_and(|secret| secret.csrf_token().as_bytes().ct_eq(token.as_bytes()).into())
}

fn is_multipart(request: &Request) -> bool {
    request
        .headers()
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.starts_with("multipart/form-data"))
}

fn stale(path: &str, posted: &Posted, secret: Option<&CookieSecret>) -> Response {
    let token = secret.map(CookieSecret::csrf_token).unwrap_or_default();
    let body = html! {
        p class="govuk-body" { "You may have signed out in another window, or the page was open for a long time. Nothing was saved yet, and nothing you typed is lost." }
        form method="post" action=(path) novalidate {
            input type="hidden" name=(CSRF_FIELD) value=(token);
            @for (name, value) in posted.pairs() {
                @if name != CSRF_FIELD && !name.contains("password") { input type="hidden" name=(name) value=(value); }
            }
            (govuk::Button::new("Send it again"))
        }
    };
    let problem =
        serde_json::json!({ "type": "about:blank", "title": "Cross-site token missing or stale", "status": 403 });
    let mut response = StatusCode::FORBIDDEN.into_response();
    response.extensions_mut().insert(ErrorPage { heading: "Send this again", body, problem });
    response
}
