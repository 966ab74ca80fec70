//! Generic header: for services that are not GOV.UK.

use maud::{Markup, Render, html};
use serde::Deserialize;

use crate::base::attributes::Attributes;
use crate::base::content::{self, Content};
use crate::base::element::Element;
use crate::base::lenient;

/// The bar at the top of every page with the organisation's own logo or name.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct GenericHeader {
    /// The logo or name.
    #[serde(flatten, deserialize_with = "content::logo")]
    pub logo: Content,
    /// Where the logo goes; `/` unless said otherwise.
    pub url: String,
    /// Classes of the inner container; the page's width unless said otherwise.
    pub container_classes: String,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

impl GenericHeader {
    /// A header.
    pub fn new(logo: impl Into<Content>) -> Self {
        Self { logo: logo.into(), ..Self::default() }
    }

    /// The header under another block name.
    pub(crate) fn named(&self, block: &str) -> Markup {
        let or = |given: &str, standard: &str| if given.is_empty() { standard.to_owned() } else { given.to_owned() };
        let container = format!("{block}__container {}", or(&self.container_classes, "govuk-width-container"));
        Element::new("div").class(block).class(&self.classes).attributes(&self.attributes).containing(html! {
            div class=(container) {
                div class={ (block) "__logo" } {
                    a href=(or(&self.url, "/")) class={ (block) "__homepage-link" } { (self.logo) }
                }
            }
        })
    }
}

setters! { GenericHeader:
    /// Sets where the logo goes.
    url: String;
}
styled!(GenericHeader);

impl Render for GenericHeader {
    fn render(&self) -> Markup {
        self.named("govuk-generic-header")
    }
}
