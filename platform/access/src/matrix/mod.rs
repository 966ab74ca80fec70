//! The whole policy as a document: every role, every action, every state of relationship, each cell decided by the
//! policy itself.

pub mod states;

use crate::{ActionKind, Relationships, Resource, Role, action::ActionScope, would_permit};
use states::{Scene, State, now, scene, subject};
use std::fmt::Write as _;

/// Does the policy permit this cell?
#[must_use]
pub fn permitted(role: Role, action: ActionKind, state: State) -> bool {
    let Scene { actor, relationships, adult, on_record } = scene(role, state, action);
    let (case, child) = subject();
    let resource = match action.scope() {
        ActionScope::Service => Resource::Service,
        ActionScope::AnyChild if !on_record => Resource::NewChild,
        _ if !on_record => return false,
        ActionScope::Case => Resource::Case { case, child },
        ActionScope::Child | ActionScope::AnyChild => Resource::Child(child),
        ActionScope::Adult => Resource::Adult { adult, child },
    };
    let known = if resource.child().is_some() { relationships } else { Relationships::none() };
    would_permit(action, &actor, &known, &resource, now()).is_ok()
}

/// The matrix in Markdown.
#[must_use]
pub fn matrix() -> String {
    let cells = Role::ALL.len() * ActionKind::ALL.len() * State::ALL.len();
    let mut page = format!(
        "# Who may do what\n\n\
         This page is printed by the access policy itself: {} roles, {} actions and {} states of relationship, {cells} \
         cells. What is not listed is refused. To renew it after changing a rule: `UPDATE_DOCS=1 cargo test -p access`.\n\n\
         * **When** names the states in which the policy says yes. *Always* means whatever the relationship.\n\
         * **Stopped by** names what overrides every link at once. A locked record opens for those who are let into it. \
         A court order that keeps a person away stops that person in every role.\n\
         * Families have no row for the bars of work: a worker reads their own child's record as a parent.\n\
         * Both the person's role and their organisation must allow an action. A suspended organisation's people may do \
         nothing.\n\
         * Protected addresses are masked for everybody but the caseworkers who read the address itself, and the person \
         who lives there.\n\n\
         The rules are in `platform/access/src/rules/`, the overrides in `platform/access/src/denies.rs`.\n",
        Role::ALL.len(),
        ActionKind::ALL.len(),
        State::ALL.len(),
    );
    for role in Role::ALL {
        section(&mut page, *role);
    }
    page
}

fn section(page: &mut String, role: Role) {
    // Writing to a string cannot fail.
    let _ = write!(page, "\n## {}\n\n", role.words());
    if role == Role::MachineClient {
        page.push_str("May do what it was granted, each action by itself. One that was granted nothing:\n\n");
    }
    // Actions with the same answers share a row.
    let mut rows: Vec<(Vec<&str>, Answers)> = Vec::new();
    for action in ActionKind::ALL {
        let Some(answers) = answers(role, *action) else { continue };
        match rows.iter_mut().find(|(_, same)| *same == answers) {
            Some((actions, _)) => actions.push(action.words()),
            None => rows.push((vec![action.words()], answers)),
        }
    }
    if rows.is_empty() {
        page.push_str("Nothing.\n");
        return;
    }
    page.push_str("| May | When | Stopped by |\n|---|---|---|\n");
    for (actions, Answers { when, stopped_by }) in rows {
        let _ = writeln!(page, "| {} | {when} | {stopped_by} |", actions.join("; "));
    }
    page.push_str("\nNothing else.\n");
}

/// When the policy says yes, and what stops it even so.
#[derive(PartialEq, Eq)]
struct Answers {
    when: String,
    stopped_by: String,
}

fn answers(role: Role, action: ActionKind) -> Option<Answers> {
    // To somebody at work, a link of their own to the child is a bar and not a way in.
    let at_work = !role.is_family() && role != Role::Anonymous;
    let ways: Vec<State> = State::ALL
        .iter()
        .copied()
        .filter(|state| !state.is_bar() && *state != State::LockedAdmitted && !(at_work && state.is_family()))
        .collect();
    let yes: Vec<State> = ways.iter().copied().filter(|state| permitted(role, action, *state)).collect();
    if yes.is_empty() {
        return None;
    }
    // A record that is not there can be neither read nor refused.
    let always = ways.iter().all(|state| yes.contains(state) || *state == State::NotOnRecord);
    let when = if always { "always".to_owned() } else { words(&yes) };
    let with_every_link = permitted(role, action, State::LockedAdmitted);
    let bars: Vec<State> = State::ALL.iter().copied().filter(|state| state.is_bar()).collect();
    let stopped = bars.into_iter().filter(|state| with_every_link && !permitted(role, action, *state));
    Some(Answers { when, stopped_by: words(&stopped.collect::<Vec<_>>()).replace("every link, and ", "") })
}

fn words(states: &[State]) -> String {
    states.iter().map(|state| state.words()).collect::<Vec<_>>().join("; ")
}
