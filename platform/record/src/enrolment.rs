//! A child on a setting's roll.

use crate::{EnrolmentId, Need, OrganisationId, Period, PersonId, SenProvision};
use serde::{Deserialize, Serialize};

/// That a child is, or was, on the roll of a setting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enrolment {
    /// Its id.
    pub id: EnrolmentId,
    /// The child.
    pub person: PersonId,
    /// The setting, by its organisation id.
    pub setting: OrganisationId,
    /// While on roll, both days included.
    pub period: Period,
    /// SEN provision, as the school census records it.
    pub provision: SenProvision,
    /// The need ranked first.
    pub primary_need: Option<Need>,
    /// The need ranked second.
    pub secondary_need: Option<Need>,
}
