//! Who of a family can read a case online: the accounts that the access policy lets in.

use ::access::{ReadCase, Relationships, Resource, decide};
use ::store::{Tx, accounts};
use record::{AccountId, Party, PersonId};
use web::{PageResult, Visit};

use crate::store;

/// Somebody who can read the case after signing in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Follower {
    /// Who they are in the record.
    pub person: PersonId,
    /// Their account.
    pub account: AccountId,
    /// Where a message that there is news reaches them.
    pub email: String,
}

/// Everybody linked to the child, or the young person themselves, whose account the policy lets read the case.
pub async fn followers(
    visit: &Visit,
    tx: &Tx,
    relationships: &Relationships,
    resource: &Resource,
) -> PageResult<Vec<Follower>> {
    let mut people: Vec<PersonId> = relationships
        .links
        .iter()
        .filter_map(|link| match link.party {
            Party::Person(person) => Some(person),
            Party::Organisation(_) => None,
        })
        .chain(relationships.child)
        .collect();
    people.sort_unstable();
    people.dedup();
    let mut followers = Vec::new();
    for (person, (account, email)) in store::accounts_of(tx, &people).await? {
        let Some(actor) = accounts::actor(tx, account, visit.today).await? else { continue };
        if decide::<ReadCase>(&actor, relationships, resource, visit.moment())
            .is_ok_and(|permit| permit.role().is_family())
        {
            followers.push(Follower { person, account, email });
        }
    }
    Ok(followers)
}
