//! Reviews and amendments.

use jiff::civil::Date;

use super::Decided;
use crate::case::Case;
use crate::case::checks::not_before;
use crate::case::command::Command;
use crate::case::event::Event;
use crate::case::refusal::Refusal;
use crate::case::stage::Stage;
use crate::case::terms::ReviewOutcome;

pub(super) fn review(case: &Case, command: Command, today: Date) -> Decided {
    match command {
        Command::HoldReviewMeeting { on } => {
            case.dated(on, today)?;
            Ok(vec![Event::ReviewMeetingHeld { on }])
        }
        Command::SendReviewReport { on } => {
            case.dated(on, today)?;
            after_meeting(case, on)?;
            Ok(vec![Event::ReviewReportSent { on }])
        }
        Command::DecideReview { on, outcome } => {
            case.dated(on, today)?;
            after_meeting(case, on)?;
            if outcome == ReviewOutcome::Cease {
                return Err(Refusal::CeaseNeedsNotice);
            }
            Ok(vec![Event::ReviewDecided { on, outcome }])
        }
        Command::SendAmendmentNotice { on } => {
            case.dated(on, today)?;
            after_meeting(case, on)?;
            let notice = Event::AmendmentNoticeSent { on };
            // The notice is itself the decision to amend, when none was notified before it.
            Ok(match case.stage() {
                Stage::Reviewing { .. } => vec![Event::ReviewDecided { on, outcome: ReviewOutcome::Amend }, notice],
                _ => vec![notice],
            })
        }
        Command::IssueAmendedPlan { on, named } => {
            case.dated(on, today)?;
            if let Stage::Amending { notice: Some(notice), .. } = case.stage() {
                not_before(on, notice, "the amendment notice was sent")?;
            }
            Ok(vec![Event::AmendedPlanIssued {
                on,
                placement: named.placement,
                setting: named.setting,
                need: named.need,
                second_need: named.second_need,
            }])
        }
        Command::DropAmendment { on } => {
            case.dated(on, today)?;
            Ok(vec![Event::AmendmentDropped { on }])
        }
        _ => Ok(Vec::new()),
    }
}

fn after_meeting(case: &Case, on: Date) -> Result<(), Refusal> {
    match case.stage() {
        Stage::Reviewing { meeting } | Stage::Amending { meeting: Some(meeting), .. } => {
            not_before(on, meeting, "the review meeting was held")
        }
        _ => Ok(()),
    }
}
