//! What a command would mean: the events it causes, or the sentence that says why not.

use jiff::civil::Date;

use super::Case;
use super::checks::not_future;
use super::command::Command;
use super::event::Event;
use super::people::Actor;
use super::refusal::Refusal;
use super::stage::StageKind;
use super::transitions::may;

mod assess;
mod dispute;
mod end_plan;
mod make_plan;
mod request;
mod review;

/// A command's answer.
pub type Decided = Result<Vec<Event>, Refusal>;

impl Case {
    /// What this command would mean when it is given on this day: the events it causes, or the sentence that says
    /// why not.
    ///
    /// # Errors
    /// A [`Refusal`] when the law, the stage of the case, or a date does not allow it.
    pub fn decide(&self, command: Command, by: &Actor, on: Date) -> Decided {
        let (kind, stage, today) = (command.kind(), self.stage.kind(), on);
        if !may(kind, stage) {
            return Err(self.not_now(&command));
        }
        if !by.for_authority() && !anybody_may(&command) {
            return Err(Refusal::AuthorityOnly(kind));
        }
        match command {
            Command::ReceiveRequest { .. } | Command::AcceptResponsibility { .. } | Command::BringInPlan { .. } => {
                request::start(command, by, today)
            }
            Command::WithdrawRequest { .. } | Command::AllocateOfficer { .. } | Command::IdentifyChild { .. } => {
                request::carry_on(self, command, by, today)
            }
            Command::AgreeToAssess { .. } | Command::RefuseToAssess { .. } | Command::NotifyDecision { .. } => {
                assess::decision(self, command, by, today)
            }
            Command::RequestAdvice { .. } | Command::ReceiveAdvice { .. } | Command::RecordException { .. } => {
                assess::advice(self, command, by, today)
            }
            Command::AgreePlan { .. } | Command::RefusePlan { .. } | Command::NotifyNoPlan { .. } => {
                make_plan::decision(self, command, by, today)
            }
            Command::ServeDraft { .. }
            | Command::ReceiveRepresentations { .. }
            | Command::ConsultSetting { .. }
            | Command::ReceiveReply { .. }
            | Command::IssueFinalPlan { .. } => make_plan::plan(self, command, today),
            Command::HoldReviewMeeting { .. }
            | Command::SendReviewReport { .. }
            | Command::DecideReview { .. }
            | Command::SendAmendmentNotice { .. }
            | Command::IssueAmendedPlan { .. }
            | Command::DropAmendment { .. } => review::review(self, command, today),
            Command::NotifyCease { .. } | Command::CeasePlan { .. } => end_plan::end(self, command, today),
            Command::ContactMediation { .. }
            | Command::HoldMediation { .. }
            | Command::RecordCertificate { .. }
            | Command::RegisterAppeal { .. }
            | Command::EndAppeal { .. } => dispute::dispute(self, command, today),
        }
    }

    /// A second request is told which one is open, so that it can be added to it.
    fn not_now(&self, command: &Command) -> Refusal {
        let stage = self.stage.kind();
        if let (Command::ReceiveRequest { .. } | Command::AcceptResponsibility { .. }, Some(received)) =
            (command, self.started)
        {
            if stage.is_open_request() {
                return Refusal::AlreadyOpen { received };
            }
            if let (true, Some(plan)) = (stage.has_plan(), &self.plan) {
                return Refusal::AlreadyHasPlan { made: plan.made };
            }
        }
        if let (Command::EndAppeal { .. }, None) = (command, self.appeal)
            && stage != StageKind::NotStarted
        {
            return Refusal::NoAppeal;
        }
        Refusal::NotNow { command: command.kind(), stage }
    }

    /// The common check of dates: not in the future, and not before the case started.
    fn dated(&self, on: Date, today: Date) -> Result<(), Refusal> {
        not_future(on, today)?;
        match self.started {
            Some(started) => super::checks::not_before(on, started, "the case started"),
            None => Ok(()),
        }
    }
}

/// What families and settings do themselves; everything else is the authority's own act.
const fn anybody_may(command: &Command) -> bool {
    matches!(
        command,
        Command::ReceiveRequest { .. }
            | Command::WithdrawRequest { .. }
            | Command::ReceiveAdvice { .. }
            | Command::ReceiveRepresentations { .. }
            | Command::ReceiveReply { .. }
            | Command::HoldReviewMeeting { .. }
            | Command::SendReviewReport { .. }
            | Command::ContactMediation { .. }
    )
}
