//! Error message beside the field it is about.

use maud::{Markup, Render, html};
use serde::Deserialize;

use crate::base::attributes::Attributes;
use crate::base::content::Content;
use crate::base::element::Element;
use crate::base::lenient;

/// What is wrong with an answer, and how to put it right.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct ErrorMessage {
    /// What the message says.
    #[serde(flatten)]
    pub content: Content,
    /// The element's id; form components fill this in themselves.
    #[serde(deserialize_with = "lenient::text")]
    pub id: String,
    /// The word read out before the message: "Error" unless said otherwise; empty for none.
    #[serde(deserialize_with = "lenient::optional_text")]
    pub visually_hidden_text: Option<String>,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

impl ErrorMessage {
    /// An error message.
    pub fn new(content: impl Into<Content>) -> Self {
        Self { content: content.into(), ..Self::default() }
    }

    /// The same message under another id.
    pub(crate) fn with_id(&self, id: &str) -> Self {
        Self { id: id.to_owned(), ..self.clone() }
    }
}

setters! { ErrorMessage:
    /// Sets the element's id.
    id: String;
    /// Sets the word read out before the message.
    some visually_hidden_text: String;
}
styled!(ErrorMessage);

impl<T: Into<Content>> From<T> for ErrorMessage {
    fn from(content: T) -> Self {
        Self::new(content)
    }
}

impl Render for ErrorMessage {
    fn render(&self) -> Markup {
        let prefix = self.visually_hidden_text.as_deref().unwrap_or("Error");
        Element::new("p")
            .filled("id", &self.id)
            .class("govuk-error-message")
            .class(&self.classes)
            .attributes(&self.attributes)
            .containing(html! {
                @if !prefix.is_empty() { span class="govuk-visually-hidden" { (prefix) ":" } " " }
                (self.content)
            })
    }
}
