//! Skip link.

use maud::{Markup, Render};
use serde::Deserialize;

use crate::base::attributes::Attributes;
use crate::base::content::Content;
use crate::base::element::Element;
use crate::base::lenient;

/// The first link of a page, past everything that repeats; shown when it has the focus.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SkipLink {
    /// What it says.
    #[serde(flatten)]
    pub content: Content,
    /// Where it goes; `#content` unless said otherwise.
    #[serde(deserialize_with = "lenient::text")]
    pub href: String,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

impl SkipLink {
    /// A skip link.
    pub fn new(content: impl Into<Content>, href: impl Into<String>) -> Self {
        Self { content: content.into(), href: href.into(), ..Self::default() }
    }
}

styled!(SkipLink);

impl Render for SkipLink {
    fn render(&self) -> Markup {
        Element::new("a")
            .attribute("href", if self.href.is_empty() { "#content" } else { &self.href })
            .class("govuk-skip-link")
            .class(&self.classes)
            .attributes(&self.attributes)
            .attribute("data-module", "govuk-skip-link")
            .containing(&self.content)
    }
}
