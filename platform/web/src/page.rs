//! A page: the site's layout round one title and one body.

use axum::response::{Html, IntoResponse, Response};
use govuk::layout::{Layout, NavItem};
use http::StatusCode;
use maud::{Markup, Render, html};

use crate::{Form, Visit};

/// A page being made. End it with [`Page::body`].
pub struct Page {
    visit: Visit,
    title: String,
    status: StatusCode,
    error: bool,
    summary: Option<Markup>,
    trail: Vec<(String, String)>,
    back: Option<String>,
    wide: bool,
}

impl Page {
    pub(crate) fn new(visit: Visit, title: String) -> Self {
        Self {
            visit,
            title,
            status: StatusCode::OK,
            error: false,
            summary: None,
            trail: Vec::new(),
            back: None,
            wide: false,
        }
    }

    /// The status to answer with.
    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// A "Back" link to a page of the site.
    pub fn back(mut self, href: impl Into<String>) -> Self {
        self.back = Some(href.into());
        self
    }

    /// One more step of the breadcrumb trail.
    pub fn under(mut self, words: impl Into<String>, href: impl Into<String>) -> Self {
        self.trail.push((words.into(), href.into()));
        self
    }

    /// The whole width for the body: lists and tables.
    pub fn wide(mut self) -> Self {
        self.wide = true;
        self
    }

    /// If the form has errors: the summary on top, "Error:" in the title, and status 422.
    pub fn form(mut self, form: &Form) -> Self {
        if let Some(summary) = form.error_summary() {
            self.error = true;
            self.summary = Some(summary.render());
            self.status = StatusCode::UNPROCESSABLE_ENTITY;
        }
        self
    }

    /// The finished page.
    pub fn body(self, body: Markup) -> Response {
        let visit = &self.visit;
        let site = &visit.site;
        let current = visit.path.split('?').next().unwrap_or("/");
        let navigation = site
            .navigation(visit.viewer.as_ref())
            .into_iter()
            .map(|place| NavItem { current: is_under(current, &place.href), text: place.words, href: place.href })
            .collect();
        let layout = Layout {
            title: self.title,
            service_name: "Wherry".into(),
            area_name: site.settings.area_name.clone(),
            navigation,
            account: visit.viewer.as_ref().map(|viewer| viewer.name.clone()),
            csrf_field: visit.csrf_field(),
            breadcrumbs: self.trail,
            back: self.back,
            banner: visit.is_demonstration().then(|| html! {
                "This is a demonstration. Every person and place in it is invented. " a class="govuk-link" href="/demonstration" { "Change who you are" }
            }),
            help_line: site.settings.help_line.clone(),
            error: self.error,
            session_seconds: visit.viewer.as_ref().map(|viewer| viewer.idle_seconds),
            wide: self.wide,
            body: html! { @if let Some(summary) = &self.summary { (summary) } (body) },
        };
        (self.status, Html(layout.render().into_string())).into_response()
    }
}

fn is_under(path: &str, href: &str) -> bool {
    path == href || (href != "/" && path.strip_prefix(href).is_some_and(|rest| rest.starts_with('/')))
}
