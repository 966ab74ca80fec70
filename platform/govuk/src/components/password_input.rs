//! Password input.

use maud::{Markup, Render, html};
use serde::Deserialize;

use super::button::Button;
use super::error_message::ErrorMessage;
use super::form_group::FormGroup;
use super::hint::Hint;
use super::input::{Input, InputWrapper};
use super::label::Label;
use crate::base::attributes::Attributes;
use crate::base::element::joined;
use crate::base::lenient;
use crate::base::messages;

/// A password, with a button that shows it. Paste is allowed (WCAG 3.3.8).
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PasswordInput {
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
    /// The answer so far. Never send a password back.
    pub value: Option<String>,
    /// What the browser may fill in; `current-password` unless said otherwise.
    pub autocomplete: String,
    /// Shown, but not usable.
    pub disabled: bool,
    /// Ids of what else describes the field, parted by spaces.
    #[serde(deserialize_with = "lenient::text")]
    pub described_by: String,
    /// The group round the field.
    pub form_group: FormGroup,
    /// Extras of the button.
    pub button: PasswordButton,
    /// The button's word while the password is hidden; "Show" unless said otherwise.
    pub show_password_text: String,
    /// The button's word while the password is shown.
    pub hide_password_text: String,
    /// The button's name for screen readers while the password is hidden; "Show password" unless said otherwise.
    pub show_password_aria_label_text: String,
    /// The button's name for screen readers while the password is shown.
    pub hide_password_aria_label_text: String,
    /// Read out when the password is shown.
    pub password_shown_announcement_text: String,
    /// Read out when the password is hidden.
    pub password_hidden_announcement_text: String,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

/// Extras of the button that shows the password.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct PasswordButton {
    /// Extra classes.
    pub classes: String,
}

impl PasswordInput {
    /// A password that the person has.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// A password that the person makes up now.
    pub fn new_password(name: impl Into<String>) -> Self {
        Self { autocomplete: "new-password".to_owned(), ..Self::new(name) }
    }

    fn group_attributes(&self) -> Attributes {
        let mut out = Attributes::new().with("data-module", "govuk-password-input");
        messages::one(&mut out, "show-password", &self.show_password_text);
        messages::one(&mut out, "hide-password", &self.hide_password_text);
        messages::one(&mut out, "show-password-aria-label", &self.show_password_aria_label_text);
        messages::one(&mut out, "hide-password-aria-label", &self.hide_password_aria_label_text);
        messages::one(&mut out, "password-shown-announcement", &self.password_shown_announcement_text);
        messages::one(&mut out, "password-hidden-announcement", &self.password_hidden_announcement_text);
        out.extend(&self.form_group.attributes);
        out
    }

    fn toggle(&self, id: &str) -> Button {
        let or = |given: &str, standard: &str| if given.is_empty() { standard.to_owned() } else { given.to_owned() };
        let mut attributes = Attributes::new()
            .with("aria-controls", id)
            .with("aria-label", or(&self.show_password_aria_label_text, "Show password"));
        attributes.flag("hidden");
        let button =
            Button { kind: "button".to_owned(), attributes, ..Button::new(or(&self.show_password_text, "Show")) };
        let button = button.secondary().class("govuk-password-input__toggle govuk-js-password-input-toggle");
        button.class(&self.button.classes)
    }
}

setters! { PasswordInput:
    /// Sets the element's id.
    id: String;
    /// Sets what the browser may fill in.
    autocomplete: String;
    /// Sets the ids of what else describes the field.
    described_by: String;
}
styled!(PasswordInput);
guided!(PasswordInput);
labelled!(PasswordInput);

impl Render for PasswordInput {
    fn render(&self) -> Markup {
        let id = if self.id.is_empty() { &self.name } else { &self.id };
        let autocomplete = if self.autocomplete.is_empty() { "current-password" } else { &self.autocomplete };
        Input {
            name: self.name.clone(),
            id: id.clone(),
            label: self.label.clone(),
            hint: self.hint.clone(),
            error_message: self.error_message.clone(),
            value: self.value.clone(),
            kind: "password".to_owned(),
            spellcheck: Some(false),
            autocapitalize: Some("none".to_owned()),
            autocomplete: Some(autocomplete.to_owned()),
            disabled: self.disabled,
            described_by: self.described_by.clone(),
            form_group: FormGroup {
                before_input: self.form_group.before_input.clone(),
                after_input: html! { (self.toggle(id)) (self.form_group.after_input) }.into(),
                classes: joined("govuk-password-input", &self.form_group.classes),
                attributes: self.group_attributes(),
            },
            input_wrapper: InputWrapper {
                classes: "govuk-password-input__wrapper".to_owned(),
                ..InputWrapper::default()
            },
            classes: joined("govuk-password-input__input govuk-js-password-input-input", &self.classes),
            attributes: self.attributes.clone(),
            ..Input::default()
        }
        .render()
    }
}
