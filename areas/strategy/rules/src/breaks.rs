//! Where a series stops being comparable, and why: facts with a date, a reason and a source.

use crate::authorities;
use crate::period::Basis;
use serde::Serialize;

/// What a series is about, for the purpose of its breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// Plans in force in January.
    Plans,
    /// Plans made in the year.
    NewPlans,
    /// Requests for an assessment, and what was decided.
    Requests,
    /// Assessments, and what was decided.
    Assessments,
    /// Plans issued within 20 weeks.
    Timeliness,
    /// Plans that ended.
    Ceased,
    /// Personal budgets.
    PersonalBudgets,
    /// Where children with plans are placed.
    Placements,
    /// Their primary need.
    Needs,
    /// Appeals to the tribunal.
    Appeals,
}

impl Subject {
    /// Whether it is counted in January or over the year.
    #[must_use]
    pub const fn basis(self) -> Basis {
        match self {
            Self::Plans | Self::PersonalBudgets | Self::Placements | Self::Needs => Basis::January,
            _ => Basis::Year,
        }
    }
}

/// How much a break matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Weight {
    /// Before and after must not be compared.
    Break,
    /// The figure of this period needs to be read with care.
    Caution,
}

/// A break in a series, or a reason for care.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct SeriesBreak {
    /// The series it is about.
    pub subjects: &'static [Subject],
    /// The first year it touches: of the January, or the calendar year.
    pub year: i16,
    /// The code of the one authority it is about; `None` for all.
    pub place: Option<&'static str>,
    /// How much it matters.
    pub weight: Weight,
    /// What changed, in a sentence.
    pub says: &'static str,
    /// Where that is said.
    pub source: &'static str,
}

const GUIDANCE_2025: &str =
    "Department for Education, Education, health and care plans, reporting year 2025, data guidance";
const GUIDANCE_2022: &str =
    "Department for Education, Education, health and care plans, reporting year 2022, data guidance";
const TRIBUNAL_NOTES: &str =
    "Ministry of Justice and Department for Education, SEND appeal rate table 2014 to 2024, notes";
const FROM_FIGURES: &str = "seen in the figures of the 2025 release";

use Subject::{
    Appeals, Assessments, Ceased, Needs, NewPlans, PersonalBudgets, Placements, Plans, Requests, Timeliness,
};
use Weight::{Break, Caution};

const fn all(
    subjects: &'static [Subject],
    year: i16,
    weight: Weight,
    says: &'static str,
    source: &'static str,
) -> SeriesBreak {
    SeriesBreak { subjects, year, place: None, weight, says, source }
}

const fn one(
    place: &'static str,
    subjects: &'static [Subject],
    year: i16,
    weight: Weight,
    says: &'static str,
    source: &'static str,
) -> SeriesBreak {
    SeriesBreak { subjects, year, place: Some(place), weight, says, source }
}

