//! The same policy as a filter over all cases.

use crate::{
    Action, ActionKind, Actor, CasePredicate, Moment, ReadCase, Relationships, decide::held, denies::denies,
    holds::holds, rules::rules_for,
};

/// Which cases an actor may see at a moment. Only the policy builds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseFilter {
    predicate: CasePredicate,
    moment: Moment,
}

impl CaseFilter {
    /// The condition that a case must meet.
    #[must_use]
    pub const fn predicate(&self) -> &CasePredicate {
        &self.predicate
    }

    /// The day and instant on which it must meet it.
    #[must_use]
    pub const fn moment(&self) -> Moment {
        self.moment
    }

    /// Does the case of these relationships pass? For tests and small lists; the store asks in SQL.
    #[must_use]
    pub fn matches(&self, relationships: &Relationships) -> bool {
        holds(&self.predicate, relationships, self.moment)
    }
}

/// The cases that the actor may read.
#[must_use]
pub fn visible_cases(actor: &Actor, now: Moment) -> CaseFilter {
    visible_for::<ReadCase>(actor, now)
}

/// The cases on which the actor may do `A`, an action on cases.
#[must_use]
pub fn visible_for<A: Action>(actor: &Actor, now: Moment) -> CaseFilter {
    filter_for(A::KIND, actor, now)
}

/// As [`visible_for`], for an action known only as a value.
#[must_use]
pub fn filter_for(action: ActionKind, actor: &Actor, now: Moment) -> CaseFilter {
    let ways = held(actor, now).filter(|grant| grant.organisation_allows(action)).map(|grant| {
        let allowed = rules_for(grant.role, action).map(|condition| condition.predicate(actor, grant, None, now));
        let barred = denies(actor, grant).into_iter().map(|bar| bar.when.negate());
        CasePredicate::all([CasePredicate::any(allowed)].into_iter().chain(barred))
    });
    CaseFilter { predicate: CasePredicate::any(ways), moment: now }
}
