//! `/people/{id}/capacity/new`: record an assessment of a young person's capacity for one decision.

use ::access::EditPerson;
use ::store::people::{self, read};
use axum::extract::Path;
use govuk::{Button, InsetText, kit::long_date};
use maud::{Markup, html};
use record::{CapacityDecision, CapacityOutcome, Party, Person, PersonId, rights};
use web::{Field, Form, PageError, PageResult, Posted, Visit, kind};

use crate::{
    access::{self, Opened},
    fields::past_date,
    kept, once, shell, words,
};

const DECISION: Field<kind::Choice> = Field::new("decision");
const FOUND: Field<kind::Choice> = Field::new("found");
const REPRESENTATIVE: Field<kind::Choice> = Field::new("representative");
const ON: Field<kind::DateParts> = Field::new("on");
const BY: Field<kind::Text> = Field::new("assessed-by");
const REVIEW: Field<kind::DateParts> = Field::new("review");

/// `GET /people/{id}/capacity/new`.
pub(crate) async fn show(visit: Visit, Path(id): Path<String>) -> PageResult {
    let opened = access::open::<EditPerson>(&visit, &id, "capacity to record").await?;
    let (person, adults) = who_is_there(&visit, &opened).await?;
    opened.tx.commit().await?;
    let (form, note) = kept::begin(&visit, &kept::name(&id, "capacity"), Posted::default()).await?;
    page(&visit, &person, &adults, &form, note).await
}

/// `POST /people/{id}/capacity/new`.
pub(crate) async fn send(visit: Visit, Path(id): Path<String>, posted: Posted) -> PageResult {
    let draft = kept::name(&id, "capacity");
    kept::if_lapsed(&visit, &draft, &posted).await?;
    let opened = access::open::<EditPerson>(&visit, &id, "capacity").await?;
    if let Some(before) = once::sent_before(&visit, &opened.tx, &posted, &draft).await? {
        opened.tx.commit().await?;
        return Ok(before);
    }
    let (person, adults) = who_is_there(&visit, &opened).await?;
    let mut form = Form::of(posted.clone());
    let Some(found) = read_answers(&mut form, &person, &adults, &visit) else {
        once::not_kept(opened.tx, &posted).await?;
        return page(&visit, &person, &adults, &form, Markup::default()).await;
    };
    let account = shell::account(&visit);
    people::save(&opened.tx, &found, shell::author(&visit, &account)).await?;
    kept::discard(&visit, &opened.tx, &draft).await?;
    let to = format!("/people/{}#capacity", opened.child);
    once::done(opened.tx, &posted, to).await
}

/// The young person, and the adults linked to them today.
pub(super) async fn who_is_there(
    visit: &Visit,
    opened: &Opened<EditPerson>,
) -> PageResult<(Person, Vec<(PersonId, String)>)> {
    let person = read::person(&opened.tx, &opened.permit).await?.ok_or(PageError::NotFound)?;
    let mut adults: Vec<(PersonId, String)> = Vec::new();
    for (link, name) in read::linked_adults(&opened.tx, &opened.permit).await? {
        if let (Party::Person(adult), Some(name)) = (link.party, name)
            && link.period.contains(visit.today)
            && !adults.iter().any(|(known, _)| *known == adult)
        {
            adults.push((adult, format!("{name} ({})", link.kind.words().to_lowercase())));
        }
    }
    Ok((person, adults))
}

fn read_answers(
    form: &mut Form,
    person: &Person,
    adults: &[(PersonId, String)],
    visit: &Visit,
) -> Option<CapacityDecision> {
    let passes_on = rights::young_person_from(person.born);
    if visit.today < passes_on {
        let says = format!("The parents decide until {}. Capacity is recorded from then on", long_date(passes_on));
        form.error(DECISION, says);
    }
    let kinds: Vec<_> = words::DECISIONS.iter().map(|(value, one, _)| (*value, *one)).collect();
    let decision = form.choice(DECISION, &kinds, "Select which decision it is about");
    let lacks = form.choice(FOUND, &[("has", false), ("lacks", true)], "Select what was found");
    let chosen = form.posted().get(REPRESENTATIVE.name());
    let representative = adults.iter().map(|(id, _)| *id).find(|id| id.to_string() == chosen);
    let assessed_on = past_date(form, ON, "date of the assessment", visit);
    if assessed_on.is_some_and(|day| day < person.born) {
        form.date_error(ON, "The date of the assessment must be after the date of birth");
    }
    let assessed_by = form.text(BY, "Enter who assessed it: their name and role");
    let review_on = form.optional_date(REVIEW, "date to look again");
    if let (Some(review), Some(assessed)) = (review_on, assessed_on)
        && review <= assessed
    {
        form.date_error(REVIEW, "The date to look again must be after the assessment");
    }
    if form.has_errors() {
        return None;
    }
    Some(CapacityDecision {
        id: shell::new_id(visit),
        person: person.id,
        decision: decision?,
        outcome: if lacks? { CapacityOutcome::LacksCapacity { representative } } else { CapacityOutcome::HasCapacity },
        assessed_on: assessed_on?,
        assessed_by: assessed_by?,
        review_on,
    })
}

async fn page(visit: &Visit, person: &Person, adults: &[(PersonId, String)], form: &Form, note: Markup) -> PageResult {
    let adults: Vec<(String, &str)> = adults.iter().map(|(id, name)| (id.to_string(), name.as_str())).collect();
    let back = format!("/people/{}", person.id);
    let page = visit.page(format!("Capacity of {} to decide", person.name)).back(back.clone()).form(form);
    shell::show(visit, page, html! {
        h1 class="govuk-heading-l" { "Capacity of " (person.name) " to decide" }
        (note)
        (InsetText::new("Capacity belongs to one decision at one time, never to a person. Everybody is presumed to have it. Record what was assessed, by whom and when."))
        form method="post" action={ (back) "/capacity/new" } novalidate data-autosave={ "/drafts/" (kept::name(person.id, "capacity")) } {
            (visit.form_fields())
            (form.radios(DECISION, words::DECISIONS.iter().map(|(value, _, words)| (*value, *words))).legend("Which decision: to …"))
            (form.radios(FOUND, [("has", "They can make this decision, with support where needed"), ("lacks", "They lack capacity for this decision")]).legend("What was found?"))
            (form.select(REPRESENTATIVE, std::iter::once(("", "Nobody is appointed: the parents decide")).chain(adults.iter().map(|(id, name)| (id.as_str(), *name)))).label("If they lack it, who is the appointed deputy, attorney or other representative?").hint("Link the person to the record as a representative first."))
            (form.date_input(ON).legend("When was it assessed?").hint("For example, 27 3 2026"))
            (form.input(BY).label("Who assessed it?").hint("Name and role, for example “Dr Vale, clinical psychologist”"))
            (form.date_input(REVIEW).legend("When is it to be looked at again? (optional)"))
            (Button::new("Save"))
        }
    })
    .await
}
