//! `/people/{id}/details`: change names, languages, needs and numbers.

mod answers;

use ::access::EditPerson;
use ::store::people::{self, possible_matches, read};
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect, Response},
};
use govuk::Button;
use maud::{Markup, html};
use record::{Person, PersonId};
use web::{Form, PageError, PageResult, Posted, Visit};

use crate::{
    access::{self, Opened},
    kept, offer, shell,
    versions::{self, Clash, SEEN, Versions},
};
pub(super) use answers::{questions, read_answers};

/// `GET /people/{id}/details`.
pub(crate) async fn show(visit: Visit, Path(id): Path<String>) -> PageResult {
    let opened = access::open::<EditPerson>(&visit, &id, "details to change").await?;
    let person = read::person(&opened.tx, &opened.permit).await?.ok_or(PageError::NotFound)?;
    let versions = Versions::of(&opened.tx, "person", person.id).await?;
    opened.tx.commit().await?;
    let (form, note) = kept::begin(&visit, &kept::name(person.id, "details"), answers::of(&person)).await?;
    page(&visit, &person, &form, &versions, note).await
}

/// `POST /people/{id}/details`.
pub(crate) async fn send(visit: Visit, Path(id): Path<String>, posted: Posted) -> PageResult {
    let draft = kept::name(&id, "details");
    kept::if_lapsed(&visit, &draft, &posted).await?;
    let opened = access::open::<EditPerson>(&visit, &id, "details").await?;
    let person = read::person(&opened.tx, &opened.permit).await?.ok_or(PageError::NotFound)?;
    let versions = Versions::of(&opened.tx, "person", person.id).await?;
    let now = answers::of(&person);
    let typed = versions::choose(&posted, answers::QUESTIONS, &now);
    let mut form = Form::of(typed.clone());
    let Some(changed) = read_answers(&mut form, &person, visit.today) else {
        opened.tx.commit().await?;
        return page(&visit, &person, &form, &versions, Markup::default()).await;
    };
    let back = format!("/people/{}", person.id);
    if !versions.is_current(&posted) {
        let seen = posted.get(SEEN).parse().unwrap_or(0);
        let began = versions.at::<Person>(seen).map(|person| answers::of(&person));
        let action = format!("{back}/details");
        let clash = Clash { questions: answers::QUESTIONS, began, now, typed: &typed, action: &action, back: &back };
        if clash.matters() {
            return clash.page(&visit, opened.tx, &versions).await;
        }
    }
    let account = shell::account(&visit);
    people::save(&opened.tx, &changed, shell::author(&visit, &account)).await?;
    kept::discard(&visit, &opened.tx, &draft).await?;
    let to = match matches_appeared(&visit, &opened, &changed).await? {
        true => format!("{back}/matches"),
        false => back,
    };
    opened.tx.commit().await?;
    Ok(Redirect::to(&to).into_response())
}

/// Whether, after the change, there is a likely match that nobody has judged.
async fn matches_appeared(visit: &Visit, opened: &Opened<EditPerson>, person: &Person) -> PageResult<bool> {
    let found = possible_matches(&opened.tx, &opened.permit, person, &[]).await?;
    Ok(offer::unjudged(visit, &opened.tx, person.id, found).await?.iter().any(|one| one.likeness.is_likely()))
}

async fn page(visit: &Visit, person: &Person, form: &Form, versions: &Versions, note: Markup) -> PageResult<Response> {
    let id: PersonId = person.id;
    let page = visit.page(format!("Change the details of {}", person.name)).back(format!("/people/{id}")).form(form);
    shell::show(visit, page, html! {
        h1 class="govuk-heading-l" { "Change the details of " (person.name) }
        (note)
        form method="post" action={ "/people/" (id) "/details" } novalidate data-autosave={ "/drafts/" (kept::name(id, "details")) } {
            (visit.csrf_field())
            (versions.field_of(form))
            (questions(form))
            (Button::new("Save"))
        }
    })
    .await
}
