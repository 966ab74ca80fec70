//! Tabs.

use maud::{Markup, Render, html};
use serde::Deserialize;

use crate::base::attributes::Attributes;
use crate::base::content::Content;
use crate::base::element::Element;
use crate::base::items::Items;
use crate::base::lenient;

/// Sections of which one is shown at a time. Without JavaScript they all stand one after another.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Tabs {
    /// The sections.
    pub items: Items<Tab>,
    /// What the ids start with, where a section has none of its own.
    pub id_prefix: String,
    /// The element's id.
    #[serde(deserialize_with = "lenient::text")]
    pub id: String,
    /// The heading without JavaScript; "Contents" unless said otherwise.
    #[serde(deserialize_with = "lenient::optional_text")]
    pub title: Option<String>,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

/// One section.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Tab {
    /// The tab's word.
    pub label: String,
    /// The section's id; made from the prefix and the place unless said otherwise.
    pub id: String,
    /// The section.
    pub panel: TabPanel,
    /// Extra attributes of the tab.
    pub attributes: Attributes,
}

/// The section of a tab.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct TabPanel {
    /// What it says.
    #[serde(flatten)]
    pub content: Content,
    /// Extra attributes.
    pub attributes: Attributes,
}

impl Tabs {
    /// No sections yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a section.
    #[must_use]
    pub fn tab(mut self, id: impl Into<String>, label: impl Into<String>, content: impl Into<Content>) -> Self {
        let panel = TabPanel { content: content.into(), ..TabPanel::default() };
        self.items.push(Tab { label: label.into(), id: id.into(), panel, ..Tab::default() });
        self
    }

    fn panel_id(&self, number: usize, tab: &Tab) -> String {
        if tab.id.is_empty() { format!("{}-{number}", self.id_prefix) } else { tab.id.clone() }
    }

    fn tab_of(&self, number: usize, tab: &Tab) -> Markup {
        let link = Element::new("a")
            .class("govuk-tabs__tab")
            .attribute("href", &format!("#{}", self.panel_id(number, tab)))
            .attributes(&tab.attributes);
        Element::new("li")
            .class("govuk-tabs__list-item")
            .class_if(number == 1, "govuk-tabs__list-item--selected")
            .containing(link.containing(&tab.label))
    }

    fn panel_of(&self, number: usize, tab: &Tab) -> Markup {
        let content = &tab.panel.content;
        Element::new("div")
            .class("govuk-tabs__panel")
            .class_if(number > 1, "govuk-tabs__panel--hidden")
            .attribute("id", &self.panel_id(number, tab))
            .attributes(&tab.panel.attributes)
            .containing(html! {
                @if content.is_html() { (content) }
                @else if !content.is_empty() { p class="govuk-body" { (content) } }
            })
    }
}

setters! { Tabs:
    /// Sets the heading without JavaScript.
    some title: String;
}
styled!(Tabs);

impl Render for Tabs {
    fn render(&self) -> Markup {
        Element::new("div")
            .filled("id", &self.id)
            .class("govuk-tabs")
            .class(&self.classes)
            .attributes(&self.attributes)
            .attribute("data-module", "govuk-tabs")
            .containing(html! {
                h2 class="govuk-tabs__title" { (self.title.as_deref().unwrap_or("Contents")) }
                @if !self.items.is_empty() {
                    ul class="govuk-tabs__list" {
                        @for (number, tab) in self.items.numbered() { (self.tab_of(number, tab)) }
                    }
                    @for (number, tab) in self.items.numbered() { (self.panel_of(number, tab)) }
                }
            })
    }
}
