//! A form: what was typed, what is wrong with it, and its fields shown with both.
//!
//! ```ignore
//! const NAME: Field<kind::Text> = Field::new("given-name");
//! const BORN: Field<kind::DateParts> = Field::new("born");
//!
//! let mut form = Form::of(posted);
//! let name = form.text(NAME, "Enter the child's first name");
//! let born = form.date(BORN, "date of birth");
//! if form.has_errors() { return visit.page("Request").form_errors(&form)… }
//! ```

use govuk::{DateInput, ErrorSummary, Input, Radios, Select, Textarea};
use jiff::civil::Date;

use crate::{
    Field, Posted,
    kind::{Choice, DateParts, LongText, Many, Text},
};

/// What was typed and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct Form {
    posted: Posted,
    errors: Vec<FieldError>,
}

#[derive(Clone, Debug)]
struct FieldError {
    field: &'static str,
    target: String,
    says: String,
}

/// The longest one-line answer kept.
const LINE_LIMIT: usize = 500;
/// The longest answer of several lines kept.
const TEXT_LIMIT: usize = 20_000;

impl Form {
    /// An empty form.
    pub fn blank() -> Self {
        Self::default()
    }

    /// A form as it was posted or kept as a draft.
    pub fn of(posted: Posted) -> Self {
        Self { posted, errors: Vec::new() }
    }

    /// A form with answers already there.
    pub fn filled<V: Into<String>>(pairs: impl IntoIterator<Item = (&'static str, V)>) -> Self {
        Self::of(Posted::from_pairs(pairs))
    }

    /// What was posted.
    pub fn posted(&self) -> &Posted {
        &self.posted
    }

    /// Whether anything is wrong.
    pub fn has_errors(&self) -> bool {
        !self.errors.is_empty()
    }

    /// Says that an answer is wrong. The sentence tells the person how to put it right.
    pub fn error<K>(&mut self, field: Field<K>, says: impl Into<String>) {
        self.push(field.name(), field.name().to_owned(), says.into());
    }

    /// As [`Form::error`], for a date: the link goes to its first box.
    pub fn date_error(&mut self, field: Field<DateParts>, says: impl Into<String>) {
        self.push(field.name(), format!("{}-day", field.name()), says.into());
    }

    fn push(&mut self, field: &'static str, target: String, says: String) {
        if !self.errors.iter().any(|error| error.field == field) {
            self.errors.push(FieldError { field, target, says });
        }
    }

    /// A line of text that may be empty.
    pub fn optional_text(&mut self, field: Field<Text>) -> Option<String> {
        let value = self.posted.get(field.name()).to_owned();
        if value.chars().count() > LINE_LIMIT {
            self.error(field, format!("Shorten this to {LINE_LIMIT} characters or fewer"));
            return None;
        }
        (!value.is_empty()).then_some(value)
    }

    /// A line of text that must be there.
    pub fn text(&mut self, field: Field<Text>, when_empty: &str) -> Option<String> {
        let value = self.optional_text(field);
        if value.is_none() {
            self.error(field, when_empty);
        }
        value
    }

    /// Several lines that may be empty.
    pub fn optional_long_text(&mut self, field: Field<LongText>) -> Option<String> {
        let value = self.posted.get(field.name()).replace("\r\n", "\n");
        if value.chars().count() > TEXT_LIMIT {
            self.error(field, format!("Shorten this to {TEXT_LIMIT} characters or fewer, or add the rest as a file"));
            return None;
        }
        (!value.is_empty()).then_some(value)
    }

    /// Several lines that must be there.
    pub fn long_text(&mut self, field: Field<LongText>, when_empty: &str) -> Option<String> {
        let value = self.optional_long_text(field);
        if value.is_none() {
            self.error(field, when_empty);
        }
        value
    }

    /// A date that must be there. `what` names it in the errors: "date of birth".
    pub fn date(&mut self, field: Field<DateParts>, what: &str) -> Option<Date> {
        match self.date_parts(field) {
            [day, month, year] if day.is_empty() && month.is_empty() && year.is_empty() => {
                self.date_error(field, format!("Enter the {what}"));
                None
            }
            _ => self.optional_date(field, what),
        }
    }

    /// A date that may be left out.
    pub fn optional_date(&mut self, field: Field<DateParts>, what: &str) -> Option<Date> {
        let [day, month, year] = self.date_parts(field);
        if day.is_empty() && month.is_empty() && year.is_empty() {
            return None;
        }
        let what_starts = capitalised(what);
        for (part, value) in [("day", &day), ("month", &month), ("year", &year)] {
            if value.is_empty() {
                self.push(
                    field.name(),
                    format!("{}-{part}", field.name()),
                    format!("{what_starts} must include a {part}"),
                );
                return None;
            }
        }
        if year.len() != 4 {
            self.push(
                field.name(),
                format!("{}-year", field.name()),
                format!("The year of the {what} must have 4 numbers, like 2017"),
            );
            return None;
        }
        let date = match (year.parse(), month_number(&month), day.parse()) {
            (Ok(year), Some(month), Ok(day)) => Date::new(year, month, day).ok(),
            _ => None,
        };
        if date.is_none() {
            self.date_error(field, format!("{what_starts} must be a real date"));
        }
        date
    }

    fn date_parts(&self, field: Field<DateParts>) -> [String; 3] {
        ["day", "month", "year"].map(|part| self.posted.get(&format!("{}-{part}", field.name())).to_owned())
    }

    /// One of several answers, each with its posted value.
    pub fn choice<T: Copy>(&mut self, field: Field<Choice>, choices: &[(&str, T)], when_empty: &str) -> Option<T> {
        let found = self.optional_choice(field, choices);
        if found.is_none() {
            self.error(field, when_empty);
        }
        found
    }

    /// One of several answers, or none.
    pub fn optional_choice<T: Copy>(&self, field: Field<Choice>, choices: &[(&str, T)]) -> Option<T> {
        let value = self.posted.get(field.name());
        choices.iter().find(|(name, _)| *name == value).map(|(_, choice)| *choice)
    }

    /// Every ticked answer.
    pub fn many<T: Copy>(&self, field: Field<Many>, choices: &[(&str, T)]) -> Vec<T> {
        self.posted
            .all(field.name())
            .filter_map(|value| choices.iter().find(|(name, _)| *name == value).map(|(_, choice)| *choice))
            .collect()
    }

    /// The summary of all that is wrong, for the top of the page. Nothing when nothing is wrong.
    pub fn error_summary(&self) -> Option<ErrorSummary> {
        self.has_errors().then(|| {
            self.errors
                .iter()
                .fold(ErrorSummary::new(), |summary, error| summary.error(&error.target, error.says.clone()))
        })
    }

    fn error_of(&self, name: &str) -> Option<&str> {
        self.errors.iter().find(|error| error.field == name).map(|error| error.says.as_str())
    }

    /// The line of text as it stands, with its error.
    pub fn input(&self, field: Field<Text>) -> Input {
        let input = Input::new(field.name()).value(self.posted.get(field.name()));
        match self.error_of(field.name()) {
            Some(says) => input.error(says),
            None => input,
        }
    }

    /// The lines of text as they stand, with their error.
    pub fn textarea(&self, field: Field<LongText>) -> Textarea {
        let textarea = Textarea::new(field.name()).value(self.posted.get(field.name()));
        match self.error_of(field.name()) {
            Some(says) => textarea.error(says),
            None => textarea,
        }
    }

    /// The date boxes as they stand, with their error.
    pub fn date_input(&self, field: Field<DateParts>) -> DateInput {
        let [day, month, year] = self.date_parts(field);
        let input = DateInput::new(field.name()).values(day, month, year);
        match self.error_of(field.name()) {
            Some(says) => input.error(says),
            None => input,
        }
    }

    /// The choices with the chosen one marked, with their error. Items: value and words.
    pub fn radios<'a>(&self, field: Field<Choice>, items: impl IntoIterator<Item = (&'a str, &'a str)>) -> Radios {
        let radios =
            items.into_iter().fold(Radios::new(field.name()), |radios, (value, words)| radios.item(value, words));
        let radios = radios.value(self.posted.get(field.name()));
        match self.error_of(field.name()) {
            Some(says) => radios.error(says),
            None => radios,
        }
    }

