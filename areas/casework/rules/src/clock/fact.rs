//! The dated facts that the clock works on.

use calendar::Closure;
use jiff::civil::Date;

use crate::case::terms::{Ground, OrderKind};
use crate::law::{Moment, MomentSet, moments};

/// One thing that happened, or is set to happen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fact {
    /// What.
    pub moment: Moment,
    /// The day it happened or is set for.
    pub on: Date,
    /// The day it was recorded, when that is known.
    pub recorded: Option<Date>,
    /// For an absence or circumstances: the day it was over (the day of return), not counting.
    pub until: Option<Date>,
    /// Which adviser or setting it concerns: pairs a request with its answer. 0 for none.
    pub key: u16,
}

impl Fact {
    /// A fact of this moment on this day.
    #[must_use]
    pub const fn new(moment: Moment, on: Date) -> Self {
        Self { moment, on, recorded: None, until: None, key: 0 }
    }

    /// Recorded on this day.
    #[must_use]
    pub const fn recorded(mut self, day: Date) -> Self {
        self.recorded = Some(day);
        self
    }

    /// Over by this day.
    #[must_use]
    pub const fn until(mut self, day: Option<Date>) -> Self {
        self.until = day;
        self
    }

    /// About this adviser or setting.
    #[must_use]
    pub const fn about(mut self, key: u16) -> Self {
        self.key = key;
        self
    }
}

/// An exception that an officer recorded, with the reason kept beside it in the event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Claim {
    /// Which reason.
    pub ground: Ground,
    /// The day it was recorded as an event.
    pub on: Date,
}

/// Moments that may lie ahead of the day the clock is asked for.
pub(super) const MAY_BE_AHEAD: MomentSet = moments(&[
    Moment::ReviewMeeting,
    Moment::TermStarts,
    Moment::SchoolPhaseTransfer,
    Moment::PostSixteenTransfer,
    Moment::BetweenPostSixteen,
    Moment::MediationDate,
]);

/// The facts of one case, earliest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facts {
    list: Vec<Fact>,
    /// Closures of the child's school or early years setting.
    pub closures: Vec<Closure>,
    /// Exceptions that were recorded.
    pub claims: Vec<Claim>,
}

impl Facts {
    /// None yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a fact in its place by date; on the same day, after those already there.
    pub fn add(&mut self, fact: Fact) {
        let place = self.list.partition_point(|held| held.on <= fact.on);
        self.list.insert(place, fact);
    }

    /// Adds a fact and gives the facts back.
    #[must_use]
    pub fn with(mut self, moment: Moment, on: Date) -> Self {
        self.add(Fact::new(moment, on));
        self
    }

    /// Puts this birth date in place of any other.
    pub(crate) fn correct_birth(&mut self, born: Date) {
        self.list.retain(|fact| fact.moment != Moment::Born);
        self.add(Fact::new(Moment::Born, born));
    }

    /// Reads a review on this day as its meeting too: the report and the decision are then due from it.
    pub(super) fn reread_as_meeting(&mut self, held: Date) {
        self.add(Fact::new(Moment::ReviewMeeting, held));
        for fact in &mut self.list {
            if fact.moment == Moment::PreviousReview && fact.on == held {
                fact.moment = Moment::ReviewHeld;
            }
        }
    }

    /// The facts, earliest first.
    #[must_use]
    pub fn list(&self) -> &[Fact] {
        &self.list
    }

    /// The birth date, when it is among the facts.
    #[must_use]
    pub fn born(&self) -> Option<Date> {
        self.list.iter().find(|fact| fact.moment == Moment::Born).map(|fact| fact.on)
    }

    /// The first day on which anything happened, leaving out the birth and what may lie ahead.
    #[must_use]
    pub fn first_day(&self) -> Option<Date> {
        let ours = |fact: &&Fact| fact.moment != Moment::Born && !MAY_BE_AHEAD.has(fact.moment);
        self.list.iter().find(ours).map(|fact| fact.on)
    }

    /// The last day on which anything happened, leaving out what may lie ahead.
    #[must_use]
    pub fn last_day(&self) -> Option<Date> {
        self.list.iter().rev().find(|fact| !MAY_BE_AHEAD.has(fact.moment)).map(|fact| fact.on)
    }

    /// Only what had been recorded by the end of this day. A fact without a recorded day counts as recorded when
    /// it happened.
    #[must_use]
    pub fn known_on(&self, day: Date) -> Self {
        Self {
            list: self.list.iter().copied().filter(|fact| fact.recorded.unwrap_or(fact.on) <= day).collect(),
            closures: self.closures.clone(),
            claims: self.claims.iter().copied().filter(|claim| claim.on <= day).collect(),
        }
    }
}

impl OrderKind {
    /// The moment of an order of this kind; none where nothing further is due.
    #[must_use]
    pub const fn ordered(self) -> Option<Moment> {
        match self {
            Self::Assess => Some(Moment::OrderAssess),
            Self::MakePlan => Some(Moment::OrderMakePlan),
            Self::Amend => Some(Moment::OrderAmend),
            Self::NameSetting => Some(Moment::OrderNameSetting),
            Self::Remit => Some(Moment::OrderRemit),
            Self::Continue => Some(Moment::OrderContinue),
            Self::ContinueAndAmend => Some(Moment::OrderContinueAndAmend),
            Self::CeaseDismissed => Some(Moment::OrderCeaseDismissed),
            Self::Recommendation => Some(Moment::OrderRecommendation),
            Self::Dismissed => None,
        }
    }

    /// The moment at which the tribunal is told that an appeal for this is not opposed (regulation 45).
    #[must_use]
    pub const fn unopposed(self) -> Option<Moment> {
        match self {
            Self::Assess => Some(Moment::UnopposedAssess),
            Self::MakePlan => Some(Moment::UnopposedMakePlan),
            Self::Amend | Self::ContinueAndAmend => Some(Moment::UnopposedAmend),
            Self::NameSetting => Some(Moment::UnopposedNameSetting),
            Self::Remit => Some(Moment::UnopposedRemit),
            Self::Continue => Some(Moment::UnopposedContinue),
            Self::CeaseDismissed | Self::Recommendation | Self::Dismissed => None,
        }
    }

    /// The moment at which mediation agrees on this (regulation 42).
    #[must_use]
    pub const fn agreed(self) -> Option<Moment> {
        match self {
            Self::Assess => Some(Moment::AgreedAssess),
            Self::MakePlan => Some(Moment::AgreedMakePlan),
            Self::Amend | Self::ContinueAndAmend => Some(Moment::AgreedAmend),
            Self::NameSetting => Some(Moment::AgreedNameSetting),
            Self::Continue => Some(Moment::AgreedContinue),
            Self::Remit | Self::CeaseDismissed | Self::Recommendation | Self::Dismissed => None,
        }
    }
}
