//! `/people/{id}/addresses/new`: a new address, with who said so. The contact known before is asked whether it is right.

use ::access::{EditPerson, ReadAddress};
use ::store::people::{self, read};
use axum::{extract::Path, http::StatusCode};
use govuk::{Button, Fieldset, InsetText, Legend};
use jiff::{ToSpan, civil::Date};
use maud::{Markup, html};
use record::{Address, Period, Person, PersonId, Postcode, checks};
use web::{Field, Form, PageError, PageResult, Posted, Visit, kind};

use super::{protecting, record::lines};
use crate::{
    access::{self, Opened},
    fields::{hidden, parsed},
    kept, notices, once, shell,
    versions::SEEN,
    words,
};

const LINE_1: Field<kind::Text> = Field::new("line-1");
const LINE_2: Field<kind::Text> = Field::new("line-2");
const TOWN: Field<kind::Text> = Field::new("town");
const POSTAL: Field<kind::Text> = Field::new("postal");
const FROM: Field<kind::DateParts> = Field::new("from");
const SOURCE: Field<kind::Choice> = Field::new("source");
const REPLACES: Field<kind::Choice> = Field::new("replaces");
const SECRET: Field<kind::Many> = Field::new("secret");
/// How far ahead a move can be recorded, in months.
const AHEAD: i64 = 6;

/// What the page needs to know.
struct Context {
    person: Person,
    now: Vec<Address>,
    candidates: Vec<(PersonId, String)>,
    /// The newest address of all, so that one added meanwhile is noticed.
    newest: String,
}

async fn context(visit: &Visit, opened: &Opened<EditPerson>) -> PageResult<Context> {
    let person = read::person(&opened.tx, &opened.permit).await?.ok_or(PageError::NotFound)?;
    let permit = opened.also::<ReadAddress>(visit, "address").await?;
    let all = read::addresses(&opened.tx, &permit).await?;
    let newest = all.iter().map(|address| address.id).max().map_or_else(|| "none".to_owned(), |id| id.to_string());
    let now = all.into_iter().filter(|address| address.period.to.is_none_or(|last| last >= visit.today)).collect();
    Ok(Context { person, now, candidates: protecting::candidates(opened).await?, newest })
}

/// `GET /people/{id}/addresses/new`.
pub(crate) async fn show(visit: Visit, Path(id): Path<String>) -> PageResult {
    let opened = access::open::<EditPerson>(&visit, &id, "address to add").await?;
    let context = context(&visit, &opened).await?;
    opened.tx.commit().await?;
    // A secret address is followed by a secret one, unless somebody says otherwise.
    let secret = context.now.iter().find_map(|address| address.protected.as_ref());
    let mut begun = protecting::of(secret);
    begun.extend(secret.map(|_| ("secret".to_owned(), "yes".to_owned())));
    let (form, note) = kept::begin(&visit, &kept::name(&id, "address"), Posted::from_pairs(begun)).await?;
    page(&visit, &context, &form, note, StatusCode::OK).await
}

/// `POST /people/{id}/addresses/new`.
pub(crate) async fn send(visit: Visit, Path(id): Path<String>, posted: Posted) -> PageResult {
    let draft = kept::name(&id, "address");
    kept::if_lapsed(&visit, &draft, &posted).await?;
    let opened = access::open::<EditPerson>(&visit, &id, "address").await?;
    if let Some(before) = once::sent_before(&visit, &opened.tx, &posted, &draft).await? {
        opened.tx.commit().await?;
        return Ok(before);
    }
    let context = context(&visit, &opened).await?;
    let mut form = Form::of(posted.clone());
    let read = read_answers(&mut form, &context, &visit);
    let Some((address, replaces)) = read else {
        once::not_kept(opened.tx, &posted).await?;
        return page(&visit, &context, &form, Markup::default(), StatusCode::OK).await;
    };
    if posted.get(SEEN) != context.newest {
        once::not_kept(opened.tx, &posted).await?;
        let note = added_meanwhile(&context);
        let form = Form::of(with_seen(&posted, &context.newest));
        return page(&visit, &context, &form, note, StatusCode::CONFLICT).await;
    }
    let account = shell::account(&visit);
    let author = shell::author(&visit, &account);
    for mut before in context.now.into_iter().filter(|_| replaces) {
        before.period.to = Some(address.period.from.yesterday().unwrap_or(address.period.from));
        people::save(&opened.tx, &before, author).await?;
    }
    people::save(&opened.tx, &address, author).await?;
    let withheld = address.protected.map(|protection| protection.withhold_from).unwrap_or_default();
    let to = format!("/people/{}", opened.child);
    // The link names no part of the page either: a word in an address is a word in a message.
    notices::details_changed(&visit, &opened, &withheld, to.clone()).await?;
    kept::discard(&visit, &opened.tx, &draft).await?;
    once::done(opened.tx, &posted, format!("{to}#addresses")).await
}

fn with_seen(posted: &Posted, newest: &str) -> Posted {
    let others = posted.pairs().iter().filter(|(name, _)| name != SEEN).cloned();
    Posted::from_pairs(others.chain([(SEEN.to_owned(), newest.to_owned())]))
}

