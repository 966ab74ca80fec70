//! Text input.

use maud::{Markup, Render, html};
use serde::Deserialize;

use super::error_message::ErrorMessage;
use super::form_group::{FormGroup, Guidance};
use super::hint::Hint;
use super::label::Label;
use crate::base::attributes::Attributes;
use crate::base::content::Content;
use crate::base::element::Element;
use crate::base::lenient;

/// One line of text.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Input {
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
    #[serde(deserialize_with = "lenient::optional_text")]
    pub value: Option<String>,
    /// The input's type: `text` unless said otherwise.
    #[serde(rename = "type")]
    pub kind: String,
    /// Which keyboard a phone shows, for example `numeric`.
    pub inputmode: Option<String>,
    /// What the browser may fill in, as in WCAG 1.3.5, for example `given-name`.
    pub autocomplete: Option<String>,
    /// How a phone capitalises what is typed.
    pub autocapitalize: Option<String>,
    /// A pattern for validation by the browser. Validate on the server instead.
    pub pattern: Option<String>,
    /// Whether the browser checks spelling.
    pub spellcheck: Option<bool>,
    /// Shown, but not usable.
    pub disabled: bool,
    /// Ids of what else describes the field, parted by spaces.
    #[serde(deserialize_with = "lenient::text")]
    pub described_by: String,
    /// What stands before the field in one box with it, for example "£".
    pub prefix: Affix,
    /// What stands after the field in one box with it, for example "miles".
    pub suffix: Affix,
    /// The group round the field.
    pub form_group: FormGroup,
    /// The box round the field with its prefix and suffix.
    pub input_wrapper: InputWrapper,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

/// A prefix or suffix, hidden from screen readers: say it in the label too.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct Affix {
    /// What it says.
    #[serde(flatten)]
    pub content: Content,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

/// The box round an input with its prefix and suffix.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct InputWrapper {
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

impl Input {
    /// A text input; the name is the id too.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// Sets the width in characters: 2, 3, 4, 5, 10, 20 or 30.
    #[must_use]
    pub fn width(self, characters: u8) -> Self {
        self.class(&format!("govuk-input--width-{characters}"))
    }

    /// Asks for whole numbers: a number keyboard, no spelling check.
    #[must_use]
    pub fn numeric(mut self) -> Self {
        self.inputmode = Some("numeric".to_owned());
        self.spellcheck = Some(false);
        self
    }

    /// Asks for an e-mail address.
    #[must_use]
    pub fn email(mut self) -> Self {
        self.kind = "email".to_owned();
        self.spellcheck = Some(false);
        self.autocomplete = Some("email".to_owned());
        self
    }

    /// Asks for a telephone number.
    #[must_use]
    pub fn telephone(mut self) -> Self {
        self.kind = "tel".to_owned();
        self.autocomplete = Some("tel".to_owned());
        self
    }

    /// Puts a word or sign before the field.
    #[must_use]
    pub fn prefix(mut self, content: impl Into<Content>) -> Self {
        self.prefix.content = content.into();
        self
    }

    /// Puts a word or sign after the field.
    #[must_use]
    pub fn suffix(mut self, content: impl Into<Content>) -> Self {
        self.suffix.content = content.into();
        self
    }

    fn field(&self, id: &str, described_by: &str) -> Markup {
        Element::new("input")
            .class("govuk-input")
            .class(&self.classes)
            .class_if(self.error_message.is_some(), "govuk-input--error")
            .attribute("id", id)
            .attribute("name", &self.name)
            .attribute("type", if self.kind.is_empty() { "text" } else { &self.kind })
            .given("spellcheck", self.spellcheck)
            .given("value", self.value.as_ref())
            .flag("disabled", self.disabled)
            .filled("aria-describedby", described_by)
            .given("autocomplete", self.autocomplete.as_ref())
            .given("autocapitalize", self.autocapitalize.as_ref())
            .given("pattern", self.pattern.as_ref())
            .given("inputmode", self.inputmode.as_ref())
            .attributes(&self.attributes)
            .void()
    }
}

setters! { Input:
    /// Sets the element's id.
    id: String;
    /// Sets the answer so far.
    some value: String;
    /// Sets the input's type.
    kind: String;
    /// Sets which keyboard a phone shows.
    some inputmode: String;
    /// Sets what the browser may fill in.
    some autocomplete: String;
    /// Sets how a phone capitalises what is typed.
    some autocapitalize: String;
    /// Sets whether the browser checks spelling.
    some spellcheck: bool;
    /// Sets the ids of what else describes the field.
    described_by: String;
    /// Switches the field off.
    flag disabled;
}
styled!(Input);
guided!(Input);
labelled!(Input);

impl Affix {
    fn part(&self, class: &str) -> Markup {
        if self.content.is_empty() {
            return html! {};
        }
        Element::new("div")
            .class(class)
            .class(&self.classes)
            .attribute("aria-hidden", "true")
            .attributes(&self.attributes)
            .containing(&self.content)
    }
}

impl Render for Input {
    fn render(&self) -> Markup {
        let id = if self.id.is_empty() { &self.name } else { &self.id };
        let guidance = Guidance::new(id, &self.described_by, self.hint.as_ref(), self.error_message.as_ref());
        let field = self.field(id, &guidance.described_by);
        let around =
            [&self.prefix.content, &self.suffix.content, &self.form_group.before_input, &self.form_group.after_input];
        let field = if around.iter().all(|content| content.is_empty()) {
            field
        } else {
            Element::new("div")
                .class("govuk-input__wrapper")
                .class(&self.input_wrapper.classes)
                .attributes(&self.input_wrapper.attributes)
                .containing(html! {
                    (self.form_group.before_input)
                    (self.prefix.part("govuk-input__prefix"))
                    (field)
                    (self.suffix.part("govuk-input__suffix"))
                    (self.form_group.after_input)
                })
        };
        self.form_group
            .around(self.error_message.is_some(), html! { (self.label.for_field(id)) (guidance.markup) (field) })
    }
}
