//! Sign out: the session ends on the server, and the browser is told to forget what it kept.

use super::kit::see_other;
use crate::cookie::NewCookie;
use axum::response::{IntoResponse, Response};
use govuk::Button;
use http::{HeaderName, HeaderValue, StatusCode};
use maud::html;
use store::sessions;
use web::{PageResult, Visit};

/// For those who open the address by hand: a button, since a link must not sign anybody out.
pub(super) async fn show(visit: Visit) -> Response {
    if visit.viewer.is_none() {
        return see_other("/signed-out");
    }
    visit.page("Sign out").body(html! {
        h1 class="govuk-heading-l" { "Sign out" }
        form method="post" action="/sign-out" { (visit.csrf_field()) (Button::new("Sign out")) }
    })
}

pub(super) async fn send(visit: Visit) -> PageResult {
    if let Some(viewer) = &visit.viewer {
        let tx = visit.site.store.begin().await?;
        sessions::end(&tx, viewer.account, &viewer.session, "signed out", visit.now).await?;
        tx.commit().await?;
    }
    // A new cookie, so that whoever comes next at this device is nobody that we know.
    let mut response = NewCookie::new(&visit).see_other("/signed-out");
    // Drafts are kept on the server; what the browser kept of pages about a child goes.
    let everything = HeaderValue::from_static("\"cache\", \"cookies\", \"storage\"");
    response.headers_mut().insert(HeaderName::from_static("clear-site-data"), everything);
    Ok(response)
}

pub(super) async fn done(visit: Visit) -> Response {
    visit.page("You are signed out").body(html! {
        h1 class="govuk-heading-l" { "You are signed out" }
        p class="govuk-body" { "If others use this device, close the browser window too." }
        (Button::link("Sign in again", "/sign-in"))
    })
}

/// A sign of life from an open page: asking at all keeps the session.
pub(super) async fn still_here(visit: Visit) -> Response {
    if visit.viewer.is_some() {
        StatusCode::NO_CONTENT.into_response()
    } else {
        StatusCode::UNAUTHORIZED.into_response()
    }
}