fn added_meanwhile(context: &Context) -> Markup {
    let newest = context.now.iter().max_by_key(|address| address.id);
    html! {
        (InsetText::new(html! {
            p class="govuk-body" { strong { "Somebody else changed the address while you had this page open." } " Nothing that you typed is lost, and nothing was saved yet." }
            @if let Some(address) = newest {
                p class="govuk-body" { "On record now, " (words::period(address.period).to_lowercase()) ":" br; (lines(address)) }
            }
            p class="govuk-body" { "If what you typed is still right, save it. If not, " a class="govuk-link" href={ "/people/" (context.person.id) } { "leave it as it is now" } "." }
        }))
    }
}

fn read_answers(form: &mut Form, context: &Context, visit: &Visit) -> Option<(Address, bool)> {
    let line_1 = form.text(LINE_1, "Enter the house and street");
    let line_2 = form.optional_text(LINE_2);
    let town = form.text(TOWN, "Enter the town or village");
    let postcode = parsed::<Postcode>(form, POSTAL);
    let from = form.date(FROM, "date from which they live there").filter(|from| possible(form, *from, context, visit));
    let sources: Vec<_> = words::SOURCES.iter().map(|(value, one, _)| (*value, *one)).collect();
    let source = form.choice(SOURCE, &sources, "Select who told us");
    let replaces = if context.now.is_empty() {
        Some(false)
    } else {
        form.choice(REPLACES, &[("yes", true), ("no", false)], "Select whether they have left the address before")
    };
    if let (Some(from), Some(true)) = (from, replaces)
        && let Some(before) = context.now.iter().find(|address| address.period.from >= from)
    {
        let says = format!(
            "The address before began on {}. The new one must begin after that",
            govuk::kit::long_date(before.period.from)
        );
        form.date_error(FROM, says);
    }
    let is_secret = form.posted().all(SECRET.name()).any(|value| value == "yes");
    let protected = if is_secret {
        let before = context.now.iter().find_map(|address| address.protected.as_ref());
        Some(protecting::read_answers(form, &context.candidates, protecting::set_on(before, visit), visit.today))
    } else {
        None
    };
    if form.has_errors() {
        return None;
    }
    let address = Address {
        id: shell::new_id(visit),
        person: context.person.id,
        lines: [line_1, line_2].into_iter().flatten().collect(),
        town: town?,
        postcode,
        uprn: None,
        period: Period::since(from?),
        source: source?,
        confirmed_on: None,
        protected: match protected {
            Some(protection) => Some(protection?),
            None => None,
        },
    };
    Some((address, replaces?))
}

/// Neither before birth nor far ahead.
fn possible(form: &mut Form, from: Date, context: &Context, visit: &Visit) -> bool {
    if let Err(wrong) = checks::period("The address", Period::since(from), context.person.born) {
        form.date_error(FROM, wrong.to_string());
        return false;
    }
    if from > visit.today.saturating_add(AHEAD.months()) {
        form.date_error(FROM, format!("The date must be within {AHEAD} months from today"));
        return false;
    }
    true
}

async fn page(visit: &Visit, context: &Context, form: &Form, note: Markup, status: StatusCode) -> PageResult {
    let id = context.person.id;
    let name = &context.person.name;
    let title = if status == StatusCode::CONFLICT { "Somebody else changed the address" } else { "Add an address" };
    let seen = match form.posted().get(SEEN) {
        "" => context.newest.as_str(),
        seen => seen,
    };
    let page = visit.page(format!("{title} for {name}")).status(status).back(format!("/people/{id}")).form(form);
    let group = |legend: &'static str, fields: Markup| Fieldset::new(Legend::new(legend).medium()).containing(fields);
    shell::show(visit, page, html! {
        h1 class="govuk-heading-l" { "Add an address for " (name) }
        (note)
        form method="post" action={ "/people/" (id) "/addresses/new" } novalidate data-autosave={ "/drafts/" (kept::name(id, "address")) } {
            (visit.form_fields())
            (hidden(SEEN, seen))
            (group("Address", html! {
                (form.input(LINE_1).label("House and street"))
                (form.input(LINE_2).label("Second line (optional)"))
                (form.input(TOWN).label("Town or village").width(20))
                (form.input(POSTAL).label("Postcode (optional)").width(10))
            }))
            (form.date_input(FROM).legend("From when do they live there?").hint("For example, 27 3 2026"))
            @if !context.now.is_empty() {
                (form.radios(REPLACES, [("yes", "Yes, they live only here from then on"), ("no", "No, they live at both")]).legend("Have they left the address before?").hint(maud::PreEscaped(context.now.iter().map(|address| lines(address).into_string()).collect::<Vec<_>>().join("<br><br>"))))
            }
            (form.radios(SOURCE, words::SOURCES.iter().map(|(value, _, words)| (*value, *words))).legend("Who told us?"))
            (protecting::box_with_questions(form, SECRET, &context.candidates).legend("Must it be kept secret?"))
            (InsetText::new("When you save, we ask the family by the contact we know already whether this is right. The message names neither the child nor the address. Nobody from whom you withhold the address is asked."))
            (Button::new("Save the address"))
        }
    })
    .await
}
