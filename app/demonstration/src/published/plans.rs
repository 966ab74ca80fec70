//! Plans in Norfolk in January 2025, by age, placement and primary need.
//!
//! Source: Department for Education, "Education, health and care plans", release of June 2025, files `caseload` and
//! `sen_needs_all_plans`, local authority E10000020, Open Government Licence v3. Age is the age on 31 August before
//! the count, so a row is a school year group.
//!
//! One correction: four plans published at "specialist post-16 institutions" for ages 9, 10 and 13 can only be slips
//! of recording. They stand here as independent special school places, and four 16-year-olds the other way about, so
//! that every total by age and by placement is still the published one.

/// How many ages the tables tell apart: under 3, then every year from 3 to 25.
pub const AGES: usize = 24;
/// How many kinds of placement the tables tell apart; the order is that of [`crate::plan::Place::ALL`].
pub const PLACES: usize = 26;
/// How many primary needs the tables tell apart, "not recorded" being the last.
pub const NEEDS: usize = 13;

/// Plans by age (rows) and placement (columns).
#[rustfmt::skip]
pub const AGE_BY_PLACE: [[u32; PLACES]; AGES] = [
    [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 11, 0, 0, 0, 0, 0, 0, 13, 0], // under 3
    [11, 0, 5, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 24, 0, 0, 0, 0, 0, 0, 99, 0], // age 3
    [114, 10, 180, 0, 2, 0, 27, 24, 5, 0, 0, 0, 0, 0, 0, 6, 1, 8, 0, 0, 1, 0, 0, 0, 57, 2], // age 4
    [161, 13, 192, 5, 13, 1, 43, 23, 8, 0, 0, 0, 0, 0, 0, 5, 6, 3, 0, 0, 0, 0, 0, 0, 6, 1], // age 5
    [138, 10, 191, 5, 12, 1, 58, 50, 10, 0, 3, 0, 0, 0, 0, 7, 12, 0, 0, 0, 2, 0, 0, 0, 0, 1], // age 6
    [129, 10, 203, 5, 7, 5, 81, 67, 16, 0, 16, 0, 0, 0, 0, 12, 10, 0, 0, 0, 4, 0, 0, 0, 0, 0], // age 7
    [136, 6, 178, 7, 9, 4, 95, 79, 38, 0, 19, 0, 0, 0, 0, 14, 12, 0, 0, 0, 5, 0, 0, 0, 0, 0], // age 8
    [171, 6, 198, 14, 8, 3, 121, 71, 40, 1, 19, 0, 0, 0, 0, 13, 8, 0, 0, 0, 3, 0, 0, 0, 0, 0], // age 9
    [198, 8, 231, 10, 6, 1, 114, 78, 69, 0, 18, 0, 0, 0, 0, 28, 20, 0, 0, 0, 5, 0, 0, 0, 0, 3], // age 10
    [22, 0, 411, 23, 15, 10, 142, 128, 134, 0, 20, 8, 0, 0, 0, 32, 21, 0, 0, 0, 5, 0, 0, 0, 0, 1], // age 11
    [5, 0, 353, 21, 18, 12, 137, 105, 126, 0, 29, 9, 0, 0, 0, 41, 27, 0, 0, 0, 7, 0, 0, 0, 0, 3], // age 12
    [15, 0, 321, 20, 10, 21, 148, 101, 158, 0, 16, 7, 0, 0, 0, 41, 37, 0, 0, 1, 13, 0, 0, 0, 0, 3], // age 13
    [8, 0, 312, 15, 17, 27, 148, 90, 169, 0, 24, 7, 0, 0, 0, 39, 50, 0, 1, 0, 7, 0, 0, 0, 0, 9], // age 14
    [8, 0, 294, 15, 14, 24, 124, 70, 136, 0, 29, 8, 1, 0, 0, 41, 45, 0, 1, 0, 12, 0, 0, 0, 0, 10], // age 15
    [0, 0, 44, 1, 1, 9, 92, 13, 8, 1, 0, 0, 374, 4, 30, 1, 24, 1, 0, 0, 30, 49, 0, 0, 0, 11], // age 16
    [0, 0, 18, 0, 1, 3, 64, 8, 8, 2, 0, 0, 336, 2, 56, 0, 35, 2, 0, 0, 47, 64, 0, 0, 0, 4], // age 17
    [0, 0, 18, 0, 5, 0, 34, 7, 1, 0, 0, 0, 307, 0, 32, 0, 17, 4, 0, 0, 16, 74, 1, 0, 0, 17], // age 18
    [0, 0, 6, 0, 0, 0, 0, 3, 1, 0, 0, 0, 269, 0, 35, 0, 16, 1, 0, 0, 21, 77, 0, 0, 0, 20], // age 19
    [0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 238, 2, 31, 1, 15, 1, 0, 0, 17, 53, 0, 0, 0, 5], // age 20
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 192, 0, 25, 2, 7, 1, 0, 0, 10, 43, 0, 0, 0, 2], // age 21
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 164, 4, 13, 0, 7, 0, 0, 0, 9, 28, 0, 1, 0, 3], // age 22
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 106, 3, 15, 1, 9, 1, 0, 0, 3, 19, 0, 0, 0, 0], // age 23
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 36, 0, 3, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0], // age 24
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0], // age 25
];

