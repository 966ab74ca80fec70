//! Bank holidays of England and Wales, 2012 to 2028, as a dated table.
//!
//! Source: the days set by the Banking and Financial Dealings Act 1971 and by royal proclamation, as listed on
//! gov.uk (<https://www.gov.uk/bank-holidays>, Open Government Licence v3), checked July 2026. Substitute days
//! are listed on the day that is taken, not on the weekend day they replace.

use jiff::civil::{Date, date};

/// The first year the table covers.
pub const FIRST_YEAR: i16 = 2012;

/// The last year the table covers. Later dates are provisional.
pub const LAST_YEAR: i16 = 2028;

/// Why a day is a bank holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holiday {
    /// New Year's Day, or the day taken in its place.
    NewYear,
    /// Good Friday.
    GoodFriday,
    /// Easter Monday.
    EasterMonday,
    /// The early May bank holiday.
    EarlyMay,
    /// The spring bank holiday.
    Spring,
    /// The summer bank holiday.
    Summer,
    /// Christmas Day, or the day taken in its place.
    Christmas,
    /// Boxing Day, or the day taken in its place.
    BoxingDay,
    /// A day proclaimed once only: a jubilee, a funeral or a coronation.
    Proclaimed,
}

impl Holiday {
    /// What people call the day.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NewYear => "New Year’s Day",
            Self::GoodFriday => "Good Friday",
            Self::EasterMonday => "Easter Monday",
            Self::EarlyMay => "Early May bank holiday",
            Self::Spring => "Spring bank holiday",
            Self::Summer => "Summer bank holiday",
            Self::Christmas => "Christmas Day",
            Self::BoxingDay => "Boxing Day",
            Self::Proclaimed => "Bank holiday by proclamation",
        }
    }
}

/// The eight regular holidays, in the order of the columns below.
const REGULAR: [Holiday; 8] = [
    Holiday::NewYear,
    Holiday::GoodFriday,
    Holiday::EasterMonday,
    Holiday::EarlyMay,
    Holiday::Spring,
    Holiday::Summer,
    Holiday::Christmas,
    Holiday::BoxingDay,
];

/// Each year's regular holidays as (month, day), from [`FIRST_YEAR`] on.
#[rustfmt::skip]
const YEARS: [[(i8, i8); 8]; 17] = [
    //           new year good friday Easter Mon early May spring   summer   Christmas  Boxing Day
    /* 2012 */ [(1, 2), (4, 6),  (4, 9),  (5, 7), (6, 4),  (8, 27), (12, 25), (12, 26)],
    /* 2013 */ [(1, 1), (3, 29), (4, 1),  (5, 6), (5, 27), (8, 26), (12, 25), (12, 26)],
    /* 2014 */ [(1, 1), (4, 18), (4, 21), (5, 5), (5, 26), (8, 25), (12, 25), (12, 26)],
    /* 2015 */ [(1, 1), (4, 3),  (4, 6),  (5, 4), (5, 25), (8, 31), (12, 25), (12, 28)],
    /* 2016 */ [(1, 1), (3, 25), (3, 28), (5, 2), (5, 30), (8, 29), (12, 27), (12, 26)],
    /* 2017 */ [(1, 2), (4, 14), (4, 17), (5, 1), (5, 29), (8, 28), (12, 25), (12, 26)],
    /* 2018 */ [(1, 1), (3, 30), (4, 2),  (5, 7), (5, 28), (8, 27), (12, 25), (12, 26)],
    /* 2019 */ [(1, 1), (4, 19), (4, 22), (5, 6), (5, 27), (8, 26), (12, 25), (12, 26)],
    /* 2020 */ [(1, 1), (4, 10), (4, 13), (5, 8), (5, 25), (8, 31), (12, 25), (12, 28)],
    /* 2021 */ [(1, 1), (4, 2),  (4, 5),  (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)],
    /* 2022 */ [(1, 3), (4, 15), (4, 18), (5, 2), (6, 2),  (8, 29), (12, 27), (12, 26)],
    /* 2023 */ [(1, 2), (4, 7),  (4, 10), (5, 1), (5, 29), (8, 28), (12, 25), (12, 26)],
    /* 2024 */ [(1, 1), (3, 29), (4, 1),  (5, 6), (5, 27), (8, 26), (12, 25), (12, 26)],
    /* 2025 */ [(1, 1), (4, 18), (4, 21), (5, 5), (5, 26), (8, 25), (12, 25), (12, 26)],
    /* 2026 */ [(1, 1), (4, 3),  (4, 6),  (5, 4), (5, 25), (8, 31), (12, 25), (12, 28)],
    /* 2027 */ [(1, 1), (3, 26), (3, 29), (5, 3), (5, 31), (8, 30), (12, 27), (12, 28)],
    /* 2028 */ [(1, 3), (4, 14), (4, 17), (5, 1), (5, 29), (8, 28), (12, 25), (12, 26)],
];

/// Days proclaimed once: the Diamond and Platinum Jubilees, the State Funeral of Queen Elizabeth II, the Coronation.
const PROCLAIMED: [Date; 4] = [date(2012, 6, 5), date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8)];

/// The holiday on this day, if the table has one.
#[must_use]
pub fn holiday_on(day: Date) -> Option<Holiday> {
    let index = usize::try_from(day.year().checked_sub(FIRST_YEAR)?).ok()?;
    let month_day = (day.month(), day.day());
    YEARS
        .get(index)?
        .iter()
        .zip(REGULAR)
        .find_map(|(on, holiday)| (*on == month_day).then_some(holiday))
        .or_else(|| PROCLAIMED.contains(&day).then_some(Holiday::Proclaimed))
}

/// Every bank holiday in the table, earliest first.
pub fn all() -> impl Iterator<Item = (Date, Holiday)> {
    let first = date(FIRST_YEAR, 1, 1);
    let last = date(LAST_YEAR, 12, 31);
    first
        .series(jiff::Span::new().days(1))
        .take_while(move |day| *day <= last)
        .filter_map(|day| Some((day, holiday_on(day)?)))
}
