//! What overrides every rule that lets somebody in.

use crate::{Actor, CasePredicate, DenyReason, Role, RoleGrant};

/// A bar and the reason it gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deny {
    /// Why.
    pub reason: DenyReason,
    /// For which cases.
    pub when: CasePredicate,
}

/// The bars that hold for this actor in this role.
///
/// * An order of a court keeps a person away in every role.
/// * Whoever has declared that they know the family, or is linked to the child, may not open the record at work. A
///   worker who is a parent reads their own child's record as a parent.
/// * A locked record opens only for the accounts that are let into it. Families keep their access.
#[must_use]
pub fn denies(actor: &Actor, grant: &RoleGrant) -> Vec<Deny> {
    let mut bars = Vec::new();
    if let Some(person) = actor.person {
        bars.push(Deny { reason: DenyReason::RestrictedByOrder, when: CasePredicate::RestrictedByOrder(person) });
    }
    if grant.role.is_family() || grant.role == Role::Anonymous {
        return bars;
    }
    let known = [
        actor.account.map(CasePredicate::ConflictDeclared),
        actor.person.map(CasePredicate::Linked),
        actor.person.map(CasePredicate::ChildIs),
    ];
    bars.push(Deny { reason: DenyReason::ConflictOfInterest, when: CasePredicate::any(known.into_iter().flatten()) });
    let admitted = actor.account.map_or(CasePredicate::Nothing, CasePredicate::AdmittedToLocked);
    bars.push(Deny {
        reason: DenyReason::Locked,
        when: CasePredicate::all([CasePredicate::Locked, admitted.negate()]),
    });
    bars
}
