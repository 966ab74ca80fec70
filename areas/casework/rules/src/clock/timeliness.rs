//! Whether a plan counts as in time, in the two figures that national statistics publish.

use calendar::closures::days_between;
use calendar::limits::months_excl;
use jiff::civil::Date;

use super::{Clock, State};
use crate::case::terms::Ground;
use crate::law::RuleId;

/// One new plan as it counts towards the 20-week figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlanTimeliness {
    /// The day the clock started.
    pub started: Date,
    /// The day the final plan was sent.
    pub issued: Date,
    /// Sent within 20 weeks.
    pub in_time: bool,
    /// An exception that the regulations allow was recorded and its facts are there. However many there are, the
    /// plan counts once.
    pub exception: Option<Ground>,
}

impl PlanTimeliness {
    /// Calendar days from receipt to the final plan.
    #[must_use]
    pub fn days(&self) -> i32 {
        days_between(self.started, self.issued)
    }

    /// Whether it took more than a year.
    #[must_use]
    pub fn over_a_year(&self) -> bool {
        self.issued > months_excl(self.started, 12)
    }

    /// Whether the plan is in the figure that leaves exceptions out. Every plan is in the other one.
    #[must_use]
    pub const fn counts_excluding_exceptions(&self) -> bool {
        self.exception.is_none()
    }
}

impl Clock {
    /// How the final plan counts towards the 20-week figures. None until it is sent, and none for a plan that the
    /// tribunal's or mediation's own limits govern.
    #[must_use]
    pub fn plan_timeliness(&self) -> Option<PlanTimeliness> {
        let deadline = self.of(RuleId::Fin01)?;
        let (issued, in_time) = match deadline.state {
            State::Met { on } => (on, true),
            State::MetLate { on } => (on, false),
            State::Running | State::Missed | State::NotApplicable { .. } => return None,
        };
        let exception = deadline.claimed.filter(|_| deadline.exception_available());
        Some(PlanTimeliness { started: deadline.started, issued, in_time, exception })
    }
}
