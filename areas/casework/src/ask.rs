//! Making a request: the child found or entered, the case begun, everybody promised their message, in one transaction.

use ::access::{Relationships, RequestAssessment, Resource, Role};
use ::store::{
    Tx, facts,
    people::{self, Author, unchecked},
    submissions::{self, Submission},
};
use casework_rules::{About, Actor, Capacity, Command, Existing, PersonRef, Requester};
use jiff::civil::Date;
use maud::Markup;
use record::{
    Address, AddressId, AddressSource, Allocation, AllocationId, AllocationSubject, AllocationTo, CaseId, Organisation,
    OrganisationKind, Party, Period, Person, PersonId, PersonName, Relationship, RelationshipId, RelationshipKind, Sex,
    TeamId,
};
use serde_json::json;
use web::{Form, PageError, PageResult, Posted, Visit, drafts, messages};

use crate::{
    act::{self, ActError},
    file::{Band, CaseFile, reference},
    request_form::{
        Answers, DRAFT, Way,
        fields::{EMAIL, YOUR_NAME},
        step::{Context, KnownChild},
        steps::child::Child,
    },
    store::{self, Contact},
};

/// What became of a request.
pub enum Made {
    /// It was made; here is the page that says so.
    Done(String),
    /// It was not, for this reason.
    Refused(String),
}

/// What the form's pages need to know of the person.
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
    let reader = visit.site.store.reader();
    let (way, children) = if viewer.is_caseworker() {
        (Way::Staff, Vec::new())
    } else if let Some(setting) =
        viewer.actor.roles.iter().find(|grant| grant.role == Role::Senco).and_then(|grant| grant.organisation.as_ref())
    {
        let name = people::find::<Organisation>(reader, setting.id).await?.map(|found| found.name).unwrap_or_default();
        let roll = unchecked::roll(reader, setting.id).await?;
        let ids: Vec<PersonId> =
            roll.iter().filter(|on_roll| on_roll.period.contains(visit.today)).map(|on_roll| on_roll.person).collect();
        (Way::Setting { name }, known(visit, &ids).await?)
    } else {
        let links = match viewer.actor.person {
            Some(person) => unchecked::relationships_of_party(reader, Party::Person(person)).await?,
            None => Vec::new(),
        };
        let ids: Vec<PersonId> =
            links.iter().filter(|link| link.period.contains(visit.today)).map(|link| link.child).collect();
        (Way::Family, known(visit, &ids).await?)
    };
    Ok(Context { way, today: visit.today, children, own_name: viewer.name.clone(), own_email: viewer.email.clone() })
}

/// Those of these children for whom the person may ask, by name. Each name that is shown is written down.
async fn known(visit: &Visit, ids: &[PersonId]) -> PageResult<Vec<KnownChild>> {
    let reader = visit.site.store.reader();
    let mut children = Vec::new();
    for person in unchecked::by_ids::<Person>(reader, ids).await? {
        let Some(relationships) = facts::relationships(reader, person.id, None, visit.moment()).await? else {
            continue;
        };
        if visit.may::<RequestAssessment>(&relationships, &Resource::Child(person.id)) {
            children.push(KnownChild { id: person.id, name: person.name.to_string(), born: person.born });
        }
    }
    children.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(children)
}

/// The form to start from: what the account knows already is filled in (WCAG 3.3.7).
pub fn starting_form(context: &Context) -> Form {
    let mut pairs = Vec::new();
    if context.way != Way::Staff {
        pairs.extend([(YOUR_NAME.name(), context.own_name.clone()), (EMAIL.name(), context.own_email.clone())]);
    }
    Form::filled(pairs)
}

fn author(visit: &Visit) -> String {
    visit
        .viewer
        .as_ref()
        .map_or_else(|| format!("visitor:{}", visit.cookie_hash()), |viewer| viewer.account.to_string())
}

/// The page of a request that this very form has made already.
pub async fn already_made(visit: &Visit, posted: &Posted) -> PageResult<Option<String>> {
    let id = posted.get("submission");
    let tx = visit.site.store.begin().await?;
    let answer = match submissions::begin(&tx, id, DRAFT, &author(visit), visit.now).await {
        Ok(Submission::Again(_)) => Some(format!("/request/done/{id}")),
        Ok(Submission::First) | Err(_) => None,
    };
    tx.rollback().await?;
    Ok(answer)
}

/// The reference and the last day of the 6 weeks of a request that this visitor made.
pub async fn made(visit: &Visit, submission: &str) -> PageResult<(CaseFile, serde_json::Value)> {
    let tx = visit.site.store.begin().await?;
    let result = match submissions::begin(&tx, submission, DRAFT, &author(visit), visit.now).await {
        Ok(Submission::Again(result)) => result,
        Ok(Submission::First) | Err(_) => return Err(PageError::NotFound),
    };
    tx.rollback().await?;
    let id: CaseId = result["case"].as_str().and_then(|id| id.parse().ok()).ok_or(PageError::NotFound)?;
    let file = store::file(visit.site.store.reader(), id).await?.ok_or(PageError::NotFound)?;
    Ok((file, result))
}