/// Plans by age (rows) and primary need (columns).
#[rustfmt::skip]
pub const AGE_BY_NEED: [[u32; NEEDS]; AGES] = [
    [0, 0, 0, 1, 1, 5, 3, 1, 12, 0, 0, 2, 0], // under 3
    [9, 0, 4, 1, 2, 12, 0, 0, 108, 2, 2, 0, 0], // age 3
    [49, 4, 17, 0, 3, 23, 1, 13, 321, 2, 2, 2, 0], // age 4
    [51, 4, 26, 1, 1, 23, 1, 39, 323, 5, 2, 4, 0], // age 5
    [69, 5, 34, 2, 4, 26, 4, 64, 283, 5, 1, 3, 0], // age 6
    [101, 7, 53, 0, 13, 25, 3, 122, 228, 2, 5, 6, 0], // age 7
    [148, 5, 76, 2, 7, 20, 2, 148, 175, 8, 8, 3, 0], // age 8
    [182, 9, 103, 1, 13, 31, 3, 172, 140, 2, 17, 3, 0], // age 9
    [217, 3, 139, 2, 12, 28, 6, 221, 131, 9, 18, 3, 0], // age 10
    [238, 7, 152, 2, 9, 45, 1, 292, 149, 12, 55, 10, 0], // age 11
    [210, 6, 160, 1, 13, 35, 7, 276, 129, 9, 43, 4, 0], // age 12
    [267, 7, 117, 0, 8, 30, 6, 329, 98, 12, 36, 2, 0], // age 13
    [252, 11, 115, 1, 9, 42, 3, 335, 98, 12, 42, 3, 0], // age 14
    [237, 9, 102, 2, 8, 43, 1, 325, 65, 13, 24, 2, 1], // age 15
    [192, 5, 71, 1, 10, 42, 3, 261, 65, 14, 25, 4, 0], // age 16
    [185, 6, 57, 2, 4, 49, 2, 259, 48, 13, 21, 4, 0], // age 17
    [152, 6, 77, 1, 4, 27, 3, 181, 49, 21, 10, 2, 0], // age 18
    [136, 6, 31, 2, 7, 30, 6, 137, 62, 17, 12, 3, 0], // age 19
    [84, 2, 46, 0, 6, 31, 2, 116, 45, 10, 19, 3, 0], // age 20
    [71, 6, 35, 1, 7, 23, 0, 74, 44, 9, 11, 1, 0], // age 21
    [70, 3, 35, 1, 6, 14, 1, 45, 28, 8, 15, 3, 0], // age 22
    [45, 2, 16, 0, 5, 8, 3, 36, 22, 9, 9, 2, 0], // age 23
    [15, 0, 5, 0, 1, 2, 0, 9, 6, 2, 1, 1, 0], // age 24
    [1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0], // age 25
];

/// Plans by placement (rows) and primary need (columns).
#[rustfmt::skip]
pub const PLACE_BY_NEED: [[u32; NEEDS]; PLACES] = [
    [174, 11, 143, 2, 5, 50, 0, 229, 463, 6, 24, 9, 0], // Mainstream - LA maintained
    [13, 0, 4, 0, 0, 0, 0, 6, 38, 0, 1, 1, 0], // Mainstream - LA maintained (SEN unit)
    [545, 50, 496, 4, 15, 146, 1, 884, 828, 13, 151, 23, 0], // Mainstream - academy
    [76, 0, 5, 0, 0, 2, 0, 23, 35, 0, 0, 0, 0], // Mainstream - academy (SEN unit)
    [25, 1, 18, 0, 1, 1, 0, 45, 41, 0, 5, 1, 0], // Mainstream - free school
    [28, 1, 10, 0, 1, 9, 0, 53, 10, 0, 8, 1, 0], // Mainstream - independent
    [472, 11, 219, 7, 74, 148, 34, 66, 293, 81, 16, 8, 0], // Special - LA maintained
    [316, 2, 77, 2, 8, 28, 3, 252, 202, 15, 9, 3, 0], // Special - Academy/free schools
    [308, 1, 90, 0, 1, 7, 0, 378, 117, 3, 23, 0, 0], // Special - independent
    [1, 1, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0], // Special - non-maintained
    [16, 0, 7, 0, 0, 0, 0, 156, 12, 0, 2, 0, 0], // AP/PRU - academy
    [0, 0, 2, 0, 0, 0, 0, 35, 1, 0, 1, 0, 0], // AP/PRU - free school
    [580, 22, 263, 6, 31, 141, 11, 561, 255, 51, 85, 18, 0], // FE - general FE and tertiary colleges
    [4, 0, 1, 0, 4, 2, 0, 0, 0, 3, 1, 0, 0], // FE - specialist post-16 institutions
    [47, 1, 19, 0, 0, 11, 0, 121, 23, 3, 14, 1, 0], // FE - UKRLP provider
    [80, 4, 33, 1, 3, 13, 3, 83, 54, 2, 8, 0, 0], // Educated elsewhere - elective home education
    [122, 1, 15, 0, 4, 8, 1, 186, 29, 6, 5, 1, 1], // Educated elsewhere - other arrangements by LA
    [5, 0, 5, 1, 2, 11, 4, 4, 21, 2, 3, 0, 0], // Educated elsewhere - other arrangements by parents
    [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0], // Educated elsewhere - Welsh establishment
    [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0], // Educated elsewhere - other schools and establishments
    [48, 3, 15, 0, 0, 5, 1, 114, 22, 1, 8, 0, 0], // Educated elsewhere - other placement settings
    [84, 4, 32, 0, 2, 19, 0, 225, 29, 4, 9, 2, 0], // Educated elsewhere - NEET
    [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], // Educated elsewhere - not in education or training (notice to cease issued)
    [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], // Educated elsewhere - not in education or training (other)
    [14, 0, 5, 0, 1, 6, 0, 2, 143, 1, 1, 2, 0], // Non-maintained early years
    [21, 0, 11, 1, 1, 5, 2, 32, 13, 5, 4, 0, 0], // Placement not recorded
];
