//! The one error at the edge: what went wrong, said to the person who met it, with what to do.

use axum::response::{Html, IntoResponse, Response};
use http::{HeaderName, StatusCode, header};
use maud::{Markup, html};
use serde_json::json;

/// What a handler returns.
pub type PageResult<T = Response> = Result<T, PageError>;

/// Why a page could not be shown or a form not be kept.
#[derive(Debug, thiserror::Error)]
pub enum PageError {
    /// No such page, or none that this person may know of: the two look alike on purpose.
    #[error("There is no page here")]
    NotFound,
    /// The person is known and may not do this. The sentence says why.
    #[error("{0}")]
    Forbidden(String),
    /// Sign-in is needed. The path is where to go back to.
    #[error("Sign in to see this page")]
    SignIn {
        /// The path to come back to after sign-in.
        back_to: String,
    },
    /// What was sent could not be understood. The sentence says what to do.
    #[error("{0}")]
    BadRequest(String),
    /// Somebody else changed it first; the page shows both versions.
    #[error("Somebody else changed this while you were working on it")]
    Conflict(Box<Markup>),
    /// What was sent is too large. The sentence names the limit.
    #[error("{0}")]
    TooLarge(String),
    /// Too many tries; wait this many seconds.
    #[error("Too many tries. Wait {0} seconds, then try again")]
    TooMany(u64),
    /// The database is away or full. Nothing was lost that was said to be kept.
    #[error(transparent)]
    Store(#[from] store::StoreError),
    /// A fault of ours. The cause goes to the log, never to the page.
    #[error("Something went wrong on our side")]
    Internal(String),
}

impl PageError {
    /// The request could not be understood; `says` tells the person what to do.
    pub fn bad_request(says: impl Into<String>) -> Self {
        Self::BadRequest(says.into())
    }

    /// The person may not do this; `says` tells them why.
    pub fn forbidden(says: impl Into<String>) -> Self {
        Self::Forbidden(says.into())
    }

    /// A fault of ours; `cause` goes to the log.
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        Self::Internal(cause.to_string())
    }

    /// The HTTP status.
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden(_) => StatusCode::FORBIDDEN,
            Self::SignIn { .. } => StatusCode::SEE_OTHER,
            Self::BadRequest(_) => StatusCode::BAD_REQUEST,
            Self::Conflict(_) => StatusCode::CONFLICT,
            Self::TooLarge(_) => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Store(error) if error.may_pass() => StatusCode::SERVICE_UNAVAILABLE,
            Self::Store(_) | Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn heading(&self) -> &'static str {
        match self {
            Self::NotFound => "Page not found",
            Self::Forbidden(_) => "You cannot do this",
            Self::SignIn { .. } => "Sign in",
            Self::BadRequest(_) => "We could not understand that",
            Self::Conflict(_) => "Somebody else changed this first",
            Self::TooLarge(_) => "That is too large",
            Self::TooMany(_) => "Please wait a moment",
            Self::Store(error) if error.may_pass() => "The service is not available just now",
            Self::Store(_) | Self::Internal(_) => "Sorry, something went wrong",
        }
    }

    fn body(&self) -> Markup {
        match self {
            Self::NotFound => html! {
                p class="govuk-body" { "If you typed the address, check it is right. If you followed a link, the page may have moved, or it may be one that your account cannot see." }
                p class="govuk-body" { a class="govuk-link" href="/" { "Go to the start page" } }
            },
            Self::Conflict(both) => html! { (both) },
            Self::Store(error) if error.may_pass() => html! {
                p class="govuk-body" { (error.to_string()) }
                p class="govuk-body" { "What you had saved is safe. Keep this page open, wait a minute, then use your browser's reload button: it will offer to send the form again." }
            },
            Self::Store(_) | Self::Internal(_) => html! {
                p class="govuk-body" { "This is a fault of ours and it has been noted. What you had saved is safe. Try again in a few minutes." }
            },
            other => html! { p class="govuk-body" { (other.to_string()) } },
        }
    }
}

/// Marks an error response that still needs the site's layout round it; `server.rs` puts it there.
#[derive(Clone)]
pub(crate) struct ErrorPage {
    pub(crate) heading: &'static str,
    pub(crate) body: Markup,
    pub(crate) problem: serde_json::Value,
}

impl IntoResponse for PageError {
    fn into_response(self) -> Response {
        if let Self::Internal(cause) = &self {
            tracing::error!(cause, "a request failed");
        }
        if let Self::Store(cause) = &self {
            tracing::error!(cause = %cause, "the store failed");
        }
        if let Self::SignIn { back_to } = &self {
            let next: String = url::form_urlencoded::byte_serialize(back_to.as_bytes()).collect();
            return (StatusCode::SEE_OTHER, [(header::LOCATION, format!("/sign-in?next={next}"))]).into_response();
        }
        let status = self.status();
        let detail = match &self {
            Self::Store(error) if !error.may_pass() => "Something went wrong on our side".to_owned(),
            other => other.to_string(),
        };
        let page = ErrorPage {
            heading: self.heading(),
            body: self.body(),
            problem: json!({ "type": "about:blank", "title": self.heading(), "status": status.as_u16(), "detail": detail }),
        };
        let mut response = (status, Html(page.heading)).into_response();
        if let Self::TooMany(seconds) = self {
            response.headers_mut().insert(HeaderName::from_static("retry-after"), seconds.into());
        }
        response.extensions_mut().insert(page);
        response
    }
}
