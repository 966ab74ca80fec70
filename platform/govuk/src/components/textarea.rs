//! Textarea.

use maud::{Markup, Render, html};
use serde::Deserialize;

use super::error_message::ErrorMessage;
use super::form_group::{FormGroup, Guidance};
use super::hint::Hint;
use super::label::Label;
use crate::base::attributes::Attributes;
use crate::base::element::Element;
use crate::base::lenient;

/// More than one line of text.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Textarea {
    /// The form field's name.
    pub name: String,
    /// The element's id; the name unless said otherwise.
    #[serde(deserialize_with = "lenient::text")]
    pub id: String,
    /// The label.
    pub label: Label,
    /// The hint, if any.
    pub hint: Option<Hint>,
    /// The error message, if the answer has a fault.
    pub error_message: Option<ErrorMessage>,
    /// The answer so far.
    #[serde(deserialize_with = "lenient::text")]
    pub value: String,
    /// Height in lines; 5 unless said otherwise.
    pub rows: Option<u32>,
    /// Whether the browser checks spelling.
    pub spellcheck: Option<bool>,
    /// What the browser may fill in, as in WCAG 1.3.5.
    pub autocomplete: String,
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

impl Textarea {
    /// A textarea; the name is the id too.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

setters! { Textarea:
    /// Sets the element's id.
    id: String;
    /// Sets the answer so far.
    value: String;
    /// Sets the height in lines.
    some rows: u32;
    /// Sets whether the browser checks spelling.
    some spellcheck: bool;
    /// Sets what the browser may fill in.
    autocomplete: String;
    /// Sets the ids of what else describes the field.
    described_by: String;
    /// Switches the field off.
    flag disabled;
}
styled!(Textarea);
guided!(Textarea);
labelled!(Textarea);

impl Render for Textarea {
    fn render(&self) -> Markup {
        let id = if self.id.is_empty() { &self.name } else { &self.id };
        let has_error = self.error_message.is_some();
        let guidance = Guidance::new(id, &self.described_by, self.hint.as_ref(), self.error_message.as_ref());
        let rows = self.rows.filter(|rows| *rows > 0).unwrap_or(5);
        // A parser drops the first line break of a textarea, so one that belongs to the answer is doubled.
        let value = if self.value.starts_with('\n') { format!("\n{}", self.value) } else { self.value.clone() };
        let field = Element::new("textarea")
            .class("govuk-textarea")
            .class_if(has_error, "govuk-textarea--error")
            .class(&self.classes)
            .attribute("id", id)
            .attribute("name", &self.name)
            .attribute("rows", &rows.to_string())
            .given("spellcheck", self.spellcheck)
            .flag("disabled", self.disabled)
            .filled("aria-describedby", &guidance.described_by)
            .filled("autocomplete", &self.autocomplete)
            .attributes(&self.attributes)
            .containing(value);
        let FormGroup { before_input, after_input, .. } = &self.form_group;
        self.form_group.around(
            has_error,
            html! { (self.label.for_field(id)) (guidance.markup) (before_input) (field) (after_input) },
        )
    }
}
