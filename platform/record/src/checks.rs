//! Dates and ages that cannot be true, caught where they are entered.

use crate::{Address, Period, Person, Relationship, person::age_on};
use jiff::civil::Date;

/// The oldest age at which a child's or young person's record is opened: plans can run to the end of the academic year
/// in which 25 is reached (CFA 2014 s.46).
pub const OLDEST_CHILD: u8 = 26;
/// The oldest age believed for anybody.
pub const OLDEST_PERSON: u8 = 120;
/// The youngest age believed for a parent, carer or worker.
pub const YOUNGEST_ADULT: u8 = 11;

/// A date that cannot be true, as a sentence for the person who typed it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImpossibleDate {
    /// Born after today.
    #[error("The date of birth, {}, is in the future. Check the day, month and year.", words(.born))]
    BornInFuture {
        /// As typed.
        born: Date,
    },
    /// Too old to be a child or young person.
    #[error("Born on {}, this person is {age}. A record for a child or young person can be opened up to the age of {OLDEST_CHILD}. Check the year.", words(.born))]
    TooOldForChild {
        /// As typed.
        born: Date,
        /// Whole years.
        age: u8,
    },
    /// Too old to be anybody.
    #[error("Born on {}, this person would be {age}. Check the year.", words(.born))]
    TooOld {
        /// As typed.
        born: Date,
        /// Whole years.
        age: u8,
    },
    /// Too young for a parent, carer or worker.
    #[error("Born on {}, this person is {age}, too young to be a parent, carer or worker. Check the year.", words(.born))]
    TooYoungForAdult {
        /// As typed.
        born: Date,
        /// Whole years.
        age: u8,
    },
    /// Died before birth.
    #[error("The date of death, {}, is before the date of birth, {}.", words(.died), words(.born))]
    DiedBeforeBirth {
        /// As typed.
        died: Date,
        /// As recorded.
        born: Date,
    },
    /// Died after today.
    #[error("The date of death, {}, is in the future.", words(.died))]
    DiedInFuture {
        /// As typed.
        died: Date,
    },
    /// Something began before the person was born.
    #[error("{what} cannot begin on {}, before the date of birth, {}.", words(.from), words(.born))]
    BeforeBirth {
        /// What began.
        what: &'static str,
        /// As typed.
        from: Date,
        /// As recorded.
        born: Date,
    },
    /// A period ends before it begins.
    #[error("{what} cannot end on {}, before it begins on {}.", words(.to), words(.from))]
    EndsBeforeItBegins {
        /// What ends.
        what: &'static str,
        /// First day, as typed.
        from: Date,
        /// Last day, as typed.
        to: Date,
    },
    /// A parent younger than their child.
    #[error("A parent born on {} cannot have a child born on {}.", words(.parent), words(.child))]
    ParentTooYoung {
        /// The parent's date of birth.
        parent: Date,
        /// The child's date of birth.
        child: Date,
    },
}

/// A date as people read it: `3 July 2010`.
fn words(date: &Date) -> String {
    date.strftime("%-d %B %Y").to_string()
}

/// Checks the date of birth of a child or young person.
///
/// # Errors
/// In the future, or older than [`OLDEST_CHILD`].
pub fn child_born(born: Date, today: Date) -> Result<Date, ImpossibleDate> {
    if born > today {
        return Err(ImpossibleDate::BornInFuture { born });
    }
    match age_on(born, today) {
        age if age > OLDEST_CHILD => Err(ImpossibleDate::TooOldForChild { born, age }),
        _ => Ok(born),
    }
}

/// Checks the date of birth of a parent, carer or worker.
///
/// # Errors
/// In the future, younger than [`YOUNGEST_ADULT`], or older than [`OLDEST_PERSON`].
pub fn adult_born(born: Date, today: Date) -> Result<Date, ImpossibleDate> {
    if born > today {
        return Err(ImpossibleDate::BornInFuture { born });
    }
    match age_on(born, today) {
        age if age > OLDEST_PERSON => Err(ImpossibleDate::TooOld { born, age }),
        age if age < YOUNGEST_ADULT => Err(ImpossibleDate::TooYoungForAdult { born, age }),
        _ => Ok(born),
    }
}

