//! The child of a request, and how whoever asked is linked to them and answered.

use ::access::{Permit, Relationships, RequestAssessment, Resource};
use ::store::{
    Tx, facts,
    people::{self, Author, PossibleMatch, unchecked},
};
use casework_rules::{Existing, Requester};
use record::{
    Address, AddressId, AddressSource, Party, Period, Person, PersonId, PersonName, Postcode, Relationship,
    RelationshipId, RelationshipKind, Sex,
};
use web::{PageError, PageResult, Visit};

use super::author;
use crate::{
    request_form::{Answers, Way, step::Context, steps::child::Child},
    store::{self, Contact},
};

/// The child, on record already or entered now, in a transaction with its audit row; and who else it may be.
pub(super) async fn find_or_enter(visit: &Visit, answers: &Answers) -> PageResult<(Tx, Vec<PossibleMatch>, Person)> {
    match &answers.child {
        Child::Known { id, .. } => {
            let (tx, _permit) = open_known(visit, *id).await?;
            let person = unchecked::by_id::<Person>(&tx, *id).await?.ok_or(PageError::NotFound)?;
            Ok((tx, Vec::new(), person))
        }
        Child::Named { given, family, born, postcode, .. } => {
            let (tx, permit) =
                visit.open::<RequestAssessment>(&Relationships::none(), &Resource::NewChild, "request").await?;
            let id = PersonId::from(visit.site.random.ulid(visit.now));
            let person = Person::new(id, PersonName::new(given, family), *born, Sex::NotKnown);
            let postcodes: Vec<_> = postcode.iter().copied().collect();
            let matches = people::possible_matches(&tx, &permit, &person, &postcodes).await?;
            let who = author(visit);
            let author = Author { who: &who, at: visit.now };
            people::save(&tx, &person, author).await?;
            if let Some(postcode) = postcode {
                people::save(&tx, &home(visit, answers, id, *postcode), author).await?;
            }
            link_to_asker(visit, &tx, answers, id, author).await?;
            Ok((tx, matches, person))
        }
    }
}

/// The way to a child whom the person may choose.
pub(super) async fn open_known(visit: &Visit, id: PersonId) -> PageResult<(Tx, Permit<RequestAssessment>)> {
    let reader = visit.site.store.reader();
    let relationships = facts::relationships(reader, id, None, visit.moment()).await?.ok_or(PageError::NotFound)?;
    visit.open::<RequestAssessment>(&relationships, &Resource::Child(id), "request").await
}

fn home(visit: &Visit, answers: &Answers, person: PersonId, postcode: Postcode) -> Address {
    let by_officer = visit.viewer.as_ref().is_some_and(web::Viewer::is_caseworker);
    Address {
        id: AddressId::from(visit.site.random.ulid(visit.now)),
        person,
        lines: Vec::new(),
        town: String::new(),
        postcode: Some(postcode),
        uprn: None,
        period: Period::since(answers.received),
        source: if by_officer { AddressSource::ToldToOfficer } else { AddressSource::SelfReported },
        confirmed_on: None,
        protected: None,
    }
}

/// A parent who is signed in is linked to the child they named; the link opens nothing until somebody has proved it.
async fn link_to_asker(
    visit: &Visit,
    tx: &Tx,
    answers: &Answers,
    child: PersonId,
    author: Author<'_>,
) -> PageResult<()> {
    let family = visit.viewer.as_ref().filter(|viewer| viewer.is_family() && !viewer.is_caseworker());
    let Some(parent) = family.and_then(|viewer| viewer.actor.person) else { return Ok(()) };
    if answers.who != Requester::Parent {
        return Ok(());
    }
    let link = Relationship {
        id: RelationshipId::from(visit.site.random.ulid(visit.now)),
        child,
        party: Party::Person(parent),
        kind: kind_of(answers.contact.responsibility),
        period: Period::since(answers.received),
        authority: None,
        restricted_by_order: None,
        verified: None,
    };
    people::save(tx, &link, author).await?;
    Ok(())
}

/// What somebody is to the child by their own account of parental responsibility.
fn kind_of(responsibility: Option<bool>) -> RelationshipKind {
    match responsibility {
        Some(true) => RelationshipKind::ParentWithResponsibility,
        Some(false) => RelationshipKind::ParentWithoutResponsibility,
        None => RelationshipKind::Carer,
    }
}

/// What the record holds already for a child: an open request, or a plan.
pub(super) async fn existing(tx: &Tx, child: PersonId) -> PageResult<Existing> {
    for file in store::files_of_child(tx, child).await? {
        if file.stage.is_open_request()
            && let Some(received) = file.received_on
        {
            return Ok(Existing::OpenRequest { received });
        }
        if file.stage.has_plan()
            && let Some(loaded) = store::load(tx, file.id).await?
            && let Some(plan) = loaded.case.plan_details()
        {
            return Ok(Existing::Plan { made: plan.made });
        }
    }
    Ok(Existing::None)
}

/// How to answer whoever asked, as they gave it.
pub(super) fn contact(visit: &Visit, answers: &Answers, context: &Context) -> Contact {
    let setting_name = match (&context.way, &answers.child) {
        (Way::Setting { name }, _) => Some(name.clone()),
        (_, Child::Named { setting, .. }) => setting.clone(),
        (_, Child::Known { .. }) => None,
    };
    let says = |answer: Option<bool>| match answer {
        Some(true) => "yes",
        Some(false) => "no",
        None => "unsure",
    };
    Contact {
        name: answers.contact.name.clone(),
        account: visit
            .viewer
            .as_ref()
            .filter(|viewer| !viewer.is_caseworker())
            .map(|viewer| viewer.account.to_string()),
        responsibility: (answers.who == Requester::Parent).then(|| says(answers.contact.responsibility).to_owned()),
        email: answers.contact.email.as_ref().map(ToString::to_string),
        phone: answers.contact.phone.as_ref().map(ToString::to_string),
        address: answers.contact.address.clone(),
        interpreter: answers.contact.interpreter.clone(),
        setting_name,
        tried: answers.worry.tried.clone(),
        hopes: answers.worry.hopes.clone(),
    }
}
