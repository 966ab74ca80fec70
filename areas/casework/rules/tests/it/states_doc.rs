//! `docs/casework-states.md` is made here from the table of transitions, which `Case::decide` itself asks.

use std::fmt::Write;

use casework_rules::CommandKind;
use casework_rules::StageKind;
use casework_rules::case::transitions::{TRANSITIONS, may};

use crate::generated::hold;

#[test]
fn docs_casework_states_is_up_to_date() {
    let mut page = String::from(
        "# The states of a case\n\nThis page is made from `areas/casework/rules/src/case/transitions.rs` by a test; do not \
         edit it. To make it again:\n`UPDATE_DOCS=1 cargo test -p casework-rules`.\n\n## What leads from one state to \
         another\n\n```mermaid\nstateDiagram-v2\n",
    );
    for stage in StageKind::ALL {
        writeln!(page, "    {} : {}", id(*stage), stage.name()).unwrap();
    }
    writeln!(page, "    [*] --> {}", id(StageKind::NotStarted)).unwrap();
    for row in TRANSITIONS {
        for (from, to) in row.from.iter().flat_map(|from| row.to.iter().map(move |to| (from, to))) {
            // An order to go on with the plan takes back the notice to end it; elsewhere it changes no state.
            if row.command == CommandKind::EndAppeal && *from != StageKind::Ending {
                continue;
            }
            writeln!(page, "    {} --> {} : {}", id(*from), id(*to), row.command.words()).unwrap();
        }
    }
    page.push_str("```\n\n## What may be done in each state\n");
    for stage in StageKind::ALL {
        writeln!(page, "\n### {}\n", stage.name()).unwrap();
        for command in CommandKind::ALL.iter().filter(|command| may(**command, *stage)) {
            writeln!(page, "* {}", command.words()).unwrap();
        }
    }
    hold("docs/casework-states.md", page.trim_end());
}

fn id(stage: StageKind) -> String {
    format!("{stage:?}")
}

#[test]
fn every_command_has_one_row_and_every_state_can_be_reached() {
    for command in CommandKind::ALL {
        assert_eq!(TRANSITIONS.iter().filter(|row| row.command == *command).count(), 1, "{command:?}");
    }
    for stage in StageKind::ALL.iter().filter(|stage| **stage != StageKind::NotStarted) {
        assert!(TRANSITIONS.iter().any(|row| row.to.contains(stage)), "{stage:?} is never reached");
    }
}
