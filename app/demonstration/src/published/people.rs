//! Who lives in the county: ages, sex, ethnicity and deprivation.
//!
//! Sources: ONS mid-year population estimates 2020 for Norfolk, ages 0 to 25; DfE "Education, health and care plans",
//! June 2025, `caseload` by sex and ethnicity; English Indices of Deprivation 2025, small areas of Norfolk by decile.
//! All Open Government Licence v3.

/// People by single year of age, 0 to 25.
pub const AGES: [u32; 26] = [
    7_877, 8_356, 8_820, 9_461, 9_687, 9_706, 9_785, 10_234, 10_413, 10_408, 10_314, 10_095, 10_342, 9_932, 9_555,
    9_247, 9_087, 8_863, 8_982, 10_300, 10_411, 10_548, 10_361, 10_444, 10_527, 10_333,
];

/// Small areas by national decile of deprivation, the most deprived first.
pub const AREAS_BY_DECILE: [u32; 10] = [31, 42, 49, 97, 83, 77, 64, 49, 41, 19];

/// Plans held by girls and young women, and by boys and young men.
pub const PLANS_BY_SEX: [u32; 2] = [3_668, 8_479];
