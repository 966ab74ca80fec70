//! Feedback.

use maud::{Markup, Render, html};
use serde::Deserialize;

use crate::base::attributes::Attributes;
use crate::base::content::{self, Content};
use crate::base::element::Element;
use crate::base::lenient;

/// A block at the end of a page that asks for feedback.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Feedback {
    /// The heading.
    #[serde(flatten, deserialize_with = "content::title")]
    pub title: Content,
    /// 1 to 6; 2 unless said otherwise.
    pub heading_level: Option<u8>,
    /// What it says.
    #[serde(flatten)]
    pub content: Content,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

impl Feedback {
    /// A feedback block.
    pub fn new(title: impl Into<Content>, content: impl Into<Content>) -> Self {
        Self { title: title.into(), content: content.into(), ..Self::default() }
    }
}

styled!(Feedback);

impl Render for Feedback {
    fn render(&self) -> Markup {
        let level = self.heading_level.filter(|level| *level > 0).unwrap_or(2);
        Element::new("div")
            .class("govuk-feedback govuk-width-container")
            .class(&self.classes)
            .attributes(&self.attributes)
            .containing(html! {
                div class="govuk-grid-row" {
                    div class="govuk-grid-column-two-thirds" {
                        (Element::heading(level).class("govuk-feedback__title").containing(&self.title))
                        @if !self.content.is_empty() {
                            div class="govuk-feedback__body" {
                                @if self.content.is_html() { (self.content) }
                                @else { p class="govuk-body" { (self.content) } }
                            }
                        }
                    }
                }
            })
    }
}
