//! The questions about an adult and what they are to the child.

use govuk::{Fieldset, Legend};
use maud::{Markup, html};
use record::{
    Authority, ContactWay, Party, Period, Person, PersonId, PersonName, Relationship, RelationshipKind, Sex, checks,
};
use web::{Field, Form, Visit, kind};

use crate::{
    fields::{past_date, way},
    shell, words,
};

const GIVEN: Field<kind::Text> = Field::new("given-name");
const FAMILY: Field<kind::Text> = Field::new("family-name");
const BORN: Field<kind::DateParts> = Field::new("born");
const KIND: Field<kind::Choice> = Field::new("kind");
const FROM: Field<kind::DateParts> = Field::new("from");
const WAY: Field<kind::Text> = Field::new("way");
const SIGNED_BY: Field<kind::Choice> = Field::new("signed-by");
const SIGNED_ON: Field<kind::DateParts> = Field::new("signed-on");
const UNTIL: Field<kind::DateParts> = Field::new("until");

/// An adult as entered.
pub(super) struct Entered {
    /// The person, as a new one.
    pub(super) person: Person,
    /// The link, to the new person.
    pub(super) link: Relationship,
    /// How to reach them.
    pub(super) way: Option<ContactWay>,
}

/// The questions.
pub(super) fn questions(form: &Form, signers: &[(PersonId, String)]) -> Markup {
    let group = |legend: &'static str, fields: Markup| Fieldset::new(Legend::new(legend).medium()).containing(fields);
    let signers: Vec<(String, &str)> = signers.iter().map(|(id, name)| (id.to_string(), name.as_str())).collect();
    html! {
        (group("Who they are", html! {
            (form.input(GIVEN).label("First names").width(30))
            (form.input(FAMILY).label("Last name").width(30))
            (form.date_input(BORN).legend("Date of birth").hint("For example, 31 3 1985"))
            (form.input(WAY).label("Email address or telephone number (optional)").width(30))
        }))
        (form.radios(KIND, words::LINKS.iter().map(|(value, kind)| (*value, kind.words()))).legend("What are they to the child?"))
        (form.date_input(FROM).legend("Since when?").hint("For a parent, usually the child’s date of birth"))
        (group("For a supporter: the written authority", html! {
            (form.select(SIGNED_BY, std::iter::once(("", "Nobody yet")).chain(signers.iter().map(|(id, name)| (id.as_str(), *name)))).label("Who signed it?"))
            (form.date_input(SIGNED_ON).legend("When was it signed?"))
            (form.date_input(UNTIL).legend("Until when does it hold?"))
        }))
    }
}

/// The adult as the form has them; none when something is wrong, which the form then says.
pub(super) fn read_answers(
    form: &mut Form,
    child: &Person,
    signers: &[(PersonId, String)],
    visit: &Visit,
) -> Option<Entered> {
    let given = form.optional_text(GIVEN);
    let family = form.optional_text(FAMILY);
    if given.is_none() && family.is_none() {
        form.error(GIVEN, "Enter their name");
    }
    let born = form.date(BORN, "date of birth").filter(|born| match checks::adult_born(*born, visit.today) {
        Ok(_) => true,
        Err(wrong) => {
            form.date_error(BORN, wrong.to_string());
            false
        }
    });
    let reach = form.optional_text(WAY).map(|typed| way(&typed));
    if let Some(Err(says)) = &reach {
        form.error(WAY, *says);
    }
    let kind = form.choice(KIND, words::LINKS, "Select what they are to the child");
    let from = past_date(form, FROM, "date since when", visit);
    let authority = if kind == Some(RelationshipKind::Supporter) { signed(form, signers, visit) } else { None };
    if form.has_errors() {
        return None;
    }
    let name = PersonName::new(given.as_deref().unwrap_or_default(), family.as_deref().unwrap_or_default());
    let person = Person::new(shell::new_id(visit), name, born?, Sex::NotKnown);
    let link = Relationship {
        id: shell::new_id(visit),
        child: child.id,
        party: Party::Person(person.id),
        kind: kind?,
        period: Period::since(from?),
        authority,
        restricted_by_order: None,
        verified: None,
    };
    if let Err(wrong) = checks::relationship(&link, child, &person) {
        match wrong {
            checks::ImpossibleDate::ParentTooYoung { .. } => form.date_error(BORN, wrong.to_string()),
            _ => form.date_error(FROM, wrong.to_string()),
        }
        return None;
    }
    Some(Entered { person, link, way: reach.and_then(Result::ok) })
}

/// The authority of a supporter.
fn signed(form: &mut Form, signers: &[(PersonId, String)], visit: &Visit) -> Option<Authority> {
    let chosen = form.posted().get(SIGNED_BY.name()).to_owned();
    let given_by = signers.iter().map(|(id, _)| *id).find(|id| id.to_string() == chosen);
    if given_by.is_none() {
        form.error(SIGNED_BY, "Select who signed the authority");
    }
    let signed_on = past_date(form, SIGNED_ON, "date it was signed", visit);
    let until = form.date(UNTIL, "date until which it holds");
    if let (Some(signed_on), Some(until)) = (signed_on, until)
        && until < signed_on
    {
        form.date_error(UNTIL, "The authority must end after it was signed");
        return None;
    }
    Some(Authority { given_by: given_by?, signed_on: signed_on?, until: until? })
}
