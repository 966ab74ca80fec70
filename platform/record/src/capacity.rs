//! Whether a young person can make one particular decision (Mental Capacity Act 2005; CFA 2014 s.80; SI 2014/1530
//! regs 63 to 65). Capacity belongs to a decision, never to a person.

use crate::{CapacityDecisionId, PersonId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What has to be decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DecisionKind {
    /// Asking for an assessment.
    RequestAssessment,
    /// Saying yes or no to a draft plan, and which setting it should name.
    RespondToDraft,
    /// Taking part in a review.
    AnnualReview,
    /// Mediation and appeal.
    Appeal,
    /// A personal budget or direct payment.
    PersonalBudget,
    /// Who may see the record.
    ShareRecord,
}

impl DecisionKind {
    /// Every kind, in the order of a plan's life.
    pub const ALL: &'static [Self] = &[
        Self::RequestAssessment,
        Self::RespondToDraft,
        Self::AnnualReview,
        Self::Appeal,
        Self::PersonalBudget,
        Self::ShareRecord,
    ];
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CapacityOutcome {
    /// The young person can make this decision, with support where needed.
    HasCapacity,
    /// The young person cannot; the representative decides, or the parents where there is none.
    LacksCapacity {
        /// A deputy, an attorney or another appointed representative.
        representative: Option<PersonId>,
    },
}

/// One assessment of capacity for one decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CapacityDecision {
    /// Its id.
    pub id: CapacityDecisionId,
    /// The young person.
    pub person: PersonId,
    /// The decision it is about.
    pub decision: DecisionKind,
    /// What was found.
    pub outcome: CapacityOutcome,
    /// When.
    pub assessed_on: Date,
    /// By whom: name and role.
    pub assessed_by: String,
    /// When it is to be looked at again; it goes on holding until then and after, until a new one replaces it.
    pub review_on: Option<Date>,
}
