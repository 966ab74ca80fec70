//! `/people/new`: open a record for a child or young person, after a look at who is on record already.

use ::access::{CreatePerson, Fact, Permit};
use ::store::{
    Tx, facts,
    people::{self, possible_matches},
};
use axum::response::Response;
use govuk::{Button, InsetText, Radios};
use maud::{Markup, html};
use record::{Allocation, AllocationSubject, AllocationTo, Period, Person, PersonId, PersonName, Sex};
use web::{Form, PageError, PageResult, Posted, Visit};

use super::details::{questions, read_answers};
use crate::{access, fields::hidden, kept, offer, once, shell};

/// The draft of the form, and its name for sending twice.
const FORM: &str = "new-person";
/// The field that says that none of the matches is the person.
const NONE: &str = "match";

/// `GET /people/new`.
pub(crate) async fn show(visit: Visit) -> PageResult {
    access::may_begin::<CreatePerson>(&visit, "details").await?;
    let (form, note) = kept::begin(&visit, FORM, Posted::from_pairs([("interpreter", "none")])).await?;
    page(&visit, &form, note).await
}

/// `POST /people/new`.
pub(crate) async fn send(visit: Visit, posted: Posted) -> PageResult {
    kept::if_lapsed(&visit, FORM, &posted).await?;
    let (tx, permit) = access::service::<CreatePerson>(&visit, "details").await?;
    if let Some(before) = once::sent_before(&visit, &tx, &posted, FORM).await? {
        tx.commit().await?;
        return Ok(before);
    }
    let mut form = Form::of(posted.clone());
    let blank = Person::new(shell::new_id(&visit), PersonName::new("", ""), visit.today, Sex::NotKnown);
    let Some(person) = read_answers(&mut form, &blank, visit.today) else {
        once::not_kept(tx, &posted).await?;
        return page(&visit, &form, Markup::default()).await;
    };
    let found = possible_matches(&tx, &permit, &person, &[]).await?;
    let found = offer::few(&visit, &tx, found).await?;
    let others: Vec<PersonId> = found.iter().map(|one| one.person.id).collect();
    if !found.is_empty() && posted.get(NONE) != "none" {
        offer::note_shown(&visit, &tx, &permit, others, "name, date of birth and numbers").await?;
        once::not_kept(tx, &posted).await?;
        return choose(&visit, &person, &found, &posted).await;
    }
    keep(&visit, &tx, &permit, &person).await?;
    offer::all_different(&visit, &tx, person.id, &others, "Judged when the second was entered.").await?;
    kept::discard(&visit, &tx, FORM).await?;
    once::done(tx, &posted, format!("/people/{}", person.id)).await
}

/// The person, the authority that is responsible, and the child on the list of whoever entered them.
async fn keep(visit: &Visit, tx: &Tx, permit: &Permit<CreatePerson>, person: &Person) -> PageResult<()> {
    let authority = permit
        .organisation()
        .ok_or_else(|| PageError::internal("a record was opened in the name of no organisation"))?;
    let account = shell::account(visit);
    let author = shell::author(visit, &account);
    people::save(tx, person, author).await?;
    let subject = facts::Subject::Child(person.id);
    facts::set(tx, subject, &Fact::Responsible(authority), Period::since(visit.today), "opened by hand").await?;
    let posts = match permit.by() {
        Some(account) => people::posts_of(tx, account, visit.today).await?,
        None => Vec::new(),
    };
    if let Some(post) = posts.iter().find(|post| post.organisation == authority) {
        let allocation = Allocation {
            id: shell::new_id(visit),
            subject: AllocationSubject::Child(person.id),
            to: AllocationTo::Staff(post.id),
            period: Period::since(visit.today),
        };
        people::save(tx, &allocation, author).await?;
    }
    Ok(())
}

async fn choose(
    visit: &Visit,
    entered: &Person,
    found: &[people::PossibleMatch],
    posted: &Posted,
) -> PageResult<Response> {
    let kept_fields =
        posted.pairs().iter().filter(|(name, _)| name != web::CSRF_FIELD && name != "submission" && name != NONE);
    let page = visit.page("Is this person on record already?").back("/people/new");
    shell::show(visit, page, html! {
        h1 class="govuk-heading-l" { "Is this person on record already?" }
        p class="govuk-body" { "You entered " (entered.name) ". Nothing is saved yet. Look at each before you open a new record." }
        @for one in found {
            h2 class="govuk-heading-m" { (one.person.name) }
            (offer::side_by_side("Entered", entered, one))
            p class="govuk-body" { a class="govuk-link" href={ "/people/" (one.person.id) } { "Yes, it is this person: go to the record of " (one.person.name) " (" (one.person.id) ")" } }
        }
        form method="post" action="/people/new" novalidate {
            (visit.form_fields())
            @for (name, value) in kept_fields { (hidden(name, value)) }
            (Radios::new(NONE).legend("If it is none of these").item("none", "It is none of these: open a new record"))
            (Button::new("Continue"))
        }
    })
    .await
}

async fn page(visit: &Visit, form: &Form, note: Markup) -> PageResult {
    let page = visit.page("Add a child or young person").back("/people").form(form);
    shell::show(visit, page, html! {
        h1 class="govuk-heading-l" { "Add a child or young person" }
        (note)
        (InsetText::new(html! { "Have you " a class="govuk-link" href="/people" { "searched for them" } "? When you continue, we compare what you typed with everybody on record and show you who may be the same person." }))
        form method="post" action="/people/new" novalidate data-autosave={ "/drafts/" (FORM) } {
            (visit.form_fields())
            (questions(form))
            (Button::new("Continue"))
        }
    })
    .await
}
