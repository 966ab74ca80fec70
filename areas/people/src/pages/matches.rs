//! `/people/{id}/matches`: other records that may be of the same person, side by side; somebody judges each.

use ::access::{EditPerson, ReadAddress};
use ::store::people::{PossibleMatch, possible_matches, read};
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use govuk::{Button, InsetText, Radios, Textarea, kit::long_moment};
use maud::{Markup, html};
use record::{Person, PersonId, Postcode};
use web::{Field, Form, PageError, PageResult, Posted, Visit, kind};

use crate::{
    access::{self, Opened},
    fields::hidden,
    kept, offer, shell,
    store::match_answers::{self, Answer, Judged},
};

const ANSWER: Field<kind::Choice> = Field::new("answer");
const WHY: Field<kind::LongText> = Field::new("why");

async fn find(visit: &Visit, opened: &Opened<EditPerson>) -> PageResult<(Person, Vec<PossibleMatch>, Vec<Judged>)> {
    let person = read::person(&opened.tx, &opened.permit).await?.ok_or(PageError::NotFound)?;
    let postcodes: Vec<Postcode> = if opened.may::<ReadAddress>(visit) {
        let permit = opened.also::<ReadAddress>(visit, "postcode, to compare").await?;
        read::addresses(&opened.tx, &permit).await?.iter().filter_map(|address| address.postcode).collect()
    } else {
        Vec::new()
    };
    let judged = match_answers::about(&opened.tx, person.id).await?;
    let found = possible_matches(&opened.tx, &opened.permit, &person, &postcodes).await?;
    let found = offer::unjudged(visit, &opened.tx, person.id, found).await?;
    Ok((person, found, judged))
}

/// `GET /people/{id}/matches`.
pub(crate) async fn show(visit: Visit, Path(id): Path<String>) -> PageResult {
    let opened = access::open::<EditPerson>(&visit, &id, "likely matches").await?;
    page(&visit, opened, None).await
}

/// `POST /people/{id}/matches`: one judgement.
pub(crate) async fn send(visit: Visit, Path(id): Path<String>, posted: Posted) -> PageResult {
    kept::if_lapsed(&visit, &kept::name(&id, "matches"), &posted).await?;
    let opened = access::open::<EditPerson>(&visit, &id, "likely matches").await?;
    let (person, found, judged) = find(&visit, &opened).await?;
    let chosen = posted.get("other");
    let other = found
        .iter()
        .map(|one| one.person.id)
        .chain(judged.iter().map(|judged| judged.other))
        .find(|other| other.to_string() == chosen)
        .ok_or(PageError::NotFound)?;
    let mut form = Form::of(posted);
    let answer =
        form.choice(ANSWER, &[("same", Answer::Same), ("different", Answer::Different)], "Select one person or two");
    let why = form.long_text(WHY, "Say what you looked at");
    let (Some(answer), Some(why)) = (answer, why) else {
        return page(&visit, opened, Some((other, form))).await;
    };
    let by = shell::account(&visit);
    match_answers::judge(&opened.tx, person.id, other, answer, &why, &by, visit.now).await?;
    opened.tx.commit().await?;
    Ok(Redirect::to(&format!("/people/{}/matches", person.id)).into_response())
}

async fn page(visit: &Visit, opened: Opened<EditPerson>, wrong: Option<(PersonId, Form)>) -> PageResult {
    let (person, found, judged) = find(visit, &opened).await?;
    let shown: Vec<PersonId> = found.iter().map(|one| one.person.id).collect();
    offer::note_shown(visit, &opened.tx, &opened.permit, shown, "name, date of birth and numbers").await?;
    opened.tx.commit().await?;
    let back = format!("/people/{}", person.id);
    let page = visit.page(format!("Records that may also be of {}", person.name)).back(back.clone());
    let page = match &wrong {
        Some((_, form)) => page.form(form),
        None => page,
    };
    let body = html! {
        h1 class="govuk-heading-l" { "Records that may also be of " (person.name) }
        (InsetText::new("The program never merges records. If two are of one person, say so here: each record then names the other, and somebody sets the details right in both."))
        @if found.is_empty() { p class="govuk-body" { "No other record looks alike, or every one has been judged." } }
        @for one in &found {
            h2 class="govuk-heading-m" { (one.person.name) }
            (offer::side_by_side("This record", &person, one))
            p class="govuk-body" { a class="govuk-link" href={ "/people/" (one.person.id) } { "Open the record of " (one.person.name) " (" (one.person.id) ")" } }
            (judge_form(visit, &back, one.person.id, &one.person.name.to_string(), wrong.as_ref()))
        }
        (judgements(&judged))
        p class="govuk-body" { a class="govuk-link" href=(back) { "Go to the record" } }
    };
    shell::show(visit, page, body).await
}

/// The form of one judgement. Its fields carry no error of another one's.
fn judge_form(visit: &Visit, back: &str, other: PersonId, name: &str, wrong: Option<&(PersonId, Form)>) -> Markup {
    let blank = Form::blank();
    let (form, is_it) = match wrong {
        Some((of, form)) if *of == other => (form, true),
        _ => (&blank, false),
    };
    let items = [("same", "One person with two records"), ("different", "Two people")];
    // Ids are unique on the page; the form with the error has the ids that the summary points at.
    let (radios, why): (Radios, Textarea) = if is_it {
        (form.radios(ANSWER, items), form.textarea(WHY))
    } else {
        (form.radios(ANSWER, items).id_prefix(format!("answer-{other}")), form.textarea(WHY).id(format!("why-{other}")))
    };
    html! {
        form method="post" action={ (back) "/matches" } novalidate {
            (visit.csrf_field())
            (hidden("other", &other.to_string()))
            (radios.legend(format!("Is {name} the same person?")))
            (why.label("What did you look at?").rows(2_u32))
            (Button::new(html! { "Save" span class="govuk-visually-hidden" { " the answer about " (name) } }))
        }
    }
}

fn judgements(judged: &[Judged]) -> Markup {
    html! {
        @if !judged.is_empty() {
            h2 class="govuk-heading-m" { "Judged before" }
            ul class="govuk-list govuk-list--bullet" {
                @for one in judged {
                    li {
                        a class="govuk-link" href={ "/people/" (one.other) } { (one.other) } ": "
                        @if one.answer == Answer::Same { "one person with two records" } @else { "two people" }
                        ". " (one.words) " (" (long_moment(one.at)) ")"
                    }
                }
            }
        }
    }
}
