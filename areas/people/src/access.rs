//! The way to a person's record: who they are, what links people to them, and the permit.

use ::access::{Action, Permit, Relationships, Resource};
use ::store::{Tx, facts};
use record::{Party, PersonId};
use web::{PageError, PageResult, Visit};

/// A record that the person may get at, in the transaction in which the audit row was written.
pub(crate) struct Opened<A: Action> {
    /// The transaction. Commit it, also after a mere reading: the audit row is in it.
    pub(crate) tx: Tx,
    /// The permit.
    pub(crate) permit: Permit<A>,
    /// Whose record it is.
    pub(crate) child: PersonId,
    /// What links people to them.
    pub(crate) relationships: Relationships,
}

impl<A: Action> Opened<A> {
    /// Whether the person may also do something else to the same record: for what a page offers.
    pub(crate) fn may<B: Action>(&self, visit: &Visit) -> bool {
        visit.may::<B>(&self.relationships, &self.resource())
    }

    /// One more action on the same record, in the same transaction.
    pub(crate) async fn also<B: Action>(&self, visit: &Visit, fields: &str) -> PageResult<Permit<B>> {
        visit.also::<B>(&self.tx, &self.relationships, &self.resource(), fields).await
    }

    /// One more action on an adult in the child's life.
    pub(crate) async fn also_adult<B: Action>(
        &self,
        visit: &Visit,
        adult: PersonId,
        fields: &str,
    ) -> PageResult<Permit<B>> {
        let resource = adult_of(visit, &self.relationships, self.child, adult)?;
        visit.also::<B>(&self.tx, &self.relationships, &resource, fields).await
    }

    /// Whether the person may do something to an adult in the child's life.
    pub(crate) fn may_adult<B: Action>(&self, visit: &Visit, adult: PersonId) -> bool {
        adult_of(visit, &self.relationships, self.child, adult)
            .is_ok_and(|resource| visit.may::<B>(&self.relationships, &resource))
    }

    /// The record as the policy names it.
    pub(crate) fn resource(&self) -> Resource {
        Resource::Child(self.child)
    }
}

/// What links people to the person with this reference. Nobody signed in learns nothing, not even whether there is one.
pub(crate) async fn relationships(visit: &Visit, id: &str) -> PageResult<(PersonId, Relationships)> {
    visit.signed_in()?;
    let child: PersonId = id.parse().map_err(|_| PageError::NotFound)?;
    let found = facts::relationships(visit.site.store.reader(), child, None, visit.moment()).await?;
    Ok((child, found.ok_or(PageError::NotFound)?))
}

/// Opens a record for one action.
pub(crate) async fn open<A: Action>(visit: &Visit, id: &str, fields: &str) -> PageResult<Opened<A>> {
    let (child, relationships) = relationships(visit, id).await?;
    let (tx, permit) = visit.open::<A>(&relationships, &Resource::Child(child), fields).await?;
    Ok(Opened { tx, permit, child, relationships })
}

/// Opens the contact details of an adult in a child's life, or of the young person themselves.
pub(crate) async fn open_adult<A: Action>(
    visit: &Visit,
    id: &str,
    adult: &str,
    fields: &str,
) -> PageResult<(Opened<A>, PersonId)> {
    let (child, relationships) = relationships(visit, id).await?;
    let adult: PersonId = adult.parse().map_err(|_| PageError::NotFound)?;
    let resource = adult_of(visit, &relationships, child, adult)?;
    let (tx, permit) = visit.open::<A>(&relationships, &resource, fields).await?;
    Ok((Opened { tx, permit, child, relationships }, adult))
}

/// An adult counts as one of the child's only where a link says so: the policy looks at the child alone.
fn adult_of(visit: &Visit, relationships: &Relationships, child: PersonId, adult: PersonId) -> PageResult<Resource> {
    let links = &relationships.links;
    let today = visit.today;
    let linked =
        adult == child || links.iter().any(|link| link.party == Party::Person(adult) && link.period.contains(today));
    if linked { Ok(Resource::Adult { adult, child }) } else { Err(PageError::NotFound) }
}

/// Opens something that is about nobody in particular: a search, the accounts, the audit.
pub(crate) async fn service<A: Action>(visit: &Visit, fields: &str) -> PageResult<(Tx, Permit<A>)> {
    visit.signed_in()?;
    visit.open::<A>(&Relationships::none(), &Resource::Service, fields).await
}

/// Whether somebody may do something that is about nobody in particular, for a page that shows nobody: what it lets pass
/// is not written into the audit, what it refuses is.
pub(crate) async fn may_begin<A: Action>(visit: &Visit, fields: &str) -> PageResult<()> {
    visit.signed_in()?;
    if !visit.may::<A>(&Relationships::none(), &Resource::Service) {
        service::<A>(visit, fields).await?;
    }
    Ok(())
}
