//! Who changed a record last.

use jiff::Timestamp;
use maud::{Markup, Render, html};

use super::dates::long_moment;

/// "Last changed by Ada Byron on 3 July 2026 at 14:05 (version 7)", at the foot of a record.
#[derive(Clone, Debug)]
pub struct AuditStrip {
    who: String,
    at: Timestamp,
    version: Option<u64>,
    history: Option<String>,
}

impl AuditStrip {
    /// The last change.
    pub fn new(who: impl Into<String>, at: Timestamp) -> Self {
        Self { who: who.into(), at, version: None, history: None }
    }

    /// Sets the record's version, counted from 1.
    #[must_use]
    pub fn version(mut self, version: u64) -> Self {
        self.version = Some(version);
        self
    }

    /// Sets where the whole history is.
    #[must_use]
    pub fn history(mut self, href: impl Into<String>) -> Self {
        self.history = Some(href.into());
        self
    }
}

impl Render for AuditStrip {
    fn render(&self) -> Markup {
        html! {
            p class="govuk-body wh-audit" {
                "Last changed by " (self.who) " on " time datetime=(self.at.to_string()) { (long_moment(self.at)) }
                @if let Some(version) = self.version { " (version " (version) ")" }
                @if let Some(href) = &self.history { ". " a class="govuk-link" href=(href) { "See every change" } }
            }
        }
    }
}
