//! Requests, assessments, new plans, reviews, ceased plans and appeals in Norfolk, calendar years 2019 to 2024.
//!
//! Source unless marked: Department for Education, "Education, health and care plans", releases of May 2022 and June
//! 2025 (files `requests`, `assessments`, `timeliness_20_week`, `newplans`, `annual_reviews`, `ceased_plans`), local
//! authority E10000020, Open Government Licence v3. Appeals: Ministry of Justice, SEND tribunal appeal rates by local
//! authority. Each table runs from 2019 to 2024; the last entry is the year that the county must meet within 2 %.

/// How many years the tables hold.
pub const YEARS: usize = 6;

/// One year's flow.
#[derive(Debug, Clone, Copy)]
pub struct Year {
    /// Plans in January of the year.
    pub plans: u32,
    /// Requests received.
    pub requests: u32,
    /// Requests refused.
    pub refused: u32,
    /// Requests that ended without a decision.
    pub undecided: u32,
    /// New plans.
    pub finals: u32,
    /// New plans that followed mediation or a tribunal, which the 20-week figures leave out.
    pub disputed: u32,
    /// Of the others, those issued within 20 weeks.
    pub within_20: u32,
    /// Of the others, those issued after more than 52 weeks.
    pub over_52: u32,
    /// Assessments that ended without a plan.
    pub no_plan: u32,
    /// Of those, notified within 16 weeks.
    pub no_plan_within_16: u32,
    /// Plans ceased.
    pub ceased: u32,
    /// Appeals registered.
    pub appeals: u32,
    /// Requests decided within 6 weeks, in a thousand.
    pub within_6_permille: u32,
    /// Review decisions within 4 weeks, in a thousand.
    pub review_in_4_permille: u32,
}

/// The published years, oldest first.
///
/// Not published, and set here between their neighbours: requests without a decision before 2023; plans over a year,
/// no-plan decisions in time and decisions in 6 weeks before 2023; every timeliness figure of 2022 (published as `x`)
/// and its 466 new plans, which are a break in the series (1,124 plans of that year were still held in January 2025);
/// plans ceased in 2019 to 2021, set so that the caseload comes out as published; review decisions in 4 weeks before
/// 2024. New plans after mediation or a tribunal are the new plans less the published denominator.
#[rustfmt::skip]
pub const FLOW: [Year; YEARS] = [
    Year { plans: 6_152, requests: 1_267, refused: 328, undecided: 26, finals: 655, disputed: 20, within_20: 53, over_52: 76, no_plan: 91, no_plan_within_16: 27, ceased: 158, appeals: 174, within_6_permille: 900, review_in_4_permille: 380 },
    Year { plans: 6_689, requests: 1_020, refused: 119, undecided: 20, finals: 1_253, disputed: 22, within_20: 252, over_52: 185, no_plan: 104, no_plan_within_16: 36, ceased: 229, appeals: 197, within_6_permille: 920, review_in_4_permille: 400 },
    Year { plans: 7_753, requests: 1_456, refused: 132, undecided: 29, finals: 1_032, disputed: 34, within_20: 535, over_52: 60, no_plan: 75, no_plan_within_16: 34, ceased: 154, appeals: 239, within_6_permille: 940, review_in_4_permille: 430 },
    Year { plans: 8_671, requests: 2_093, refused: 310, undecided: 42, finals: 1_134, disputed: 60, within_20: 516, over_52: 86, no_plan: 89, no_plan_within_16: 37, ceased: 1_120, appeals: 259, within_6_permille: 950, review_in_4_permille: 460 },
    Year { plans: 8_735, requests: 2_444, refused: 430, undecided: 50, finals: 2_330, disputed: 164, within_20: 914, over_52: 306, no_plan: 141, no_plan_within_16: 56, ceased: 478, appeals: 360, within_6_permille: 963, review_in_4_permille: 490 },
    LAST,
];

/// Calendar year 2024: the year to meet.
#[rustfmt::skip]
pub const LAST: Year = Year { plans: 10_736, requests: 2_562, refused: 333, undecided: 53, finals: 2_031, disputed: 122, within_20: 1_064, over_52: 71, no_plan: 214, no_plan_within_16: 129, ceased: 665, appeals: 532, within_6_permille: 953, review_in_4_permille: 528 };

