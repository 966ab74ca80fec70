//! Phase banner.

use maud::{Markup, Render, html};
use serde::Deserialize;

use super::tag::Tag;
use crate::base::attributes::Attributes;
use crate::base::content::Content;
use crate::base::element::{Element, joined};
use crate::base::lenient;

/// A line that says how far along the service is.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PhaseBanner {
    /// The phase in a word, for example "Demonstration".
    pub tag: Tag,
    /// What that means.
    #[serde(flatten)]
    pub content: Content,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

impl PhaseBanner {
    /// A phase banner.
    pub fn new(phase: impl Into<Content>, content: impl Into<Content>) -> Self {
        Self { tag: Tag::new(phase), content: content.into(), ..Self::default() }
    }
}

styled!(PhaseBanner);

impl Render for PhaseBanner {
    fn render(&self) -> Markup {
        let tag = Tag {
            content: self.tag.content.clone(),
            classes: joined("govuk-phase-banner__content__tag", &self.tag.classes),
            ..Tag::default()
        };
        Element::new("div")
            .class("govuk-phase-banner govuk-width-container")
            .class(&self.classes)
            .attributes(&self.attributes)
            .containing(html! {
                p class="govuk-phase-banner__content" {
                    (tag) " " span class="govuk-phase-banner__text" { (self.content) }
                }
            })
    }
}
