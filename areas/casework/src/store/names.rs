//! Names for the rows of a list whose every case the access policy has let through.

use std::collections::BTreeMap;

use ::access::{ListCases, Permit};
use ::store::{Connection, StoreResult, people::unchecked};
use record::{Person, PersonId, PersonName};

/// The names of the children of a list. The caller writes each into the audit in the same transaction.
pub async fn names(
    conn: &impl Connection,
    _permit: &Permit<ListCases>,
    children: &[PersonId],
) -> StoreResult<BTreeMap<PersonId, PersonName>> {
    let people = unchecked::by_ids::<Person>(conn, children).await?;
    Ok(people.into_iter().map(|person| (person.id, person.name)).collect())
}
