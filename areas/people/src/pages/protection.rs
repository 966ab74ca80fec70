//! `/people/{id}/addresses/{address}/protection`: keep an address secret, change how, or lift it.

use ::access::{EditPerson, ReadAddress};
use ::store::{
    changes::{self, Change},
    people::{self, read},
};
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use govuk::{Button, WarningText};
use maud::html;
use record::{Address, PersonId};
use serde_json::json;
use web::{Field, Form, PageError, PageResult, Posted, Visit, kind};

use super::{protecting, record::lines};
use crate::{
    access::{self, Opened},
    kept, shell,
    versions::{self, Clash, Question, SEEN, Versions},
};

const KEEP: Field<kind::Choice> = Field::new("keep");
const WHY_LIFTED: Field<kind::LongText> = Field::new("why-lifted");

const QUESTIONS: [Question; 4] = [
    Question {
        label: "Whether it is kept secret",
        names: &["keep"],
        words: |posted| (if posted.get("keep") == "yes" { "Kept secret" } else { "Not secret" }).to_owned(),
    },
    protecting::QUESTIONS[0],
    protecting::QUESTIONS[1],
    protecting::QUESTIONS[2],
];

async fn open(visit: &Visit, id: &str, address: &str, fields: &str) -> PageResult<(Opened<EditPerson>, Address)> {
    let opened = access::open::<EditPerson>(visit, id, fields).await?;
    let permit = opened.also::<ReadAddress>(visit, "address").await?;
    let all = read::addresses(&opened.tx, &permit).await?;
    let found = all.into_iter().find(|one| one.id.to_string() == address).ok_or(PageError::NotFound)?;
    Ok((opened, found))
}

fn on_record(address: &Address) -> Posted {
    let mut pairs = protecting::of(address.protected.as_ref());
    pairs.push(("keep".to_owned(), (if address.protected.is_some() { "yes" } else { "no" }).to_owned()));
    Posted::from_pairs(pairs)
}

/// `GET /people/{id}/addresses/{address}/protection`.
pub(crate) async fn show(visit: Visit, Path((id, address)): Path<(String, String)>) -> PageResult {
    let (opened, address) = open(&visit, &id, &address, "address protection to change").await?;
    let candidates = protecting::candidates(&opened).await?;
    let versions = Versions::of(&opened.tx, "address", address.id).await?;
    opened.tx.commit().await?;
    let begun = if address.protected.is_some() { on_record(&address) } else { Posted::from_pairs([("keep", "yes")]) };
    page(&visit, opened.child, &address, &candidates, &Form::of(begun), &versions).await
}

/// `POST /people/{id}/addresses/{address}/protection`.
pub(crate) async fn send(visit: Visit, Path((id, address)): Path<(String, String)>, posted: Posted) -> PageResult {
    kept::if_lapsed(&visit, &kept::name(&address, "protection"), &posted).await?;
    let (opened, address) = open(&visit, &id, &address, "address protection").await?;
    let candidates = protecting::candidates(&opened).await?;
    let versions = Versions::of(&opened.tx, "address", address.id).await?;
    let now = on_record(&address);
    let typed = versions::choose(&posted, &QUESTIONS, &now);
    let mut form = Form::of(typed.clone());
    let keep = form.choice(KEEP, &[("yes", true), ("no", false)], "Select whether to keep it secret");
    let set_on = protecting::set_on(address.protected.as_ref(), &visit);
    let (protected, why_lifted) = match keep {
        Some(true) => (protecting::read_answers(&mut form, &candidates, set_on, visit.today), None),
        Some(false) if address.protected.is_some() => {
            (None, form.long_text(WHY_LIFTED, "Say why it need not be kept secret any longer"))
        }
        _ => (None, None),
    };
    if form.has_errors() {
        opened.tx.commit().await?;
        return page(&visit, opened.child, &address, &candidates, &form, &versions).await;
    }
    let back = format!("/people/{}", opened.child);
    if !versions.is_current(&posted) {
        let began = versions.at::<Address>(posted.get(SEEN).parse().unwrap_or(0)).map(|address| on_record(&address));
        let action = format!("{back}/addresses/{}/protection", address.id);
        let clash = Clash { questions: &QUESTIONS, began, now, typed: &typed, action: &action, back: &back };
        if clash.matters() {
            return clash.page(&visit, opened.tx, &versions).await;
        }
    }
    let account = shell::account(&visit);
    let changed = Address { protected, ..address };
    people::save(&opened.tx, &changed, shell::author(&visit, &account)).await?;
    if let Some(why) = why_lifted {
        let change = Change {
            table: "address_protection".to_owned(),
            row_id: changed.id.to_string(),
            before: None,
            after: Some(json!({ "lifted": why })),
            author: account,
            at: visit.now,
        };
        changes::record(&opened.tx, &change).await?;
    }
    opened.tx.commit().await?;
    Ok(Redirect::to(&format!("{back}#addresses")).into_response())
}

async fn page(
    visit: &Visit,
    child: PersonId,
    address: &Address,
    candidates: &[(PersonId, String)],
    form: &Form,
    versions: &Versions,
) -> PageResult {
    let page = visit.page("Keep an address secret").back(format!("/people/{child}")).form(form);
    shell::show(visit, page, html! {
        h1 class="govuk-heading-l" { "Keep an address secret" }
        p class="govuk-body" { (lines(address)) }
        (WarningText::new("If somebody may be in danger, ring them before you change anything here."))
        form method="post" action={ "/people/" (child) "/addresses/" (address.id) "/protection" } novalidate {
            (visit.csrf_field())
            (versions.field_of(form))
            (form.radios(KEEP, [("yes", "Yes, keep it secret"), ("no", "No, it need not be secret")]).legend("Must it be kept secret?"))
            h2 class="govuk-heading-m" { "If it must" }
            (protecting::questions(form, candidates))
            @if address.protected.is_some() {
                h2 class="govuk-heading-m" { "If it need not any longer" }
                (form.textarea(WHY_LIFTED).label("Why not?").rows(3_u32))
            }
            (Button::new("Save"))
        }
    })
    .await
}
