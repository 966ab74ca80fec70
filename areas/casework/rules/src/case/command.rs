//! What can be asked of a case.

use jiff::civil::Date;

use super::people::{Channel, PersonRef, Requester, SettingRef};
use super::terms::{
    AdviceSource, AppealEnd, AppealKind, AssessmentTest, CeaseReason, Ground, Need, OrderKind, Placement, ReviewOutcome,
};

/// What the record already holds for the child elsewhere, found before a request is taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Existing {
    /// Nothing.
    #[default]
    None,
    /// A request that is still open.
    OpenRequest {
        /// The day it was received.
        received: Date,
    },
    /// A plan in force.
    Plan {
        /// The day it was made.
        made: Date,
    },
}

/// Whom a case is about, as given when it starts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The child or young person.
    pub child: PersonRef,
    /// Their birth date.
    pub born: Date,
    /// What the record already holds for them.
    pub existing: Existing,
}

/// What a plan names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The kind of place.
    pub placement: Placement,
    /// The setting, when one is named.
    pub setting: Option<SettingRef>,
    /// The primary type of need.
    pub need: Need,
    /// The secondary type of need.
    pub second_need: Option<Need>,
}

/// Something asked of a case. `on` is the day it happened, which may be before the day it is recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are those of the event that follows, described on Event")]
pub enum Command {
    /// Take in a request. `received_on` is the day it reached any channel of the authority.
    ReceiveRequest {
        about: About,
        from: Requester,
        by: Option<PersonRef>,
        channel: Channel,
        received_on: Date,
        needs: String,
    },
    /// Accept responsibility under s.24 without a request.
    AcceptResponsibility { about: About, from: Requester, since: Date, reason: String },
    /// Withdraw the request.
    WithdrawRequest { on: Date, reason: String },
    /// Give the case to an officer.
    AllocateOfficer { on: Date, officer: PersonRef },
    /// Say that the child is somebody whom the record holds already.
    IdentifyChild { on: Date, child: PersonRef, born: Date },
    /// Decide to assess.
    AgreeToAssess { on: Date, test: AssessmentTest },
    /// Decide not to assess.
    RefuseToAssess { on: Date, test: AssessmentTest },
    /// Notify the family of the decision whether to assess.
    NotifyDecision { on: Date },
    /// Ask for advice.
    RequestAdvice { on: Date, source: AdviceSource, of: Option<PersonRef> },
    /// Take in advice.
    ReceiveAdvice { on: Date, source: AdviceSource, of: Option<PersonRef> },
    /// Record why a limit could not be kept.
    RecordException { on: Date, ground: Ground, from: Date, until: Option<Date>, impractical: String },
    /// Decide that a plan is necessary.
    AgreePlan { on: Date, reasons: String },
    /// Decide after assessment that no plan is necessary.
    RefusePlan { on: Date, reasons: String },
    /// Notify the family that no plan will be issued.
    NotifyNoPlan { on: Date },
    /// Serve the draft plan.
    ServeDraft { on: Date },
    /// Take in the family's representations.
    ReceiveRepresentations { on: Date },
    /// Consult a setting.
    ConsultSetting { on: Date, setting: SettingRef },
    /// Take in a setting's answer.
    ReceiveReply { on: Date, setting: SettingRef, can_meet: bool },
    /// Send the final plan.
    IssueFinalPlan { on: Date, named: Named },
    /// Take in a plan made earlier or elsewhere.
    BringInPlan { about: About, on: Date, made: Date, last_review: Option<Date>, moved_in: bool, named: Named },
    /// Record that the review meeting was held.
    HoldReviewMeeting { on: Date },
    /// Record that the report of the review was sent.
    SendReviewReport { on: Date },
    /// Notify the decision after the review.
    DecideReview { on: Date, outcome: ReviewOutcome },
    /// Send the plan with the actual amendments proposed.
    SendAmendmentNotice { on: Date },
    /// Send the amended plan.
    IssueAmendedPlan { on: Date, named: Named },
    /// Notify, with reasons, that the plan will not change after all.
    DropAmendment { on: Date },
    /// Send notice that the plan will end.
    NotifyCease { on: Date, reason: CeaseReason },
    /// End the plan.
    CeasePlan { on: Date, reason: CeaseReason },
    /// Record that the family contacted the mediation adviser.
    ContactMediation { on: Date, wanted: bool },
    /// Record that mediation took place.
    HoldMediation { on: Date, agreed: bool },
    /// Record the mediation certificate.
    RecordCertificate { on: Date },
    /// Record that an appeal was registered.
    RegisterAppeal { on: Date, about: AppealKind },
    /// Record how an appeal ended.
    EndAppeal { on: Date, how: AppealEnd, order: Option<OrderKind> },
}

macro_rules! command_kinds {
    ($($name:ident $words:literal,)*) => {
        /// A command without its particulars.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum CommandKind {
            $(#[doc = $words] $name,)*
        }

        impl CommandKind {
            /// Every kind of command.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// What it does, as an act: "decide to assess".
            #[must_use]
            pub const fn words(self) -> &'static str {
                match self { $(Self::$name => $words,)* }
            }
        }

        impl Command {
            /// The command without its particulars.
            #[must_use]
            pub const fn kind(&self) -> CommandKind {
                match self { $(Self::$name { .. } => CommandKind::$name,)* }
            }
        }
    };
}

command_kinds! {
    ReceiveRequest "take in a request",
    AcceptResponsibility "accept responsibility under section 24",
    WithdrawRequest "withdraw the request",
    AllocateOfficer "give the case to an officer",
    IdentifyChild "say that the child is on record already",
    AgreeToAssess "decide to assess",
    RefuseToAssess "decide not to assess",
    NotifyDecision "notify the decision whether to assess",
    RequestAdvice "ask for advice",
    ReceiveAdvice "take in advice",
    RecordException "record an exception",
    AgreePlan "decide that a plan is necessary",
    RefusePlan "decide that no plan is necessary",
    NotifyNoPlan "notify that no plan will be issued",
    ServeDraft "serve the draft plan",
    ReceiveRepresentations "take in representations",
    ConsultSetting "consult a setting",
    ReceiveReply "take in a setting’s reply",
    IssueFinalPlan "send the final plan",
    BringInPlan "bring in a plan made earlier or elsewhere",
    HoldReviewMeeting "record the review meeting",
    SendReviewReport "record the report of the review",
    DecideReview "notify the decision after the review",
    SendAmendmentNotice "send the amendment notice",
    IssueAmendedPlan "send the amended plan",
    DropAmendment "notify that the plan will not change",
    NotifyCease "send notice that the plan will end",
    CeasePlan "end the plan",
    ContactMediation "record contact with the mediation adviser",
    HoldMediation "record the mediation",
    RecordCertificate "record the mediation certificate",
    RegisterAppeal "record an appeal",
    EndAppeal "record how the appeal ended",
}
