//! Putting somebody of the family on record with a proved link, and inviting them: for those who asked without an account.

use ::access::{CreatePerson, DecideAssessment, EditPerson, Relationships, Resource};
use ::store::people::{self, Author, PossibleMatch};
use axum::{
    extract::Path,
    response::{IntoResponse, Redirect},
};
use govuk::Button;
use maud::{Markup, html};
use record::{
    EmailAddress, EvidenceKind, Party, Period, Person, PersonId, PersonName, Relationship, RelationshipId,
    RelationshipKind, Sex, Verification,
};
use web::{Form, PageResult, Posted, Visit};

use super::fields::{BORN, EMAIL, EVIDENCE, EVIDENCE_WORDS, FAMILY, GIVEN, HOW, KIND, KINDS, PERSON};
use crate::{
    access::{self, Opened},
    file::CaseFile,
    invite::{self, Guest, Invited},
    store::Contact,
};

/// What is said when an address has an account that is somebody else's.
pub(super) const SOMEBODY_ELSES: &str =
    "This address belongs to the account of somebody else on record. Ask them for another address";

/// What was typed.
struct Typed {
    given: String,
    family: String,
    born: jiff::civil::Date,
    kind: RelationshipKind,
    how: EvidenceKind,
    email: Option<EmailAddress>,
}

/// The form with what whoever asked said of themselves.
pub(super) fn starting_form(contact: Option<&Contact>) -> Form {
    let Some(contact) = contact.filter(|contact| contact.account.is_none()) else { return Form::blank() };
    let (given, family) = contact.name.rsplit_once(' ').unwrap_or(("", contact.name.as_str()));
    let kind = match contact.responsibility.as_deref() {
        Some("yes") => "parent",
        Some("no") => "parent-without",
        _ => "",
    };
    Form::filled([
        (GIVEN.name(), given.to_owned()),
        (FAMILY.name(), family.to_owned()),
        (KIND.name(), kind.to_owned()),
        (EMAIL.name(), contact.email.clone().unwrap_or_default()),
    ])
}

/// The questions.
pub(super) fn questions(visit: &Visit, file: &CaseFile, form: &Form, matches: &[PossibleMatch]) -> Markup {
    html! {
        h2 class="govuk-heading-m" { "Add somebody of the family" }
        p class="govuk-body" { "For a parent or carer who asked without an account, or another who should know. Look at proof first." }
        form method="post" action={ "/cases/" (file.id) "/asker" } novalidate {
            (visit.form_fields())
            @if !matches.is_empty() { (on_record(form, matches)) }
            (form.input(GIVEN).label("First name").width(20))
            (form.input(FAMILY).label("Last name").width(20))
            (form.date_input(BORN).legend("Date of birth").hint("For example, 31 3 1987"))
            (form.radios(KIND, KINDS.iter().map(|(value, kind)| (*value, kind.words()))).legend("What are they to the child?"))
            (form.radios(HOW, EVIDENCE_WORDS).legend("How was the link proved?"))
            (form.input(EMAIL).label("E-mail address (optional)").email().hint("We invite them to an account at this address. Leave it empty to write to them by post."))
            (Button::new("Add them and send the invitation"))
        }
    }
}

fn on_record(form: &Form, matches: &[PossibleMatch]) -> Markup {
    let words: Vec<(String, String)> = matches
        .iter()
        .map(|one| {
            let person = &one.person;
            (person.id.to_string(), format!("{}, born {}", person.name, casework_rules::long_date(person.born)))
        })
        .chain([("new".to_owned(), "Somebody new".to_owned())])
        .collect();
    let items = words.iter().map(|(value, words)| (value.as_str(), words.as_str()));
    html! { (form.radios(PERSON, items).legend("Are they on record already?").hint("These people look alike. Nothing is joined until you say so.")) }
}

