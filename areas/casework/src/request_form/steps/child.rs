//! Which child or young person: one the person is linked with already, or another by name and birth date.

use jiff::civil::Date;
use maud::{Markup, html};
use record::{PersonId, Postcode};
use web::{Form, Posted};

use crate::request_form::{
    fields::{BORN, FAMILY_NAME, GIVEN_NAME, KNOWN_CHILD, POSTCODE, SETTING},
    step::{Context, Way},
};

/// The value that says "another child".
const ANOTHER: &str = "another";

/// Which child.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Child {
    /// One the person is linked with.
    Known {
        /// The child.
        id: PersonId,
        /// Their date of birth.
        born: Date,
    },
    /// One they named.
    Named {
        /// First name.
        given: String,
        /// Last name.
        family: String,
        /// Date of birth.
        born: Date,
        /// Home postcode, if given.
        postcode: Option<Postcode>,
        /// Nursery, school or college, as typed.
        setting: Option<String>,
    },
}

impl Child {
    /// The child on record whom they chose, if they chose one.
    pub const fn known(&self) -> Option<PersonId> {
        match self {
            Self::Known { id, .. } => Some(*id),
            Self::Named { .. } => None,
        }
    }
}

pub(crate) fn questions(form: &Form, context: &Context) -> Markup {
    let many = context.children.len() > 12;
    html! {
        @if !context.children.is_empty() {
            @let choices: Vec<(String, String)> = context.children.iter()
                .map(|child| (child.id.to_string(), child.name.clone()))
                .chain([(ANOTHER.to_owned(), "Another child".to_owned())]).collect();
            @let pairs = choices.iter().map(|(value, words)| (value.as_str(), words.as_str()));
            @if many {
                (form.select(KNOWN_CHILD, std::iter::once(("", "Choose a child")).chain(pairs)).label("Which child?").hint("If the child is not in the list, choose “Another child” at its end and fill in the questions below."))
            } @else {
                (form.radios(KNOWN_CHILD, pairs).legend("Which child?"))
            }
            h2 class="govuk-heading-m" { "If it is another child" }
        }
        (form.input(GIVEN_NAME).label("First name").width(20))
        (form.input(FAMILY_NAME).label("Last name").width(20))
        (form.date_input(BORN).legend("Date of birth").hint("For example, 31 3 2017"))
        (form.input(POSTCODE).label("Postcode of their home (optional)").hint("Leave it out if the address must be kept secret. We will ask you how to reach you safely.").width(10))
        @if !matches!(context.way, Way::Setting { .. }) {
            (form.input(SETTING).label("Nursery, school or college (optional)").hint("If they do not go to one just now, leave this empty."))
        }
    }
}

/// The child.
pub(crate) fn read(form: &mut Form, context: &Context) -> Option<Child> {
    let chosen = form.posted().get(KNOWN_CHILD.name()).to_owned();
    if let Some(known) = context.children.iter().find(|child| child.id.to_string() == chosen) {
        return Some(Child::Known { id: known.id, born: known.born });
    }
    if chosen.is_empty() && !context.children.is_empty() && names_nobody(form.posted()) {
        form.error(KNOWN_CHILD, "Select which child, or “Another child”");
        return None;
    }
    let given = form.text(GIVEN_NAME, "Enter their first name");
    let family = form.text(FAMILY_NAME, "Enter their last name");
    let born = form.date(BORN, "date of birth").filter(|born| match record::checks::child_born(*born, context.today) {
        Ok(_) => true,
        Err(wrong) => {
            form.date_error(BORN, wrong.to_string());
            false
        }
    });
    let postcode = form.optional_text(POSTCODE).map(|typed| typed.parse::<Postcode>());
    if let Some(Err(wrong)) = &postcode {
        form.error(POSTCODE, wrong.to_string());
    }
    let setting = form.optional_text(SETTING);
    Some(Child::Named { given: given?, family: family?, born: born?, postcode: postcode.transpose().ok()?, setting })
}

fn names_nobody(posted: &Posted) -> bool {
    posted.get(GIVEN_NAME.name()).is_empty() && posted.get(FAMILY_NAME.name()).is_empty()
}
