//! `/people/{id}/consent/new`: record an answer about consent. A new answer ends the one before; both stay on record.

use ::access::EditPerson;
use ::store::people;
use axum::extract::Path;
use govuk::Button;
use maud::{Markup, html};
use record::{Consent, ConsentAnswer, ConsentPurpose, Period, Person, PersonId, RelationshipKind, rights};
use web::{Field, Form, PageResult, Posted, Visit, kind};

use super::new_capacity::who_is_there;
use crate::{
    access::{self, Opened},
    fields::past_date,
    kept, once, shell, words,
};

const PURPOSE: Field<kind::Choice> = Field::new("purpose");
const WHOM: Field<kind::Choice> = Field::new("whom");
const ANSWER: Field<kind::Choice> = Field::new("answer");
const BY: Field<kind::Choice> = Field::new("by");
const FROM: Field<kind::DateParts> = Field::new("from");

/// `GET /people/{id}/consent/new`.
pub(crate) async fn show(visit: Visit, Path(id): Path<String>) -> PageResult {
    let opened = access::open::<EditPerson>(&visit, &id, "consent to record").await?;
    let (person, adults) = who_is_there(&visit, &opened).await?;
    opened.tx.commit().await?;
    let (form, note) = kept::begin(&visit, &kept::name(&id, "consent"), Posted::default()).await?;
    page(&visit, &person, &adults, &form, note).await
}

/// `POST /people/{id}/consent/new`.
pub(crate) async fn send(visit: Visit, Path(id): Path<String>, posted: Posted) -> PageResult {
    let draft = kept::name(&id, "consent");
    kept::if_lapsed(&visit, &draft, &posted).await?;
    let opened = access::open::<EditPerson>(&visit, &id, "consent").await?;
    if let Some(before) = once::sent_before(&visit, &opened.tx, &posted, &draft).await? {
        opened.tx.commit().await?;
        return Ok(before);
    }
    let (person, adults) = who_is_there(&visit, &opened).await?;
    let mut form = Form::of(posted.clone());
    let Some(consent) = read_answers(&mut form, &opened, &person, &adults, &visit) else {
        once::not_kept(opened.tx, &posted).await?;
        return page(&visit, &person, &adults, &form, Markup::default()).await;
    };
    let account = shell::account(&visit);
    let author = shell::author(&visit, &account);
    for mut before in opened.relationships.consents.iter().filter(|before| same_question(before, &consent)).cloned() {
        before.period.to = Some(consent.period.from.yesterday().unwrap_or(consent.period.from));
        people::save(&opened.tx, &before, author).await?;
    }
    people::save(&opened.tx, &consent, author).await?;
    kept::discard(&visit, &opened.tx, &draft).await?;
    let to = format!("/people/{}#consent", opened.child);
    once::done(opened.tx, &posted, to).await
}

/// Is the earlier answer to the same question, and still in force when the new one begins?
fn same_question(before: &Consent, new: &Consent) -> bool {
    before.about == new.about
        && before.purpose == new.purpose
        && before.for_person == new.for_person
        && before.period.to.is_none_or(|last| last >= new.period.from)
}

fn read_answers(
    form: &mut Form,
    opened: &Opened<EditPerson>,
    person: &Person,
    adults: &[(PersonId, String)],
    visit: &Visit,
) -> Option<Consent> {
    let purposes: Vec<_> = words::PURPOSES.iter().map(|(value, one, _)| (*value, *one)).collect();
    let purpose = form.choice(PURPOSE, &purposes, "Select what the consent is for");
    let person_of = |form: &Form, field: Field<kind::Choice>| {
        let chosen = form.posted().get(field.name());
        let all = std::iter::once(person.id).chain(adults.iter().map(|(id, _)| *id));
        all.into_iter().find(|id| id.to_string() == chosen)
    };
    let whom = person_of(form, WHOM).filter(|id| *id != person.id);
    let by = person_of(form, BY);
    if by.is_none() {
        form.error(BY, "Select who answered");
    }
    let answer = form.choice(
        ANSWER,
        &[("given", ConsentAnswer::Given), ("withheld", ConsentAnswer::Withheld)],
        "Select what they answered",
    );
    let from = past_date(form, FROM, "date of the answer", visit);
    if let (Some(purpose), Some(by)) = (purpose, by) {
        if let Some(says) = may_not_answer(purpose, by, opened, person, visit) {
            form.error(BY, says);
        }
        if purpose == ConsentPurpose::SupporterAccess && whom.is_none() {
            form.error(WHOM, "Select who it lets in");
        }
    }
    if form.has_errors() {
        return None;
    }
    let (purpose, by) = (purpose?, by?);
    // Contact details are those of the adult who answers; everything else is about the child's record.
    let about = if purpose == ConsentPurpose::ShareContactDetails { by } else { person.id };
    Some(Consent {
        id: shell::new_id(visit),
        about,
        purpose,
        for_person: whom,
        answer: answer?,
        by,
        period: Period::since(from?),
    })
}

/// Why this person cannot answer this question.
fn may_not_answer(
    purpose: ConsentPurpose,
    by: PersonId,
    opened: &Opened<EditPerson>,
    person: &Person,
    visit: &Visit,
) -> Option<String> {
    let grown = rights::young_person_from(person.born) <= visit.today;
    let links = &opened.relationships.links;
    let represents = links.iter().any(|link| {
        link.kind == RelationshipKind::Representative
            && link.party == record::Party::Person(by)
            && link.is_verified_on(visit.today)
            && link.period.contains(visit.today)
    });
    match purpose {
        ConsentPurpose::ShareContactDetails if by == person.id => {
            Some("Select the adult whose contact details they are".to_owned())
        }
        ConsentPurpose::ShareContactDetails => None,
        ConsentPurpose::ParentAccess if !grown => None,
        _ if grown && by != person.id && !represents => Some(format!(
            "The rights have passed to {}: they, or a representative whose link is proved, must answer this",
            person.name.first()
        )),
        _ => None,
    }
}

async fn page(visit: &Visit, person: &Person, adults: &[(PersonId, String)], form: &Form, note: Markup) -> PageResult {
    let adults: Vec<(String, &str)> = adults.iter().map(|(id, name)| (id.to_string(), name.as_str())).collect();
    let child = person.id.to_string();
    let name = person.name.to_string();
    let listed = || adults.iter().map(|(id, name)| (id.as_str(), *name));
    let back = format!("/people/{}", person.id);
    let page = visit.page(format!("Consent about {name}")).back(back.clone()).form(form);
    shell::show(visit, page, html! {
        h1 class="govuk-heading-l" { "Consent about " (name) }
        (note)
        form method="post" action={ (back) "/consent/new" } novalidate data-autosave={ "/drafts/" (kept::name(person.id, "consent")) } {
            (visit.form_fields())
            (form.radios(PURPOSE, words::PURPOSES.iter().map(|(value, _, words)| (*value, *words))).legend("Consent …"))
            (form.select(WHOM, std::iter::once(("", "Nobody in particular")).chain(listed())).label("Whom does it let in?"))
            (form.radios(ANSWER, [("given", "They said yes"), ("withheld", "They said no, or took it back")]).legend("What did they answer?"))
            (form.select(BY, [("", "Choose"), (child.as_str(), name.as_str())].into_iter().chain(listed())).label("Who answered?"))
            (form.date_input(FROM).legend("When did they answer?").hint("For example, 27 3 2026"))
            (Button::new("Save"))
        }
    })
    .await
}
