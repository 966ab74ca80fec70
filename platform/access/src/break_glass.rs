//! Opening a record in an emergency: with a reason, for 60 minutes, and looked at afterwards by somebody else.
//!
//! The states are [`EmergencyAccess`] (open, then over by itself or ended early) and [`Review`]. While it is open the
//! store passes it to the policy as [`Fact::BreakGlass`]; every page carries a banner; the manager and the data
//! protection officer are told at once; a second person reviews it within two working days.

use crate::{BreakGlass, Fact, Permit, ReviewBreakGlass};
use jiff::{SignedDuration, Timestamp, ToSpan, civil::Date};
use record::{AccountId, BreakGlassId, PersonId};
use serde::{Deserialize, Serialize};

/// How long an emergency access lasts.
pub const MINUTES: i64 = 60;
/// How many working days there are for the review.
pub const REVIEW_WORKING_DAYS: u8 = 2;
/// How many characters of explanation there must be at the least.
pub const FEWEST_CHARACTERS: usize = 20;

/// Why somebody opens a record that is not theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BreakGlassReason {
    /// A child may come to harm.
    Safeguarding,
    /// A court or tribunal deadline, and the caseworker cannot be reached.
    CourtDeadline,
    /// The family is on the telephone or at the counter, and the caseworker is away.
    FamilyPresent,
    /// The caseworker is away and a statutory date is near.
    CoverForColleague,
    /// Something else, written out.
    Other,
}

impl BreakGlassReason {
    /// Every reason, in the order of the form.
    pub const ALL: &'static [Self] =
        &[Self::Safeguarding, Self::CourtDeadline, Self::FamilyPresent, Self::CoverForColleague, Self::Other];

    /// The words of the form.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Safeguarding => "A child may come to harm",
            Self::CourtDeadline => "A court or tribunal deadline, and the caseworker cannot be reached",
            Self::FamilyPresent => "The family is here or on the telephone, and the caseworker is away",
            Self::CoverForColleague => "The caseworker is away and a date in law is near",
            Self::Other => "Something else",
        }
    }
}

/// Why an emergency access, or its review, was turned down.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BreakGlassRefusal {
    /// Nobody has signed in.
    #[error("Sign in first.")]
    NotSignedIn,
    /// The explanation says too little.
    #[error("Say why you need to open this record, in at least {FEWEST_CHARACTERS} characters.")]
    TooShort,
    /// The permit is for no child.
    #[error("Choose the child whose record you need to open.")]
    NoChild,
    /// One's own.
    #[error("You cannot review your own emergency access. Somebody else must.")]
    OwnReview,
    /// It is still open.
    #[error("This emergency access is still open. Review it when it has ended.")]
    StillOpen,
}

/// An emergency access, open or over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmergencyAccess {
    /// Its id.
    pub id: BreakGlassId,
    /// Who opened it.
    pub by: AccountId,
    /// The child whose record was opened.
    pub child: PersonId,
    /// Why, from the list.
    pub reason: BreakGlassReason,
    /// Why, in their own words.
    pub words: String,
    /// From when.
    pub from: Timestamp,
    /// Until when.
    pub until: Timestamp,
}

/// What the second person found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// There was good reason.
    Justified,
    /// There was none: the data protection officer follows it up.
    NotJustified,
}

/// The look back at an emergency access.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// Which.
    pub of: BreakGlassId,
    /// By whom.
    pub by: AccountId,
    /// When.
    pub at: Timestamp,
    /// What was found.
    pub verdict: Verdict,
    /// In their own words.
    pub words: String,
}

impl EmergencyAccess {
    /// Opens it, for 60 minutes from when the permit was given.
    ///
    /// # Errors
    /// Nobody has signed in, the permit names no child, or the explanation is too short.
    pub fn open(
        permit: &Permit<BreakGlass>,
        id: BreakGlassId,
        reason: BreakGlassReason,
        words: &str,
    ) -> Result<Self, BreakGlassRefusal> {
        let by = permit.by().ok_or(BreakGlassRefusal::NotSignedIn)?;
        let child = permit.child().ok_or(BreakGlassRefusal::NoChild)?;
        let words = long_enough(words)?;
        let from = permit.given_at();
        let until = from.saturating_add(SignedDuration::from_mins(MINUTES)).unwrap_or(from);
        Ok(Self { id, by, child, reason, words, from, until })
    }

    /// Is it open at this instant?
    #[must_use]
    pub fn is_open_at(&self, at: Timestamp) -> bool {
        self.from <= at && at < self.until
    }

    /// Ends it early; one that is over stays as it is.
    #[must_use]
    pub fn end(mut self, at: Timestamp) -> Self {
        self.until = self.until.min(at.max(self.from));
        self
    }

    /// As the policy reads it.
    #[must_use]
    pub const fn fact(&self) -> Fact {
        Fact::BreakGlass { id: self.id, account: self.by, from: self.from, until: self.until }
    }

    /// The last day for its review: two working days after the day it was opened. The caller's calendar says which days
    /// are working days.
    #[must_use]
    pub fn review_due_on(opened_on: Date, is_working_day: impl Fn(Date) -> bool) -> Date {
        let mut day = opened_on;
        let mut left = REVIEW_WORKING_DAYS;
        while left > 0 && day < Date::MAX {
            day = day.saturating_add(1.day());
            left -= u8::from(is_working_day(day));
        }
        day
    }

    /// Looks back at it.
    ///
    /// # Errors
    /// It is one's own or still open, or the explanation is too short.
    pub fn review(
        &self,
        permit: &Permit<ReviewBreakGlass>,
        verdict: Verdict,
        words: &str,
    ) -> Result<Review, BreakGlassRefusal> {
        let by = permit.by().ok_or(BreakGlassRefusal::NotSignedIn)?;
        if by == self.by {
            return Err(BreakGlassRefusal::OwnReview);
        }
        if self.is_open_at(permit.given_at()) {
            return Err(BreakGlassRefusal::StillOpen);
        }
        Ok(Review { of: self.id, by, at: permit.given_at(), verdict, words: long_enough(words)? })
    }
}

fn long_enough(words: &str) -> Result<String, BreakGlassRefusal> {
    let words = words.trim();
    if words.chars().count() < FEWEST_CHARACTERS { Err(BreakGlassRefusal::TooShort) } else { Ok(words.to_owned()) }
}
