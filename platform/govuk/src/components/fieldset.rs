//! Fieldset with its legend.

use maud::{Markup, Render, html};
use serde::Deserialize;

use crate::base::attributes::Attributes;
use crate::base::content::Content;
use crate::base::element::{Element, add_class};
use crate::base::lenient;

/// A group of fields under one question.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Fieldset {
    /// The question.
    pub legend: Legend,
    /// The fields.
    #[serde(flatten)]
    pub content: Content,
    /// Ids of what describes the group, parted by spaces.
    #[serde(deserialize_with = "lenient::text")]
    pub described_by: String,
    /// ARIA role, where the element's own will not do.
    pub role: String,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

/// The question of a fieldset. Shows nothing when it has no content.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Legend {
    /// What the legend says.
    #[serde(flatten)]
    pub content: Content,
    /// Whether the legend is also the page's `h1`.
    pub is_page_heading: bool,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
}

impl Fieldset {
    /// A fieldset with its legend and no fields yet.
    pub fn new(legend: impl Into<Legend>) -> Self {
        Self { legend: legend.into(), ..Self::default() }
    }

    /// Puts the fields in.
    #[must_use]
    pub fn containing(mut self, fields: impl Into<Content>) -> Self {
        self.content = fields.into();
        self
    }
}

impl Legend {
    /// A legend in the size of a label.
    pub fn new(content: impl Into<Content>) -> Self {
        Self { content: content.into(), ..Self::default() }
    }

    /// Makes the legend the page's heading, in the large size.
    #[must_use]
    pub fn page_heading(mut self) -> Self {
        self.is_page_heading = true;
        self.class("govuk-fieldset__legend--l")
    }

    /// The medium size, for one of several groups on a page.
    #[must_use]
    pub fn medium(self) -> Self {
        self.class("govuk-fieldset__legend--m")
    }

    /// The small size, for one of several groups on a page.
    #[must_use]
    pub fn small(self) -> Self {
        self.class("govuk-fieldset__legend--s")
    }

    /// Adds classes, parted by spaces.
    #[must_use]
    pub fn class(mut self, classes: &str) -> Self {
        add_class(&mut self.classes, classes);
        self
    }
}

setters! { Fieldset:
    /// Sets the ids of what describes the group.
    described_by: String;
    /// Sets the ARIA role.
    role: String;
}
styled!(Fieldset);

impl<T: Into<Content>> From<T> for Legend {
    fn from(content: T) -> Self {
        Self::new(content)
    }
}

impl Render for Legend {
    fn render(&self) -> Markup {
        if self.content.is_empty() {
            return html! {};
        }
        Element::new("legend").class("govuk-fieldset__legend").class(&self.classes).containing(html! {
            @if self.is_page_heading { h1 class="govuk-fieldset__heading" { (self.content) } }
            @else { (self.content) }
        })
    }
}

impl Render for Fieldset {
    fn render(&self) -> Markup {
        Element::new("fieldset")
            .class("govuk-fieldset")
            .class(&self.classes)
            .filled("role", &self.role)
            .filled("aria-describedby", &self.described_by)
            .attributes(&self.attributes)
            .containing(html! { (self.legend) (self.content) })
    }
}
