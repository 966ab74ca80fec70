//! Details.

use maud::{Markup, Render, html};
use serde::Deserialize;

use crate::base::attributes::Attributes;
use crate::base::content::{self, Content};
use crate::base::element::Element;
use crate::base::lenient;

/// Help that only some people need, folded away.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Details {
    /// What is always shown.
    #[serde(flatten, deserialize_with = "content::summary")]
    pub summary: Content,
    /// What unfolds.
    #[serde(flatten)]
    pub content: Content,
    /// Whether it starts unfolded.
    pub open: bool,
    /// The element's id.
    #[serde(deserialize_with = "lenient::text")]
    pub id: String,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

impl Details {
    /// Details, folded.
    pub fn new(summary: impl Into<Content>, content: impl Into<Content>) -> Self {
        Self { summary: summary.into(), content: content.into(), ..Self::default() }
    }
}

setters! { Details:
    /// Sets the element's id.
    id: String;
    /// Starts unfolded.
    flag open;
}
styled!(Details);

impl Render for Details {
    fn render(&self) -> Markup {
        Element::new("details")
            .filled("id", &self.id)
            .class("govuk-details")
            .class(&self.classes)
            .attributes(&self.attributes)
            .flag("open", self.open)
            .containing(html! {
                summary class="govuk-details__summary" {
                    span class="govuk-details__summary-text" { (self.summary) }
                }
                div class="govuk-details__text" { (self.content) }
            })
    }
}
