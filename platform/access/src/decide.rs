//! The decision.

use crate::{
    Action, ActionKind, Actor, Banner, Condition, Denied, DenyReason, Fact, Moment, Obligations, Permit, Relationships,
    Resource, Role, RoleGrant, action::ActionScope, condition::rights_have_passed, denies::denies, holds::holds,
    rules::rules_for,
};
use record::{OrganisationId, RelationshipKind};
use std::marker::PhantomData;

/// May this actor do `A` to this resource, now, given these relationships?
///
/// # Errors
/// [`Denied`], with the reason for the audit, the sentence to show, and whether even the existence of the record must
/// stay hidden.
pub fn decide<A: Action>(
    actor: &Actor,
    relationships: &Relationships,
    resource: &Resource,
    now: Moment,
) -> Result<Permit<A>, Denied> {
    let granted = judge(A::KIND, actor, relationships, resource, now)?;
    Ok(Permit {
        by: actor.account,
        person: actor.person,
        organisation: granted.organisation,
        role: granted.role,
        relationship: granted.relationship,
        resource: *resource,
        obligations: granted.obligations,
        at: now.at,
        action: PhantomData,
    })
}

/// Would the policy permit this? For showing or leaving out a button; it gives no permit.
///
/// # Errors
/// As [`decide`].
pub fn would_permit(
    action: ActionKind,
    actor: &Actor,
    relationships: &Relationships,
    resource: &Resource,
    now: Moment,
) -> Result<Role, Denied> {
    judge(action, actor, relationships, resource, now).map(|granted| granted.role)
}

/// What let somebody in, and what they must do.
struct Granted {
    organisation: Option<OrganisationId>,
    role: Role,
    relationship: Condition,
    obligations: Obligations,
}

fn judge(
    action: ActionKind,
    actor: &Actor,
    relationships: &Relationships,
    resource: &Resource,
    now: Moment,
) -> Result<Granted, Denied> {
    let denied = |reason| Err(refusal(actor, action, reason));
    if !resource.suits(action.scope()) || !about_the_same(relationships, resource) {
        return denied(DenyReason::WrongFacts);
    }
    let mut reasons = Vec::new();
    // Ordinary relationships first: an emergency access is used, and audited, only where nothing else lets them in.
    for emergency in [false, true] {
        for grant in held(actor, now) {
            for condition in rules_for(grant.role, action) {
                if (condition == Condition::BreakGlass) != emergency {
                    continue;
                }
                if !grant.organisation_allows(action) {
                    reasons.push(DenyReason::OrganisationNotAllowed);
                    continue;
                }
                if !holds(&condition.predicate(actor, grant, Some(resource), now), relationships, now) {
                    reasons.push(missing(actor, relationships, now));
                    continue;
                }
                if let Some(bar) = denies(actor, grant).into_iter().find(|bar| holds(&bar.when, relationships, now)) {
                    reasons.push(bar.reason);
                    continue;
                }
                return Ok(Granted {
                    organisation: grant.organisation.as_ref().map(|scope| scope.id),
                    role: grant.role,
                    relationship: condition,
                    obligations: obligations(action, actor, relationships, resource, grant, condition, now),
                });
            }
        }
    }
    // The weightiest reason is the last in the order of `DenyReason`.
    denied(reasons.into_iter().max().unwrap_or(if actor.account.is_none() {
        DenyReason::NotSignedIn
    } else {
        DenyReason::NotInRole
    }))
}

/// The roles that the actor holds today.
pub(crate) fn held(actor: &Actor, now: Moment) -> impl Iterator<Item = &RoleGrant> {
    actor.roles.iter().filter(move |grant| grant.period.is_none_or(|period| period.contains(now.on)))
}

/// Facts about one child must never decide about another.
fn about_the_same(relationships: &Relationships, resource: &Resource) -> bool {
    match (resource.child(), resource.case()) {
        (None, _) => true,
        (child, None) => relationships.child == child,
        (child, case) => relationships.child == child && relationships.case == case,
    }
}

/// Why a condition does not hold: the rights have passed, or there is no relationship.
fn missing(actor: &Actor, relationships: &Relationships, now: Moment) -> DenyReason {
    let was_parent = actor.person.is_some_and(|person| {
        let kinds = RelationshipKind::ALL.iter().copied().filter(|kind| kind.has_responsibility()).collect();
        holds(&crate::CasePredicate::VerifiedLink { person, kinds }, relationships, now)
    });
    if was_parent && holds(&rights_have_passed(now), relationships, now) {
        DenyReason::RightsPassed
    } else {
        DenyReason::NoRelationship
    }
}

fn refusal(actor: &Actor, action: ActionKind, reason: DenyReason) -> Denied {
    let personal = action.scope() != ActionScope::Service;
    let may_know = actor.roles.iter().any(|grant| grant.role.may_know_of_existence());
    let hide_existence = match reason {
        DenyReason::RestrictedByOrder | DenyReason::WrongFacts => true,
        DenyReason::RightsPassed => false,
        _ => personal && !may_know,
    };
    Denied { reason, hide_existence }
}

fn obligations(
    action: ActionKind,
    actor: &Actor,
    relationships: &Relationships,
    resource: &Resource,
    grant: &RoleGrant,
    condition: Condition,
    now: Moment,
) -> Obligations {
    let caseworker = matches!(grant.role, Role::Coordinator | Role::Manager);
    let oneself = resource.child().is_some() && resource.child() == actor.person;
    let sees_protected = action == ActionKind::ReadAddress && (caseworker || oneself);
    let banner = (condition == Condition::BreakGlass)
        .then(|| {
            relationships.facts.iter().find_map(|dated| match dated.fact {
                Fact::BreakGlass { id, account, from, until }
                    if Some(account) == actor.account && from <= now.at && now.at < until =>
                {
                    Some(Banner { break_glass: id, until })
                }
                _ => None,
            })
        })
        .flatten();
    Obligations {
        mask_protected_address: !sees_protected,
        hide_other_adults_contacts: !caseworker,
        hide_other_agencies_notes: !caseworker,
        suppress_below: matches!(action, ActionKind::ReadAggregates | ActionKind::ReadBoard).then_some(5),
        banner,
    }
}
