//! Inset text.

use maud::{Markup, Render};
use serde::Deserialize;

use crate::base::attributes::Attributes;
use crate::base::content::Content;
use crate::base::element::Element;
use crate::base::lenient;

/// A block of text set apart from what surrounds it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct InsetText {
    /// What it says.
    #[serde(flatten)]
    pub content: Content,
    /// The element's id.
    #[serde(deserialize_with = "lenient::text")]
    pub id: String,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

impl InsetText {
    /// Inset text.
    pub fn new(content: impl Into<Content>) -> Self {
        Self { content: content.into(), ..Self::default() }
    }
}

styled!(InsetText);

impl Render for InsetText {
    fn render(&self) -> Markup {
        Element::new("div")
            .filled("id", &self.id)
            .class("govuk-inset-text")
            .class(&self.classes)
            .attributes(&self.attributes)
            .containing(&self.content)
    }
}
