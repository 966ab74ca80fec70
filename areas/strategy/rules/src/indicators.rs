//! The published percentages, defined: what is divided by what, and how the result is rounded.
//!
//! Source: Department for Education, data guidance of the 2025 release; the rounding was found by recomputing the
//! published cells, all of which come out (a test does it again for every file that has them).

use crate::files::FileKind;

/// A published percentage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Indicator {
    /// The file whose columns it uses.
    pub file: FileKind,
    /// The measure that is published, and that this recomputes.
    pub published: &'static str,
    /// What it says, in words.
    pub name: &'static str,
    /// What is counted.
    pub numerator: &'static str,
    /// Out of what; several measures are added up.
    pub denominator: &'static [&'static str],
}

/// Plans issued within 20 weeks, all plans.
pub const TIMELY: Indicator =
    timely("issued_within_20_weeks_pc", "Plans issued within 20 weeks, including exceptions", "issued_within_20_weeks");

/// Plans issued within 20 weeks, leaving out those for which an exception to the time limit applied: the headline.
pub const TIMELY_EXCLUDING_EXCEPTIONS: Indicator = timely_excluding(
    "issued_within_20_weeks_excluding_exceptions_pc",
    "Plans issued within 20 weeks, excluding exceptions",
    "issued_within_20_weeks_excluding_exceptions",
);

/// Requests that were refused.
pub const REFUSED: Indicator = request("requests_refused_pc", "Requests refused", "requests_refused");

/// Every percentage that can be recomputed exactly from counts in the same row.
pub const ALL: &[Indicator] = &[
    TIMELY,
    TIMELY_EXCLUDING_EXCEPTIONS,
    timely(
        "issued_20_to_52_weeks_pc",
        "Plans issued after 20 and within 52 weeks, including exceptions",
        "issued_20_to_52_weeks",
    ),
    timely_excluding(
        "issued_20_to_52_weeks_excluding_exceptions_pc",
        "Plans issued after 20 and within 52 weeks, excluding exceptions",
        "issued_20_to_52_weeks_excluding_exceptions",
    ),
    timely(
        "issued_over_52_weeks_pc",
        "Plans issued after more than 52 weeks, including exceptions",
        "issued_over_52_weeks",
    ),
    timely_excluding(
        "issued_over_52_weeks_excluding_exceptions_pc",
        "Plans issued after more than 52 weeks, excluding exceptions",
        "issued_over_52_weeks_excluding_exceptions",
    ),
    REFUSED,
    request("requests_assess_pc", "Requests where an assessment was decided on", "requests_assess"),
    Indicator {
        file: FileKind::Assessments,
        published: "assessments_plan_issued_pc",
        name: "Assessments that led to a plan",
        numerator: "assessments_plan_issued",
        denominator: &["assessments"],
    },
    Indicator {
        file: FileKind::Assessments,
        published: "not_issued_within_16_weeks_pc",
        name: "Decisions not to issue a plan made within 16 weeks",
        numerator: "not_issued_within_16_weeks",
        denominator: &["not_issued_within_16_weeks", "not_issued_over_16_weeks"],
    },
    Indicator {
        file: FileKind::AnnualReviews,
        published: "decisions_within_4_weeks_pc",
        name: "Review decisions sent within 4 weeks of the meeting",
        numerator: "decisions_within_4_weeks",
        denominator: &["decisions_within_4_weeks", "decisions_over_4_weeks"],
    },
];

const fn timely(published: &'static str, name: &'static str, numerator: &'static str) -> Indicator {
    Indicator { file: FileKind::Timeliness, published, name, numerator, denominator: &["issued"] }
}

const fn timely_excluding(published: &'static str, name: &'static str, numerator: &'static str) -> Indicator {
    Indicator { file: FileKind::Timeliness, published, name, numerator, denominator: &["issued_excluding_exceptions"] }
}

const fn request(published: &'static str, name: &'static str, numerator: &'static str) -> Indicator {
    Indicator { file: FileKind::Requests, published, name, numerator, denominator: &["requests"] }
}

/// A percentage as the Department rounds it: `(n / d) * 100` in that order in floating point, then half up to one
/// decimal. So 23 of 80 is 28.7, since 0.2875 × 100 comes out just below 28.75. `None` when there is nothing to divide by.
#[must_use]
pub fn percentage(numerator: i64, denominator: i64) -> Option<f64> {
    if denominator <= 0 {
        return None;
    }
    let exact = (numerator as f64 / denominator as f64) * 100.0;
    Some((exact * 10.0 + 0.5).floor() / 10.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentages_are_rounded_as_published() {
        assert_eq!(percentage(23, 80), Some(28.7));
        assert_eq!(percentage(9, 80), Some(11.3));
        assert_eq!(percentage(981, 1743), Some(56.3));
        assert_eq!(percentage(1064, 1909), Some(55.7));
        assert_eq!(percentage(0, 7), Some(0.0));
        assert_eq!(percentage(3, 0), None);
    }
}
