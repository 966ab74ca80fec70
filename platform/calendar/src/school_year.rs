//! Academic years, terms, National Curriculum years, ages and the day compulsory schooling ends.

use jiff::civil::{Date, Weekday, date};
use serde::{Deserialize, Serialize};

use crate::limits::shift;

/// An academic year: 1 September to 31 August, named by the year it starts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AcademicYear(i16);

impl AcademicYear {
    /// The academic year that this day falls in.
    #[must_use]
    pub fn of(day: Date) -> Self {
        if day.month() >= 9 { Self(day.year()) } else { Self(day.year() - 1) }
    }

    /// The calendar year in which it starts.
    #[must_use]
    pub const fn starts_in(self) -> i16 {
        self.0
    }

    /// 1 September.
    #[must_use]
    pub const fn first_day(self) -> Date {
        date(self.0, 9, 1)
    }

    /// 31 August of the next calendar year.
    #[must_use]
    pub const fn last_day(self) -> Date {
        date(self.0 + 1, 8, 31)
    }

    /// The year after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

/// A National Curriculum year group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum YearGroup {
    /// Before the nursery years: under 2 at the start of the academic year.
    UnderNursery,
    /// The first nursery year: 2 at the start of the academic year.
    NurseryOne,
    /// The second nursery year: 3 at the start of the academic year.
    NurseryTwo,
    /// Reception: 4 at the start of the academic year.
    Reception,
    /// Years 1 to 14.
    Year(u8),
    /// Past Year 14.
    Beyond,
}

impl YearGroup {
    /// The year group usual for a child with this birth date in that academic year. A child may be taught out of
    /// their usual year; that is a fact about the child, not about the calendar.
    #[must_use]
    pub fn usual(born: Date, year: AcademicYear) -> Self {
        let number = year.starts_in() - AcademicYear::of(born).starts_in() - 5;
        match number {
            ..=-3 => Self::UnderNursery,
            -2 => Self::NurseryOne,
            -1 => Self::NurseryTwo,
            0 => Self::Reception,
            1..=14 => Self::Year(u8::try_from(number).unwrap_or(14)),
            _ => Self::Beyond,
        }
    }

    /// "Year 9", "Reception".
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::UnderNursery => "Before nursery".to_owned(),
            Self::NurseryOne => "Nursery, first year".to_owned(),
            Self::NurseryTwo => "Nursery, second year".to_owned(),
            Self::Reception => "Reception".to_owned(),
            Self::Year(number) => format!("Year {number}"),
            Self::Beyond => "After Year 14".to_owned(),
        }
    }
}

/// Age in whole years on a day. Somebody born on 29 February is taken to be a year older on 1 March of a common
/// year. None before birth.
#[must_use]
pub fn age_on(born: Date, day: Date) -> Option<u16> {
    if day < born {
        return None;
    }
    let had_birthday = (day.month(), day.day()) >= (born.month(), born.day());
    u16::try_from(day.year() - born.year() - i16::from(!had_birthday)).ok()
}

/// The day of this birthday. For 29 February in a common year, 1 March.
#[must_use]
pub fn birthday(born: Date, age: i16) -> Date {
    let year = born.year().saturating_add(age).min(9999);
    Date::new(year, born.month(), born.day()).unwrap_or_else(|_| date(year, 3, 1))
}

/// The day compulsory school age ends: the last Friday in June of the academic year of the 16th birthday, also
/// when the birthday falls after that Friday. Education Act 1996 s.8; SI 1997/1970.
#[must_use]
pub fn leaving_date(born: Date) -> Date {
    let year = AcademicYear::of(birthday(born, 16)).starts_in() + 1;
    let mut day = date(year, 6, 30);
    while day.weekday() != Weekday::Friday {
        day = shift(day, -1);
    }
    day
}

/// The first day on which the rights under Part 3 of the Children and Families Act 2014 are the young person's
/// own: the day after compulsory school age ends (s.83(2)).
#[must_use]
pub fn young_person_from(born: Date) -> Date {
    shift(leaving_date(born), 1)
}

/// The last day to which a plan may be kept for somebody who turns 25: the 31 July on or after that birthday, or
/// the end of their course if that is another day (s.46; regulation 46; to be confirmed).
#[must_use]
pub fn plan_age_limit(born: Date) -> Date {
    let birthday = birthday(born, 25);
    let end = date(birthday.year(), 7, 31);
    if birthday <= end { end } else { date(birthday.year() + 1, 7, 31) }
}

/// The first day of the academic year in which a child is usually in Year 9.
#[must_use]
pub fn year_nine_from(born: Date) -> Date {
    AcademicYear(AcademicYear::of(born).0 + 14).first_day()
}

/// Which of the three terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TermName {
    /// September to Christmas.
    Autumn,
    /// January to Easter.
    Spring,
    /// Easter to July.
    Summer,
}

/// One school term, first and last day included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Which term.
    pub name: TermName,
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

impl Term {
    /// Whether the day falls in the term, holidays at half-term included.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        (self.from..=self.to).contains(&day)
    }
}

/// The term that a day is in, or the next one to start, out of the terms given.
#[must_use]
pub fn term_on_or_after(terms: &[Term], day: Date) -> Option<Term> {
    terms.iter().filter(|term| term.to >= day).min_by_key(|term| term.from).copied()
}