/// Makes the request.
pub async fn make_request(visit: &Visit, posted: &Posted, answers: &Answers, context: &Context) -> PageResult<Made> {
    let submission = posted.get("submission").to_owned();
    if submission.is_empty() || submission.len() > 40 {
        return Err(PageError::bad_request(
            "The form is not complete. Go back to “Check your answers” and send it from there.",
        ));
    }
    let (tx, matches, child) = child_of(visit, answers).await?;
    if let Submission::Again(_) = submissions::begin(&tx, &submission, DRAFT, &author(visit), visit.now).await? {
        return Ok(Made::Done(format!("/request/done/{submission}")));
    }
    let id = CaseId::from(visit.site.random.ulid(visit.now));
    let existing = existing(&tx, child.id).await?;
    let command = Command::ReceiveRequest {
        about: About { child: PersonRef::new(child.id.to_string()), born: child.born, existing },
        from: answers.who,
        by: visit
            .viewer
            .as_ref()
            .and_then(|viewer| viewer.actor.person)
            .map(|person| PersonRef::new(person.to_string())),
        channel: answers.channel,
        received_on: answers.received,
        needs: answers.worry.needs.clone(),
    };
    let authority = home_authority(&tx).await?;
    let team = match &authority {
        Some(authority) => lightest_team(&tx, authority.id).await?,
        None => None,
    };
    match act::begin(visit, &tx, id, team, vec![command], &asker(visit, answers)).await {
        Ok(_) => {}
        Err(ActError::Refused(refusal)) => return Ok(Made::Refused(refusal.to_string())),
        Err(other) => return Err(other.into()),
    }
    store::save_contact(&tx, id, &contact(visit, answers, context)).await?;
    store::save_matches(&tx, id, &matches).await?;
    give_to_team(visit, &tx, id, child.id, authority.map(|authority| authority.id), team, answers.received).await?;
    submissions::finish(&tx, &submission, &json!({ "case": id.to_string(), "reference": reference(id) })).await?;
    if let Some(email) = &answers.contact.email {
        let link = if visit.viewer.as_ref().is_some_and(web::Viewer::is_family) {
            format!("/my/{id}")
        } else {
            "/request".to_owned()
        };
        let words = notify::templates::RequestReceived { area: visit.site.settings.area_name.clone(), link };
        messages::promise(&visit.site, &tx, notify::Address::Email(email.to_string()), "request-received", &words)
            .await?;
    }
    drafts::discard(visit, &tx, DRAFT).await?;
    tx.commit().await?;
    Ok(Made::Done(format!("/request/done/{submission}")))
}

/// The child, on record already or entered now, in a transaction with its audit row; and who else it may be.
async fn child_of(visit: &Visit, answers: &Answers) -> PageResult<(Tx, Vec<people::PossibleMatch>, Person)> {
    match &answers.child {
        Child::Known { id, .. } => {
            let reader = visit.site.store.reader();
            let relationships =
                facts::relationships(reader, *id, None, visit.moment()).await?.ok_or(PageError::NotFound)?;
            let (tx, _permit) =
                visit.open::<RequestAssessment>(&relationships, &Resource::Child(*id), "request").await?;
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
                let source = if visit.viewer.as_ref().is_some_and(web::Viewer::is_caseworker) {
                    AddressSource::ToldToOfficer
                } else {
                    AddressSource::SelfReported
                };
                let address = Address {
                    id: AddressId::from(visit.site.random.ulid(visit.now)),
                    person: id,
                    lines: Vec::new(),
                    town: String::new(),
                    postcode: Some(*postcode),
                    uprn: None,
                    period: Period::since(answers.received),
                    source,
                    confirmed_on: None,
                    protected: None,
                };
                people::save(&tx, &address, author).await?;
            }
            link_to_asker(visit, &tx, answers, id, author).await?;
            Ok((tx, matches, person))
        }
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
    let Some(parent) = visit.viewer.as_ref().and_then(|viewer| viewer.actor.person) else { return Ok(()) };
    if answers.who != Requester::Parent {
        return Ok(());
    }
    let kind = match answers.contact.responsibility {
        Some(true) => RelationshipKind::ParentWithResponsibility,
        Some(false) => RelationshipKind::ParentWithoutResponsibility,
        None => RelationshipKind::Carer,
    };
    let link = Relationship {
        id: RelationshipId::from(visit.site.random.ulid(visit.now)),
        child,
        party: Party::Person(parent),
        kind,
        period: Period::since(answers.received),
        authority: None,
        restricted_by_order: None,
        verified: None,
    };
    people::save(tx, &link, author).await?;
    Ok(())
}

