//! Tag.

use maud::{Markup, Render};
use serde::Deserialize;

use crate::base::attributes::Attributes;
use crate::base::content::Content;
use crate::base::element::Element;
use crate::base::lenient;

/// A status in a word. The word carries the meaning; the colour only helps.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Tag {
    /// The status.
    #[serde(flatten)]
    pub content: Content,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

/// The design system's colours of a tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TagColour {
    /// Inactive, not started.
    Grey,
    /// Done, in good time.
    Green,
    /// New, under way.
    Teal,
    /// Sent, waiting: the colour of a tag that sets none.
    Standard,
    /// Received.
    Purple,
    /// Needs attention.
    Magenta,
    /// Late, rejected.
    Red,
    /// Soon due.
    Orange,
    /// Delayed.
    Yellow,
}

impl Tag {
    /// A tag.
    pub fn new(content: impl Into<Content>) -> Self {
        Self { content: content.into(), ..Self::default() }
    }

    /// Sets the colour.
    #[must_use]
    pub fn colour(self, colour: TagColour) -> Self {
        self.class(match colour {
            TagColour::Grey => "govuk-tag--grey",
            TagColour::Green => "govuk-tag--green",
            TagColour::Teal => "govuk-tag--teal",
            TagColour::Standard => "",
            TagColour::Purple => "govuk-tag--purple",
            TagColour::Magenta => "govuk-tag--magenta",
            TagColour::Red => "govuk-tag--red",
            TagColour::Orange => "govuk-tag--orange",
            TagColour::Yellow => "govuk-tag--yellow",
        })
    }
}

styled!(Tag);

impl Render for Tag {
    fn render(&self) -> Markup {
        let tag = Element::new("strong").class("govuk-tag").class(&self.classes).attributes(&self.attributes);
        tag.containing(&self.content)
    }
}
