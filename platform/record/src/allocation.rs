//! Who has been given a case or a child to look after.

use crate::{AllocationId, CaseId, Period, PersonId, StaffId, TeamId};
use serde::{Deserialize, Serialize};

/// What has been given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AllocationSubject {
    /// One case.
    Case(CaseId),
    /// A child, with every case of theirs.
    Child(PersonId),
}

/// To whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AllocationTo {
    /// One worker.
    Staff(StaffId),
    /// A team: anybody in it.
    Team(TeamId),
}

/// That a case or child was given to a worker or team, over a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Allocation {
    /// Its id.
    pub id: AllocationId,
    /// What.
    pub subject: AllocationSubject,
    /// To whom.
    pub to: AllocationTo,
    /// While it holds.
    pub period: Period,
}
