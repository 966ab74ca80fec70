//! Error summary at the top of a page.

use maud::{Markup, Render, html};
use serde::Deserialize;

use crate::base::attributes::Attributes;
use crate::base::content::{self, Content};
use crate::base::element::Element;
use crate::base::lenient;

/// What must be put right on the page, each line a link to its field. Takes the focus when the page opens.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ErrorSummary {
    /// The heading; [`ErrorSummary::new`] says "There is a problem".
    #[serde(flatten, deserialize_with = "content::title")]
    pub title: Content,
    /// A sentence before the list, if any.
    #[serde(flatten, deserialize_with = "content::description")]
    pub description: Content,
    /// The errors.
    pub error_list: Vec<ErrorLink>,
    /// Whether the summary leaves the focus alone.
    pub disable_auto_focus: Option<bool>,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

/// One line of an error summary.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ErrorLink {
    /// The same words as the message beside the field.
    #[serde(flatten)]
    pub content: Content,
    /// Where the field is, for example `#given-name`. Empty for an error about no field.
    #[serde(deserialize_with = "lenient::text")]
    pub href: String,
    /// Extra attributes of the link.
    pub attributes: Attributes,
}

impl ErrorSummary {
    /// A summary headed "There is a problem".
    pub fn new() -> Self {
        Self { title: "There is a problem".into(), ..Self::default() }
    }

    /// Adds an error about the field with this id.
    #[must_use]
    pub fn error(mut self, field_id: &str, message: impl Into<Content>) -> Self {
        let href = format!("#{field_id}");
        self.error_list.push(ErrorLink { content: message.into(), href, ..ErrorLink::default() });
        self
    }

    /// Adds an error that is about no one field.
    #[must_use]
    pub fn general(mut self, message: impl Into<Content>) -> Self {
        self.error_list.push(ErrorLink { content: message.into(), ..ErrorLink::default() });
        self
    }

    /// Nothing to report.
    pub fn is_empty(&self) -> bool {
        self.error_list.is_empty()
    }
}

setters! { ErrorSummary:
    /// Sets the heading.
    title: Content;
    /// Sets a sentence before the list.
    description: Content;
}
styled!(ErrorSummary);

impl Render for ErrorLink {
    fn render(&self) -> Markup {
        if self.href.is_empty() {
            return self.content.render();
        }
        Element::new("a").attribute("href", &self.href).attributes(&self.attributes).containing(&self.content)
    }
}

impl Render for ErrorSummary {
    fn render(&self) -> Markup {
        Element::new("div")
            .class("govuk-error-summary")
            .class(&self.classes)
            .given("data-disable-auto-focus", self.disable_auto_focus)
            .attributes(&self.attributes)
            .attribute("data-module", "govuk-error-summary")
            .containing(html! {
                div role="alert" {
                    h2 class="govuk-error-summary__title" { (self.title) }
                    div class="govuk-error-summary__body" {
                        @if !self.description.is_empty() { p { (self.description) } }
                        @if !self.error_list.is_empty() {
                            ul class="govuk-list govuk-error-summary__list" {
                                @for error in &self.error_list { li { (error) } }
                            }
                        }
                    }
                }
            })
    }
}
