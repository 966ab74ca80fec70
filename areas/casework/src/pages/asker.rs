//! `/cases/{case}/asker`: who asked, who of the family is linked to the child, and who can follow the case online.
//!
//! Nobody sees a child's record on their own word. An officer looks at proof, confirms the link, and invites: then
//! whoever asked, with or without an account, ends with a tracker that works.

pub mod add;
pub mod confirm;
mod fields;
mod links;

use ::access::DecideAssessment;
use ::store::people::{PossibleMatch, read};
use axum::{extract::Path, response::Response};
use govuk::InsetText;
use maud::html;
use record::Person;
use web::{Form, PageError, PageResult, Visit};

use super::parts;
use crate::{
    access::{self, Opened},
    file::CaseFile,
    store::{self, Contact},
};
use links::Linked;

/// What the page shows.
pub(super) struct Page {
    file: CaseFile,
    person: Person,
    contact: Option<Contact>,
    linked: Vec<Linked>,
}

/// `GET`.
pub async fn show(visit: Visit, Path(case): Path<String>) -> PageResult {
    let opened = access::open::<DecideAssessment>(&visit, &case, "links").await?;
    let page = load(&visit, &opened).await?;
    opened.tx.commit().await?;
    let form = add::starting_form(page.contact.as_ref());
    Ok(render(&visit, &page, &form, &Form::blank(), &[]))
}

/// Reads what the page shows, in the transaction of the permit.
async fn load(visit: &Visit, opened: &Opened<DecideAssessment>) -> PageResult<Page> {
    Ok(Page {
        file: opened.file.clone(),
        person: read::person(&opened.tx, &opened.permit).await?.ok_or(PageError::NotFound)?,
        contact: store::contact(&opened.tx, opened.file.id).await?,
        linked: links::read(visit, opened).await?,
    })
}

/// The page with its two forms: one for those who are linked already, one for somebody new.
fn render(visit: &Visit, page: &Page, adding: &Form, confirming: &Form, matches: &[PossibleMatch]) -> Response {
    let wrong = if adding.has_errors() { adding } else { confirming };
    let id = page.file.id;
    visit.page(format!("Who can follow {}", page.file.reference)).back(format!("/cases/{id}")).form(wrong).body(html! {
        (parts::head(&page.person, &page.file, false))
        h1 class="govuk-heading-l" { "Who can follow it" }
        @if let Some(contact) = &page.contact {
            (InsetText::new(html! {
                "Asked by " strong { (contact.name) }
                @if let Some(email) = &contact.email { ", " (email) }
                @if contact.account.is_none() { ". They asked without an account." }
            }))
        }
        h2 class="govuk-heading-m" { "Linked to the child" }
        @if page.linked.is_empty() { p class="govuk-body" { "Nobody of the family is linked to the child yet." } }
        @for one in &page.linked { (links::card(visit, &page.file, one, confirming)) }
        (add::questions(visit, &page.file, adding, matches))
    })
}
