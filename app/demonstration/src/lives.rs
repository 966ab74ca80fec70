//! One child's path, before anybody has a name: birth, need, places of education, and the case if there is one.

use crate::day::Day;
use crate::plan::Place;
use crate::schedule::Journey;

/// Where somebody is educated from a day on, until the next stay begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stay {
    /// The first day.
    pub from: Day,
    /// The kind of place.
    pub place: Place,
}

/// How a case came to the county's records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// By a request that is in the history.
    Requested(Journey),
    /// The plan was made before the history begins.
    Earlier {
        /// The day it was made.
        made: Day,
    },
    /// The plan was made by another authority, and the family moved in.
    MovedIn {
        /// The day it was made.
        made: Day,
        /// The day of transfer.
        on: Day,
    },
}

/// The end of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cease {
    /// The day it ends.
    pub on: Day,
    /// Why: a place in [`crate::plan::REASON`].
    pub reason: usize,
    /// Whether an annual review of the last complete year decided it (these are told apart in the figures).
    pub by_review: bool,
}

/// A case, told by its few turning points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CasePath {
    /// How it came.
    pub origin: Origin,
    /// How it ends, also when that lies after yesterday.
    pub cease: Option<Cease>,
}

impl CasePath {
    /// The day its plan was made, if it has one, also when that lies after yesterday.
    #[must_use]
    pub const fn made(&self) -> Option<Day> {
        match self.origin {
            Origin::Requested(journey) => journey.plan_on(),
            Origin::Earlier { made } | Origin::MovedIn { made, .. } => Some(made),
        }
    }

    /// The day the plan came to this county.
    #[must_use]
    pub const fn here_from(&self) -> Option<Day> {
        match self.origin {
            Origin::MovedIn { on, .. } => Some(on),
            _ => self.made(),
        }
    }

    /// The first day on which anything is known of it.
    #[must_use]
    pub const fn begins(&self) -> Day {
        match self.origin {
            Origin::Requested(journey) => journey.requested,
            Origin::Earlier { made } | Origin::MovedIn { made, .. } => made,
        }
    }

    /// Is the plan in force here on this day?
    #[must_use]
    pub fn in_force(&self, on: Day) -> bool {
        self.here_from().is_some_and(|from| from <= on) && self.cease.is_none_or(|cease| cease.on > on)
    }
}

/// One child or young person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Life {
    /// The day of birth.
    pub born: Day,
    /// Primary need: a place in [`crate::plan::NEED`].
    pub need: usize,
    /// Secondary need.
    pub second_need: Option<usize>,
    /// Girl or young woman.
    pub female: bool,
    /// Has special educational needs at all; only some children in care have none.
    pub sen: bool,
    /// Places of education, in order.
    pub stays: Vec<Stay>,
    /// The case, if there is one.
    pub case: Option<CasePath>,
}

impl Life {
    /// Age on 31 August of this year.
    #[must_use]
    pub const fn age_at_start(&self, year: i16) -> i16 {
        Day::of(year, 8, 31).age_of(self.born)
    }

    /// The place of education on a day.
    #[must_use]
    pub fn place_on(&self, on: Day) -> Option<Place> {
        self.stays.iter().rev().find(|stay| stay.from <= on).map(|stay| stay.place)
    }
}

/// The row of an age on 31 August in the published tables.
#[must_use]
pub fn age_row(age: i16) -> usize {
    usize::try_from(age.clamp(2, 25) - 2).unwrap_or(0)
}

/// The row of an age at the start of a plan or at a request: 2 and under, 3 to 19, 20 and over.
#[must_use]
pub fn start_row(age: i16) -> usize {
    usize::try_from(age.clamp(2, 20) - 2).unwrap_or(0)
}
