//! Accordion.

use maud::{Markup, Render, html};
use serde::Deserialize;

use crate::base::attributes::Attributes;
use crate::base::content::Content;
use crate::base::element::Element;
use crate::base::items::Items;
use crate::base::lenient;
use crate::base::messages;

/// Sections that fold away. Without JavaScript they all stand open.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Accordion {
    /// The element's id, which the sections' ids start with.
    pub id: String,
    /// The sections.
    pub items: Items<AccordionSection>,
    /// 1 to 6; 2 unless said otherwise.
    pub heading_level: Option<u8>,
    /// Whether the browser remembers which sections stand open; it does unless said otherwise.
    pub remember_expanded: Option<bool>,
    /// The button that folds all away.
    pub hide_all_sections_text: String,
    /// The button that folds one away.
    pub hide_section_text: String,
    /// Read out after it.
    pub hide_section_aria_label_text: String,
    /// The button that opens all.
    pub show_all_sections_text: String,
    /// The button that opens one.
    pub show_section_text: String,
    /// Read out after it.
    pub show_section_aria_label_text: String,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

/// One section.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct AccordionSection {
    /// The heading.
    pub heading: Content,
    /// A line beneath the heading, if any.
    pub summary: Content,
    /// What folds away.
    pub content: Content,
    /// Whether it starts open.
    pub expanded: bool,
}

impl Accordion {
    /// An accordion with its id.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), ..Self::default() }
    }

    /// Adds a section.
    #[must_use]
    pub fn section(mut self, heading: impl Into<Content>, content: impl Into<Content>) -> Self {
        let section =
            AccordionSection { heading: heading.into(), content: content.into(), ..AccordionSection::default() };
        self.items.push(section);
        self
    }

    fn place(&self, number: usize, section: &AccordionSection) -> Markup {
        let id = &self.id;
        let heading = html! {
            span class="govuk-accordion__section-button" id={ (id) "-heading-" (number) } { (section.heading) }
        };
        Element::new("div")
            .class("govuk-accordion__section")
            .class_if(section.expanded, "govuk-accordion__section--expanded")
            .containing(html! {
                div class="govuk-accordion__section-header" {
                    (Element::heading(self.heading_level.filter(|level| *level > 0).unwrap_or(2))
                        .class("govuk-accordion__section-heading")
                        .containing(heading))
                    @if !section.summary.is_empty() {
                        div class="govuk-accordion__section-summary govuk-body" id={ (id) "-summary-" (number) } {
                            (section.summary)
                        }
                    }
                }
                div id={ (id) "-content-" (number) } class="govuk-accordion__section-content" {
                    @if section.content.is_html() { (section.content) }
                    @else if !section.content.is_empty() { p class="govuk-body" { (section.content) } }
                }
            })
    }
}

styled!(Accordion);

impl Render for Accordion {
    fn render(&self) -> Markup {
        let mut words = Attributes::new();
        messages::one(&mut words, "hide-all-sections", &self.hide_all_sections_text);
        messages::one(&mut words, "hide-section", &self.hide_section_text);
        messages::one(&mut words, "hide-section-aria-label", &self.hide_section_aria_label_text);
        messages::one(&mut words, "show-all-sections", &self.show_all_sections_text);
        messages::one(&mut words, "show-section", &self.show_section_text);
        messages::one(&mut words, "show-section-aria-label", &self.show_section_aria_label_text);
        Element::new("div")
            .class("govuk-accordion")
            .class(&self.classes)
            .attribute("data-module", "govuk-accordion")
            .attribute("id", &self.id)
            .attributes(&words)
            .given("data-remember-expanded", self.remember_expanded)
            .attributes(&self.attributes)
            .containing(html! {
                @for (number, section) in self.items.numbered() { (self.place(number, section)) }
            })
    }
}
