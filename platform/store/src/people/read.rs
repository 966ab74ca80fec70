//! Reading what is personal. Every function takes the permit that the access policy gave, reads only what the permit is
//! about, and leaves out what its obligations say. The caller writes the audit in the same transaction.

use access::{Action, DecideAssessment};
use access::{EditContact, EditPerson, Permit, ReadAddress, ReadCase, ReadCaseContext, ReadContact, ReadPerson};
use jiff::civil::Date;
use record::{Address, CapacityDecision, CareSpell, Consent, ContactPoint, Enrolment, Person, PersonId, Relationship};

use super::{find, unchecked};
use crate::{Connection, StoreError, StoreResult};

/// An action whose permit lets its holder read the child's own details.
pub trait ReadsChild: Action {}
impl ReadsChild for ReadPerson {}
impl ReadsChild for EditPerson {}
impl ReadsChild for ReadCase {}
impl ReadsChild for ReadCaseContext {}
impl ReadsChild for DecideAssessment {}

/// An action whose permit lets its holder read how to reach an adult.
pub trait ReadsContact: Action {}
impl ReadsContact for ReadContact {}
impl ReadsContact for EditContact {}

fn child<A: Action>(permit: &Permit<A>) -> StoreResult<PersonId> {
    permit.child().ok_or_else(|| StoreError::Refused("the permit is about no child".to_owned()))
}

/// The child's details.
pub async fn person<A: ReadsChild>(conn: &impl Connection, permit: &Permit<A>) -> StoreResult<Option<Person>> {
    find::by_id(conn, child(permit)?).await
}

/// The child's addresses, oldest first. Protected ones are left out where the permit obliges to hide them.
pub async fn addresses(conn: &impl Connection, permit: &Permit<ReadAddress>) -> StoreResult<Vec<Address>> {
    let mut all = unchecked::addresses(conn, child(permit)?).await?;
    let reader = permit.person();
    all.retain(|address| {
        let hidden = permit.obligations().mask_protected_address && address.protected.is_some();
        !hidden && !reader.is_some_and(|reader| address.is_withheld_from(reader))
    });
    Ok(all)
}

/// The ways to reach the adult of the permit on a day, leaving out those withheld from the reader. The first to use first.
pub async fn contact_points<A: ReadsContact>(
    conn: &impl Connection,
    permit: &Permit<A>,
    on: Date,
) -> StoreResult<Vec<ContactPoint>> {
    let access::Resource::Adult { adult, .. } = permit.resource() else {
        return Err(StoreError::Refused("the permit is about no adult".to_owned()));
    };
    let mut all = unchecked::contact_points(conn, adult).await?;
    let reader = permit.person();
    all.retain(|way| way.period.contains(on) && !reader.is_some_and(|reader| way.withhold_from.contains(&reader)));
    all.sort_by_key(|way| !way.preferred);
    Ok(all)
}

/// The child's spells of care.
pub async fn care_spells<A: ReadsChild>(conn: &impl Connection, permit: &Permit<A>) -> StoreResult<Vec<CareSpell>> {
    unchecked::care_spells(conn, child(permit)?).await
}

/// Answers about the child's record.
pub async fn consents<A: ReadsChild>(conn: &impl Connection, permit: &Permit<A>) -> StoreResult<Vec<Consent>> {
    unchecked::consents(conn, child(permit)?).await
}

/// Decisions about the young person's capacity.
pub async fn capacity_decisions<A: ReadsChild>(
    conn: &impl Connection,
    permit: &Permit<A>,
) -> StoreResult<Vec<CapacityDecision>> {
    unchecked::capacity_decisions(conn, child(permit)?).await
}

/// The child's links.
pub async fn relationships<A: ReadsChild>(
    conn: &impl Connection,
    permit: &Permit<A>,
) -> StoreResult<Vec<Relationship>> {
    unchecked::relationships_of_child(conn, child(permit)?).await
}

/// The names of the adults linked to the child. How to reach them takes a permit for each.
pub async fn linked_adults<A: ReadsChild>(
    conn: &impl Connection,
    permit: &Permit<A>,
) -> StoreResult<Vec<(Relationship, Option<record::PersonName>)>> {
    let links = relationships(conn, permit).await?;
    let mut adults = Vec::with_capacity(links.len());
    for link in links {
        let name = match link.party {
            record::Party::Person(id) => find::by_id::<Person>(conn, id).await?.map(|person| person.name),
            record::Party::Organisation(_) => None,
        };
        adults.push((link, name));
    }
    Ok(adults)
}

/// The child's times on rolls.
pub async fn enrolments<A: ReadsChild>(conn: &impl Connection, permit: &Permit<A>) -> StoreResult<Vec<Enrolment>> {
    unchecked::enrolments(conn, child(permit)?).await
}
