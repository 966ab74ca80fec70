//! Date input: day, month and year.

use std::collections::BTreeMap;

use maud::{Markup, Render, html};
use serde::{Deserialize, Deserializer};

use super::error_message::ErrorMessage;
use super::fieldset::Fieldset;
use super::form_group::{FormGroup, Guidance, grouped};
use super::hint::Hint;
use super::input::Input;
use super::label::Label;
use crate::base::attributes::Attributes;
use crate::base::element::Element;
use crate::base::items::Items;
use crate::base::lenient::{self, Scalar};

/// A date that people know or can look up, typed in parts.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct DateInput {
    /// What the ids start with.
    pub id: String,
    /// What the parts' names start with, parted from them by a hyphen.
    pub name_prefix: String,
    /// The parts in order, where day, month and year will not do.
    pub items: Items<DateInputItem>,
    /// The day.
    pub day: DatePart,
    /// The month.
    pub month: DatePart,
    /// The year.
    pub year: DatePart,
    /// The answers so far, by the name of the part, with or without the prefix.
    #[serde(deserialize_with = "values")]
    pub values: BTreeMap<String, String>,
    /// The question.
    pub fieldset: Option<Fieldset>,
    /// The hint, if any.
    pub hint: Option<Hint>,
    /// The error message, if the answer has a fault.
    pub error_message: Option<ErrorMessage>,
    /// The group round the parts.
    pub form_group: FormGroup,
    /// Extra classes.
    #[serde(deserialize_with = "lenient::text")]
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

/// One of day, month and year.
#[derive(Clone, Debug, Default)]
pub enum DatePart {
    /// As the design system has it.
    #[default]
    Standard,
    /// With its own options.
    Custom(Box<DateInputItem>),
    /// Not asked for.
    LeftOut,
}

/// One part of a date.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub struct DateInputItem {
    /// The form field's name, to which the prefix is added.
    pub name: String,
    /// The element's id; made from the component's id and the name unless said otherwise.
    pub id: String,
    /// The label; the name with a capital unless said otherwise.
    pub label: String,
    /// The answer so far.
    #[serde(deserialize_with = "lenient::optional_text")]
    pub value: Option<String>,
    /// Whether this part has the fault; when no part says so, an error message marks them all.
    pub error: Option<bool>,
    /// Which keyboard a phone shows; `numeric` unless said otherwise.
    pub inputmode: String,
    /// What the browser may fill in, for example `bday-day`.
    pub autocomplete: Option<String>,
    /// A pattern for validation by the browser. Validate on the server instead.
    pub pattern: Option<String>,
    /// Extra classes.
    pub classes: String,
    /// Extra attributes.
    pub attributes: Attributes,
}

impl DateInput {
    /// A date input whose parts are named `name-day`, `name-month` and `name-year`, with ids alike.
    pub fn new(name: impl Into<String>) -> Self {
        let name = name.into();
        Self { id: name.clone(), name_prefix: name, ..Self::default() }
    }

    /// Sets the answers so far, as they were typed.
    #[must_use]
    pub fn values(mut self, day: impl Into<String>, month: impl Into<String>, year: impl Into<String>) -> Self {
        for (part, value) in [("day", day.into()), ("month", month.into()), ("year", year.into())] {
            let prefix = if self.name_prefix.is_empty() { String::new() } else { format!("{}-", self.name_prefix) };
            self.values.insert(format!("{prefix}{part}"), value);
        }
        self
    }

    /// Marks only these parts as wrong; give the error message too.
    #[must_use]
    pub fn wrong_parts(mut self, day: bool, month: bool, year: bool) -> Self {
        for (part, wrong) in [(&mut self.day, day), (&mut self.month, month), (&mut self.year, year)] {
            if !matches!(part, DatePart::LeftOut) {
                part.custom().error = Some(wrong);
            }
        }
        self
    }

    /// Lets the browser fill in the person's own date of birth.
    #[must_use]
    pub fn date_of_birth(mut self) -> Self {
        for (part, what) in [(&mut self.day, "day"), (&mut self.month, "month"), (&mut self.year, "year")] {
            part.custom().autocomplete = Some(format!("bday-{what}"));
        }
        self
    }

    /// Asks for month and year only.
    #[must_use]
    pub fn without_day(mut self) -> Self {
        self.day = DatePart::LeftOut;
        self
    }

    fn default_value(&self, part: &DatePart, name: &str) -> Option<String> {
        match part {
            DatePart::Standard => self.values.get(name).cloned(),
            DatePart::Custom(item) => item.value.clone(),
            DatePart::LeftOut => None,
        }
    }

