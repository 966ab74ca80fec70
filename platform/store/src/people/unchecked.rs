//! Reading without a permit: for the access policy itself, which needs facts to decide; for importers and for nightly
//! work, which act for nobody. A page or an API never calls these: a house test looks for that.

use record::{
    Address, Allocation, AllocationSubject, CapacityDecision, CareSpell, Consent, ContactPoint, Enrolment,
    OrganisationId, Party, Person, PersonId, Relationship,
};

use super::find;
use super::kept::Kept;
use crate::{Connection, Sql, StoreResult};

/// Any fact by its id.
pub async fn by_id<T: Kept>(conn: &impl Connection, id: T::Id) -> StoreResult<Option<T>> {
    find::by_id(conn, id).await
}

/// Several facts, in the order of their ids.
pub async fn by_ids<T: Kept>(conn: &impl Connection, ids: &[T::Id]) -> StoreResult<Vec<T>> {
    find::by_ids(conn, ids).await
}

/// The people who have a number: `upn`, `former-upn`, `uln` or `nhs`, written without spaces.
pub async fn by_identifier(conn: &impl Connection, kind: &str, value: &str) -> StoreResult<Vec<Person>> {
    let sql = Sql::new(
        "SELECT p.record FROM person_identifier i JOIN person p ON p.id = i.person WHERE i.kind = $1 AND i.value = $2 \
         ORDER BY p.id",
    );
    find::read_all(sql.bind(kind).bind(value), conn).await
}

/// Every address of a person, oldest first.
pub async fn addresses(conn: &impl Connection, person: PersonId) -> StoreResult<Vec<Address>> {
    find::where_is(conn, "person", person, "valid_from, id").await
}

/// Every way to reach a person.
pub async fn contact_points(conn: &impl Connection, person: PersonId) -> StoreResult<Vec<ContactPoint>> {
    find::where_is(conn, "person", person, "valid_from, id").await
}

/// Every spell of care.
pub async fn care_spells(conn: &impl Connection, person: PersonId) -> StoreResult<Vec<CareSpell>> {
    find::where_is(conn, "person", person, "valid_from, id").await
}

/// Every answer about a person's record.
pub async fn consents(conn: &impl Connection, about: PersonId) -> StoreResult<Vec<Consent>> {
    find::where_is(conn, "about", about, "valid_from, id").await
}

/// Every decision about a young person's capacity.
pub async fn capacity_decisions(conn: &impl Connection, person: PersonId) -> StoreResult<Vec<CapacityDecision>> {
    find::where_is(conn, "person", person, "assessed_on, id").await
}

/// The links of a child.
pub async fn relationships_of_child(conn: &impl Connection, child: PersonId) -> StoreResult<Vec<Relationship>> {
    find::where_is(conn, "child", child, "valid_from, id").await
}

/// The links of an adult or organisation to children.
pub async fn relationships_of_party(conn: &impl Connection, party: Party) -> StoreResult<Vec<Relationship>> {
    find::where_is(conn, "party", super::relationships::party_columns(party).1, "child, id").await
}

/// Every time on a roll.
pub async fn enrolments(conn: &impl Connection, person: PersonId) -> StoreResult<Vec<Enrolment>> {
    find::where_is(conn, "person", person, "valid_from, id").await
}

/// Everybody who was ever on a setting's roll.
pub async fn roll(conn: &impl Connection, setting: OrganisationId) -> StoreResult<Vec<Enrolment>> {
    find::where_is(conn, "setting", setting, "person, id").await
}

/// To whom a child or case was ever given.
pub async fn allocations(conn: &impl Connection, subject: AllocationSubject) -> StoreResult<Vec<Allocation>> {
    find::where_is(conn, "subject", super::allocations::subject_text(subject), "valid_from, id").await
}
