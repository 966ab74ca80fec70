//! Small helpers for fields that the form of `web` does not show by itself.

use govuk::{Checkboxes, Select};
use maud::Markup;
use record::{EmailAddress, PhoneNumber};
use web::{
    Field, Form, Visit,
    kind::{Choice, DateParts, Many, Text},
};

/// Boxes to tick, with those ticked before.
pub(crate) fn checkboxes<'a>(
    form: &Form,
    field: Field<Many>,
    items: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Checkboxes {
    let boxes = items.into_iter().fold(Checkboxes::new(field.name()), |boxes, (value, words)| boxes.item(value, words));
    boxes.values(form.posted().all(field.name()).map(str::to_owned).collect::<Vec<_>>())
}

/// A list to choose from whose first entry stands for no answer.
pub(crate) fn select_or_none<'a>(
    form: &Form,
    field: Field<Choice>,
    none: &'a str,
    items: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Select {
    form.select(field, std::iter::once(("", none)).chain(items))
}

/// Parses an optional line of text; what the parser says is shown with the field.
pub(crate) fn parsed<T>(form: &mut Form, field: Field<Text>) -> Option<T>
where
    T: std::str::FromStr,
    T::Err: std::fmt::Display,
{
    let typed = form.optional_text(field)?;
    match typed.parse() {
        Ok(value) => Some(value),
        Err(wrong) => {
            form.error(field, wrong.to_string());
            None
        }
    }
}

/// A date that must be there and may not be after today.
pub(crate) fn past_date(
    form: &mut Form,
    field: Field<DateParts>,
    what: &str,
    visit: &Visit,
) -> Option<jiff::civil::Date> {
    let date = form.date(field, what)?;
    if date > visit.today {
        form.date_error(field, format!("The {what} must be today or in the past"));
        return None;
    }
    Some(date)
}

/// An e-mail address or telephone number, whichever was typed.
pub(crate) fn way(typed: &str) -> Result<record::ContactWay, &'static str> {
    if typed.contains('@') {
        return typed
            .parse::<EmailAddress>()
            .map(record::ContactWay::Email)
            .map_err(|_| "Enter an email address in the correct format, like name@example.com");
    }
    typed.parse::<PhoneNumber>().map(record::ContactWay::Phone).map_err(
        |_| "Enter a telephone number, like 01632 960 001 or 07700 900 982, or an email address like name@example.com",
    )
}

/// A date as the three boxes hold it.
pub(crate) fn date_pairs(name: &str, date: Option<jiff::civil::Date>) -> Vec<(String, String)> {
    let part = |what: &str, value: Option<String>| (format!("{name}-{what}"), value.unwrap_or_default());
    vec![
        part("day", date.map(|date| date.day().to_string())),
        part("month", date.map(|date| date.month().to_string())),
        part("year", date.map(|date| date.year().to_string())),
    ]
}

/// A hidden field.
pub(crate) fn hidden(name: &str, value: &str) -> Markup {
    maud::html! { input type="hidden" name=(name) value=(value); }
}
