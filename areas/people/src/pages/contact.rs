//! `/people/{id}/contact/{adult}`: change how to reach an adult in a child's life, or the young person. Open to officers,
//! and to each person for themselves.

use ::access::EditContact;
use ::store::people::{self, read};
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use govuk::{Button, InsetText};
use maud::{Markup, html};
use record::{ContactPoint, ContactWay, Period, PersonId};
use web::{Field, Form, PageError, PageResult, Posted, Visit, kind};

use super::adult::words_of;
use crate::{
    access::{self, Opened},
    fields::{checkboxes, way},
    kept,
    letters::DetailsChanged,
    notices, once, shell,
};

const WAY: Field<kind::Text> = Field::new("way");
const FIRST: Field<kind::Many> = Field::new("first");

/// `GET /people/{id}/contact/{adult}`.
pub(crate) async fn show(visit: Visit, Path((id, adult)): Path<(String, String)>) -> PageResult {
    let (opened, adult) = access::open_adult::<EditContact>(&visit, &id, &adult, "contact details to change").await?;
    page(&visit, opened, adult, &Form::blank()).await
}

/// `POST /people/{id}/contact/{adult}`: adds a way to reach them.
pub(crate) async fn send(visit: Visit, Path((id, adult)): Path<(String, String)>, posted: Posted) -> PageResult {
    let draft = kept::name(&adult, "contact");
    kept::if_lapsed(&visit, &draft, &posted).await?;
    let (opened, adult) = access::open_adult::<EditContact>(&visit, &id, &adult, "contact details").await?;
    if let Some(before) = once::sent_before(&visit, &opened.tx, &posted, &draft).await? {
        opened.tx.commit().await?;
        return Ok(before);
    }
    let known = read::contact_points(&opened.tx, &opened.permit, visit.today).await?;
    let mut form = Form::of(posted.clone());
    let typed = form.text(WAY, "Enter an email address or a telephone number").map(|typed| way(&typed));
    let new = match typed {
        Some(Ok(way)) => Some(way),
        Some(Err(says)) => {
            form.error(WAY, says);
            None
        }
        None => None,
    };
    if new.as_ref().is_some_and(|new| known.iter().any(|point| same(&point.way, new))) {
        form.error(WAY, "This is on record already");
    }
    let (Some(new), false) = (new, form.has_errors()) else {
        crate::store::release_submission(&opened.tx, posted.get("submission")).await?;
        return page(&visit, opened, adult, &form).await;
    };
    let account = shell::account(&visit);
    let author = shell::author(&visit, &account);
    let first = form.posted().all(FIRST.name()).any(|value| value == "yes") || known.is_empty();
    for mut before in known.iter().filter(|point| first && point.preferred).cloned() {
        before.preferred = false;
        people::save(&opened.tx, &before, author).await?;
    }
    let point = ContactPoint {
        id: shell::new_id(&visit),
        person: adult,
        way: new,
        preferred: first,
        withhold_from: known.iter().flat_map(|point| point.withhold_from.iter().copied()).collect(),
        period: Period::since(visit.today),
    };
    people::save(&opened.tx, &point, author).await?;
    let at = format!("/people/{}/contact/{adult}", opened.child);
    tell(&visit, &opened, &known, &at).await?;
    once::done(opened.tx, &posted, at).await
}

/// `POST /people/{id}/contact/{adult}/end`: no longer use one of them.
pub(crate) async fn end(visit: Visit, Path((id, adult)): Path<(String, String)>, posted: Posted) -> PageResult {
    let (opened, adult) = access::open_adult::<EditContact>(&visit, &id, &adult, "contact details").await?;
    let known = read::contact_points(&opened.tx, &opened.permit, visit.today).await?;
    let found = known.iter().find(|point| point.id.to_string() == posted.get("point")).ok_or(PageError::NotFound)?;
    let mut ended = found.clone();
    // The last day was yesterday, so that it is out of use at once.
    ended.period.to = Some(visit.today.yesterday().unwrap_or(visit.today));
    let account = shell::account(&visit);
    people::save(&opened.tx, &ended, shell::author(&visit, &account)).await?;
    let at = format!("/people/{}/contact/{adult}", opened.child);
    tell(&visit, &opened, &known, &at).await?;
    opened.tx.commit().await?;
    Ok(Redirect::to(&at).into_response())
}

/// A message to the addresses known before.
async fn tell(visit: &Visit, opened: &Opened<EditContact>, known: &[ContactPoint], link: &str) -> PageResult<()> {
    let settings = &visit.site.settings;
    let context = DetailsChanged {
        area: settings.area_name.clone(),
        link: link.to_owned(),
        help_line: settings.help_line.clone(),
    };
    for point in known {
        if let ContactWay::Email(email) = &point.way {
            notices::promise(visit, &opened.tx, email.as_str(), "details-changed", &context).await?;
        }
    }
    Ok(())
}

fn same(one: &ContactWay, other: &ContactWay) -> bool {
    match (one, other) {
        (ContactWay::Email(one), ContactWay::Email(other)) => one.folded() == other.folded(),
        (ContactWay::Phone(one), ContactWay::Phone(other)) => one.normalised() == other.normalised(),
        _ => false,
    }
}

async fn page(visit: &Visit, opened: Opened<EditContact>, adult: PersonId, form: &Form) -> PageResult {
    let points = read::contact_points(&opened.tx, &opened.permit, visit.today).await?;
    let own = opened.permit.person() == Some(adult);
    opened.tx.commit().await?;
    let back = format!("/people/{}", opened.child);
    let title = if own { "How to reach you" } else { "How to reach them" };
    let page = visit.page(title).back(back.clone()).form(form);
    let at = format!("{back}/contact/{adult}");
    shell::show(visit, page, html! {
        h1 class="govuk-heading-l" { (title) }
        (list(visit, &points, &at))
        h2 class="govuk-heading-m" { "Add another" }
        form method="post" action=(at) novalidate {
            (visit.form_fields())
            (form.input(WAY).label("Email address or telephone number").width(30))
            (checkboxes(form, FIRST, [("yes", "Use this first")]))
            (Button::new("Add"))
        }
        (InsetText::new("When something here changes, we send a message to the email addresses known before, in case somebody else changed it."))
    })
    .await
}

fn list(visit: &Visit, points: &[ContactPoint], at: &str) -> Markup {
    html! {
        @if points.is_empty() { p class="govuk-body" { "Nothing is on record." } }
        @for point in points {
            form method="post" action={ (at) "/end" } novalidate {
                (visit.csrf_field())
                (crate::fields::hidden("point", &point.id.to_string()))
                p class="govuk-body govuk-!-margin-bottom-1" { (words_of(&point.way)) @if point.preferred { " (use this first)" } }
                (Button::new(html! { "No longer use it" span class="govuk-visually-hidden" { ": " (words_of(&point.way)) } }).secondary())
            }
        }
    }
}
