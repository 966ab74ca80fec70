//! When a figure is about: a day in January, or a calendar year. Releases write the first in two ways.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Whether figures count what there is on a day, or what happened in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Basis {
    /// What there is on the census day in January.
    January,
    /// What happened from 1 January to 31 December.
    Year,
}

/// When a figure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Period {
    /// The year: of the January, or the calendar year itself.
    pub year: i16,
    /// Which of the two it is.
    pub basis: Basis,
}

impl Period {
    /// Reads the first two columns of a file whose figures are known to be of one basis.
    ///
    /// `201819` with "Academic year" is January 2019. `2022` with "Calendar year" is January 2022 in a file of counts
    /// on a day, and the year 2022 in a file of what happened.
    ///
    /// # Errors
    /// A sentence, when the two don't go together.
    pub fn read(time_period: &str, time_identifier: &str, basis: Basis) -> Result<Self, String> {
        let digits = time_period.len() <= 6 && time_period.bytes().all(|byte| byte.is_ascii_digit());
        let number: i32 = time_period.parse().ok().filter(|_| digits).ok_or("The period is not a number.")?;
        let year = match (time_identifier, time_period.len(), basis) {
            ("Calendar year", 4, _) => number,
            ("Academic year", 6, Basis::January) => {
                let (starts, ends) = (number / 100, number % 100);
                if (starts + 1) % 100 != ends {
                    return Err("An academic year must end in the year after it begins, as 201819 does.".to_owned());
                }
                starts + 1
            }
            ("Academic year", 6, Basis::Year) => {
                return Err("This file counts calendar years, but the row has an academic year.".to_owned());
            }
            ("Calendar year" | "Academic year", ..) => {
                return Err(format!("The period does not have the form of a {}.", time_identifier.to_lowercase()));
            }
            _ => return Err("The kind of period must be 'Calendar year' or 'Academic year'.".to_owned()),
        };
        if !(1990..=2100).contains(&year) {
            return Err("The year is outside 1990 to 2100.".to_owned());
        }
        Ok(Self { year: i16::try_from(year).unwrap_or_default(), basis })
    }

    /// January of a year.
    #[must_use]
    pub const fn january(year: i16) -> Self {
        Self { year, basis: Basis::January }
    }

    /// A calendar year.
    #[must_use]
    pub const fn year(year: i16) -> Self {
        Self { year, basis: Basis::Year }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.basis {
            Basis::January => write!(f, "January {}", self.year),
            Basis::Year => write!(f, "{}", self.year),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_of_writing_a_january_are_one_period() {
        assert_eq!(Period::read("201819", "Academic year", Basis::January), Ok(Period::january(2019)));
        assert_eq!(Period::read("2019", "Calendar year", Basis::January), Ok(Period::january(2019)));
        assert_eq!(Period::read("199900", "Academic year", Basis::January), Ok(Period::january(2000)));
        assert_eq!(Period::read("2024", "Calendar year", Basis::Year), Ok(Period::year(2024)));
    }

    #[test]
    fn periods_that_make_no_sense_are_refused() {
        for (period, kind, basis) in [
            ("201820", "Academic year", Basis::January),
            ("202425", "Calendar year", Basis::Year),
            ("202425", "Academic year", Basis::Year),
            ("2024", "Academic year", Basis::January),
            ("2024", "Week 3", Basis::Year),
            ("", "Calendar year", Basis::Year),
            ("20 24", "Calendar year", Basis::Year),
            ("0024", "Calendar year", Basis::Year),
        ] {
            assert!(Period::read(period, kind, basis).is_err(), "{period} {kind}");
        }
    }
}
