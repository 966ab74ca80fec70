//! One child's case: events, commands, the decision that joins them, and the state they add up to.
//!
//! A case is one path through the law, from a request (or a plan brought in) to a plan that has ended or a final no.
//! A new request after that is a new case.

mod apply;
mod checks;
mod decide;
mod facts;

pub mod command;
pub mod event;
pub mod people;
pub mod refusal;
pub mod stage;
pub mod terms;
pub mod transitions;

use calendar::Calendar;
use jiff::civil::Date;

use crate::clock::{Ask, Clock, Facts, Urgency};
use crate::law::{CFA_2014, LegalRegime};
use event::Event;
use people::{PersonRef, Requester, SettingRef};
use stage::Stage;
use terms::{AdviceSource, AppealKind, Need, Placement};

/// One child's case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Case {
    child: Option<PersonRef>,
    born: Option<Date>,
    started: Option<Date>,
    requester: Option<Requester>,
    officer: Option<PersonRef>,
    stage: Stage,
    advice: Vec<AdviceAsked>,
    consulted: Vec<SettingRef>,
    plan: Option<Plan>,
    appeal: Option<Appeal>,
    told: Option<Date>,
    facts: Facts,
    events: u32,
}

/// Advice that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdviceAsked {
    /// Whose advice.
    pub source: AdviceSource,
    /// From whom, when known.
    pub of: Option<PersonRef>,
    /// The day it was asked for.
    pub asked: Date,
    /// The day it came.
    pub received: Option<Date>,
}

/// The plan in force, or the last one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The day it was made.
    pub made: Date,
    /// The day its last review was completed.
    pub last_review: Option<Date>,
    /// The kind of place it names.
    pub placement: Placement,
    /// The setting it names.
    pub setting: Option<SettingRef>,
    /// The primary type of need.
    pub need: Need,
    /// The secondary type of need.
    pub second_need: Option<Need>,
}

/// An appeal that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appeal {
    /// What it is about.
    pub about: AppealKind,
    /// The day it was registered.
    pub registered: Date,
}

impl Case {
    /// A case to which nothing has happened yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The case that these events add up to.
    pub fn from_events<'a>(events: impl IntoIterator<Item = &'a Event>) -> Self {
        events.into_iter().fold(Self::new(), Self::apply)
    }

    /// Where it is.
    #[must_use]
    pub const fn stage(&self) -> Stage {
        self.stage
    }

    /// Whom it is about.
    #[must_use]
    pub const fn child(&self) -> Option<&PersonRef> {
        self.child.as_ref()
    }

    /// The birth date it was started with.
    #[must_use]
    pub const fn born(&self) -> Option<Date> {
        self.born
    }

    /// The day the request was received, the authority became responsible, or the plan was brought in.
    #[must_use]
    pub const fn started(&self) -> Option<Date> {
        self.started
    }

    /// Who asked.
    #[must_use]
    pub const fn requester(&self) -> Option<Requester> {
        self.requester
    }

    /// Who has it now.
    #[must_use]
    pub const fn officer(&self) -> Option<&PersonRef> {
        self.officer.as_ref()
    }

    /// The advice that was asked for.
    #[must_use]
    pub fn advice(&self) -> &[AdviceAsked] {
        &self.advice
    }

    /// The plan in force, or the last one.
    #[must_use]
    pub const fn plan_details(&self) -> Option<&Plan> {
        self.plan.as_ref()
    }

    /// The open appeal.
    #[must_use]
    pub const fn open_appeal(&self) -> Option<Appeal> {
        self.appeal
    }

    /// The last day on which the family was told something: that the request arrived, a decision, a draft, a plan.
    #[must_use]
    pub const fn family_last_told(&self) -> Option<Date> {
        self.told
    }

    /// How many events it has: the sequence that the next one must not yet have.
    #[must_use]
    pub const fn version(&self) -> u32 {
        self.events
    }

    /// The facts as the clock reads them. School closures and other dates from outside the case can be added to a copy.
    #[must_use]
    pub const fn facts(&self) -> &Facts {
        &self.facts
    }

    /// The law it is under: the regime on the day it started.
    #[must_use]
    pub fn regime(&self) -> &'static LegalRegime {
        self.started.and_then(LegalRegime::on).unwrap_or(&CFA_2014)
    }

    /// Every deadline at the end of this day, with its date, state, evidence and citation.
    #[must_use]
    pub fn clock(&self, calendar: &Calendar, as_of: Date) -> Clock {
        Ask::new(self.regime(), calendar).as_of(as_of).of(&self.facts)
    }

    /// The next date on which something falls due, late or not. It changes only with events, so it can be kept in an
    /// indexed column and a daily job can ask whose next step is today or before.
    #[must_use]
    pub fn next_step_on(&self, calendar: &Calendar) -> Option<Date> {
        Ask::new(self.regime(), calendar).of(&self.facts).next_step()
    }

    /// The authority's most urgent open duty. It changes only with events.
    #[must_use]
    pub fn urgency(&self, calendar: &Calendar) -> Option<Urgency> {
        Ask::new(self.regime(), calendar).of(&self.facts).urgency()
    }
}
