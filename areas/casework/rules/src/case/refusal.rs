//! Why a command is refused: sentences that a person can read and act on.

use jiff::civil::Date;

use super::command::CommandKind;
use super::stage::StageKind;
use crate::words::long_date;

/// Why a command is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "the sentence of each says what its fields are")]
pub enum Refusal {
    #[error("You cannot {} now. This case is at: {}.", command.words(), stage.name().to_lowercase())]
    NotNow { command: CommandKind, stage: StageKind },
    #[error("Only an officer of the local authority can {}.", .0.words())]
    AuthorityOnly(CommandKind),
    #[error("The date is {}, which is in the future. Today is {}.", long_date(*on), long_date(*today))]
    InFuture { on: Date, today: Date },
    #[error("The date is {}, before {what} on {}.", long_date(*on), long_date(*earliest))]
    Before { on: Date, earliest: Date, what: &'static str },
    #[error("The request is dated {}, more than {years} years ago. Check the year.", long_date(*received))]
    TooLongAgo { received: Date, years: u8 },
    #[error("The date of birth is {}, which cannot be right. Check the day, month and year.", long_date(*born))]
    ImpossibleBirth { born: Date },
    #[error("The request is dated {}, before the child was born on {}.", long_date(*received), long_date(*born))]
    BeforeBirth { received: Date, born: Date },
    #[error("This person turned 25 on {}. A plan can only be asked for before the 25th birthday.", long_date(*turned))]
    TooOld { turned: Date },
    #[error("There is already an open request for this child, received on {}. Add what you know to that request.", long_date(*received))]
    AlreadyOpen { received: Date },
    #[error("This child already has a plan, made on {}. Ask for a review or a new assessment instead.", long_date(*made))]
    AlreadyHasPlan { made: Date },
    #[error("Say how the authority came to know of the child and why it is responsible.")]
    NoReasonForResponsibility,
    #[error(
        "Say whether the child has or may have special educational needs, and why, in a full sentence. The law asks this first (section 36(8)(a))."
    )]
    NeedsNotAddressed,
    #[error(
        "Say whether it may be necessary for provision to be made through a plan, and why, in a full sentence. The law asks this second (section 36(8)(b))."
    )]
    PlanNotAddressed,
    #[error("Both questions are answered yes. The authority must then assess (section 36(8)), so you cannot refuse.")]
    TestIsMet,
    #[error("A question is answered no. To agree an assessment both must be answered yes (section 36(8)).")]
    TestNotMet,
    #[error("The family was already notified of this decision on {}.", long_date(*on))]
    AlreadyNotified { on: Date },
    #[error("This advice was already asked for on {} and has not come yet. Send a reminder instead.", long_date(*asked))]
    AdviceAlreadyAsked { asked: Date },
    #[error("This advice was not asked for. Record the request first.")]
    AdviceNotAsked,
    #[error("The law does not allow this as an exception: {reason}. The clock runs on.")]
    NotAnException { reason: &'static str },
    #[error("Say why this made it impractical to keep the time limit. Without that there is no exception in law.")]
    NotImpractical,
    #[error("The end date, {}, must be after the start date, {}.", long_date(*until), long_date(*from))]
    EndsBeforeItStarts { from: Date, until: Date },
    #[error("Give the reasons in full sentences. The family has a right to them.")]
    NoReasons,
    #[error("The family may answer the draft until the end of {} and has not answered yet. The final plan can go from {}.", long_date(*until), long_date(*from))]
    TimeToAnswer { until: Date, from: Date },
    #[error("A setting was not consulted. Consult it before the plan names it (section 39).")]
    SettingNotConsulted,
    #[error("The plan must stay in place until the time to appeal ends on {} (section 45(4)).", long_date(*until))]
    AppealTime { until: Date },
    #[error("The plan must stay in place until the appeal has ended (section 45(4)).")]
    AppealOpen,
    #[error(
        "Send notice that the plan will end first (regulation 31). Only a move to another area or a death ends a plan without it."
    )]
    NoNotice,
    #[error("There is no open appeal on this case.")]
    NoAppeal,
    #[error("There is already an open appeal on this case, registered on {}.", long_date(*registered))]
    AppealAlreadyOpen { registered: Date },
    #[error("Say what was ordered, or what is no longer opposed.")]
    NoOrder,
    #[error("That appeal does not fit this case: nothing like it has been decided.")]
    AppealDoesNotFit,
    #[error("A review that ends the plan also needs the notice that it will end. Choose “end the plan”.")]
    CeaseNeedsNotice,
}

impl Refusal {
    /// The field of a form that the sentence belongs to, when there is one.
    #[must_use]
    pub const fn field(&self) -> Option<&'static str> {
        Some(match self {
            Self::InFuture { .. } | Self::Before { .. } | Self::TooLongAgo { .. } | Self::TimeToAnswer { .. } => "on",
            Self::ImpossibleBirth { .. } | Self::BeforeBirth { .. } | Self::TooOld { .. } => "born",
            Self::NeedsNotAddressed => "needs",
            Self::PlanNotAddressed => "plan",
            Self::NoReasons | Self::NoReasonForResponsibility => "reasons",
            Self::NotAnException { .. } => "ground",
            Self::NotImpractical => "impractical",
            Self::EndsBeforeItStarts { .. } => "until",
            Self::AlreadyOpen { .. } | Self::AlreadyHasPlan { .. } => "child",
            Self::SettingNotConsulted => "setting",
            Self::NoOrder => "order",
            _ => return None,
        })
    }
}