/// Checks a date of death against the date of birth and today.
///
/// # Errors
/// Before birth, or in the future.
pub fn died(died: Date, born: Date, today: Date) -> Result<Date, ImpossibleDate> {
    if died < born {
        Err(ImpossibleDate::DiedBeforeBirth { died, born })
    } else if died > today {
        Err(ImpossibleDate::DiedInFuture { died })
    } else {
        Ok(died)
    }
}

/// Checks a period of something in a person's life; `what` begins the sentence: "The address", "Care".
///
/// # Errors
/// It ends before it begins, or begins before birth.
pub fn period(what: &'static str, period: Period, born: Date) -> Result<Period, ImpossibleDate> {
    if let Some(to) = period.to.filter(|to| *to < period.from) {
        return Err(ImpossibleDate::EndsBeforeItBegins { what, from: period.from, to });
    }
    if period.from < born {
        return Err(ImpossibleDate::BeforeBirth { what, from: period.from, born });
    }
    Ok(period)
}

/// Everything that cannot be true about a child's record and its addresses.
#[must_use]
pub fn child(person: &Person, addresses: &[Address], today: Date) -> Vec<ImpossibleDate> {
    let mut wrong = Vec::new();
    wrong.extend(child_born(person.born, today).err());
    wrong.extend(person.died_on.and_then(|day| died(day, person.born, today).err()));
    wrong.extend(addresses.iter().filter_map(|address| period("The address", address.period, person.born).err()));
    wrong
}

/// Checks a link between a child and a person against both dates of birth.
///
/// # Errors
/// The period is impossible, or a parent is less than [`YOUNGEST_ADULT`] years older than the child.
pub fn relationship(link: &Relationship, child: &Person, party: &Person) -> Result<(), ImpossibleDate> {
    use crate::RelationshipKind::{ParentWithResponsibility, ParentWithoutResponsibility};
    period("The relationship", link.period, child.born)?;
    let parent = matches!(link.kind, ParentWithResponsibility | ParentWithoutResponsibility);
    if parent && age_on(party.born, child.born) < YOUNGEST_ADULT {
        return Err(ImpossibleDate::ParentTooYoung { parent: party.born, child: child.born });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const TODAY: Date = date(2026, 11, 22);

    #[test]
    fn children_are_born_by_today_and_at_most_26() {
        assert!(child_born(TODAY, TODAY).is_ok());
        assert!(child_born(date(2000, 1, 1), TODAY).is_ok());
        assert_eq!(
            child_born(date(2062, 3, 4), TODAY).unwrap_err().to_string(),
            "The date of birth, 4 March 2062, is in the future. Check the day, month and year."
        );
        assert_eq!(
            child_born(date(1999, 11, 22), TODAY).unwrap_err().to_string(),
            "Born on 22 November 1999, this person is 27. A record for a child or young person can be opened up to the age of 26. Check the year."
        );
    }

    #[test]
    fn adults_have_an_age_that_people_have() {
        assert!(adult_born(date(1980, 1, 1), TODAY).is_ok());
        for wrong in [date(2030, 1, 1), date(2020, 1, 1), date(1880, 1, 1)] {
            assert!(adult_born(wrong, TODAY).is_err(), "{wrong}");
        }
    }

    #[test]
    fn nothing_happens_before_birth_or_backwards() {
        let born = date(2015, 5, 5);
        assert_eq!(
            period("The address", Period::since(date(2015, 5, 4)), born).unwrap_err().to_string(),
            "The address cannot begin on 4 May 2015, before the date of birth, 5 May 2015."
        );
        assert_eq!(
            period("Care", Period::between(date(2020, 1, 2), date(2020, 1, 1)), born).unwrap_err().to_string(),
            "Care cannot end on 1 January 2020, before it begins on 2 January 2020."
        );
        assert!(died(date(2015, 5, 4), born, TODAY).is_err() && died(date(2027, 1, 1), born, TODAY).is_err());
        assert!(died(born, born, TODAY).is_ok());
    }
}
