//! Radios.

use maud::{Markup, Render, html};
use serde::Deserialize;

use super::choice::{self, ChoiceLabel};
use super::error_message::ErrorMessage;
use super::fieldset::Fieldset;
use super::form_group::{FormGroup, Guidance, grouped};
use super::hint::Hint;
use crate::base::attributes::Attributes;
use crate::base::content::Content;
use crate::base::element::Element;
use crate::base::items::Items;
use crate::base::lenient;

/// One choice from a few.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Radios {
    /// The form field's name.
    pub name: String,
    /// What the ids start with; the name unless said otherwise. The first input's id is the prefix alone, so that an
    /// error summary can link to it.
    #[serde(deserialize_with = "lenient::text")]
    pub id_prefix: String,
    /// The choices and dividers.
    pub items: Items<RadioItem>,
    /// The value of the choice made so far; empty for none.
    #[serde(deserialize_with = "lenient::text")]
    pub value: String,
    /// The question.
    pub fieldset: Option<Fieldset>,
    /// The hint, if any.
    pub hint: Option<Hint>,
    /// The error message, if the answer has a fault.
    pub error_message: Option<ErrorMessage>,
    /// The group round the choices.
    pub form_group: FormGroup,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

/// One choice, or the word between two choices.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct RadioItem {
    /// The value sent.
    #[serde(deserialize_with = "lenient::text")]
    pub value: String,
    /// What the choice says.
    #[serde(flatten)]
    pub content: Content,
    /// The input's id; made from the prefix and the item's place unless said otherwise.
    #[serde(deserialize_with = "lenient::text")]
    pub id: String,
    /// The hint beneath the choice, if any.
    pub hint: Option<Hint>,
    /// Extras of the choice's label.
    pub label: ChoiceLabel,
    /// What unfolds when the choice is made.
    pub conditional: Content,
    /// The word between two choices, for example "or". An item with a divider shows nothing else.
    pub divider: String,
    /// Chosen or not, whatever the component's value says.
    pub checked: Option<bool>,
    /// Shown, but not usable.
    pub disabled: bool,
    /// Extra attributes of the input.
    pub attributes: Attributes,
}

impl Radios {
    /// Radios; ids start with the name.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// Adds a choice.
    #[must_use]
    pub fn item(self, value: impl Into<String>, content: impl Into<Content>) -> Self {
        self.choice(RadioItem::new(value, content))
    }

    /// Adds a choice with its extras.
    #[must_use]
    pub fn choice(mut self, item: RadioItem) -> Self {
        self.items.push(item);
        self
    }

    /// Adds a word between two choices, for example "or".
    #[must_use]
    pub fn divider(self, word: impl Into<String>) -> Self {
        self.choice(RadioItem { divider: word.into(), ..RadioItem::default() })
    }

    /// Puts short choices side by side.
    #[must_use]
    pub fn inline(self) -> Self {
        self.class("govuk-radios--inline")
    }

    /// The small size.
    #[must_use]
    pub fn small(self) -> Self {
        self.class("govuk-radios--small")
    }

    fn place(&self, prefix: &str, number: usize, item: &RadioItem) -> Markup {
        if !item.divider.is_empty() {
            return html! { div class="govuk-radios__divider" { (item.divider) } };
        }
        let is_the_value = !self.value.is_empty() && item.value == self.value;
        let checked = item.checked.unwrap_or(is_the_value);
        choice::Choice {
            kind: "radio",
            block: "govuk-radios",
            id: &choice::id(&item.id, prefix, number),
            name: &self.name,
            value: &item.value,
            checked,
            disabled: item.disabled,
            behaviour: "",
            described_by: "",
            content: &item.content,
            label: &item.label,
            hint: item.hint.as_ref(),
            conditional: &item.conditional,
            attributes: &item.attributes,
        }
        .render()
    }
}

impl RadioItem {
    /// A choice.
    pub fn new(value: impl Into<String>, content: impl Into<Content>) -> Self {
        Self { value: value.into(), content: content.into(), ..Self::default() }
    }

    /// Sets the hint beneath the choice.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Hint>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

setters! { Radios:
    /// Sets what the ids start with.
    id_prefix: String;
    /// Sets the choice made so far.
    value: String;
}
setters! { RadioItem:
    /// Sets the input's id.
    id: String;
    /// Sets what unfolds when the choice is made.
    conditional: Content;
    /// Sets whether the choice is made.
    some checked: bool;
    /// Switches the choice off.
    flag disabled;
}
styled!(Radios);
guided!(Radios);
legended!(Radios);

impl Render for Radios {
    fn render(&self) -> Markup {
        let prefix = if self.id_prefix.is_empty() { &self.name } else { &self.id_prefix };
        let outer = self.fieldset.as_ref().map_or("", |fieldset| &fieldset.described_by);
        let guidance = Guidance::new(prefix, outer, self.hint.as_ref(), self.error_message.as_ref());
        let inputs = Element::new("div")
            .class("govuk-radios")
            .class(&self.classes)
            .attributes(&self.attributes)
            .attribute("data-module", "govuk-radios");
        let items = html! { @for (number, item) in self.items.numbered() { (self.place(prefix, number, item)) } };
        let has_error = self.error_message.is_some();
        grouped(&self.form_group, self.fieldset.as_ref(), "", guidance, has_error, inputs, items)
    }
}
