//! The same figure over the years and over releases: which file and column it comes from, and which release holds.

use crate::breaks::Subject;
use crate::cell::Cell;
use crate::files::FileKind;
use crate::period::Basis;
use crate::release::Release;
use serde::{Deserialize, Serialize};

/// A figure that is followed over the years.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Headline {
    /// Plans (until 2018 with statements) in January.
    Plans,
    /// Plans made in the year (in the 2022 release: plans issued after an assessment, without statements).
    NewPlans,
    /// Requests for an assessment in the year.
    Requests,
    /// Requests refused.
    Refused,
    /// Per cent of plans issued within 20 weeks, exceptions left out.
    TimelyExcludingExceptions,
    /// Per cent of plans issued within 20 weeks, exceptions included.
    Timely,
    /// Per cent of plans issued after more than a year, exceptions included.
    OverAYear,
    /// Appeals registered at the tribunal.
    Appeals,
    /// Appeals as a percentage of decisions that could be appealed.
    AppealRate,
    /// Plans that ended in the year.
    Ceased,
    /// Personal budgets in January.
    PersonalBudgets,
}

impl Headline {
    /// Every one of them.
    pub const ALL: [Self; 11] = [
        Self::Plans,
        Self::NewPlans,
        Self::Requests,
        Self::Refused,
        Self::TimelyExcludingExceptions,
        Self::Timely,
        Self::OverAYear,
        Self::Appeals,
        Self::AppealRate,
        Self::Ceased,
        Self::PersonalBudgets,
    ];

    /// What it says, in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plans => "Education, health and care plans in January",
            Self::NewPlans => "New plans in the year",
            Self::Requests => "Requests for an assessment in the year",
            Self::Refused => "Requests refused in the year",
            Self::TimelyExcludingExceptions => "Plans issued within 20 weeks, excluding exceptions",
            Self::Timely => "Plans issued within 20 weeks, including exceptions",
            Self::OverAYear => "Plans issued after more than a year, including exceptions",
            Self::Appeals => "Appeals registered at the tribunal",
            Self::AppealRate => "Appeals as a percentage of decisions that could be appealed",
            Self::Ceased => "Plans that ended in the year",
            Self::PersonalBudgets => "Personal budgets in January",
        }
    }

    /// What it is about, for breaks in the series.
    #[must_use]
    pub const fn subject(self) -> Subject {
        match self {
            Self::Plans => Subject::Plans,
            Self::NewPlans => Subject::NewPlans,
            Self::Requests | Self::Refused => Subject::Requests,
            Self::TimelyExcludingExceptions | Self::Timely | Self::OverAYear => Subject::Timeliness,
            Self::Appeals | Self::AppealRate => Subject::Appeals,
            Self::Ceased => Subject::Ceased,
            Self::PersonalBudgets => Subject::PersonalBudgets,
        }
    }

    /// Whether it is counted in January or over the year.
    #[must_use]
    pub const fn basis(self) -> Basis {
        self.subject().basis()
    }

    /// The file and the measure of each release that publishes it, totals only.
    #[must_use]
    pub const fn sources(self) -> &'static [(Release, FileKind, &'static str)] {
        use FileKind as F;
        use Release::{Year2022, Year2025};
        match self {
            Self::Plans => &[(Year2022, F::CaseloadByAge, "plans"), (Year2025, F::Caseload, "plans")],
            Self::NewPlans => {
                &[(Year2022, F::Process, "assessments_plan_issued"), (Year2025, F::NewPlans, "new_plans")]
            }
            Self::Requests => &[(Year2022, F::Process, "requests"), (Year2025, F::Requests, "requests")],
            Self::Refused => &[(Year2022, F::Process, "requests_refused"), (Year2025, F::Requests, "requests_refused")],
            Self::TimelyExcludingExceptions => &[
                (Year2022, F::Process, "issued_within_20_weeks_excluding_exceptions_pc"),
                (Year2025, F::Timeliness, "issued_within_20_weeks_excluding_exceptions_pc"),
            ],
            Self::Timely => &[
                (Year2022, F::Process, "issued_within_20_weeks_pc"),
                (Year2025, F::Timeliness, "issued_within_20_weeks_pc"),
            ],
            Self::OverAYear => &[(Year2025, F::Timeliness, "issued_over_52_weeks_pc")],
            Self::Appeals => &[(Year2025, F::TribunalAppeals, "appeals")],
            Self::AppealRate => &[(Year2025, F::TribunalAppeals, "appeal_rate_pc")],
            Self::Ceased => &[(Year2025, F::CeasedPlans, "ceased")],
            Self::PersonalBudgets => &[(Year2025, F::PersonalBudgets, "personal_budgets")],
        }
    }
}

/// One published figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    /// The year: of the January, or the calendar year.
    pub year: i16,
    /// The value.
    pub cell: Cell,
    /// The release it was published in.
    pub release: Release,
}

/// One figure of a merged series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeriesPoint {
    /// The figure that holds: that of the latest release.
    pub held: Published,
    /// The figure of an earlier release, when the later one revised it.
    pub revised_from: Option<Published>,
}

/// Merges figures from several releases, in order of year. The latest release that publishes the year holds, whatever it
/// says: a later `x` is not papered over with an earlier number, which stays visible as what was revised.
#[must_use]
pub fn merge(figures: impl IntoIterator<Item = Published>) -> Vec<SeriesPoint> {
    let mut figures: Vec<Published> = figures.into_iter().collect();
    figures.sort_by_key(|figure| (figure.year, figure.release));
    let mut points: Vec<SeriesPoint> = Vec::new();
    for figure in figures {
        match points.last_mut() {
            Some(point) if point.held.year == figure.year => {
                let differs = !same(point.held.cell, figure.cell);
                let earlier = if differs { Some(point.held) } else { point.revised_from };
                *point = SeriesPoint { held: figure, revised_from: earlier };
            }
            _ => points.push(SeriesPoint { held: figure, revised_from: None }),
        }
    }
    points
}

/// Whether two releases say the same: `53.500000000000` and `53.5` do.
fn same(one: Cell, other: Cell) -> bool {
    match (one.number(), other.number()) {
        (Some(one), Some(other)) => (one - other).abs() < 1e-9,
        _ => one == other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(year: i16, text: &str, release: Release) -> Published {
        Published { year, cell: Cell::parse(text).unwrap(), release }
    }

    #[test]
    fn the_latest_release_holds_and_revisions_stay_visible() {
        let points = merge([
            figure(2021, "53.5", Release::Year2025),
            figure(2020, "20.500000000000", Release::Year2022),
            figure(2021, "53.500000000000", Release::Year2022),
            figure(2022, "40", Release::Year2022),
            figure(2022, "x", Release::Year2025),
        ]);
        assert_eq!(points.iter().map(|point| point.held.year).collect::<Vec<_>>(), [2020, 2021, 2022]);
        assert_eq!(points[1].held.release, Release::Year2025);
        assert_eq!(points[1].revised_from, None);
        assert_eq!(points[2].held.cell, Cell::NotAvailable);
        assert_eq!(points[2].revised_from.map(|figure| figure.cell.to_string()), Some("40".to_owned()));
    }

    #[test]
    fn every_source_is_a_declared_column() {
        for headline in Headline::ALL {
            for (release, kind, measure) in headline.sources() {
                let spec = release.file(*kind).unwrap_or_else(|| panic!("{kind:?} is not in {release}"));
                assert!(spec.measure(measure).is_some(), "{measure}");
                assert_eq!(spec.basis, headline.basis(), "{headline:?} {release}");
            }
        }
    }
}
