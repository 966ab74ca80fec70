//! Breadcrumbs.

use maud::{Markup, Render, html};
use serde::Deserialize;

use crate::base::attributes::Attributes;
use crate::base::content::Content;
use crate::base::element::Element;
use crate::base::lenient;

/// Where a page stands: links to what is above it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Breadcrumbs {
    /// From the top downwards.
    pub items: Vec<Breadcrumb>,
    /// Whether a small screen shows only the first and last.
    pub collapse_on_mobile: bool,
    /// The name of the landmark; "Breadcrumb" unless said otherwise.
    #[serde(deserialize_with = "lenient::optional_text")]
    pub label_text: Option<String>,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

/// One step.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Breadcrumb {
    /// What it says.
    #[serde(flatten)]
    pub content: Content,
    /// Where it goes; empty for the page itself.
    #[serde(deserialize_with = "lenient::text")]
    pub href: String,
    /// Extra attributes of the link.
    pub attributes: Attributes,
}

impl Breadcrumbs {
    /// No steps yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a step.
    #[must_use]
    pub fn item(mut self, content: impl Into<Content>, href: impl Into<String>) -> Self {
        self.items.push(Breadcrumb { content: content.into(), href: href.into(), ..Breadcrumb::default() });
        self
    }

    /// Adds the page itself.
    #[must_use]
    pub fn here(self, content: impl Into<Content>) -> Self {
        self.item(content, "")
    }
}

setters! { Breadcrumbs:
    /// Shows only the first and last on a small screen.
    flag collapse_on_mobile;
}
styled!(Breadcrumbs);

impl Render for Breadcrumb {
    fn render(&self) -> Markup {
        if self.href.is_empty() {
            return html! { li class="govuk-breadcrumbs__list-item" aria-current="page" { (self.content) } };
        }
        let link = Element::new("a").class("govuk-breadcrumbs__link").attribute("href", &self.href);
        html! {
            li class="govuk-breadcrumbs__list-item" { (link.attributes(&self.attributes).containing(&self.content)) }
        }
    }
}

impl Render for Breadcrumbs {
    fn render(&self) -> Markup {
        Element::new("nav")
            .class("govuk-breadcrumbs")
            .class(&self.classes)
            .class_if(self.collapse_on_mobile, "govuk-breadcrumbs--collapse-on-mobile")
            .attributes(&self.attributes)
            .attribute("aria-label", self.label_text.as_deref().unwrap_or("Breadcrumb"))
            .containing(html! { ol class="govuk-breadcrumbs__list" { @for item in &self.items { (item) } } })
    }
}
