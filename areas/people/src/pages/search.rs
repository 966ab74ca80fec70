//! `/people`: find a person by name, date of birth or number.

use ::access::{Permit, SearchPeople};
use ::store::{
    Tx,
    people::{self, Found, PeopleQuery},
};
use axum::{
    extract::Query,
    response::{IntoResponse, Redirect},
};
use govuk::{
    Button, Pagination,
    kit::{Column, WorkQueue, long_date},
};
use maud::{Markup, html};
use record::{PersonId, checks::OLDEST_CHILD, person::age_on};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use web::{Field, Form, PageResult, Posted, Visit, drafts, kind};

use crate::{
    access, offer, shell,
    store::search::{self, ChildOf},
};

const TEXT: Field<kind::Text> = Field::new("text");
const BORN: Field<kind::DateParts> = Field::new("born");
/// People on a page.
const PAGE: usize = 25;

/// What an address asks for: which search, and after whom. Names and dates never stand in an address.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    search: String,
    #[serde(default)]
    after: String,
}

/// `POST /people`: keeps what was typed with the account, and leads to an address that says nothing of it.
pub(crate) async fn send(visit: Visit, posted: Posted) -> PageResult {
    access::may_begin::<SearchPeople>(&visit, "names").await?;
    if posted.is_blank() {
        return Ok(Redirect::to("/people").into_response());
    }
    let search: ulid::Ulid = shell::new_id(&visit);
    let typed = posted.pairs().iter().filter(|(name, _)| name == TEXT.name() || name.starts_with(BORN.name()));
    drafts::save(&visit, &format!("people-search-{search}"), &Posted::from_pairs(typed.cloned())).await?;
    Ok(Redirect::to(&format!("/people?search={search}")).into_response())
}

/// `GET /people`: the form, and the people found if something was asked.
pub(crate) async fn show(visit: Visit, Query(asked): Query<Asked>) -> PageResult {
    access::may_begin::<SearchPeople>(&visit, "names").await?;
    let kept = match asked.search.parse::<ulid::Ulid>() {
        Ok(search) => drafts::load(&visit, &format!("people-search-{search}")).await?,
        Err(_) => None,
    };
    let mut form = kept.map_or_else(Form::blank, |draft| Form::of(draft.posted));
    let text = form.optional_text(TEXT).unwrap_or_default();
    let born = form.optional_date(BORN, "date of birth");
    let asks = (!text.is_empty() || born.is_some()) && !form.has_errors();
    let results = if asks {
        let (tx, permit) = access::service::<SearchPeople>(&visit, "names").await?;
        let results = find(&visit, &tx, &permit, &asked, text, born).await?;
        tx.commit().await?;
        Some(results)
    } else {
        None
    };
    let title = if results.is_some() { "People found" } else { "Find a person" };
    let page = visit.page(title).wide().form(&form);
    shell::show(&visit, page, body(&visit, &form, results)).await
}

async fn find(
    visit: &Visit,
    tx: &Tx,
    permit: &Permit<SearchPeople>,
    asked: &Asked,
    text: String,
    born: Option<jiff::civil::Date>,
) -> PageResult<Markup> {
    let after = match asked.after.parse::<PersonId>() {
        Ok(id) => search::name_of(tx, permit, id).await?.map(|name| (name, id)),
        Err(_) => None,
    };
    let mut found = people::search(tx, permit, &PeopleQuery { text, born, after, limit: PAGE as u64 + 1 }).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let last = found.last().map(|last| last.id).filter(|_| more);
    let next = last.map(|last| format!("/people?search={}&after={last}", asked.search));
    if let Some(viewer) = &visit.viewer {
        let ids: Vec<PersonId> = found.iter().map(|one| one.id).collect();
        let locked = search::locked_to(tx, viewer.account, &ids, visit.today).await?;
        found.retain(|one| !locked.contains(&one.id));
    }
    let adults: Vec<PersonId> = found.iter().filter(|one| is_adult(one, visit.today)).map(|one| one.id).collect();
    let mut children = search::children_of(tx, permit, &adults, visit.today).await?;
    leave_out_locked(visit, tx, &mut children).await?;
    let shown: BTreeSet<PersonId> =
        found.iter().map(|one| one.id).chain(children.values().flatten().map(|child| child.id)).collect();
    offer::note_shown(visit, tx, permit, shown, "name and date of birth").await?;
    Ok(list(&found, &children, next, visit))
}

async fn leave_out_locked(visit: &Visit, tx: &Tx, children: &mut BTreeMap<PersonId, Vec<ChildOf>>) -> PageResult<()> {
    let Some(viewer) = &visit.viewer else { return Ok(()) };
    let ids: Vec<PersonId> = children.values().flatten().map(|child| child.id).collect();
    let locked = search::locked_to(tx, viewer.account, &ids, visit.today).await?;
    for of_one in children.values_mut() {
        of_one.retain(|child| !locked.contains(&child.id));
    }
    Ok(())
}

fn body(visit: &Visit, form: &Form, results: Option<Markup>) -> Markup {
    html! {
        h1 class="govuk-heading-l" { "Find a person" }
        form method="post" action="/people" novalidate {
            (visit.csrf_field())
            (form.input(TEXT).label("Name or number").hint("Any part of a name, in any order. Or a unique pupil number, unique learner number or NHS number.").width(30))
            (form.date_input(BORN).legend("Date of birth (optional)").hint("For example, 27 3 2017"))
            (Button::new("Search"))
        }
        @if let Some(results) = results { (results) }
        h2 class="govuk-heading-m" { "Not on record yet?" }
        p class="govuk-body" { "Search first. If they are not here, " a class="govuk-link" href="/people/new" { "add a child or young person" } "." }
    }
}

fn list(found: &[Found], children: &BTreeMap<PersonId, Vec<ChildOf>>, next: Option<String>, visit: &Visit) -> Markup {
    let mut queue = WorkQueue::new("People found")
        .column(Column::new("Name"))
        .column(Column::new("Date of birth"))
        .column(Column::new("Who they are"))
        .empty(html! { p class="govuk-body" { "Nobody on record fits. Try fewer letters, another spelling, or the date of birth alone." } });
    for one in found {
        let adult = is_adult(one, visit.today);
        let name = if adult {
            html! { (one.name.listed()) }
        } else {
            html! { a class="govuk-link" href={ "/people/" (one.id) } { (one.name.listed()) } }
        };
        let who = html! {
            @if adult { (adult_words(children.get(&one.id))) } @else { "Aged " (age_on(one.born, visit.today)) }
            @if !one.exact { br; "The name only sounds alike" }
        };
        queue = queue.row([name, html! { (long_date(one.born)) }, who]);
    }
    if let Some(next) = next {
        queue = queue.pagination(Pagination::of_parts(None, Some(("Next page", next.as_str()))));
    }
    html! { (queue) }
}

fn adult_words(children: Option<&Vec<ChildOf>>) -> Markup {
    let children = children.map_or(&[][..], Vec::as_slice);
    html! {
        @if children.is_empty() { "An adult who is linked to no child" } @else {
            "An adult linked to "
            @for (place, child) in children.iter().enumerate() {
                @if place > 0 { ", " }
                a class="govuk-link" href={ "/people/" (child.id) } { (child.name) } " (born " (long_date(child.born)) ")"
            }
        }
    }
}

fn is_adult(one: &Found, today: jiff::civil::Date) -> bool {
    age_on(one.born, today) > OLDEST_CHILD
}
