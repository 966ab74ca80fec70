//! What the form's pages need to know of whoever fills it in.

use ::access::{ListCases, Relationships, RequestAssessment, Resource, Role, visible_for};
use ::store::people;
use record::{Organisation, Person, PersonId};
use web::{Form, PageError, PageResult, Visit};

use crate::{
    request_form::{
        Way,
        fields::{EMAIL, KNOWN_CHILD, YOUR_NAME},
        step::{Context, KnownChild},
    },
    store::{self, Candidates},
};

/// In what part they act. No child is read for this: see [`with_children`] and [`chosen`].
pub async fn context(visit: &Visit) -> PageResult<Context> {
    let Some(viewer) = &visit.viewer else {
        return Ok(Context {
            way: Way::Family,
            today: visit.today,
            children: Vec::new(),
            own_name: String::new(),
            own_email: String::new(),
        });
    };
    let (none, anybody) = (Relationships::none(), Resource::NewChild);
    if !visit.may::<RequestAssessment>(&none, &anybody) {
        // The refusal goes into the audit; the person is told how to ask all the same.
        return match visit.open::<RequestAssessment>(&none, &anybody, "request").await {
            Err(PageError::Store(fault)) => Err(fault.into()),
            _ => Err(PageError::forbidden(
                "Your account is not one with which an assessment is asked for. Anybody may ask: sign out, then ask without an account. At a school, the SENCO can ask with theirs.",
            )),
        };
    }
    let way = if viewer.is_caseworker() {
        Way::Staff
    } else if let Some(setting) = setting_of(visit) {
        let name = people::find::<Organisation>(visit.site.store.reader(), setting).await?;
        Way::Setting { name: name.map(|found| found.name).unwrap_or_default() }
    } else {
        Way::Family
    };
    Ok(Context {
        way,
        today: visit.today,
        children: Vec::new(),
        own_name: viewer.name.clone(),
        own_email: viewer.email.clone(),
    })
}

fn setting_of(visit: &Visit) -> Option<record::OrganisationId> {
    let roles = &visit.viewer.as_ref()?.actor.roles;
    roles.iter().find(|grant| grant.role == Role::Senco).and_then(|grant| grant.organisation.as_ref()).map(|at| at.id)
}

/// The context of the page that asks which child: with every child they may ask for.
pub async fn with_children(visit: &Visit, context: Context) -> PageResult<Context> {
    let candidates = match (&context.way, &visit.viewer) {
        (Way::Setting { .. }, _) => setting_of(visit).map(Candidates::OnRoll),
        (Way::Family, Some(viewer)) => viewer.actor.person.map(Candidates::LinkedTo),
        _ => None,
    };
    load(visit, context, candidates).await
}

/// The context of the pages at the end: with the one child they chose, if they chose one.
pub async fn chosen(visit: &Visit, context: Context, form: &Form) -> PageResult<Context> {
    let id: Option<PersonId> = form.posted().get(KNOWN_CHILD.name()).parse().ok();
    let may_choose = context.way != Way::Staff && visit.viewer.is_some();
    load(visit, context, id.filter(|_| may_choose).map(Candidates::One)).await
}

/// Reads the children for whom the policy lets the person ask, and writes each into the audit in the same transaction.
async fn load(visit: &Visit, context: Context, candidates: Option<Candidates>) -> PageResult<Context> {
    let Some(candidates) = candidates else { return Ok(context) };
    let (tx, permit) = visit.open::<ListCases>(&Relationships::none(), &Resource::Service, "list").await?;
    let filter = visible_for::<RequestAssessment>(&visit.actor(), visit.moment());
    let mut people = store::children_to_ask_for(&tx, &filter, &candidates, visit.today).await?;
    people.retain(|person| record::checks::child_born(person.born, visit.today).is_ok());
    visit.audit_listed(&tx, &permit, people.iter().map(|person| person.id)).await?;
    tx.commit().await?;
    Ok(Context { children: people.into_iter().map(known).collect(), ..context })
}

fn known(person: Person) -> KnownChild {
    KnownChild { id: person.id, name: person.name.to_string(), born: person.born }
}

/// The form to start from: what the account knows already is filled in (WCAG 3.3.7).
pub fn starting_form(context: &Context) -> Form {
    let mut pairs = Vec::new();
    if context.way != Way::Staff {
        pairs.extend([(YOUR_NAME.name(), context.own_name.clone()), (EMAIL.name(), context.own_email.clone())]);
    }
    Form::filled(pairs)
}
