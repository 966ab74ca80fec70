//! Mediation and appeals.

use jiff::civil::Date;

use super::Decided;
use crate::case::Case;
use crate::case::checks::not_before;
use crate::case::command::Command;
use crate::case::event::Event;
use crate::case::refusal::Refusal;
use crate::case::stage::StageKind;
use crate::case::terms::{AppealEnd, AppealKind};

pub(super) fn dispute(case: &Case, command: Command, today: Date) -> Decided {
    match command {
        Command::ContactMediation { on, wanted } => {
            case.dated(on, today)?;
            Ok(vec![Event::MediationContacted { on, wanted }])
        }
        Command::HoldMediation { on, agreed } => {
            case.dated(on, today)?;
            Ok(vec![Event::MediationHeld { on, agreed }])
        }
        Command::RecordCertificate { on } => {
            case.dated(on, today)?;
            Ok(vec![Event::MediationCertificate { on }])
        }
        Command::RegisterAppeal { on, about } => {
            case.dated(on, today)?;
            if let Some(open) = case.open_appeal() {
                return Err(Refusal::AppealAlreadyOpen { registered: open.registered });
            }
            if !fits(about, case.stage().kind()) {
                return Err(Refusal::AppealDoesNotFit);
            }
            Ok(vec![Event::AppealRegistered { on, about }])
        }
        Command::EndAppeal { on, how, order } => {
            let open = case.open_appeal().ok_or(Refusal::NoAppeal)?;
            case.dated(on, today)?;
            not_before(on, open.registered, "the appeal was registered")?;
            if matches!(how, AppealEnd::Decided | AppealEnd::Unopposed) && order.is_none() {
                return Err(Refusal::NoOrder);
            }
            Ok(vec![Event::AppealEnded { on, how, order }])
        }
        _ => Ok(Vec::new()),
    }
}

/// Which appeal there can be at which stage. A decision may have been reversed since, so later stages are allowed.
const fn fits(about: AppealKind, stage: StageKind) -> bool {
    match about {
        AppealKind::RefusalToAssess => matches!(stage, StageKind::NotAssessing | StageKind::Assessing),
        AppealKind::RefusalToIssue => {
            matches!(stage, StageKind::NoPlan | StageKind::Drafting | StageKind::DraftWithFamily)
        }
        AppealKind::Contents | AppealKind::RefusalToReassess | AppealKind::RefusalToAmend => stage.has_plan(),
        AppealKind::Cease => matches!(stage, StageKind::Ending | StageKind::Ceased),
    }
}
