//! Back link.

use maud::{Markup, Render};
use serde::Deserialize;

use crate::base::attributes::Attributes;
use crate::base::content::Content;
use crate::base::element::Element;
use crate::base::lenient;

/// A link to the page before, on question pages.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct BackLink {
    /// What it says; "Back" unless said otherwise.
    #[serde(flatten)]
    pub content: Content,
    /// Where it goes.
    #[serde(deserialize_with = "lenient::text")]
    pub href: String,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

impl BackLink {
    /// A back link.
    pub fn new(href: impl Into<String>) -> Self {
        Self { href: href.into(), ..Self::default() }
    }
}

setters! { BackLink:
    /// Sets what it says.
    content: Content;
}
styled!(BackLink);

impl Render for BackLink {
    fn render(&self) -> Markup {
        let link = Element::new("a")
            .attribute("href", if self.href.is_empty() { "#" } else { &self.href })
            .class("govuk-back-link")
            .class(&self.classes)
            .attributes(&self.attributes);
        if self.content.is_empty() { link.containing("Back") } else { link.containing(&self.content) }
    }
}
