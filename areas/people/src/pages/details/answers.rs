//! The questions about a person: shown, read, and compared between versions.

use govuk::{Fieldset, Legend};
use jiff::civil::Date;
use maud::{Markup, html};
use record::{AccessNeed, InterpreterNeed, Language, NhsNumber, Person, PersonName, Sex, Uln, Upn, UpnUnknown, checks};
use web::{Field, Form, Posted, kind};

use crate::{
    fields::{checkboxes, date_pairs, parsed, select_or_none},
    versions::Question,
};

const GIVEN: Field<kind::Text> = Field::new("given-name");
const FAMILY: Field<kind::Text> = Field::new("family-name");
const KNOWN_AS: Field<kind::Text> = Field::new("known-as");
const BORN: Field<kind::DateParts> = Field::new("born");
const SEX: Field<kind::Choice> = Field::new("sex");
const FIRST_LANGUAGE: Field<kind::Choice> = Field::new("first-language");
const SECOND_LANGUAGE: Field<kind::Choice> = Field::new("second-language");
const THIRD_LANGUAGE: Field<kind::Choice> = Field::new("third-language");
const INTERPRETER: Field<kind::Choice> = Field::new("interpreter");
const NEEDS: Field<kind::Many> = Field::new("access-needs");
const UPN: Field<kind::Text> = Field::new("upn");
const NO_UPN: Field<kind::Choice> = Field::new("no-upn");
const ULN: Field<kind::Text> = Field::new("uln");
const NHS: Field<kind::Text> = Field::new("nhs-number");

/// The questions, for comparing two versions.
pub(super) const QUESTIONS: &[Question] = &[
    Question { label: "First names", names: &["given-name"], words: |posted| posted.get("given-name").to_owned() },
    Question { label: "Last name", names: &["family-name"], words: |posted| posted.get("family-name").to_owned() },
    Question { label: "Likes to be called", names: &["known-as"], words: |posted| posted.get("known-as").to_owned() },
    Question {
        label: "Date of birth",
        names: &["born-day", "born-month", "born-year"],
        words: |posted| ["born-day", "born-month", "born-year"].map(|part| posted.get(part)).join(" "),
    },
    Question { label: "Sex", names: &["sex"], words: |posted| coded::<Sex>(posted, "sex") },
    Question {
        label: "Languages",
        names: &["first-language", "second-language", "third-language"],
        words: |posted| {
            let all =
                ["first-language", "second-language", "third-language"].map(|name| coded::<Language>(posted, name));
            all.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", ")
        },
    },
    Question {
        label: "Interpreter",
        names: &["interpreter"],
        words: |posted| coded::<InterpreterNeed>(posted, "interpreter"),
    },
    Question {
        label: "What helps",
        names: &["access-needs"],
        words: |posted| {
            let all = posted.all("access-needs").filter_map(|code| code.parse::<AccessNeed>().ok());
            all.map(AccessNeed::words).collect::<Vec<_>>().join(", ")
        },
    },
    Question { label: "Unique pupil number", names: &["upn"], words: |posted| posted.get("upn").to_owned() },
    Question {
        label: "Why no unique pupil number",
        names: &["no-upn"],
        words: |posted| coded::<UpnUnknown>(posted, "no-upn"),
    },
    Question { label: "Unique learner number", names: &["uln"], words: |posted| posted.get("uln").to_owned() },
    Question { label: "NHS number", names: &["nhs-number"], words: |posted| posted.get("nhs-number").to_owned() },
];

fn coded<T: std::str::FromStr + std::fmt::Display>(posted: &Posted, name: &str) -> String {
    posted.get(name).parse::<T>().map_or_else(|_| String::new(), |code| code.to_string())
}

/// What stands on record, as the form would send it.
pub(super) fn of(person: &Person) -> Posted {
    let language = |place: usize| person.languages.get(place).map_or_else(String::new, |one| one.code().to_owned());
    let identifiers = &person.identifiers;
    let mut pairs: Vec<(String, String)> = [
        ("given-name", person.name.given.clone()),
        ("family-name", person.name.family.clone()),
        ("known-as", person.name.known_as.clone().unwrap_or_default()),
        ("sex", person.sex.code().to_owned()),
        ("first-language", language(0)),
        ("second-language", language(1)),
        ("third-language", language(2)),
        ("interpreter", person.interpreter.code().to_owned()),
        ("upn", identifiers.upn.map(|upn| upn.to_string()).unwrap_or_default()),
        ("no-upn", identifiers.upn_unknown.map(|why| why.code().to_owned()).unwrap_or_default()),
        ("uln", identifiers.uln.map(|uln| uln.to_string()).unwrap_or_default()),
        ("nhs-number", identifiers.nhs_number.map(|number| number.to_string()).unwrap_or_default()),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value))
    .collect();
    pairs.extend(date_pairs("born", Some(person.born)));
    pairs.extend(person.access_needs.iter().map(|need| ("access-needs".to_owned(), need.code().to_owned())));
    Posted::from_pairs(pairs)
}

