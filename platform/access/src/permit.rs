//! The proof that the policy has said yes.

use crate::{Action, ActionKind, Condition, Resource, Role};
use jiff::Timestamp;
use record::{AccountId, BreakGlassId, CaseId, OrganisationId, PersonId};
use std::marker::PhantomData;

/// A strip at the head of every page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Banner {
    /// The emergency access.
    pub break_glass: BreakGlassId,
    /// When it ends.
    pub until: Timestamp,
}

/// What whoever uses the permit must do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Obligations {
    /// Leave out addresses that are protected, and all that follows from them: postcode, map, distance, school, team.
    pub mask_protected_address: bool,
    /// Leave out the contact details of other adults, unless each is permitted by itself.
    pub hide_other_adults_contacts: bool,
    /// Leave out notes that another agency has not shared.
    pub hide_other_agencies_notes: bool,
    /// Leave out counts of people below this number.
    pub suppress_below: Option<u8>,
    /// Show this strip.
    pub banner: Option<Banner>,
}

/// Permission for one action on one resource, at one moment. Only the policy builds it; it cannot be copied, stored or
/// read back.
///
/// ```compile_fail
/// let forged = access::Permit::<access::ReadCase> { by: None };
/// ```
///
/// ```compile_fail
/// fn keep(permit: &access::Permit<access::ReadCase>) -> access::Permit<access::ReadCase> {
///     permit.clone()
/// }
/// ```
#[derive(Debug)]
pub struct Permit<A: Action> {
    pub(crate) by: Option<AccountId>,
    pub(crate) person: Option<PersonId>,
    pub(crate) organisation: Option<OrganisationId>,
    pub(crate) role: Role,
    pub(crate) relationship: Condition,
    pub(crate) resource: Resource,
    pub(crate) obligations: Obligations,
    pub(crate) at: Timestamp,
    pub(crate) action: PhantomData<A>,
}

impl<A: Action> Permit<A> {
    /// The action.
    #[must_use]
    pub const fn action(&self) -> ActionKind {
        A::KIND
    }

    /// The account that may; none for anybody.
    #[must_use]
    pub const fn by(&self) -> Option<AccountId> {
        self.by
    }

    /// The person behind the account, where known.
    #[must_use]
    pub const fn person(&self) -> Option<PersonId> {
        self.person
    }

    /// The organisation in which the role is held.
    #[must_use]
    pub const fn organisation(&self) -> Option<OrganisationId> {
        self.organisation
    }

    /// The role that let them, for the audit and for the choice of page.
    #[must_use]
    pub const fn role(&self) -> Role {
        self.role
    }

    /// The relationship that let them, for the audit.
    #[must_use]
    pub const fn relationship(&self) -> Condition {
        self.relationship
    }

    /// What they may do it to.
    #[must_use]
    pub const fn resource(&self) -> Resource {
        self.resource
    }

    /// The case, if it is one.
    #[must_use]
    pub const fn case(&self) -> Option<CaseId> {
        self.resource.case()
    }

    /// The child, if there is one.
    #[must_use]
    pub const fn child(&self) -> Option<PersonId> {
        self.resource.child()
    }

    /// What they must do.
    #[must_use]
    pub const fn obligations(&self) -> Obligations {
        self.obligations
    }

    /// The purpose, for the audit.
    #[must_use]
    pub const fn purpose(&self) -> &'static str {
        A::KIND.words()
    }

    /// The emergency access behind it, if one is.
    #[must_use]
    pub fn break_glass(&self) -> Option<BreakGlassId> {
        self.obligations.banner.map(|banner| banner.break_glass)
    }

    /// When it was given.
    #[must_use]
    pub const fn given_at(&self) -> Timestamp {
        self.at
    }
}