    /// The parts to show, each with its place among day, month and year if it is one of them.
    fn parts(&self) -> Vec<(DateInputItem, Option<usize>)> {
        let standard = [(&self.day, "day"), (&self.month, "month"), (&self.year, "year")];
        let known = |item: &DateInputItem| {
            standard.iter().position(|(part, name)| {
                let own = if let DatePart::Custom(custom) = part { custom.name.as_str() } else { "" };
                !item.name.is_empty() && (item.name == *name || item.name == own)
            })
        };
        if !self.items.is_empty() {
            return self.items.iter().map(|item| (item.clone(), known(item))).collect();
        }
        let own = |(place, (part, name)): (usize, &(&DatePart, &str))| match part {
            DatePart::LeftOut => None,
            DatePart::Standard => Some((DateInputItem::new(*name).class(default_width(place)), Some(place))),
            DatePart::Custom(item) => Some((item.as_ref().clone(), Some(place))),
        };
        standard.iter().enumerate().filter_map(own).collect()
    }

    fn part(&self, item: &DateInputItem, place: Option<usize>, any_wrong: bool) -> Markup {
        let standard =
            place.map(|place| [(&self.day, "day"), (&self.month, "month"), (&self.year, "year")][place.min(2)]);
        let name = match standard {
            Some((_, name)) if item.name.is_empty() => name,
            _ => &item.name,
        };
        let prefix = if self.name_prefix.is_empty() { String::new() } else { format!("{}-", self.name_prefix) };
        let full_name = format!("{prefix}{name}");
        let value = item
            .value
            .clone()
            .or_else(|| standard.and_then(|(part, name)| self.default_value(part, name)))
            .or_else(|| self.values.get(&full_name).cloned());
        let mut classes = vec!["govuk-date-input__input"];
        let all_wrong = item.error != Some(false) && self.error_message.is_some() && !any_wrong;
        if !item.classes.contains("govuk-input--error") && (item.error == Some(true) || all_wrong) {
            classes.push("govuk-input--error");
        }
        if !item.classes.contains("govuk-input--width-") {
            classes.push(default_width(place.unwrap_or_default()));
        }
        if !item.classes.is_empty() {
            classes.push(&item.classes);
        }
        let label = if item.label.is_empty() { capitalised(name) } else { item.label.clone() };
        let input = Input {
            name: full_name,
            id: if item.id.is_empty() { format!("{}-{name}", self.id) } else { item.id.clone() },
            label: Label::new(label).class("govuk-date-input__label"),
            classes: classes.join(" "),
            value,
            inputmode: Some(if item.inputmode.is_empty() { "numeric".to_owned() } else { item.inputmode.clone() }),
            autocomplete: item.autocomplete.clone(),
            pattern: item.pattern.clone(),
            attributes: item.attributes.clone(),
            ..Input::default()
        };
        html! { div class="govuk-date-input__item" { (input) } }
    }
}

fn default_width(place: usize) -> &'static str {
    if place == 2 { "govuk-input--width-4" } else { "govuk-input--width-2" }
}

fn capitalised(word: &str) -> String {
    let lower = word.to_lowercase();
    let mut letters = lower.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

fn values<'de, D: Deserializer<'de>>(deserializer: D) -> Result<BTreeMap<String, String>, D::Error> {
    let given = BTreeMap::<String, Option<Scalar>>::deserialize(deserializer)?;
    Ok(given.into_iter().filter_map(|(name, value)| Some((name, value?.into_string()))).collect())
}

impl DateInputItem {
    /// A part with its name.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }
}

styled!(DateInput, DateInputItem);
guided!(DateInput);
legended!(DateInput);

impl DatePart {
    fn custom(&mut self) -> &mut DateInputItem {
        match self {
            Self::Custom(item) => item,
            other => {
                *other = Self::Custom(Box::default());
                other.custom()
            }
        }
    }

    fn is_wrong(item: &DateInputItem) -> bool {
        item.error == Some(true) || item.classes.contains("govuk-input--error")
    }
}

impl<'de> Deserialize<'de> for DatePart {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Given {
            Wanted(bool),
            Custom(Box<DateInputItem>),
        }
        Ok(match Given::deserialize(deserializer)? {
            Given::Wanted(true) => Self::Standard,
            Given::Wanted(false) => Self::LeftOut,
            Given::Custom(item) => Self::Custom(item),
        })
    }
}

impl Render for DateInput {
    fn render(&self) -> Markup {
        let outer = self.fieldset.as_ref().map_or("", |fieldset| &fieldset.described_by);
        let guidance = Guidance::new(&self.id, outer, self.hint.as_ref(), self.error_message.as_ref());
        let parts = self.parts();
        let any_wrong = parts.iter().any(|(item, _)| DatePart::is_wrong(item));
        let inputs = Element::new("div")
            .class("govuk-date-input")
            .class(&self.classes)
            .attributes(&self.attributes)
            .filled("id", &self.id);
        let items = html! { @for (item, place) in &parts { (self.part(item, *place, any_wrong)) } };
        // A fieldset of text inputs needs the role, or JAWS leaves out its description.
        let has_error = self.error_message.is_some();
        grouped(&self.form_group, self.fieldset.as_ref(), "group", guidance, has_error, inputs, items)
    }
}
