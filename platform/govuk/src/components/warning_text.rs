//! Warning text.

use maud::{Markup, Render, html};
use serde::Deserialize;

use crate::base::attributes::Attributes;
use crate::base::content::Content;
use crate::base::element::Element;
use crate::base::lenient;

/// Something with a consequence, such as a legal one, if it is not done.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct WarningText {
    /// What it says.
    #[serde(flatten)]
    pub content: Content,
    /// The word read out for the sign; "Warning" unless said otherwise.
    pub icon_fallback_text: String,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

impl WarningText {
    /// Warning text.
    pub fn new(content: impl Into<Content>) -> Self {
        Self { content: content.into(), ..Self::default() }
    }
}

styled!(WarningText);

impl Render for WarningText {
    fn render(&self) -> Markup {
        let word = if self.icon_fallback_text.is_empty() { "Warning" } else { &self.icon_fallback_text };
        let warning = Element::new("div").class("govuk-warning-text").class(&self.classes).attributes(&self.attributes);
        warning.containing(html! {
            span class="govuk-warning-text__icon" aria-hidden="true" { "!" }
            " "
            strong class="govuk-warning-text__text" {
                span class="govuk-visually-hidden" { (word) }
                " "
                (self.content)
            }
        })
    }
}
