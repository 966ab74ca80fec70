//! The statutory clock: what happened and when, in; every date the law sets, with its state and evidence, out.
//!
//! The clock never pauses and never extends. It is a pure function of the facts, the regime, the calendar and the
//! day it is asked for, so asking again gives the same answer, and a fact that is entered late changes the past
//! honestly: ask with [`Ask::known_on`] for what could be known then.

mod deadline;
mod due;
mod evaluate;
mod exception;
mod fact;
mod input;
mod output;
mod timeliness;
mod urgency;
mod working;

use calendar::Calendar;
use jiff::civil::Date;

use crate::law::{LegalRegime, RuleId};

pub use deadline::{Deadline, State};
pub use fact::{Claim, Fact, Facts};
pub use input::{ClockInputError, RowError, clock_from_json, clock_in_words};
pub use timeliness::PlanTimeliness;
pub use urgency::Urgency;

/// A question to the clock.
#[derive(Debug, Clone, Copy)]
pub struct Ask<'a> {
    regime: &'a LegalRegime,
    calendar: &'a Calendar,
    as_of: Option<Date>,
    known_on: Option<Date>,
    ahead: bool,
}

impl<'a> Ask<'a> {
    /// A question under this regime and calendar. Without [`Ask::as_of`] nothing is ever missed, only running.
    #[must_use]
    pub const fn new(regime: &'a LegalRegime, calendar: &'a Calendar) -> Self {
        Self { regime, calendar, as_of: None, known_on: None, ahead: false }
    }

    /// How things stand at the end of this day.
    #[must_use]
    pub const fn as_of(mut self, day: Date) -> Self {
        self.as_of = Some(day);
        self
    }

    /// Using only facts that had been recorded by the end of this day.
    #[must_use]
    pub const fn known_on(mut self, day: Date) -> Self {
        self.known_on = Some(day);
        self
    }

    /// Also what starts after the day asked for: "if this happens then, what is due when?"
    #[must_use]
    pub const fn looking_ahead(mut self) -> Self {
        self.ahead = true;
        self
    }

    /// The answer.
    #[must_use]
    pub fn of(self, facts: &Facts) -> Clock {
        let deadlines = match self.known_on {
            Some(day) => evaluate::deadlines(&self, &facts.known_on(day)),
            None => evaluate::deadlines(&self, facts),
        };
        Clock { regime: self.regime.id, as_of: self.as_of, deadlines }
    }
}

/// Every deadline in play, in the order of the law's own journey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// The regime they fall under.
    pub regime: &'static str,
    /// The day for which they were worked out.
    pub as_of: Option<Date>,
    /// The deadlines. A rule that runs several times (advice, reviews) has one for each time.
    pub deadlines: Vec<Deadline>,
}

impl Clock {
    /// The deadline of this rule that matters now: the open one that falls first, or else the last one.
    #[must_use]
    pub fn of(&self, rule: RuleId) -> Option<&Deadline> {
        let mut chosen: Option<&Deadline> = None;
        for deadline in self.deadlines.iter().filter(|deadline| deadline.rule.id == rule) {
            chosen = match chosen {
                Some(held) if held.is_open() && (!deadline.is_open() || held.limit_day() <= deadline.limit_day()) => {
                    Some(held)
                }
                _ => Some(deadline),
            };
        }
        chosen
    }

    /// Every deadline of this rule.
    pub fn all_of(&self, rule: RuleId) -> impl Iterator<Item = &Deadline> {
        self.deadlines.iter().filter(move |deadline| deadline.rule.id == rule)
    }

    /// The deadlines that are still to be met, late ones included.
    pub fn open(&self) -> impl Iterator<Item = &Deadline> {
        self.deadlines.iter().filter(|deadline| deadline.is_open())
    }
}