/// `POST`: adds them, links them, invites them.
pub async fn send(visit: Visit, Path(case): Path<String>, posted: Posted) -> PageResult {
    let opened = access::open::<DecideAssessment>(&visit, &case, "links").await?;
    let mut form = Form::of(posted);
    let Some(typed) = read_form(&mut form, &visit) else {
        let page = super::load(&visit, &opened).await?;
        opened.tx.commit().await?;
        return Ok(super::render(&visit, &page, &form, &Form::blank(), &[]));
    };
    let create = visit.also::<CreatePerson>(&opened.tx, &Relationships::none(), &Resource::Service, "adult").await?;
    visit.also::<EditPerson>(&opened.tx, &opened.relationships, &Resource::Child(opened.file.child), "link").await?;
    let name = PersonName::new(&typed.given, &typed.family);
    let fresh = Person::new(PersonId::from(visit.site.random.ulid(visit.now)), name, typed.born, Sex::NotKnown);
    let mut matches = people::possible_matches(&opened.tx, &create, &fresh, &[]).await?;
    matches.retain(|one| one.likeness.is_likely() && one.person.id != opened.file.child);
    matches.truncate(5);
    let chosen = form.posted().get(PERSON.name()).to_owned();
    let found = matches.iter().find(|one| one.person.id.to_string() == chosen).map(|one| one.person.id);
    if !matches.is_empty() && found.is_none() && chosen != "new" {
        form.error(PERSON, "Select whether they are one of these people, or somebody new");
        visit.audit_listed(&opened.tx, &create, matches.iter().map(|one| one.person.id)).await?;
        let page = super::load(&visit, &opened).await?;
        opened.tx.commit().await?;
        return Ok(super::render(&visit, &page, &form, &Form::blank(), &matches));
    }
    let who = visit.viewer.as_ref().map(|viewer| viewer.account.to_string()).unwrap_or_default();
    let author = Author { who: &who, at: visit.now };
    let person = match found {
        Some(person) => person,
        None => {
            people::save(&opened.tx, &fresh, author).await?;
            fresh.id
        }
    };
    people::save(&opened.tx, &link(&visit, &opened, person, &typed), author).await?;
    if let Some(email) = typed.email.clone() {
        let guest = Guest { person, role: invite::role_of(typed.kind), email };
        if invite::invite(&visit, &opened.tx, opened.file.id, &guest).await? == Invited::SomebodyElses {
            form.error(EMAIL, SOMEBODY_ELSES);
            // Nobody is added by halves: what was read stays written down, nothing else does.
            opened.tx.rollback().await?;
            let opened = access::open::<DecideAssessment>(&visit, &case, "links").await?;
            let page = super::load(&visit, &opened).await?;
            opened.tx.commit().await?;
            return Ok(super::render(&visit, &page, &form, &Form::blank(), &[]));
        }
    }
    let back = format!("/cases/{}/asker", opened.file.id);
    opened.tx.commit().await?;
    Ok(Redirect::to(&back).into_response())
}

/// The link, proved today. Somebody who is linked already keeps that link, now proved.
fn link(visit: &Visit, opened: &Opened<DecideAssessment>, person: PersonId, typed: &Typed) -> Relationship {
    let by = visit.viewer.as_ref().map(|viewer| viewer.account);
    let proof = Verification { how: typed.how, on: visit.today, by, expires_on: None };
    let links = &opened.relationships.links;
    let before = links.iter().find(|link| link.party == Party::Person(person) && link.period.contains(visit.today));
    match before {
        Some(before) => Relationship { kind: typed.kind, verified: Some(proof), ..before.clone() },
        None => Relationship {
            id: RelationshipId::from(visit.site.random.ulid(visit.now)),
            child: opened.file.child,
            party: Party::Person(person),
            kind: typed.kind,
            period: Period::since(visit.today),
            authority: None,
            restricted_by_order: None,
            verified: Some(proof),
        },
    }
}

fn read_form(form: &mut Form, visit: &Visit) -> Option<Typed> {
    let given = form.text(GIVEN, "Enter their first name");
    let family = form.text(FAMILY, "Enter their last name");
    let born = form.date(BORN, "date of birth").filter(|born| match record::checks::adult_born(*born, visit.today) {
        Ok(_) => true,
        Err(wrong) => {
            form.date_error(BORN, wrong.to_string());
            false
        }
    });
    let kind = form.choice(KIND, &KINDS, "Select what they are to the child");
    let how = form.choice(HOW, &EVIDENCE, "Select how the link was proved");
    let email = form.optional_text(EMAIL).map(|typed| typed.parse::<EmailAddress>());
    if let Some(Err(wrong)) = &email {
        form.error(EMAIL, wrong.to_string());
    }
    Some(Typed { given: given?, family: family?, born: born?, kind: kind?, how: how?, email: email.transpose().ok()? })
}
