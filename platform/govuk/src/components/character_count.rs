//! Character count.

use maud::{Markup, Render, html};
use serde::Deserialize;

use super::error_message::ErrorMessage;
use super::form_group::FormGroup;
use super::hint::Hint;
use super::label::Label;
use super::textarea::Textarea;
use crate::base::attributes::Attributes;
use crate::base::element::joined;
use crate::base::lenient;
use crate::base::messages::{self, Plurals};

/// A textarea that says how much room is left. The server checks the limit too.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CharacterCount {
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
    /// The limit in characters.
    pub maxlength: Option<u32>,
    /// The limit in words; stronger than `maxlength`. The package now prefers `maxlength` with a `count_type`.
    pub maxwords: Option<u32>,
    /// The share of the limit, in percent, from which the count is shown.
    pub threshold: Option<u32>,
    /// What is counted, where it does not follow from the limit: `words` or `characters`.
    pub count_type: String,
    /// Whether the browser checks spelling.
    pub spellcheck: Option<bool>,
    /// The group round the field.
    pub form_group: FormGroup,
    /// Extras of the message beneath the field.
    pub count_message: CountMessage,
    /// The message without JavaScript, with `%{count}` for the limit.
    pub textarea_description_text: String,
    /// Characters left, by plural form.
    pub characters_under_limit_text: Plurals,
    /// No characters left.
    pub characters_at_limit_text: String,
    /// Characters too many, by plural form.
    pub characters_over_limit_text: Plurals,
    /// Words left, by plural form.
    pub words_under_limit_text: Plurals,
    /// No words left.
    pub words_at_limit_text: String,
    /// Words too many, by plural form.
    pub words_over_limit_text: Plurals,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

/// Extras of the message beneath the field.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct CountMessage {
    /// Extra classes.
    pub classes: String,
}

impl CharacterCount {
    /// A textarea with a limit in characters.
    pub fn characters(name: impl Into<String>, limit: u32) -> Self {
        Self { name: name.into(), maxlength: Some(limit), ..Self::default() }
    }

    /// A textarea with a limit in words.
    pub fn words(name: impl Into<String>, limit: u32) -> Self {
        Self { name: name.into(), maxlength: Some(limit), count_type: "words".to_owned(), ..Self::default() }
    }

    fn limit(&self) -> Option<u32> {
        self.maxwords.filter(|n| *n > 0).or(self.maxlength.filter(|n| *n > 0))
    }

    fn count_type(&self) -> &str {
        match (self.count_type.as_str(), self.maxwords) {
            ("", Some(_)) => "words",
            (given, _) => given,
        }
    }

    fn group_attributes(&self) -> Attributes {
        let mut out = Attributes::new().with("data-module", "govuk-character-count");
        let numbers =
            [("data-maxlength", self.maxlength), ("data-maxwords", self.maxwords), ("data-threshold", self.threshold)];
        for (name, number) in numbers {
            if let Some(number) = number {
                out.set(name, number.to_string());
            }
        }
        if !self.count_type().is_empty() {
            out.set("data-count-type", self.count_type());
        }
        if self.limit().is_none() {
            messages::one(&mut out, "textarea-description.other", &self.textarea_description_text);
        }
        messages::several(&mut out, "characters-under-limit", &self.characters_under_limit_text);
        messages::one(&mut out, "characters-at-limit", &self.characters_at_limit_text);
        messages::several(&mut out, "characters-over-limit", &self.characters_over_limit_text);
        messages::several(&mut out, "words-under-limit", &self.words_under_limit_text);
        messages::one(&mut out, "words-at-limit", &self.words_at_limit_text);
        messages::several(&mut out, "words-over-limit", &self.words_over_limit_text);
        out.extend(&self.form_group.attributes);
        out
    }

    fn message(&self, id: &str) -> Markup {
        let unit = if self.count_type() == "words" { "words" } else { "characters" };
        let standard = format!("You can enter up to %{{count}} {unit}");
        let words = if self.textarea_description_text.is_empty() { &standard } else { &self.textarea_description_text };
        let text = self.limit().map(|limit| words.replace("%{count}", &limit.to_string())).unwrap_or_default();
        let message = Hint::new(text).id(format!("{id}-info")).class("govuk-character-count__message");
        html! {
            (message.class(&self.count_message.classes))
            (self.form_group.after_input)
        }
    }
}

setters! { CharacterCount:
    /// Sets the element's id.
    id: String;
    /// Sets the answer so far.
    value: String;
    /// Sets the height in lines.
    some rows: u32;
    /// Sets the share of the limit, in percent, from which the count is shown.
    some threshold: u32;
    /// Sets whether the browser checks spelling.
    some spellcheck: bool;
}
styled!(CharacterCount);
guided!(CharacterCount);
labelled!(CharacterCount);

impl Render for CharacterCount {
    fn render(&self) -> Markup {
        let id = if self.id.is_empty() { &self.name } else { &self.id };
        Textarea {
            name: self.name.clone(),
            id: id.clone(),
            described_by: format!("{id}-info"),
            rows: self.rows,
            spellcheck: self.spellcheck,
            value: self.value.clone(),
            label: self.label.clone(),
            hint: self.hint.clone(),
            error_message: self.error_message.clone(),
            form_group: FormGroup {
                before_input: self.form_group.before_input.clone(),
                after_input: self.message(id).into(),
                classes: joined("govuk-character-count", &self.form_group.classes),
                attributes: self.group_attributes(),
            },
            classes: joined("govuk-js-character-count", &self.classes),
            attributes: self.attributes.clone(),
            ..Textarea::default()
        }
        .render()
    }
}
