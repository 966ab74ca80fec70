//! Ending a plan: notice first, then the family's time to appeal, then the end.

use calendar::Calendar;
use jiff::civil::Date;

use super::Decided;
use crate::case::Case;
use crate::case::checks::not_before;
use crate::case::command::Command;
use crate::case::event::Event;
use crate::case::refusal::Refusal;
use crate::case::stage::Stage;
use crate::case::terms::ReviewOutcome;
use crate::law::RuleId;

pub(super) fn end(case: &Case, command: Command, today: Date) -> Decided {
    match command {
        Command::NotifyCease { on, reason } => {
            case.dated(on, today)?;
            let notice = Event::CeaseNotified { on, reason };
            Ok(match case.stage() {
                // The notice tells the outcome of the review too.
                Stage::Reviewing { meeting } => {
                    not_before(on, meeting, "the review meeting was held")?;
                    vec![Event::ReviewDecided { on, outcome: ReviewOutcome::Cease }, notice]
                }
                _ => vec![notice],
            })
        }
        Command::CeasePlan { on, reason } => {
            case.dated(on, today)?;
            if reason.is_decision() {
                may_end(case, on)?;
            }
            Ok(vec![Event::PlanCeased { on, reason }])
        }
        _ => Ok(Vec::new()),
    }
}

/// Rule CEA-03: not before the time to appeal, or the appeal, has ended.
fn may_end(case: &Case, on: Date) -> Result<(), Refusal> {
    let Stage::Ending { notice, .. } = case.stage() else { return Err(Refusal::NoNotice) };
    not_before(on, notice, "notice was given")?;
    let clock = case.clock(&Calendar::england(), on);
    match clock.of(RuleId::Cea03).map(|deadline| deadline.due) {
        Some(None) => Err(Refusal::AppealOpen),
        Some(Some(until)) if on <= until => Err(Refusal::AppealTime { until }),
        _ => Ok(()),
    }
}
