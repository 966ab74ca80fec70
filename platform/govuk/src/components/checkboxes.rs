//! Checkboxes.

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

/// Any number of choices from a few.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Checkboxes {
    /// The form field's name.
    pub name: String,
    /// What the ids start with; the name unless said otherwise. The first input's id is the prefix alone, so that an
    /// error summary can link to it.
    #[serde(deserialize_with = "lenient::text")]
    pub id_prefix: String,
    /// The choices and dividers.
    pub items: Items<CheckboxItem>,
    /// The values of the choices made so far.
    #[serde(deserialize_with = "lenient::texts")]
    pub values: Vec<String>,
    /// The question.
    pub fieldset: Option<Fieldset>,
    /// Ids of what else describes the choices, parted by spaces.
    #[serde(deserialize_with = "lenient::text")]
    pub described_by: String,
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
pub struct CheckboxItem {
    /// The value sent.
    #[serde(deserialize_with = "lenient::text")]
    pub value: String,
    /// What the choice says.
    #[serde(flatten)]
    pub content: Content,
    /// The input's id; made from the prefix and the item's place unless said otherwise.
    #[serde(deserialize_with = "lenient::text")]
    pub id: String,
    /// The input's name, where it differs from the component's.
    pub name: String,
    /// The hint beneath the choice, if any.
    pub hint: Option<Hint>,
    /// Extras of the choice's label.
    pub label: ChoiceLabel,
    /// What unfolds when the choice is made.
    pub conditional: Content,
    /// The word between two choices, for example "or". An item with a divider shows nothing else.
    pub divider: String,
    /// `exclusive` for "none of these": clears the others (needs JavaScript).
    pub behaviour: String,
    /// Chosen or not, whatever the component's values say.
    pub checked: Option<bool>,
    /// Shown, but not usable.
    pub disabled: bool,
    /// Extra attributes of the input.
    pub attributes: Attributes,
}

impl Checkboxes {
    /// Checkboxes; ids start with the name.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// One checkbox without a question, for example "I agree".
    pub fn single(name: impl Into<String>, value: impl Into<String>, content: impl Into<Content>) -> Self {
        Self::new(name).item(value, content)
    }

    /// Adds a choice.
    #[must_use]
    pub fn item(self, value: impl Into<String>, content: impl Into<Content>) -> Self {
        self.choice(CheckboxItem::new(value, content))
    }

    /// Adds a choice with its extras.
    #[must_use]
    pub fn choice(mut self, item: CheckboxItem) -> Self {
        self.items.push(item);
        self
    }

    /// Adds a word between two choices, for example "or".
    #[must_use]
    pub fn divider(self, word: impl Into<String>) -> Self {
        self.choice(CheckboxItem { divider: word.into(), ..CheckboxItem::default() })
    }

    /// Sets the choices made so far.
    #[must_use]
    pub fn values<V: Into<String>>(mut self, values: impl IntoIterator<Item = V>) -> Self {
        self.values = values.into_iter().map(Into::into).collect();
        self
    }

    /// The small size.
    #[must_use]
    pub fn small(self) -> Self {
        self.class("govuk-checkboxes--small")
    }

    fn place(&self, prefix: &str, number: usize, item: &CheckboxItem, described_by: &str) -> Markup {
        if !item.divider.is_empty() {
            return html! { div class="govuk-checkboxes__divider" { (item.divider) } };
        }
        let checked = item.checked.unwrap_or_else(|| self.values.contains(&item.value));
        choice::Choice {
            kind: "checkbox",
            block: "govuk-checkboxes",
            id: &choice::id(&item.id, prefix, number),
            name: if item.name.is_empty() { &self.name } else { &item.name },
            value: &item.value,
            checked,
            disabled: item.disabled,
            behaviour: &item.behaviour,
            described_by,
            content: &item.content,
            label: &item.label,
            hint: item.hint.as_ref(),
            conditional: &item.conditional,
            attributes: &item.attributes,
        }
        .render()
    }
}

impl CheckboxItem {
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

    /// Makes this the choice that clears all others.
    #[must_use]
    pub fn exclusive(mut self) -> Self {
        self.behaviour = "exclusive".to_owned();
        self
    }
}

setters! { Checkboxes:
    /// Sets what the ids start with.
    id_prefix: String;
    /// Sets the ids of what else describes the choices.
    described_by: String;
}
setters! { CheckboxItem:
    /// Sets the input's id.
    id: String;
    /// Sets the input's name.
    name: String;
    /// Sets what unfolds when the choice is made.
    conditional: Content;
    /// Sets whether the choice is made.
    some checked: bool;
    /// Switches the choice off.
    flag disabled;
}
styled!(Checkboxes);
guided!(Checkboxes);
legended!(Checkboxes);

impl Render for Checkboxes {
    fn render(&self) -> Markup {
        let prefix = if self.id_prefix.is_empty() { &self.name } else { &self.id_prefix };
        let fieldset = self.fieldset.as_ref();
        let outer = fieldset.map(|f| &f.described_by).filter(|ids| !ids.is_empty()).unwrap_or(&self.described_by);
        let guidance = Guidance::new(prefix, outer, self.hint.as_ref(), self.error_message.as_ref());
        let each = if fieldset.is_some() { "" } else { &guidance.described_by };
        let items = html! { @for (number, item) in self.items.numbered() { (self.place(prefix, number, item, each)) } };
        let inputs = Element::new("div")
            .class("govuk-checkboxes")
            .class(&self.classes)
            .attributes(&self.attributes)
            .attribute("data-module", "govuk-checkboxes");
        grouped(&self.form_group, fieldset, "", guidance, self.error_message.is_some(), inputs, items)
    }
}