async fn existing(tx: &Tx, child: PersonId) -> PageResult<Existing> {
    let files = store::files_of_child(tx, child).await?;
    for file in &files {
        let Some(loaded) = store::load(tx, file.id).await? else { continue };
        if file.stage.has_plan()
            && let Some(plan) = loaded.case.plan_details()
        {
            return Ok(Existing::Plan { made: plan.made });
        }
        if file.stage.is_open_request()
            && let Some(received) = file.received_on
        {
            return Ok(Existing::OpenRequest { received });
        }
    }
    Ok(Existing::None)
}

fn asker(visit: &Visit, answers: &Answers) -> Actor {
    let who = author(visit);
    let capacity = match answers.who {
        _ if visit.viewer.as_ref().is_some_and(web::Viewer::is_caseworker) => Capacity::Officer,
        Requester::Parent => Capacity::Parent,
        Requester::YoungPerson => Capacity::YoungPerson,
        Requester::Setting => Capacity::Setting,
        Requester::Health | Requester::SocialCare | Requester::Other => Capacity::Adviser,
    };
    Actor { person: PersonRef::new(who), capacity }
}

fn contact(visit: &Visit, answers: &Answers, context: &Context) -> Contact {
    let setting_name = match (&context.way, &answers.child) {
        (Way::Setting { name }, _) => Some(name.clone()),
        (_, Child::Named { setting, .. }) => setting.clone(),
        (_, Child::Known { .. }) => None,
    };
    Contact {
        name: answers.contact.name.clone(),
        account: visit
            .viewer
            .as_ref()
            .filter(|viewer| !viewer.is_caseworker())
            .map(|viewer| viewer.account.to_string()),
        responsibility: (answers.who == Requester::Parent).then(|| {
            match answers.contact.responsibility {
                Some(true) => "yes",
                Some(false) => "no",
                None => "unsure",
            }
            .to_owned()
        }),
        email: answers.contact.email.as_ref().map(ToString::to_string),
        phone: answers.contact.phone.as_ref().map(ToString::to_string),
        address: answers.contact.address.clone(),
        interpreter: answers.contact.interpreter.clone(),
        setting_name,
        tried: answers.worry.tried.clone(),
        hopes: answers.worry.hopes.clone(),
    }
}

/// The local authority that runs the area: the one whose teams are on record.
pub(crate) async fn home_authority(tx: &Tx) -> PageResult<Option<Organisation>> {
    let authorities = people::organisations(tx, "local-authority", "", None, 50).await?;
    for authority in authorities {
        if matches!(authority.kind, OrganisationKind::LocalAuthority { .. })
            && !people::teams_of(tx, authority.id).await?.is_empty()
        {
            return Ok(Some(authority));
        }
    }
    Ok(None)
}

/// The team with the fewest new requests: where a new one goes first. A manager can give it to another.
async fn lightest_team(tx: &Tx, authority: record::OrganisationId) -> PageResult<Option<TeamId>> {
    let mut best: Option<(i64, TeamId)> = None;
    for team in people::teams_of(tx, authority).await? {
        let count = store::count_of_team(tx, team.id, Band::Requests).await?;
        if best.is_none_or(|(least, _)| count < least) {
            best = Some((count, team.id));
        }
    }
    Ok(best.map(|(_, team)| team))
}

async fn give_to_team(
    visit: &Visit,
    tx: &Tx,
    case: CaseId,
    child: PersonId,
    authority: Option<record::OrganisationId>,
    team: Option<TeamId>,
    from: Date,
) -> PageResult<()> {
    let who = author(visit);
    let author = Author { who: &who, at: visit.now };
    if let Some(authority) = authority {
        let fact = ::access::Fact::Responsible(authority);
        facts::set(tx, facts::Subject::Child(child), &fact, Period::since(from), &format!("case:{case}")).await?;
    }
    if let Some(team) = team {
        let allocation = Allocation {
            id: AllocationId::from(visit.site.random.ulid(visit.now)),
            subject: AllocationSubject::Case(case),
            to: AllocationTo::Team(team),
            period: Period::since(from),
        };
        people::save(tx, &allocation, author).await?;
    }
    Ok(())
}

/// Words for the page after a request.
pub fn next_steps(file: &CaseFile) -> Markup {
    let due = file.decision_due.map(casework_rules::long_date).unwrap_or_default();
    maud::html! {
        ol class="govuk-list govuk-list--number" {
            li { "The council reads your request. It may ask you and the nursery, school or college for more." }
            li { "By " strong { (due) } " the council must tell you whether there will be an assessment. That is 6 weeks from the day it got your request." }
            li { "If there is an assessment and a plan is needed, you must have the plan by " strong { (file.final_due.map(casework_rules::long_date).unwrap_or_default()) } "." }
        }
    }
}
