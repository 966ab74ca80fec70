//! Which command may come at which stage, and where it leads. [`Case::decide`](super::Case::decide) asks this table
//! first, and the state diagram in `docs/casework-states.md` is made from it.

use super::command::CommandKind as C;
use super::stage::StageKind as S;

/// One row: at these stages this command may come, and leads there (`None`: the stage stays).
#[derive(Debug, Clone, Copy)]
pub struct Transition {
    /// The command.
    pub command: C,
    /// The stages at which it may come.
    pub from: &'static [S],
    /// The stage it leads to, or several when its particulars decide.
    pub to: &'static [S],
}

const fn row(command: C, from: &'static [S], to: &'static [S]) -> Transition {
    Transition { command, from, to }
}

const OPEN: &[S] = &[S::Deciding, S::Assessing, S::Drafting, S::DraftWithFamily];
const PLAN: &[S] = &[S::Plan, S::Reviewing, S::Amending, S::Ending];
const DISPUTABLE: &[S] = &[
    S::NotAssessing,
    S::Assessing,
    S::NoPlan,
    S::Drafting,
    S::DraftWithFamily,
    S::Plan,
    S::Reviewing,
    S::Amending,
    S::Ending,
    S::Ceased,
];

/// Every transition.
pub const TRANSITIONS: &[Transition] = &[
    row(C::ReceiveRequest, &[S::NotStarted], &[S::Deciding]),
    row(C::AcceptResponsibility, &[S::NotStarted], &[S::Deciding]),
    row(C::BringInPlan, &[S::NotStarted], &[S::Plan]),
    row(C::WithdrawRequest, OPEN, &[S::Withdrawn]),
    row(
        C::AllocateOfficer,
        &[
            S::Deciding,
            S::NotAssessing,
            S::Assessing,
            S::NoPlan,
            S::Drafting,
            S::DraftWithFamily,
            S::Plan,
            S::Reviewing,
            S::Amending,
            S::Ending,
        ],
        &[],
    ),
    row(C::IdentifyChild, &[S::Deciding, S::Assessing], &[]),
    // A refusal can be reversed: by the authority itself, after mediation, or on the tribunal's order.
    row(C::AgreeToAssess, &[S::Deciding, S::NotAssessing], &[S::Assessing]),
    row(C::RefuseToAssess, &[S::Deciding], &[S::NotAssessing]),
    row(C::NotifyDecision, &[S::Assessing, S::NotAssessing], &[]),
    row(C::RequestAdvice, &[S::Deciding, S::Assessing, S::Drafting, S::Reviewing], &[]),
    row(C::ReceiveAdvice, &[S::Deciding, S::Assessing, S::Drafting, S::DraftWithFamily, S::Reviewing], &[]),
    row(C::RecordException, OPEN, &[]),
    row(C::AgreePlan, &[S::Assessing, S::NoPlan], &[S::Drafting]),
    row(C::RefusePlan, &[S::Assessing], &[S::NoPlan]),
    row(C::NotifyNoPlan, &[S::NoPlan], &[]),
    // A draft that changes for another reason than representations, budget or placement is served again (Code 9.125).
    row(C::ServeDraft, &[S::Drafting, S::DraftWithFamily], &[S::DraftWithFamily]),
    row(C::ReceiveRepresentations, &[S::DraftWithFamily, S::Amending], &[]),
    row(C::ConsultSetting, &[S::Drafting, S::DraftWithFamily, S::Plan, S::Reviewing, S::Amending], &[]),
    row(C::ReceiveReply, &[S::Drafting, S::DraftWithFamily, S::Plan, S::Reviewing, S::Amending], &[]),
    row(C::IssueFinalPlan, &[S::DraftWithFamily], &[S::Plan]),
    row(C::HoldReviewMeeting, &[S::Plan, S::Reviewing, S::Amending], &[S::Reviewing]),
    row(C::SendReviewReport, &[S::Plan, S::Reviewing, S::Amending, S::Ending], &[]),
    row(C::DecideReview, &[S::Reviewing], &[S::Plan, S::Amending]),
    row(C::SendAmendmentNotice, &[S::Plan, S::Reviewing, S::Amending], &[S::Amending]),
    row(C::IssueAmendedPlan, &[S::Amending, S::Plan, S::Ending], &[S::Plan]),
    row(C::DropAmendment, &[S::Amending], &[S::Plan]),
    row(C::NotifyCease, &[S::Plan, S::Reviewing, S::Amending], &[S::Ending]),
    row(C::CeasePlan, PLAN, &[S::Ceased]),
    row(C::ContactMediation, DISPUTABLE, &[]),
    row(C::HoldMediation, DISPUTABLE, &[]),
    row(C::RecordCertificate, DISPUTABLE, &[]),
    row(C::RegisterAppeal, DISPUTABLE, &[]),
    // An order to go on with a plan takes the notice back.
    row(C::EndAppeal, DISPUTABLE, &[S::Plan]),
];

/// Whether the command may come at the stage.
#[must_use]
pub fn may(command: C, stage: S) -> bool {
    TRANSITIONS.iter().any(|row| row.command == command && row.from.contains(&stage))
}