/// Plans in January 2025.
pub const PLANS: u32 = 12_147;
/// Requests decided to assess in 2024.
pub const ASSESSED: u32 = 2_176;
/// New plans of 2024 in the 20-week denominator with no exception, and those of them within 20 weeks.
pub const WITHOUT_EXCEPTION: (u32, u32) = (1_743, 981);
/// Annual reviews due in 2024 and those with a meeting.
pub const REVIEWS: (u32, u32) = (10_015, 9_145);
/// Review outcomes in 2024: maintain, amend, cease.
pub const OUTCOMES: [u32; 3] = [6_167, 2_887, 91];
/// Review decisions in 2024 within four weeks.
pub const REVIEW_IN_4: u32 = 4_833;

/// Ages told apart in the tables below: 2 and under, 3 to 19, 20 and over.
pub const START_AGES: usize = 19;
/// Requests in 2024 by age on the day of the request; the one unknown is left out.
pub const REQUEST_AGES: [u32; START_AGES] =
    [90, 247, 211, 163, 189, 192, 181, 210, 261, 180, 142, 143, 149, 120, 45, 20, 10, 3, 6];
/// New plans in 2024 by age when the plan started.
pub const NEW_PLAN_AGES: [u32; START_AGES] =
    [13, 74, 216, 171, 136, 146, 163, 134, 203, 204, 116, 106, 125, 97, 81, 22, 11, 7, 6];
/// Plans held in January 2025 by age when the plan started.
pub const HELD_BY_START_AGE: [u32; START_AGES] =
    [36, 379, 1_199, 930, 654, 935, 917, 882, 1_264, 1_453, 760, 582, 711, 549, 546, 224, 68, 39, 19];
/// Plans held in January 2025 by years in place: begun in 2018, 2017, 2016, 2015 and 2014.
pub const HELD_FROM_BEFORE: [u32; 5] = [1_287, 1_400, 702, 245, 6];

/// Reasons in the order of the return: maximum age, needs met, higher education, employment, moved to another
/// authority, not engaging, moved out of England, died, other.
pub const REASONS: usize = 9;
/// Plans ceased in 2024 by age when they ceased (3 to 19, then 20 and over) and reason.
#[rustfmt::skip]
pub const CEASED: [[u32; REASONS]; 18] = [
    [0, 0, 0, 0, 2, 0, 0, 0, 0],
    [0, 0, 0, 0, 7, 0, 0, 1, 0],
    [0, 0, 0, 0, 3, 0, 0, 0, 0],
    [0, 0, 0, 0, 1, 0, 0, 1, 0],
    [0, 0, 0, 0, 3, 0, 0, 1, 0],
    [0, 0, 0, 0, 6, 0, 1, 0, 0],
    [0, 0, 0, 0, 7, 0, 0, 0, 0],
    [0, 0, 0, 0, 9, 0, 1, 0, 0],
    [0, 0, 0, 0, 20, 0, 0, 0, 0],
    [0, 0, 0, 0, 8, 0, 0, 1, 0],
    [0, 0, 0, 0, 11, 0, 1, 0, 0],
    [0, 1, 0, 0, 10, 0, 0, 0, 0],
    [0, 1, 0, 0, 17, 0, 0, 1, 0],
    [0, 3, 0, 3, 15, 0, 1, 0, 1],
    [0, 3, 0, 5, 9, 6, 0, 1, 0],
    [0, 3, 3, 10, 13, 22, 0, 0, 0],
    [0, 2, 9, 13, 5, 28, 0, 1, 0],
    [19, 39, 30, 69, 17, 219, 0, 2, 0],
];
/// Plans ceased in 2024 by whole years held: under one to five, then six and more.
pub const CEASED_BY_YEARS_HELD: [u32; 7] = [24, 49, 29, 38, 40, 34, 451];

/// Pupils with SEN support. Source: the size set for the county, near 14.2 % of Norfolk's pupils.
pub const SEN_SUPPORT: u32 = 20_000;
/// Children in care. Source: the size set for the county, near Norfolk's.
pub const IN_CARE: u32 = 1_200;
/// Mediations and tribunals that led to new plans in 2024: mediation, tribunal, tribunal after mediation.
pub const DISPUTES: [u32; 3] = [82, 27, 13];