    /// A list to choose from, with the chosen one marked.
    pub fn select<'a>(&self, field: Field<Choice>, items: impl IntoIterator<Item = (&'a str, &'a str)>) -> Select {
        let select =
            items.into_iter().fold(Select::new(field.name()), |select, (value, words)| select.item(value, words));
        let select = select.value(self.posted.get(field.name()));
        match self.error_of(field.name()) {
            Some(says) => select.error(says),
            None => select,
        }
    }
}

fn month_number(typed: &str) -> Option<i8> {
    if let Ok(number) = typed.parse() {
        return Some(number);
    }
    let typed = typed.to_lowercase();
    let months = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    (typed.len() >= 3).then_some(())?;
    (1..).zip(months).find(|(_, month)| month.starts_with(&typed)).map(|(number, _)| number)
}

fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const BORN: Field<DateParts> = Field::new("born");

    fn typed(day: &str, month: &str, year: &str) -> Form {
        Form::filled([("born-day", day), ("born-month", month), ("born-year", year)])
    }

    fn said(form: &Form) -> &str {
        form.error_of("born").unwrap_or("")
    }

    #[test]
    fn dates_are_read_as_people_type_them() {
        for (day, month, year) in
            [("3", "7", "2017"), ("03", "07", "2017"), ("3", "jul", "2017"), ("3", "July", "2017")]
        {
            assert_eq!(typed(day, month, year).date(BORN, "date of birth").unwrap().to_string(), "2017-07-03");
        }
    }

    #[test]
    fn a_wrong_date_says_what_to_do() {
        for (parts, says) in [
            (("", "", ""), "Enter the date of birth"),
            (("3", "", "2017"), "Date of birth must include a month"),
            (("31", "2", "2017"), "Date of birth must be a real date"),
            (("3", "2", "17"), "The year of the date of birth must have 4 numbers, like 2017"),
            (("x", "2", "2017"), "Date of birth must be a real date"),
        ] {
            let mut form = typed(parts.0, parts.1, parts.2);
            assert_eq!(form.date(BORN, "date of birth"), None);
            assert_eq!(said(&form), says);
        }
    }
}
