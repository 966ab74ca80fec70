//! The rules: which role may do what, on what condition. What is not here is refused.
//!
//! One file for each kind of people. A rule names its actions and one condition; several rules may name the same
//! action, and then any of their conditions will do.

mod advisers;
mod authority;
mod family;
mod oversight;
mod settings;

use crate::{ActionKind, Condition, Role};

/// One rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Who.
    pub role: Role,
    /// May do what.
    pub actions: &'static [ActionKind],
    /// On what condition.
    pub when: Condition,
}

/// Short form for the tables.
const fn rule(role: Role, actions: &'static [ActionKind], when: Condition) -> Rule {
    Rule { role, actions, when }
}

/// Every rule.
pub fn all() -> impl Iterator<Item = Rule> {
    [family::RULES, settings::RULES, advisers::RULES, authority::RULES, oversight::RULES].into_iter().flatten().copied()
}

/// The conditions on which a role may do an action.
pub fn rules_for(role: Role, action: ActionKind) -> impl Iterator<Item = Condition> {
    let written = all().filter(move |rule| rule.role == role && rule.actions.contains(&action)).map(|rule| rule.when);
    // Another system may do what it was granted, and nothing else.
    let granted = (role == Role::MachineClient).then_some(Condition::Scope(action));
    written.chain(granted)
}
