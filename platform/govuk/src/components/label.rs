//! Label of a form field.

use maud::{Markup, Render, html};
use serde::Deserialize;

use crate::base::attributes::Attributes;
use crate::base::content::Content;
use crate::base::element::Element;
use crate::base::lenient;

/// A label. Shows nothing when it has no content.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Label {
    /// What the label says.
    #[serde(flatten)]
    pub content: Content,
    /// The id of the field it labels; form components fill this in themselves.
    #[serde(rename = "for")]
    pub for_id: String,
    /// Whether the label is also the page's `h1`.
    pub is_page_heading: bool,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

impl Label {
    /// A label.
    pub fn new(content: impl Into<Content>) -> Self {
        Self { content: content.into(), ..Self::default() }
    }

    /// Makes the label the page's heading, in the large size.
    #[must_use]
    pub fn page_heading(mut self) -> Self {
        self.is_page_heading = true;
        self.class("govuk-label--l")
    }

    /// Shows the label only to screen readers.
    #[must_use]
    pub fn visually_hidden(self) -> Self {
        self.class("govuk-visually-hidden")
    }

    /// The same label for another field.
    pub(crate) fn for_field(&self, id: &str) -> Self {
        Self { for_id: id.to_owned(), ..self.clone() }
    }
}

setters! { Label:
    /// Sets the id of the field it labels.
    for_id: String;
}
styled!(Label);

impl<T: Into<Content>> From<T> for Label {
    fn from(content: T) -> Self {
        Self::new(content)
    }
}

impl Render for Label {
    fn render(&self) -> Markup {
        if self.content.is_empty() {
            return html! {};
        }
        let label = Element::new("label")
            .class("govuk-label")
            .class(&self.classes)
            .attributes(&self.attributes)
            .filled("for", &self.for_id)
            .containing(&self.content);
        html! {
            @if self.is_page_heading { h1 class="govuk-label-wrapper" { (label) } } @else { (label) }
        }
    }
}
