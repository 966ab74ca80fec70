//! `/people/{id}/adults/new`: link an adult to a child, with a look at who is on record already.

mod answers;

use ::access::EditPerson;
use ::store::people::{self, PossibleMatch, possible_matches, read};
use axum::extract::Path;
use govuk::{Button, Radios};
use maud::{Markup, html};
use record::{ContactPoint, Party, Period, Person, PersonId};
use web::{Form, PageError, PageResult, Posted, Visit};

use crate::{
    access::{self, Opened},
    fields::hidden,
    kept, offer, once, shell,
};
use answers::{Entered, questions, read_answers};

/// The field of the answer to "is it one of these?": a person's id, or "new".
const MATCH: &str = "match";

/// `GET /people/{id}/adults/new`.
pub(crate) async fn show(visit: Visit, Path(id): Path<String>) -> PageResult {
    let opened = access::open::<EditPerson>(&visit, &id, "adult to add").await?;
    let (child, signers) = who_is_there(&opened).await?;
    opened.tx.commit().await?;
    let (form, note) = kept::begin(&visit, &kept::name(&id, "adult"), Posted::default()).await?;
    page(&visit, &child, &signers, &form, note).await
}

/// `POST /people/{id}/adults/new`.
pub(crate) async fn send(visit: Visit, Path(id): Path<String>, posted: Posted) -> PageResult {
    let draft = kept::name(&id, "adult");
    kept::if_lapsed(&visit, &draft, &posted).await?;
    let opened = access::open::<EditPerson>(&visit, &id, "adult").await?;
    if let Some(before) = once::sent_before(&visit, &opened.tx, &posted, &draft).await? {
        opened.tx.commit().await?;
        return Ok(before);
    }
    let (child, signers) = who_is_there(&opened).await?;
    let mut form = Form::of(posted.clone());
    let Some(entered) = read_answers(&mut form, &child, &signers, &visit) else {
        once::not_kept(opened.tx, &posted).await?;
        return page(&visit, &child, &signers, &form, Markup::default()).await;
    };
    let found = possible_matches(&opened.tx, &opened.permit, &entered.person, &[]).await?;
    let mut found = offer::few(&visit, &opened.tx, found).await?;
    found.retain(|one| one.person.id != child.id);
    let chosen = posted.get(MATCH);
    let known = found.iter().find(|one| one.person.id.to_string() == chosen).map(|one| one.person.clone());
    if !found.is_empty() && known.is_none() && chosen != "new" {
        let shown: Vec<PersonId> = found.iter().map(|one| one.person.id).collect();
        offer::note_shown(&visit, &opened.tx, &opened.permit, shown, "name and date of birth").await?;
        once::not_kept(opened.tx, &posted).await?;
        return choose(&visit, &child, &entered, &found, &posted, !chosen.is_empty()).await;
    }
    let to = keep(&visit, &opened, entered, known, &found).await?;
    kept::discard(&visit, &opened.tx, &draft).await?;
    once::done(opened.tx, &posted, to).await
}

/// Keeps the person, if new, with the way to reach them and the link. Returns the address of the link's page.
async fn keep(
    visit: &Visit,
    opened: &Opened<EditPerson>,
    entered: Entered,
    known: Option<Person>,
    found: &[PossibleMatch],
) -> PageResult<String> {
    let account = shell::account(visit);
    let author = shell::author(visit, &account);
    let person = match known {
        Some(person) => person,
        None => {
            people::save(&opened.tx, &entered.person, author).await?;
            let others: Vec<PersonId> = found.iter().map(|one| one.person.id).collect();
            let why = "Judged when the second was entered.";
            offer::all_different(visit, &opened.tx, entered.person.id, &others, why).await?;
            entered.person
        }
    };
    let mut link = entered.link;
    link.party = Party::Person(person.id);
    people::save(&opened.tx, &link, author).await?;
    if let Some(way) = entered.way {
        let point = ContactPoint {
            id: shell::new_id(visit),
            person: person.id,
            way,
            preferred: true,
            withhold_from: Vec::new(),
            period: Period::since(visit.today),
        };
        people::save(&opened.tx, &point, author).await?;
    }
    Ok(format!("/people/{}/adults/{}", opened.child, link.id))
}

/// The child, and who may have signed an authority: the child and the adults linked to them.
async fn who_is_there(opened: &Opened<EditPerson>) -> PageResult<(Person, Vec<(PersonId, String)>)> {
    let child = read::person(&opened.tx, &opened.permit).await?.ok_or(PageError::NotFound)?;
    let mut signers = vec![(child.id, child.name.to_string())];
    for (link, name) in read::linked_adults(&opened.tx, &opened.permit).await? {
        if let (Party::Person(person), Some(name)) = (link.party, name)
            && !signers.iter().any(|(known, _)| *known == person)
        {
            signers.push((person, name.to_string()));
        }
    }
    Ok((child, signers))
}

/// "Is it one of these?"
async fn choose(
    visit: &Visit,
    child: &Person,
    entered: &Entered,
    found: &[PossibleMatch],
    posted: &Posted,
    again: bool,
) -> PageResult {
    let options: Vec<(String, String)> = found
        .iter()
        .map(|one| {
            (one.person.id.to_string(), format!("{}, born {}", one.person.name, govuk::kit::long_date(one.person.born)))
        })
        .chain([("new".to_owned(), "None of these: add somebody new".to_owned())])
        .collect();
    let radios = options.into_iter().fold(Radios::new(MATCH), |radios, (value, words)| radios.item(value, words));
    let kept_fields =
        posted.pairs().iter().filter(|(name, _)| name != web::CSRF_FIELD && name != "submission" && name != MATCH);
    let page = visit.page("Is this adult on record already?").back(format!("/people/{}/adults/new", child.id));
    shell::show(visit, page, html! {
        h1 class="govuk-heading-l" { "Is this adult on record already?" }
        @if again { p class="govuk-body" { strong { "Select one of them, or “None of these”." } } }
        p class="govuk-body" { "You entered " (entered.person.name) ". Look at each before you add somebody new: one person with two records gets two letters, or none." }
        (offer::matches(&entered.person, found))
        form method="post" action={ "/people/" (child.id) "/adults/new" } novalidate {
            (visit.form_fields())
            @for (name, value) in kept_fields { (hidden(name, value)) }
            (radios.legend("Is it one of these?"))
            (Button::new("Continue"))
        }
    })
    .await
}

async fn page(visit: &Visit, child: &Person, signers: &[(PersonId, String)], form: &Form, note: Markup) -> PageResult {
    let page = visit.page(format!("Add an adult for {}", child.name)).back(format!("/people/{}", child.id)).form(form);
    shell::show(visit, page, html! {
        h1 class="govuk-heading-l" { "Add an adult for " (child.name) }
        (note)
        p class="govuk-body" { "The link lets nobody see anything until it is proved. To be somebody is not to have parental responsibility." }
        form method="post" action={ "/people/" (child.id) "/adults/new" } novalidate data-autosave={ "/drafts/" (kept::name(child.id, "adult")) } {
            (visit.form_fields())
            (questions(form, signers))
            (Button::new("Continue"))
        }
    })
    .await
}
