//! The way to a case: its child, what links people to it, and the permit.

use ::access::{Action, Permit, Relationships, Resource};
use ::store::{Connection, Tx, facts};
use record::CaseId;
use web::{PageError, PageResult, Visit};

use crate::{file::CaseFile, store};

/// A case that the person may get at, in the transaction in which the audit row was written.
pub struct Opened<A: Action> {
    /// The transaction. Commit it, also after a mere reading: the audit row is in it.
    pub tx: Tx,
    /// The permit.
    pub permit: Permit<A>,
    /// The file.
    pub file: CaseFile,
    /// What links people to the child and the case.
    pub relationships: Relationships,
}

impl<A: Action> Opened<A> {
    /// Whether the person may also do something else to the same case: for what a page offers.
    pub fn may<B: Action>(&self, visit: &Visit) -> bool {
        visit.may::<B>(&self.relationships, &self.resource())
    }

    /// The case as the policy names it.
    pub fn resource(&self) -> Resource {
        Resource::Case { case: self.file.id, child: self.file.child }
    }
}

/// Opens a case for one action.
pub async fn open<A: Action>(visit: &Visit, case: &str, fields: &str) -> PageResult<Opened<A>> {
    visit.signed_in()?;
    let id: CaseId = case.parse().map_err(|_| PageError::NotFound)?;
    let reader = visit.site.store.reader();
    let file = store::file(reader, id).await?.ok_or(PageError::NotFound)?;
    let relationships = relationships(visit, reader, &file).await?;
    let (tx, permit) = visit.open::<A>(&relationships, &Resource::Case { case: id, child: file.child }, fields).await?;
    Ok(Opened { tx, permit, file, relationships })
}

async fn relationships(visit: &Visit, conn: &impl Connection, file: &CaseFile) -> PageResult<Relationships> {
    facts::relationships(conn, file.child, Some(file.id), visit.moment()).await?.ok_or(PageError::NotFound)
}
