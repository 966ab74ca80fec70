//! `/people/{id}`: a child's or young person's record, as far as the reader may see it.

mod adults;
mod agreements;
mod decides;
mod homes;
mod identity;
mod schools;

use std::collections::BTreeMap;

use ::access::{BreakGlass, EditPerson, Permit, ReadAddress, ReadAudit, ReadPerson, Role};
use ::store::people::{self, read};
use axum::{
    extract::{Path, Query},
    http::StatusCode,
};
use govuk::{Button, kit::AuditStrip};
use maud::{Markup, html};
use record::{
    Address, AddressId, CapacityDecision, CareSpell, Consent, Enrolment, Organisation, OrganisationId, Party, Person,
    PersonId, PersonName, Relationship,
};
use serde::Deserialize;
use web::{PageError, PageResult, Visit};

use crate::{
    access::{self, Opened},
    shell,
    store::{
        address_answers::{self, Said},
        match_answers::{self, Answer, Judged},
        protection::{self, Secrecy},
    },
    versions::{Versions, name_of},
};

pub(crate) use adults::proved;
pub(crate) use homes::lines;

/// What an address asks for besides the record.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    show: String,
}

/// Everything that the page shows.
pub(crate) struct View {
    person: Person,
    care: Vec<CareSpell>,
    consents: Vec<Consent>,
    capacity: Vec<CapacityDecision>,
    adults: Vec<(Relationship, Option<PersonName>)>,
    enrolments: Vec<Enrolment>,
    addresses: Option<Vec<Address>>,
    said: BTreeMap<AddressId, Said>,
    organisations: BTreeMap<OrganisationId, Organisation>,
    same: Vec<Judged>,
    reader: Reader,
    secrecy: Secrecy,
    show_nhs: bool,
}

/// Who reads, as far as the page differs for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reader {
    /// The child's family, or the young person.
    pub(crate) is_family: bool,
    /// A caseworker of the authority.
    pub(crate) is_caseworker: bool,
    /// Somebody from whom the child's address is withheld: the school, the carers and whatever else would give it away
    /// are left out, and nothing says that they are.
    pub(crate) is_kept_away: bool,
    /// May change the record.
    pub(crate) may_edit: bool,
    /// May see who has looked.
    pub(crate) may_see_lookers: bool,
}

impl Reader {
    /// Who reads with this permit.
    pub(crate) fn of(visit: &Visit, opened: &Opened<ReadPerson>, secrecy: &Secrecy) -> Self {
        let role = opened.permit.role();
        Self {
            is_family: role.is_family(),
            is_caseworker: matches!(role, Role::Coordinator | Role::Manager),
            is_kept_away: role.is_family() && secrecy.is_from(opened.permit.person()),
            may_edit: opened.may::<EditPerson>(visit),
            may_see_lookers: opened.may::<ReadAudit>(visit),
        }
    }
}

/// `GET /people/{id}`.
pub(crate) async fn show(visit: Visit, Path(id): Path<String>, Query(asked): Query<Asked>) -> PageResult {
    let show_nhs = asked.show == "nhs-number";
    let fields = if show_nhs { "details and NHS number" } else { "details" };
    let opened = match access::open::<ReadPerson>(&visit, &id, fields).await {
        Err(PageError::Forbidden(says)) => return closed(&visit, &id, &says).await,
        other => other?,
    };
    let view = load(&visit, &opened, show_nhs).await?;
    let versions = Versions::of(&opened.tx, "person", opened.child).await?;
    let last = match versions.last() {
        Some((account, at)) => Some((name_of(&opened.tx, account).await?, at)),
        None => None,
    };
    opened.tx.commit().await?;
    let strip = last.map(|(who, at)| {
        let who = if view.reader.is_family { visit.site.settings.area_name.clone() } else { who };
        let strip = AuditStrip::new(who, at).version(versions.newest());
        if view.reader.may_edit { strip.history(format!("/people/{}/history", view.person.id)) } else { strip }
    });
    let mut page = visit.page(view.person.name.to_string());
    if visit.viewer.as_ref().is_some_and(web::Viewer::is_caseworker) {
        page = page.under("People", "/people");
    } else if view.reader.is_family {
        page = page.under("My children", "/my");
    }
    let body = view.body(&visit, strip);
    shell::show(&visit, page, body).await
}

