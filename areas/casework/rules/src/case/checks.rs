//! Checks that several commands share.

use calendar::limits::months_excl;
use calendar::school_year::{age_on, birthday};
use jiff::Span;
use jiff::civil::Date;

use super::command::{About, Existing};
use super::refusal::Refusal;

/// How many years back a request may be dated before it is taken for a slip.
const YEARS_BACK: u8 = 2;

/// Nothing is recorded before it happens.
pub(super) fn not_future(on: Date, today: Date) -> Result<(), Refusal> {
    if on > today { Err(Refusal::InFuture { on, today }) } else { Ok(()) }
}

/// What follows something cannot come before it.
pub(super) fn not_before(on: Date, earliest: Date, what: &'static str) -> Result<(), Refusal> {
    if on < earliest { Err(Refusal::Before { on, earliest, what }) } else { Ok(()) }
}

/// Whom a request can be about, and whether it is a new one.
pub(super) fn can_be_asked_for(about: &About, received: Date, today: Date) -> Result<(), Refusal> {
    person_is_possible(about.born, today)?;
    not_future(received, today)?;
    if received < about.born {
        return Err(Refusal::BeforeBirth { received, born: about.born });
    }
    let oldest = today.saturating_sub(Span::new().years(i32::from(YEARS_BACK)));
    if received < oldest {
        return Err(Refusal::TooLongAgo { received, years: YEARS_BACK });
    }
    if age_on(about.born, received).is_some_and(|age| age >= 25) {
        return Err(Refusal::TooOld { turned: birthday(about.born, 25) });
    }
    match about.existing {
        Existing::None => Ok(()),
        Existing::OpenRequest { received } => Err(Refusal::AlreadyOpen { received }),
        Existing::Plan { made } => Err(Refusal::AlreadyHasPlan { made }),
    }
}

/// Nobody is born in the future or more than 120 years ago.
pub(super) fn person_is_possible(born: Date, today: Date) -> Result<(), Refusal> {
    if born > today || months_excl(born, 120 * 12) < today {
        return Err(Refusal::ImpossibleBirth { born });
    }
    Ok(())
}

/// A reason addresses a question when it is a sentence, not a word.
pub(super) fn is_a_sentence(text: &str) -> bool {
    text.split_whitespace().count() >= 4 && text.trim().chars().count() >= 20
}
