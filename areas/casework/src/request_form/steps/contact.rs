//! How to answer the asker: name, a way to reach them, help with language.

use maud::{Markup, html};
use record::{EmailAddress, PhoneNumber};
use web::Form;

use crate::request_form::{
    fields::{ADDRESS, EMAIL, INTERPRETER, PHONE, RESPONSIBILITY, WHO, YOUR_NAME},
    step::{Context, Way},
};

/// How to answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Their name.
    pub name: String,
    /// Whether they say that they have parental responsibility. Proved apart from this.
    pub responsibility: Option<bool>,
    /// E-mail address.
    pub email: Option<EmailAddress>,
    /// Telephone number.
    pub phone: Option<PhoneNumber>,
    /// Postal address, as typed.
    pub address: Option<String>,
    /// Help with language or communication, as typed.
    pub interpreter: Option<String>,
}

pub(crate) fn questions(form: &Form, context: &Context) -> Markup {
    let theirs = context.way == Way::Staff;
    let (name, responsibility) = if theirs {
        ("Their name", "Do they say that they have parental responsibility?")
    } else {
        ("Your name", "Do you have parental responsibility for the child?")
    };
    let asks_responsibility = matches!(form.posted().get(WHO.name()), "parent" | "other");
    html! {
        (form.input(YOUR_NAME).label(name).autocomplete("name"))
        @if asks_responsibility {
            (form.radios(RESPONSIBILITY, [("yes", "Yes"), ("no", "No"), ("unsure", "Not sure")]).legend(responsibility).hint("Most birth mothers have it, and most fathers who are married to the mother or named on the birth certificate. We check it before we show anybody a child's record."))
        }
        (form.input(EMAIL).label("E-mail address (optional)").email().hint("We send you a message when something happens. It never says what the worry is."))
        (form.input(PHONE).label("Telephone number (optional)").telephone().width(20))
        (form.textarea(ADDRESS).label("Postal address (optional)").hint("Fill this in if a letter is best").rows(4_u32))
        (form.input(INTERPRETER).label("Help with language or communication (optional)").hint("For example: an interpreter for Polish, British Sign Language, large print, Easy Read"))
    }
}

/// How to answer.
pub(crate) fn read(form: &mut Form, context: &Context) -> Option<Contact> {
    let theirs = context.way == Way::Staff;
    let name = form.text(YOUR_NAME, if theirs { "Enter their name" } else { "Enter your name" });
    let responsibility =
        form.optional_choice(RESPONSIBILITY, &[("yes", Some(true)), ("no", Some(false)), ("unsure", None)]).flatten();
    let email = form.optional_text(EMAIL).map(|typed| typed.parse::<EmailAddress>());
    if let Some(Err(wrong)) = &email {
        form.error(EMAIL, wrong.to_string());
    }
    let phone = form.optional_text(PHONE).map(|typed| typed.parse::<PhoneNumber>());
    if let Some(Err(wrong)) = &phone {
        form.error(PHONE, wrong.to_string());
    }
    let address = form.optional_long_text(ADDRESS);
    if form.posted().get(EMAIL.name()).is_empty() && form.posted().get(PHONE.name()).is_empty() && address.is_none() {
        form.error(
            EMAIL,
            if theirs {
                "Enter an e-mail address, a telephone number or a postal address, so that we can answer them"
            } else {
                "Enter an e-mail address, a telephone number or a postal address, so that we can answer you"
            },
        );
    }
    let interpreter = form.optional_text(INTERPRETER);
    if form.has_errors() {
        return None;
    }
    Some(Contact {
        name: name?,
        responsibility,
        email: email.transpose().ok()?,
        phone: phone.transpose().ok()?,
        address,
        interpreter,
    })
}
