//! Where a case is. Each stage carries the dates that make it what it is.

use jiff::civil::Date;

use super::terms::CeaseReason;

/// Where a case is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Stage {
    /// Nothing has happened yet.
    #[default]
    NotStarted,
    /// The authority is deciding whether to assess.
    Deciding {
        /// The day the clock started.
        since: Date,
    },
    /// The request was withdrawn.
    Withdrawn {
        /// The day.
        on: Date,
    },
    /// It was decided not to assess.
    NotAssessing {
        /// The day of the decision.
        decided: Date,
        /// The day the family was notified.
        notified: Option<Date>,
    },
    /// Advice is gathered.
    Assessing {
        /// The day of the decision to assess.
        decided: Date,
        /// The day the family was notified.
        notified: Option<Date>,
    },
    /// After the assessment it was decided that no plan is necessary.
    NoPlan {
        /// The day of the decision.
        decided: Date,
        /// The day the family was notified.
        notified: Option<Date>,
    },
    /// A plan is being written.
    Drafting {
        /// The day it was decided that a plan is necessary.
        decided: Date,
    },
    /// The family has the draft.
    DraftWithFamily {
        /// The day it was served.
        served: Date,
        /// The day the family answered.
        answered: Option<Date>,
    },
    /// There is a plan, and nothing is changing.
    Plan {
        /// The day of the last plan, amendment or review.
        since: Date,
    },
    /// The review meeting was held and its decision is due.
    Reviewing {
        /// The day of the meeting.
        meeting: Date,
    },
    /// The plan is being amended.
    Amending {
        /// The day the review meeting was held, when there was one.
        meeting: Option<Date>,
        /// The day the amendment notice was sent.
        notice: Option<Date>,
    },
    /// Notice was sent that the plan will end; it goes on for now.
    Ending {
        /// The day of the notice.
        notice: Date,
        /// Why.
        reason: CeaseReason,
    },
    /// The plan has ended.
    Ceased {
        /// The day.
        on: Date,
        /// Why.
        reason: CeaseReason,
    },
}

/// A stage without its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the stages are described on Stage")]
pub enum StageKind {
    NotStarted,
    Deciding,
    Withdrawn,
    NotAssessing,
    Assessing,
    NoPlan,
    Drafting,
    DraftWithFamily,
    Plan,
    Reviewing,
    Amending,
    Ending,
    Ceased,
}

impl Stage {
    /// The stage without its dates.
    #[must_use]
    pub const fn kind(&self) -> StageKind {
        match self {
            Self::NotStarted => StageKind::NotStarted,
            Self::Deciding { .. } => StageKind::Deciding,
            Self::Withdrawn { .. } => StageKind::Withdrawn,
            Self::NotAssessing { .. } => StageKind::NotAssessing,
            Self::Assessing { .. } => StageKind::Assessing,
            Self::NoPlan { .. } => StageKind::NoPlan,
            Self::Drafting { .. } => StageKind::Drafting,
            Self::DraftWithFamily { .. } => StageKind::DraftWithFamily,
            Self::Plan { .. } => StageKind::Plan,
            Self::Reviewing { .. } => StageKind::Reviewing,
            Self::Amending { .. } => StageKind::Amending,
            Self::Ending { .. } => StageKind::Ending,
            Self::Ceased { .. } => StageKind::Ceased,
        }
    }
}

impl StageKind {
    /// Every stage.
    pub const ALL: &[Self] = &[
        Self::NotStarted,
        Self::Deciding,
        Self::Withdrawn,
        Self::NotAssessing,
        Self::Assessing,
        Self::NoPlan,
        Self::Drafting,
        Self::DraftWithFamily,
        Self::Plan,
        Self::Reviewing,
        Self::Amending,
        Self::Ending,
        Self::Ceased,
    ];

    /// The name in files and in the store.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotStarted => "not-started",
            Self::Deciding => "deciding",
            Self::Withdrawn => "withdrawn",
            Self::NotAssessing => "not-assessing",
            Self::Assessing => "assessing",
            Self::NoPlan => "no-plan",
            Self::Drafting => "drafting",
            Self::DraftWithFamily => "draft-with-family",
            Self::Plan => "plan",
            Self::Reviewing => "reviewing",
            Self::Amending => "amending",
            Self::Ending => "ending",
            Self::Ceased => "ceased",
        }
    }

    /// What an officer calls it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotStarted => "Not started",
            Self::Deciding => "Deciding whether to assess",
            Self::Withdrawn => "Request withdrawn",
            Self::NotAssessing => "Not assessing",
            Self::Assessing => "Assessing",
            Self::NoPlan => "No plan after assessment",
            Self::Drafting => "Writing the plan",
            Self::DraftWithFamily => "Draft with the family",
            Self::Plan => "Plan in force",
            Self::Reviewing => "Review decision due",
            Self::Amending => "Amending the plan",
            Self::Ending => "Notice given that the plan ends",
            Self::Ceased => "Plan ended",
        }
    }

    /// A request that is still on its way to a plan or a final no.
    #[must_use]
    pub const fn is_open_request(self) -> bool {
        matches!(self, Self::Deciding | Self::Assessing | Self::Drafting | Self::DraftWithFamily)
    }

    /// There is a plan in force.
    #[must_use]
    pub const fn has_plan(self) -> bool {
        matches!(self, Self::Plan | Self::Reviewing | Self::Amending | Self::Ending)
    }
}
