//! The questions about keeping an address secret, on the page of a new address and on a page of their own.

use ::access::EditPerson;
use ::store::people::read;
use govuk::{CheckboxItem, Checkboxes};
use jiff::{ToSpan, civil::Date};
use maud::{Markup, html};
use record::{Party, PersonId, Protection};
use web::{Field, Form, PageResult, Posted, Visit, kind};

use crate::{
    access::Opened,
    fields::{checkboxes, date_pairs},
    versions::Question,
    words,
};

const REASON: Field<kind::Choice> = Field::new("reason");
const FROM: Field<kind::Many> = Field::new("withhold-from");
const REVIEW: Field<kind::DateParts> = Field::new("review");

/// For comparing two versions.
pub(super) const QUESTIONS: [Question; 3] = [
    Question {
        label: "Why it is kept secret",
        names: &["reason"],
        words: |posted| {
            let code = posted.get("reason");
            words::REASONS.iter().find(|(value, _, _)| *value == code).map_or("", |(_, _, words)| words).to_owned()
        },
    },
    Question {
        label: "Whom it is withheld from",
        names: &["withhold-from"],
        words: |posted| format!("{} people", posted.all("withhold-from").count()),
    },
    Question {
        label: "To be looked at again",
        names: &["review-day", "review-month", "review-year"],
        words: |posted| ["review-day", "review-month", "review-year"].map(|part| posted.get(part)).join(" "),
    },
];

/// The people an address can be withheld from by name: whoever is linked to the child.
pub(super) async fn candidates(opened: &Opened<EditPerson>) -> PageResult<Vec<(PersonId, String)>> {
    let adults = read::linked_adults(&opened.tx, &opened.permit).await?;
    let mut all: Vec<(PersonId, String)> = Vec::new();
    for (link, name) in adults {
        if let (Party::Person(person), Some(name)) = (link.party, name)
            && !all.iter().any(|(known, _)| *known == person)
        {
            all.push((person, format!("{name} ({})", link.kind.words().to_lowercase())));
        }
    }
    Ok(all)
}

/// What stands on record, as the form would send it.
pub(super) fn of(protection: Option<&Protection>) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    if let Some(protection) = protection {
        let reason = words::REASONS.iter().find(|(_, one, _)| *one == protection.reason);
        pairs.extend(reason.map(|(value, _, _)| ("reason".to_owned(), (*value).to_owned())));
        pairs.extend(protection.withhold_from.iter().map(|person| ("withhold-from".to_owned(), person.to_string())));
    }
    pairs.extend(date_pairs("review", protection.and_then(|protection| protection.review_on)));
    pairs
}

/// The questions.
pub(super) fn questions(form: &Form, candidates: &[(PersonId, String)]) -> Markup {
    let people: Vec<(String, &str)> = candidates.iter().map(|(id, name)| (id.to_string(), name.as_str())).collect();
    html! {
        (form.radios(REASON, words::REASONS.iter().map(|(value, _, words)| (*value, *words))).legend("Why must it be kept secret?"))
        @if !people.is_empty() {
            (checkboxes(form, FROM, people.iter().map(|(id, name)| (id.as_str(), *name))).legend("Whom must it above all not reach?").hint("Nobody outside the authority’s own team sees it. From the people you tick, the school, carers and everything else that would give it away are kept too. Choose all that apply."))
        }
        (form.date_input(REVIEW).legend("When should somebody look again whether it is still needed? (optional)").hint("For example, 27 3 2027"))
    }
}

/// The protection as the form has it; none when something is wrong, which the form then says.
pub(super) fn read_answers(
    form: &mut Form,
    candidates: &[(PersonId, String)],
    set_on: Date,
    today: Date,
) -> Option<Protection> {
    let reasons: Vec<_> = words::REASONS.iter().map(|(value, one, _)| (*value, *one)).collect();
    let reason = form.choice(REASON, &reasons, "Select why it must be kept secret");
    let review_on = form.optional_date(REVIEW, "date to look again");
    if review_on.is_some_and(|day| day <= today) {
        form.date_error(REVIEW, "The date to look again must be after today");
        return None;
    }
    if review_on.is_some_and(|day| day > today.saturating_add(5.years())) {
        form.date_error(REVIEW, "The date to look again must be within 5 years");
        return None;
    }
    Some(Protection { reason: reason?, withhold_from: ticked(form.posted(), candidates), set_on, review_on })
}

fn ticked(posted: &Posted, candidates: &[(PersonId, String)]) -> Vec<PersonId> {
    let known = |value: &str| candidates.iter().map(|(id, _)| *id).find(|id| id.to_string() == value);
    posted.all(FROM.name()).filter_map(known).collect()
}

/// One box that unfolds the questions: "keep this address secret".
pub(super) fn box_with_questions(
    form: &Form,
    field: Field<kind::Many>,
    candidates: &[(PersonId, String)],
) -> Checkboxes {
    let item = CheckboxItem::new("yes", "Keep this address secret").conditional(questions(form, candidates));
    Checkboxes::new(field.name())
        .choice(item)
        .values(form.posted().all(field.name()).map(str::to_owned).collect::<Vec<_>>())
}

/// The day on which a protection was set: that of the one before, or today.
pub(super) fn set_on(before: Option<&Protection>, visit: &Visit) -> Date {
    before.map_or(visit.today, |protection| protection.set_on)
}
