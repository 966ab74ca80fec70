//! Asking the access policy, and writing down what it said, in the same transaction as the read or write.
//!
//! [`Visit::open`] is the way in to anybody's record: it begins a transaction, asks the policy, writes the audit row, and
//! hands over both. If the audit cannot be written there is no permit, so there is no read. A refusal is written down
//! too, and kept.

use access::{Action, Actor, Denied, Moment, Permit, Relationships, Resource};
use record::PersonId;
use store::{
    Tx,
    audit::{AuditEvent, Decision},
};

use crate::{PageError, PageResult, Visit};

impl Visit {
    /// Who asks, as the policy knows them.
    pub fn actor(&self) -> Actor {
        self.viewer.as_ref().map_or_else(Actor::anonymous, |viewer| viewer.actor.clone())
    }

    /// When they ask.
    pub fn moment(&self) -> Moment {
        Moment::new(self.now, self.today)
    }

    /// Asks the policy without writing anything down: for what a page offers, never for what it shows.
    pub fn may<A: Action>(&self, relationships: &Relationships, resource: &Resource) -> bool {
        access::decide::<A>(&self.actor(), relationships, resource, self.moment()).is_ok()
    }

    /// Begins a transaction in which `A` may be done to `resource`, with its audit row written. `fields` names the class
    /// of data that is read or written: "summary", "address".
    pub async fn open<A: Action>(
        &self,
        relationships: &Relationships,
        resource: &Resource,
        fields: &str,
    ) -> PageResult<(Tx, Permit<A>)> {
        let tx = self.site.store.begin().await?;
        match access::decide::<A>(&self.actor(), relationships, resource, self.moment()) {
            Ok(permit) => {
                store::audit::append(&tx, &self.audit_of(&permit, fields)).await?;
                Ok((tx, permit))
            }
            Err(denied) => {
                store::audit::append(&tx, &self.audit_of_refusal::<A>(&denied, resource, fields)).await?;
                tx.commit().await?;
                Err(self.refused(&denied))
            }
        }
    }

    /// As [`Visit::open`], for one more action in a transaction that is already open.
    pub async fn also<A: Action>(
        &self,
        tx: &Tx,
        relationships: &Relationships,
        resource: &Resource,
        fields: &str,
    ) -> PageResult<Permit<A>> {
        let permit = access::decide::<A>(&self.actor(), relationships, resource, self.moment())
            .map_err(|denied| self.refused(&denied))?;
        store::audit::append(tx, &self.audit_of(&permit, fields)).await?;
        Ok(permit)
    }

    /// Writes down whose names a list showed: one row for each child, under the permit of the list.
    pub async fn audit_listed<A: Action>(
        &self,
        tx: &Tx,
        permit: &Permit<A>,
        children: impl IntoIterator<Item = PersonId>,
    ) -> PageResult<()> {
        let rows: Vec<AuditEvent> = children
            .into_iter()
            .map(|child| AuditEvent {
                resource: format!("person:{child}"),
                child: Some(child.to_string()),
                ..self.audit_of(permit, "list")
            })
            .collect();
        if !rows.is_empty() {
            store::audit::append_many(tx, &rows).await?;
        }
        Ok(())
    }

    /// The audit row of a permit.
    pub fn audit_of<A: Action>(&self, permit: &Permit<A>, fields: &str) -> AuditEvent {
        AuditEvent {
            role: permit.role().code().to_owned(),
            relationship: permit.relationship().words().to_owned(),
            purpose: permit.purpose().to_owned(),
            break_glass: permit.break_glass().map(|id| id.to_string()),
            ..self.audit_row::<A>(&permit.resource(), fields, Decision::Permitted)
        }
    }

    fn audit_of_refusal<A: Action>(&self, denied: &Denied, resource: &Resource, fields: &str) -> AuditEvent {
        AuditEvent {
            purpose: denied.reason.code().to_owned(),
            ..self.audit_row::<A>(resource, fields, Decision::Refused)
        }
    }

    fn audit_row<A: Action>(&self, resource: &Resource, fields: &str, decision: Decision) -> AuditEvent {
        AuditEvent {
            at: self.now,
            account: self.viewer.as_ref().map_or_else(|| "anonymous".to_owned(), |viewer| viewer.account.to_string()),
            role: String::new(),
            relationship: String::new(),
            action: A::KIND.code().to_owned(),
            resource: name_of(resource),
            child: resource.child().map(|child| child.to_string()),
            fields_class: fields.to_owned(),
            purpose: String::new(),
            ip: self.ip.clone(),
            session: self.viewer.as_ref().map(|viewer| viewer.session.clone()).unwrap_or_default(),
            request_id: self.request_id.clone(),
            decision,
            break_glass: None,
        }
    }

    /// The page for a refusal: sign-in for nobody, "not found" where even the existence is hidden, else the reason.
    pub fn refused(&self, denied: &Denied) -> PageError {
        if self.viewer.is_none() {
            return PageError::SignIn { back_to: self.path.clone() };
        }
        if denied.hide_existence { PageError::NotFound } else { PageError::forbidden(denied.sentence()) }
    }
}

fn name_of(resource: &Resource) -> String {
    match resource {
        Resource::Case { case, .. } => format!("case:{case}"),
        Resource::Child(child) => format!("person:{child}"),
        Resource::Adult { adult, .. } => format!("person:{adult}"),
        Resource::NewChild => "new-child".to_owned(),
        Resource::Service => "service".to_owned(),
    }
}
