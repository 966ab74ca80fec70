//! Starting a case, withdrawing it, giving it to an officer.

use jiff::civil::Date;

use super::Decided;
use crate::case::Case;
use crate::case::checks::{can_be_asked_for, is_a_sentence, not_before, not_future, person_is_possible};
use crate::case::command::{Command, Existing};
use crate::case::event::Event;
use crate::case::people::Actor;
use crate::case::refusal::Refusal;

pub(super) fn start(command: Command, by: &Actor, today: Date) -> Decided {
    match command {
        Command::ReceiveRequest { about, from, by: asked_by, channel, received_on, needs } => {
            can_be_asked_for(&about, received_on, today)?;
            Ok(vec![Event::RequestReceived {
                on: received_on,
                child: about.child,
                born: about.born,
                from,
                by: asked_by,
                channel,
                needs: needs.trim().to_owned(),
            }])
        }
        Command::AcceptResponsibility { about, from, since, reason } => {
            can_be_asked_for(&about, since, today)?;
            if !is_a_sentence(&reason) {
                return Err(Refusal::NoReasonForResponsibility);
            }
            Ok(vec![Event::BecameResponsible {
                on: since,
                child: about.child,
                born: about.born,
                from,
                by: by.person.clone(),
                reason: reason.trim().to_owned(),
            }])
        }
        Command::BringInPlan { about, on, made, last_review, moved_in, named } => {
            person_is_possible(about.born, today)?;
            not_future(on, today)?;
            not_before(made, about.born, "the child was born")?;
            not_before(on, made, "the plan was made")?;
            if let Some(reviewed) = last_review {
                not_before(reviewed, made, "the plan was made")?;
                not_future(reviewed, today)?;
            }
            if let Existing::Plan { made } = about.existing {
                return Err(Refusal::AlreadyHasPlan { made });
            }
            Ok(vec![Event::PlanBroughtIn {
                on,
                child: about.child,
                born: about.born,
                made,
                last_review,
                moved_in,
                placement: named.placement,
                setting: named.setting,
                need: named.need,
                second_need: named.second_need,
            }])
        }
        _ => Ok(Vec::new()),
    }
}

pub(super) fn carry_on(case: &Case, command: Command, by: &Actor, today: Date) -> Decided {
    match command {
        Command::WithdrawRequest { on, reason } => {
            case.dated(on, today)?;
            Ok(vec![Event::RequestWithdrawn { on, by: by.person.clone(), reason: reason.trim().to_owned() }])
        }
        Command::IdentifyChild { on, child, born } => {
            not_future(on, today)?;
            person_is_possible(born, today)?;
            Ok(vec![Event::ChildIdentified { on, child, born, by: by.person.clone() }])
        }
        Command::AllocateOfficer { on, officer } => {
            case.dated(on, today)?;
            if case.officer() == Some(&officer) {
                return Ok(Vec::new());
            }
            Ok(vec![Event::OfficerAllocated { on, officer }])
        }
        _ => Ok(Vec::new()),
    }
}