/// Every known break, apart from changes of boundaries (those are in [`authorities::BOUNDARY_CHANGES`]).
pub const KNOWN: &[SeriesBreak] = &[
    all(
        &[Plans, Placements, PersonalBudgets],
        2023,
        Break,
        "From the return of January 2023 authorities send one record for each person; before that they sent totals.",
        GUIDANCE_2025,
    ),
    all(
        &[NewPlans, Requests, Assessments, Timeliness, Ceased],
        2022,
        Break,
        "Figures from 2022 on come from the return with one record for each person; earlier ones come from totals that authorities sent.",
        GUIDANCE_2025,
    ),
    all(
        &[PersonalBudgets],
        2023,
        Break,
        "The definition of a personal budget was narrowed with the new return, so counts fell sharply.",
        FROM_FIGURES,
    ),
    all(
        &[Plans, NewPlans, Placements],
        2015,
        Caution,
        "Education, health and care plans replaced statements between September 2014 and March 2018; until then the figures hold both, and from 2015 they reach up to age 25.",
        GUIDANCE_2022,
    ),
    all(
        &[Timeliness, Assessments],
        2020,
        Caution,
        "For part of 2020 the time limits were relaxed by law because of coronavirus.",
        GUIDANCE_2022,
    ),
    all(
        &[Appeals],
        2022,
        Caution,
        "The decisions that could be appealed come from a new return from 2022 on, so rates are compared with care.",
        TRIBUNAL_NOTES,
    ),
    one(
        "E10000020",
        &[NewPlans, Timeliness],
        2022,
        Caution,
        "Norfolk's figures for 2022 suffered from the move to the new return: 466 new plans were reported, and no timeliness was published.",
        FROM_FIGURES,
    ),
    one(
        "E09000012",
        &[Plans, Placements, Needs],
        2024,
        Caution,
        "Hackney sent only a total for January 2024, so its parts don't add up to it.",
        GUIDANCE_2025,
    ),
    one(
        "E06000031",
        &[Plans, Placements, Needs],
        2024,
        Caution,
        "Peterborough sent only a total for January 2024, so its parts don't add up to it.",
        GUIDANCE_2025,
    ),
    one(
        "E08000036",
        &[NewPlans],
        2022,
        Caution,
        "Wakefield sent only a total of new plans for 2022, so its parts don't add up to it.",
        GUIDANCE_2025,
    ),
    one(
        "E06000059",
        &[Timeliness],
        2024,
        Caution,
        "Dorset classed all new plans of 2024 as having a permitted exception to the 20 weeks.",
        GUIDANCE_2025,
    ),
    one("E06000059", &[Timeliness], 2021, Caution, "Dorset's figures for 2021 include exceptions.", GUIDANCE_2022),
    one(
        "E09000001",
        &[Timeliness],
        2024,
        Caution,
        "The City of London classed all new plans of 2024 as having a permitted exception to the 20 weeks.",
        GUIDANCE_2025,
    ),
    one(
        "E10000003",
        &[Placements],
        2025,
        Caution,
        "Cambridgeshire could not return the placement of many plans for January 2025; they are shown as not recorded.",
        GUIDANCE_2025,
    ),
    one(
        "E06000012",
        &[Placements],
        2025,
        Caution,
        "North East Lincolnshire could not return the placement of many plans for January 2025; they are shown as not recorded.",
        GUIDANCE_2025,
    ),
    one(
        "E10000030",
        &[Needs],
        2025,
        Caution,
        "Surrey amended its figures on primary need after the collection; totals hold the amendment, characteristics may not.",
        GUIDANCE_2025,
    ),
    one(
        "E06000035",
        &[Assessments],
        2021,
        Caution,
        "Medway told the Department that its decisions not to issue a plan in 2021 were reported wrongly.",
        GUIDANCE_2022,
    ),
    one(
        "E08000013",
        &[Requests],
        2021,
        Caution,
        "St. Helens told the Department that one refusal had been reported as none.",
        GUIDANCE_2022,
    ),
];

/// The breaks and cautions that touch a series of a place, the earliest first: those of all places, and its own.
pub fn of(subject: Subject, place: &str) -> Vec<&'static SeriesBreak> {
    let mut breaks: Vec<_> = KNOWN
        .iter()
        .filter(|known| known.subjects.contains(&subject) && known.place.is_none_or(|code| code == place))
        .collect();
    breaks.sort_by_key(|known| known.year);
    breaks
}

/// The first year of figures on the new boundaries, for each change that a place was part of.
pub fn boundary_breaks(subject: Subject, place: &str) -> Vec<(i16, &'static str)> {
    authorities::boundary_changes(place)
        .map(|change| {
            let year = change.on.year();
            // A January count is taken before a change in April; a year's figures are published for the new areas.
            (if subject.basis() == Basis::January { year + 1 } else { year }, change.says)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_new_return_breaks_stocks_in_2023_and_flows_in_2022() {
        assert!(of(Plans, "E92000001").iter().any(|b| b.year == 2023 && b.weight == Break));
        assert!(of(Timeliness, "E92000001").iter().any(|b| b.year == 2022 && b.weight == Break));
        assert!(of(Timeliness, "E10000020").iter().any(|b| b.says.contains("Norfolk")));
        assert!(!of(Timeliness, "E10000029").iter().any(|b| b.says.contains("Norfolk")));
    }

    #[test]
    fn each_place_named_is_the_place_meant() {
        for known in KNOWN {
            if let Some(authority) = known.place.and_then(authorities::by_code) {
                let name = authority.name();
                assert!(known.says.contains(name), "{name}: {}", known.says);
            } else {
                assert!(known.place.is_none(), "{:?}", known.place);
            }
        }
    }

    #[test]
    fn a_split_is_a_break() {
        assert_eq!(boundary_breaks(Timeliness, "E06000063").first().map(|b| b.0), Some(2023));
        assert_eq!(boundary_breaks(Plans, "E06000063").first().map(|b| b.0), Some(2024));
        assert!(boundary_breaks(Plans, "E10000020").is_empty());
    }
}
