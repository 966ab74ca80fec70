//! One request by one person: who asks, when, from where, and how to answer.

use axum::extract::FromRequestParts;
use http::request::Parts;
use jiff::{Timestamp, civil::Date};
use maud::{Markup, html};
use record::AccountId;

use crate::{CSRF_FIELD, Mode, Page, PageError, Site, Viewer, cookies::CookieSecret};

/// One request by one person. Take it in every handler that makes a page.
#[derive(Clone)]
pub struct Visit {
    /// The running service.
    pub site: Site,
    /// When the request came.
    pub now: Timestamp,
    /// The date in London when it came.
    pub today: Date,
    /// Who asks, if they are signed in.
    pub viewer: Option<Viewer>,
    /// Whose session it was, when the cookie names one that has ended: their typing is kept for them.
    pub lapsed_account: Option<AccountId>,
    /// The path and query asked for: where to come back to after sign-in.
    pub path: String,
    /// A short id that is in the log and in the audit, so that the two can be put side by side.
    pub request_id: String,
    /// The address the request came from, for the audit and for limits on tries.
    pub ip: String,
    pub(crate) secret: CookieSecret,
}

impl Visit {
    /// The person, or a turn to the sign-in page that comes back here.
    pub fn signed_in(&self) -> Result<&Viewer, PageError> {
        self.viewer.as_ref().ok_or_else(|| PageError::SignIn { back_to: self.path.clone() })
    }

    /// A page with this title.
    pub fn page(&self, title: impl Into<String>) -> Page {
        Page::new(self.clone(), title.into())
    }

    /// The hidden fields that every form carries: the cross-site token and a number that makes sending twice harmless.
    pub fn form_fields(&self) -> Markup {
        html! {
            (self.csrf_field())
            input type="hidden" name="submission" value=(self.site.random.ulid(self.now).to_string());
        }
    }

    /// The cross-site token alone, for a button that may be pressed twice without harm.
    pub fn csrf_field(&self) -> Markup {
        html! { input type="hidden" name=(CSRF_FIELD) value=(self.csrf_token()); }
    }

    /// The cross-site token of this visitor.
    pub fn csrf_token(&self) -> String {
        self.secret.csrf_token()
    }

    /// The key of this visitor's session or drafts: the hash of the cookie.
    pub fn cookie_hash(&self) -> String {
        self.secret.hash()
    }

    /// Whether this is the demonstration.
    pub fn is_demonstration(&self) -> bool {
        self.site.settings.mode == Mode::Demonstration
    }
}

impl FromRequestParts<Site> for Visit {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Self::Rejection> {
        parts
            .extensions
            .get::<Visit>()
            .cloned()
            .ok_or_else(|| PageError::internal(format!("no visit for {} {}", parts.method, site.settings.base_url)))
    }
}
