//! `/people/{id}/adults/{link}`: one link, with its proof, its order, and how to reach the adult where that may be shown.

use ::access::{EditContact, ReadContact, ReadPerson};
use ::store::people::{self, read};
use axum::extract::Path;
use govuk::{Button, SummaryList, Tag, TagColour, kit::long_date};
use maud::{Markup, html};
use record::{ContactPoint, ContactWay, Organisation, Party, Relationship};
use web::{PageError, PageResult, Visit};

use super::record::{Reader, gives_nothing_away, own, proved};
use crate::{
    access::{self, Opened},
    shell,
    store::protection,
    versions::name_of,
    words,
};

/// `GET /people/{id}/adults/{link}`.
pub(crate) async fn show(visit: Visit, Path((id, link)): Path<(String, String)>) -> PageResult {
    let opened = access::open::<ReadPerson>(&visit, &id, "an adult").await?;
    let secrecy = protection::secrecy(&opened.tx, &opened.permit, visit.today).await?;
    let reader = Reader::of(&visit, &opened, &secrecy);
    let all = read::linked_adults(&opened.tx, &opened.permit).await?;
    let (link, name) = all.into_iter().find(|(one, _)| one.id.to_string() == link).ok_or(PageError::NotFound)?;
    let hidden_by = secrecy.since.filter(|_| reader.is_kept_away);
    if hidden_by.is_some_and(|since| !gives_nothing_away(&link, since) && !own(&link, &visit)) {
        return Err(PageError::NotFound);
    }
    let name = match (&link.party, name) {
        (_, Some(name)) => name.to_string(),
        (Party::Organisation(body), _) => {
            people::find::<Organisation>(&opened.tx, *body).await?.map_or_else(String::new, |found| found.name)
        }
        _ => "Somebody no longer on record".to_owned(),
    };
    let contact = contact(&visit, &opened, &link).await?;
    let may_change = matches!(link.party, Party::Person(adult) if opened.may_adult::<EditContact>(&visit, adult));
    let by = match link.verified.as_ref().and_then(|proof| proof.by) {
        Some(account) if !reader.is_family => Some(name_of(&opened.tx, &account.to_string()).await?),
        _ => None,
    };
    opened.tx.commit().await?;
    let at = format!("/people/{}", opened.child);
    let page = visit.page(format!("{name}: {}", link.kind.words())).back(at.clone());
    shell::show(&visit, page, html! {
        h1 class="govuk-heading-l" { (name) }
        (facts(&link, &visit, reader, by))
        h2 class="govuk-heading-m" { "How to reach them" }
        (contact.unwrap_or_else(|| html! { p class="govuk-body" { "Not shown here: nobody has shared it with you." } }))
        @if let (true, Party::Person(adult)) = (may_change, link.party) {
            (Button::link("Change how to reach them", format!("{at}/contact/{adult}")).secondary())
        }
        @if reader.may_edit {
            h2 class="govuk-heading-m" { "Change this link" }
            ul class="govuk-list" {
                li { a class="govuk-link" href={ (at) "/adults/" (link.id) "/prove" } { "Record how it is proved" } }
                li { a class="govuk-link" href={ (at) "/adults/" (link.id) "/order" } { "Record or lift a court order that keeps them away" } }
                @if link.period.to.is_none() { li { a class="govuk-link" href={ (at) "/adults/" (link.id) "/end" } { "End it" } } }
            }
        }
    })
    .await
}

fn facts(link: &Relationship, visit: &Visit, reader: Reader, by: Option<String>) -> Markup {
    let mut list = SummaryList::new()
        .row("What they are", link.kind.words())
        .row("When", words::period(link.period))
        .row(
            "Parental responsibility",
            if link.kind.has_responsibility() { "Yes, if the link is proved" } else { "No" },
        )
        .row("Proved", proved(link, visit));
    if let Some(proof) = &link.verified {
        let by = by.map_or_else(String::new, |name| format!(", by {name}"));
        let until = proof.expires_on.map_or_else(String::new, |day| format!(". Good until {}", long_date(day)));
        list = list.row("How", format!("By {}, on {}{by}{until}", words::evidence(proof.how), long_date(proof.on)));
    }
    if let Some(authority) = &link.authority {
        list = list.row(
            "Written authority",
            format!("Signed on {}, until {}", long_date(authority.signed_on), long_date(authority.until)),
        );
    }
    if let (true, Some(order)) = (reader.is_caseworker, &link.restricted_by_order) {
        let tag = if link.is_restricted_on(visit.today) {
            Tag::new("Kept away").colour(TagColour::Red)
        } else {
            Tag::new("Not in force").colour(TagColour::Grey)
        };
        list = list.row("Court order", html! { (tag) " " (order.title) ". " (words::period(order.period)) });
    }
    html! { (list) }
}

/// The ways to reach the adult, if the reader may see them, with an audit row of its own.
async fn contact(visit: &Visit, opened: &Opened<ReadPerson>, link: &Relationship) -> PageResult<Option<Markup>> {
    let Party::Person(adult) = link.party else { return Ok(None) };
    if !opened.may_adult::<ReadContact>(visit, adult) {
        return Ok(None);
    }
    let permit = opened.also_adult::<ReadContact>(visit, adult, "contact details").await?;
    let points = read::contact_points(&opened.tx, &permit, visit.today).await?;
    Ok(Some(points_list(&points)))
}

/// Ways to reach somebody, the first to use first.
pub(super) fn points_list(points: &[ContactPoint]) -> Markup {
    html! {
        @if points.is_empty() { p class="govuk-body" { "Nothing is on record." } } @else {
            ul class="govuk-list" {
                @for point in points { li { (words_of(&point.way)) @if point.preferred { " (use this first)" } } }
            }
        }
    }
}

/// An address or number, as people read it.
pub(super) fn words_of(way: &ContactWay) -> String {
    match way {
        ContactWay::Email(email) => email.to_string(),
        ContactWay::Phone(phone) => phone.to_string(),
    }
}