/// The questions, as fields.
pub(crate) fn questions(form: &Form) -> Markup {
    let languages = || Language::ALL.iter().map(|one| (one.code(), one.words()));
    let group =
        |legend: &str, fields: Markup| Fieldset::new(Legend::new(legend.to_owned()).medium()).containing(fields);
    html! {
        (group("Name and birth", html! {
            (form.input(GIVEN).label("First names").width(30))
            (form.input(FAMILY).label("Last name").hint("Leave it empty if they have one name only.").width(30))
            (form.input(KNOWN_AS).label("What they like to be called (optional)").width(20))
            (form.date_input(BORN).legend("Date of birth").hint("For example, 31 3 2017"))
            (form.radios(SEX, Sex::ALL.iter().map(|sex| (sex.code(), sex.words()))).legend("Sex, as school records have it").inline())
        }))
        (group("Languages and what helps", html! {
            (select_or_none(form, FIRST_LANGUAGE, "Not recorded", languages()).label("First language"))
            (select_or_none(form, SECOND_LANGUAGE, "None", languages()).label("Second language (optional)"))
            (select_or_none(form, THIRD_LANGUAGE, "None", languages()).label("Third language (optional)"))
            (form.select(INTERPRETER, InterpreterNeed::ALL.iter().map(|one| (one.code(), one.words()))).label("Interpreter"))
            (checkboxes(form, NEEDS, AccessNeed::ALL.iter().map(|need| (need.code(), need.words()))).legend("What helps in letters, calls and meetings").hint("Choose all that they have asked for").small())
        }))
        (group("Numbers", html! {
            (form.input(UPN).label("Unique pupil number (optional)").hint("13 characters, like A123456789012").width(20))
            (select_or_none(form, NO_UPN, "It is known, or I cannot say", UpnUnknown::ALL.iter().map(|why| (why.code(), why.words()))).label("If there is none, why"))
            (form.input(ULN).label("Unique learner number (optional)").hint("10 digits").width(10))
            (form.input(NHS).label("NHS number (optional)").hint("10 digits, like 999 000 0018").width(10))
        }))
    }
}

/// The person as the form has them now; none when something is wrong, which the form then says.
pub(crate) fn read_answers(form: &mut Form, before: &Person, today: Date) -> Option<Person> {
    let given = form.optional_text(GIVEN);
    let family = form.optional_text(FAMILY);
    if given.is_none() && family.is_none() {
        form.error(GIVEN, "Enter their name");
    }
    let known_as = form.optional_text(KNOWN_AS);
    let born = form.date(BORN, "date of birth").filter(|born| match checks::child_born(*born, today) {
        Ok(_) => true,
        Err(wrong) => {
            form.date_error(BORN, wrong.to_string());
            false
        }
    });
    let sex = form.choice(SEX, &codes(Sex::ALL, Sex::code), "Select their sex, or “Not known”");
    let languages: Vec<Language> = [FIRST_LANGUAGE, SECOND_LANGUAGE, THIRD_LANGUAGE]
        .into_iter()
        .filter_map(|field| form.optional_choice(field, &codes(Language::ALL, Language::code)))
        .fold(Vec::new(), |mut all, one| {
            if !all.contains(&one) {
                all.push(one);
            }
            all
        });
    let interpreter = form.optional_choice(INTERPRETER, &codes(InterpreterNeed::ALL, InterpreterNeed::code));
    let needs = form.many(NEEDS, &codes(AccessNeed::ALL, AccessNeed::code));
    let upn = parsed::<Upn>(form, UPN);
    let uln = parsed::<Uln>(form, ULN);
    let nhs = parsed::<NhsNumber>(form, NHS);
    let no_upn = form.optional_choice(NO_UPN, &codes(UpnUnknown::ALL, UpnUnknown::code));
    if form.has_errors() {
        return None;
    }
    let mut name = PersonName::new(given.as_deref().unwrap_or_default(), family.as_deref().unwrap_or_default());
    if let Some(known_as) = known_as {
        name = name.known_as(&known_as);
    }
    let mut person = before.clone();
    if let Some(former) = person.identifiers.upn.filter(|former| Some(*former) != upn)
        && upn.is_some()
        && !person.identifiers.former_upns.contains(&former)
    {
        person.identifiers.former_upns.push(former);
    }
    person.name = name;
    person.born = born?;
    person.sex = sex?;
    // The form shows three languages; any more that came from elsewhere stay.
    let others: Vec<Language> =
        before.languages.iter().skip(3).copied().filter(|one| !languages.contains(one)).collect();
    person.languages = languages;
    person.languages.extend(others);
    person.interpreter = interpreter.unwrap_or(before.interpreter);
    person.access_needs = needs;
    person.identifiers.upn = upn;
    person.identifiers.upn_unknown = no_upn.filter(|_| upn.is_none());
    person.identifiers.uln = uln;
    person.identifiers.nhs_number = nhs;
    Some(person)
}

fn codes<T: Copy>(all: &[T], code: impl Fn(T) -> &'static str) -> Vec<(&'static str, T)> {
    all.iter().map(|one| (code(*one), *one)).collect()
}
