//! The three different lists of exceptions, which must never be mixed up.
//!
//! An exception says that the duty-holder "need not comply" with the limit where that is impractical. It never
//! pauses or extends anything: the clock runs on, the exception is kept beside it as evidence, and "as soon as
//! practicable" goes on applying (Code of Practice 9.43).

use crate::case::terms::Ground;

/// Which list of exceptions a rule has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ExceptionList {
    /// None at all.
    None,
    /// The authority's list: regulations 5(4), 10(4), 13(3) and 27(3).
    Authority,
    /// The advice giver's list: regulation 8(2).
    AdviceGiver,
    /// The tribunal list: regulations 44 and 45.
    Tribunal,
}

impl ExceptionList {
    /// Every reason on the list, which is all that a form may offer.
    #[must_use]
    pub const fn grounds(self) -> &'static [Ground] {
        match self {
            Self::None => &[],
            Self::Authority => {
                &[Ground::SchoolClosed, Ground::EarlyYearsClosed, Ground::PersonalCircumstances, Ground::AwayFromArea]
            }
            Self::AdviceGiver => &[Ground::PersonalCircumstances, Ground::AwayFromArea, Ground::MissedAppointment],
            Self::Tribunal => &[
                Ground::PersonalCircumstances,
                Ground::AwayFromArea,
                Ground::SchoolClosed,
                Ground::EarlyYearsClosed,
                Ground::AwaitingRepresentations,
            ],
        }
    }

    /// Whether the reason is on the list.
    #[must_use]
    pub fn allows(self, ground: Ground) -> bool {
        self.grounds().contains(&ground)
    }

    /// The least absence in days that counts on this list.
    #[must_use]
    pub const fn least_absence(self) -> i32 {
        match self {
            Self::Tribunal => calendar::closures::ABSENCE_DAYS_AFTER_ORDER,
            Self::None | Self::Authority | Self::AdviceGiver => calendar::closures::ABSENCE_DAYS,
        }
    }

    /// What the list is called.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Authority => "authority’s list: regs 5(4), 10(4), 13(3), 27(3)",
            Self::AdviceGiver => "advice giver’s list: reg 8(2)",
            Self::Tribunal => "tribunal list: regs 44–45",
        }
    }
}
