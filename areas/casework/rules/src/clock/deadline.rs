//! One deadline: the rule, its dates, how it stands and on what evidence.

use jiff::civil::Date;

use crate::case::terms::Ground;
use crate::law::{Kind, Moment, Rule, RuleId};

/// How a deadline stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// Not yet met, and not late.
    Running,
    /// Met in time.
    Met {
        /// The day it was met.
        on: Date,
    },
    /// Met, but late.
    MetLate {
        /// The day it was met.
        on: Date,
    },
    /// Late and not met.
    Missed,
    /// Nothing is due, or no longer.
    NotApplicable {
        /// Since this day.
        since: Date,
    },
}

impl State {
    /// The name it has in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Met { .. } => "met",
            Self::MetLate { .. } => "met-late",
            Self::Missed => "missed",
            Self::NotApplicable { .. } => "not-applicable",
        }
    }
}

/// One date that the law sets, with everything needed to explain it. Words are made on request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// The rule.
    pub rule: &'static Rule,
    /// The rule that brings this one into play, for limits that apply "as if ordered" (APP-03, MED-07).
    pub through: Option<RuleId>,
    /// The day the limit runs from.
    pub started: Date,
    /// What happened on that day.
    pub started_by: Moment,
    /// The date the law publishes; none where it sets no number.
    pub due: Option<Date>,
    /// The last lawful day, where it is earlier than the published date ("before 15 February", or a late notice).
    pub strict_due: Option<Date>,
    /// The latest day that any reading allows: 12 weeks from a review meeting.
    pub outer_limit: Option<Date>,
    /// The date before the tribunal's holidays moved it.
    pub nominal_due: Option<Date>,
    /// The last working day on or before the last lawful day: when the work must be done.
    pub target: Option<Date>,
    /// How it stands.
    pub state: State,
    /// The day the duty fell away though it was late by then.
    pub ended: Option<Date>,
    /// The exception whose facts are there, if the rule's list has one. It never moves a date.
    pub exception: Option<Ground>,
    /// The exception that an officer recorded, if the rule's list has it.
    pub claimed: Option<Ground>,
}

impl Deadline {
    /// The last lawful day.
    #[must_use]
    pub fn limit_day(&self) -> Option<Date> {
        self.strict_due.or(self.due)
    }

    /// Still to be met, late or not. A family's own time, or a date on which something turns by itself, is never
    /// the authority's open duty.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.state, State::Running | State::Missed) && self.ended.is_none()
    }

    /// Whether somebody must act by a last day, rather than wait or watch.
    #[must_use]
    pub fn is_duty(&self) -> bool {
        self.rule.kind == Kind::LastDay
    }

    /// Whether the facts for one of the rule's own exceptions are there.
    #[must_use]
    pub fn exception_available(&self) -> bool {
        self.exception.is_some()
    }

    /// Where the law says so; for a limit that applies as if ordered, through which rule.
    #[must_use]
    pub fn citation(&self) -> String {
        match self.through {
            Some(RuleId::App03) => format!("{}, through reg 45", self.rule.citation),
            Some(RuleId::Med07) => format!("{}, through reg 42", self.rule.citation),
            _ => self.rule.citation.to_owned(),
        }
    }
}
