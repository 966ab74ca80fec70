//! Select.

use maud::{Markup, Render, html};
use serde::Deserialize;

use super::error_message::ErrorMessage;
use super::form_group::{FormGroup, Guidance};
use super::hint::Hint;
use super::label::Label;
use crate::base::attributes::Attributes;
use crate::base::element::Element;
use crate::base::items::Items;
use crate::base::lenient;

/// One choice from a list that folds away. Prefer radios.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Select {
    /// The form field's name.
    pub name: String,
    /// The element's id; the name unless said otherwise.
    #[serde(deserialize_with = "lenient::text")]
    pub id: String,
    /// The choices.
    pub items: Items<SelectItem>,
    /// The value of the choice made so far; empty for none.
    #[serde(deserialize_with = "lenient::text")]
    pub value: String,
    /// The label.
    pub label: Label,
    /// The hint, if any.
    pub hint: Option<Hint>,
    /// The error message, if the answer has a fault.
    pub error_message: Option<ErrorMessage>,
    /// Shown, but not usable.
    pub disabled: bool,
    /// Ids of what else describes the field, parted by spaces.
    #[serde(deserialize_with = "lenient::text")]
    pub described_by: String,
    /// The group round the field.
    pub form_group: FormGroup,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

/// One choice of a select.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct SelectItem {
    /// The value sent; the text itself when there is none.
    #[serde(deserialize_with = "lenient::optional_text")]
    pub value: Option<String>,
    /// What the person reads.
    #[serde(deserialize_with = "lenient::text")]
    pub text: String,
    /// Chosen or not, whatever the select's value says.
    pub selected: Option<bool>,
    /// Shown, but not usable.
    pub disabled: bool,
    /// Extra attributes.
    pub attributes: Attributes,
}

impl Select {
    /// A select; the name is the id too.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// Adds a choice.
    #[must_use]
    pub fn item(mut self, value: impl Into<String>, text: impl Into<String>) -> Self {
        self.items.push(SelectItem::new(value, text));
        self
    }

    /// Adds choices.
    #[must_use]
    pub fn items(mut self, items: impl IntoIterator<Item = SelectItem>) -> Self {
        self.items.extend(items);
        self
    }

    fn option(&self, item: &SelectItem) -> Markup {
        let is_the_value = !self.value.is_empty() && *item.value.as_ref().unwrap_or(&item.text) == self.value;
        Element::new("option")
            .given("value", item.value.as_ref())
            .flag("selected", item.selected.unwrap_or(is_the_value))
            .flag("disabled", item.disabled)
            .attributes(&item.attributes)
            .containing(&item.text)
    }
}

impl SelectItem {
    /// A choice.
    pub fn new(value: impl Into<String>, text: impl Into<String>) -> Self {
        Self { value: Some(value.into()), text: text.into(), ..Self::default() }
    }
}

setters! { Select:
    /// Sets the element's id.
    id: String;
    /// Sets the choice made so far.
    value: String;
    /// Sets the ids of what else describes the field.
    described_by: String;
    /// Switches the field off.
    flag disabled;
}
styled!(Select);
guided!(Select);
labelled!(Select);

impl Render for Select {
    fn render(&self) -> Markup {
        let id = if self.id.is_empty() { &self.name } else { &self.id };
        let has_error = self.error_message.is_some();
        let guidance = Guidance::new(id, &self.described_by, self.hint.as_ref(), self.error_message.as_ref());
        let field = Element::new("select")
            .class("govuk-select")
            .class(&self.classes)
            .class_if(has_error, "govuk-select--error")
            .attribute("id", id)
            .attribute("name", &self.name)
            .flag("disabled", self.disabled)
            .filled("aria-describedby", &guidance.described_by)
            .attributes(&self.attributes)
            .containing(html! { @for item in self.items.iter() { (self.option(item)) } });
        let FormGroup { before_input, after_input, .. } = &self.form_group;
        self.form_group.around(
            has_error,
            html! { (self.label.for_field(id)) (guidance.markup) (before_input) (field) (after_input) },
        )
    }
}