async fn load(visit: &Visit, opened: &Opened<ReadPerson>, show_nhs: bool) -> PageResult<View> {
    let (tx, permit) = (&opened.tx, &opened.permit);
    let person = read::person(tx, permit).await?.ok_or(PageError::NotFound)?;
    let secrecy = protection::secrecy(tx, permit, visit.today).await?;
    let reader = Reader::of(visit, opened, &secrecy);
    let addresses = if opened.may::<ReadAddress>(visit) {
        let permit: Permit<ReadAddress> = opened.also(visit, "address").await?;
        Some(read::addresses(tx, &permit).await?)
    } else {
        None
    };
    let ids: Vec<AddressId> = addresses.iter().flatten().map(|address| address.id).collect();
    let mut view = View {
        person,
        care: read::care_spells(tx, permit).await?,
        // Caseworkers also see whose contact details may be shared, which is asked of the adults.
        consents: if reader.is_caseworker {
            opened.relationships.consents.clone()
        } else {
            read::consents(tx, permit).await?
        },
        capacity: read::capacity_decisions(tx, permit).await?,
        adults: read::linked_adults(tx, permit).await?,
        enrolments: read::enrolments(tx, permit).await?,
        said: address_answers::of(tx, &ids).await?,
        addresses,
        organisations: BTreeMap::new(),
        same: match_answers::about(tx, opened.child).await?,
        reader,
        secrecy,
        show_nhs,
    };
    view.same.retain(|judged| judged.answer == Answer::Same);
    view.leave_out(visit);
    let bodies: Vec<OrganisationId> = view
        .enrolments
        .iter()
        .map(|enrolment| enrolment.setting)
        .chain(view.care.iter().map(|spell| spell.authority))
        .chain(view.adults.iter().filter_map(|(link, _)| match link.party {
            Party::Organisation(id) => Some(id),
            Party::Person(_) => None,
        }))
        .collect();
    view.organisations =
        people::find_many::<Organisation>(tx, &bodies).await?.into_iter().map(|found| (found.id, found)).collect();
    Ok(view)
}

impl View {
    /// Leaves out what this reader must not be able to work out.
    fn leave_out(&mut self, visit: &Visit) {
        if let (true, Some(since)) = (self.reader.is_kept_away, self.secrecy.since) {
            self.enrolments.retain(|enrolment| enrolment.period.to.is_some_and(|last| last < since));
            self.adults.retain(|(link, _)| gives_nothing_away(link, since) || own(link, visit));
            self.consents.clear();
            self.care.clear();
        }
        if !self.reader.is_caseworker && !self.reader.may_edit {
            self.adults.retain(|(link, _)| link.period.contains(visit.today));
        }
    }

    fn body(&self, visit: &Visit, strip: Option<AuditStrip>) -> Markup {
        html! {
            h1 class="govuk-heading-l" { (self.person.name) }
            (self.identity_bar(visit))
            (self.same_person())
            (self.details(visit))
            (self.numbers())
            (self.who_decides(visit))
            (self.homes(visit))
            (self.linked_adults(visit))
            (self.schools())
            (self.consent())
            (self.capacity(visit))
            @let has_strip = strip.is_some();
            h2 class="govuk-heading-m" { "About this record" }
            @if let Some(strip) = strip { (strip) }
            ul class="govuk-list" {
                @if self.reader.may_see_lookers { li { a class="govuk-link" href=(self.at("looked")) { "See who has looked at this record" } } }
                @if self.reader.may_edit {
                    @if !has_strip { li { a class="govuk-link" href=(self.at("history")) { "See every change" } } }
                    li { a class="govuk-link" href=(self.at("matches")) { "Look for other records of the same person" } }
                }
            }
        }
    }

    fn same_person(&self) -> Markup {
        html! {
            @if self.reader.may_edit {
                @for judged in &self.same {
                    (govuk::InsetText::new(html! { "This person is also on record as " a class="govuk-link" href={ "/people/" (judged.other) } { (judged.other) } ". Somebody has judged the two to be one person; nothing was merged." }))
                }
            }
        }
    }

    /// An address below the record's own.
    fn at(&self, place: &str) -> String {
        format!("/people/{}/{place}", self.person.id)
    }

    /// The name of an organisation, if it is one that is known.
    fn organisation(&self, id: OrganisationId) -> String {
        self.organisations
            .get(&id)
            .map_or_else(|| "An organisation not on record".to_owned(), |found| found.name.clone())
    }

    /// The name of a linked adult or of the child.
    fn name_of(&self, id: PersonId) -> String {
        if id == self.person.id {
            return self.person.name.to_string();
        }
        let found = self.adults.iter().find(|(link, _)| link.party == Party::Person(id));
        found
            .and_then(|(_, name)| name.as_ref())
            .map_or_else(|| "somebody no longer linked".to_owned(), ToString::to_string)
    }
}

/// A parent's own link, or one that was there before the address was kept secret and is not to somebody with whom the
/// child lives now.
pub(crate) fn gives_nothing_away(link: &Relationship, since: jiff::civil::Date) -> bool {
    use record::RelationshipKind as Kind;
    link.period.from < since
        && matches!(
            link.kind,
            Kind::ParentWithResponsibility | Kind::ParentWithoutResponsibility | Kind::CorporateParent
        )
}

pub(crate) fn own(link: &Relationship, visit: &Visit) -> bool {
    let reader = visit.viewer.as_ref().and_then(|viewer| viewer.actor.person);
    reader.is_some_and(|reader| link.party == Party::Person(reader))
}

/// The page for staff who may know that the record exists and may not open it: with the way in for an emergency, where
/// there is one.
async fn closed(visit: &Visit, id: &str, says: &str) -> PageResult {
    let (child, relationships) = access::relationships(visit, id).await?;
    let may = visit.may::<BreakGlass>(&relationships, &::access::Resource::Child(child));
    let page = visit.page("You cannot open this record").status(StatusCode::FORBIDDEN).back("/people");
    shell::show(
        visit,
        page,
        html! {
            h1 class="govuk-heading-l" { "You cannot open this record" }
            p class="govuk-body" { (says) }
            @if may { (Button::link("Open it in an emergency", format!("/people/{child}/emergency")).warning()) }
        },
    )
    .await
}
