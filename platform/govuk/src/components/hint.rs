//! Hint beneath a label.

use maud::{Markup, Render};
use serde::Deserialize;

use crate::base::attributes::Attributes;
use crate::base::content::Content;
use crate::base::element::Element;
use crate::base::lenient;

/// Help that most people need to answer a question.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Hint {
    /// What the hint says.
    #[serde(flatten)]
    pub content: Content,
    /// The element's id; form components fill this in themselves.
    #[serde(deserialize_with = "lenient::text")]
    pub id: String,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

impl Hint {
    /// A hint.
    pub fn new(content: impl Into<Content>) -> Self {
        Self { content: content.into(), ..Self::default() }
    }

    /// The same hint under another id.
    pub(crate) fn with_id(&self, id: &str) -> Self {
        Self { id: id.to_owned(), ..self.clone() }
    }
}

setters! { Hint:
    /// Sets the element's id.
    id: String;
}
styled!(Hint);

impl<T: Into<Content>> From<T> for Hint {
    fn from(content: T) -> Self {
        Self::new(content)
    }
}

impl Render for Hint {
    fn render(&self) -> Markup {
        Element::new("div")
            .filled("id", &self.id)
            .class("govuk-hint")
            .class(&self.classes)
            .attributes(&self.attributes)
            .containing(&self.content)
    }
}
