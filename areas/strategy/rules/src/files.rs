//! The files of each release: name, basis, how the breakdown is written, and the declared columns.

use crate::column::{Column, count, percent};
use crate::period::Basis;
use crate::release::Release;
use crate::{columns_2022 as old, columns_2025 as new};
use serde::{Deserialize, Serialize};

/// What a file is about, whatever it is called in a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// Plans in force in January.
    Caseload,
    /// Plans in force in January by age band (2022 release).
    CaseloadByAge,
    /// Plans in force in January by type of setting (2022 release).
    CaseloadBySetting,
    /// Plans made in the year.
    NewPlans,
    /// Plans made in the year by age band (2022 release).
    NewPlansByAge,
    /// Plans made in the year by type of setting (2022 release).
    NewPlansBySetting,
    /// Requests for an assessment.
    Requests,
    /// Assessments.
    Assessments,
    /// Plans issued within 20 weeks.
    Timeliness,
    /// Annual reviews.
    AnnualReviews,
    /// Plans that ended.
    CeasedPlans,
    /// Personal budgets.
    PersonalBudgets,
    /// Residential placements.
    Residential,
    /// Work-based placements.
    WorkBased,
    /// Plans in force by primary need.
    NeedsAllPlans,
    /// Plans made in the year by primary need.
    NeedsNewPlans,
    /// Designated medical, clinical and social care officers.
    DesignatedOfficers,
    /// Requests, assessments, 20 weeks, moves, mediation and budgets in one (2022 release).
    Process,
    /// Work-based and residential placements and designated officers in one (2022 release).
    WorkBasedResidentialOfficers,
    /// Appeals registered at the tribunal.
    TribunalAppeals,
}

/// How a file says which group of people a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Breakdown {
    /// `breakdown_topic` and `breakdown`; the total repeats the topic.
    TopicAndValue,
    /// One column of age bands.
    Age,
    /// `establishment_group` and `establishment_type`.
    Setting,
    /// No breakdown: every row is a total.
    None,
    /// The tribunal table, which has a shape of its own.
    Tribunal,
}

/// The declaration of one file of one release.
#[derive(Debug)]
pub struct FileSpec {
    /// The release.
    pub release: Release,
    /// What it is about.
    pub kind: FileKind,
    /// Its name, without folders.
    pub name: &'static str,
    /// Whether its figures are about a January or a year.
    pub basis: Basis,
    /// Its columns of figures.
    pub columns: &'static [Column],
    pub(crate) breakdown: Breakdown,
}

const fn spec(
    release: Release,
    kind: FileKind,
    name: &'static str,
    basis: Basis,
    breakdown: Breakdown,
    columns: &'static [Column],
) -> FileSpec {
    FileSpec { release, kind, name, basis, columns, breakdown }
}

use Basis::{January, Year};
use Breakdown::{Age, Setting, TopicAndValue};
use Release::{Year2022, Year2025};

const FILES_2025: &[FileSpec] = &[
    spec(Year2025, FileKind::Caseload, "caseload.csv", January, TopicAndValue, new::CASELOAD),
    spec(Year2025, FileKind::NewPlans, "newplans.csv", Year, TopicAndValue, new::NEWPLANS),
    spec(Year2025, FileKind::Requests, "requests.csv", Year, TopicAndValue, new::REQUESTS),
    spec(Year2025, FileKind::Assessments, "assessments.csv", Year, TopicAndValue, new::ASSESSMENTS),
    spec(Year2025, FileKind::Timeliness, "timeliness_20_week.csv", Year, TopicAndValue, new::TIMELINESS_20_WEEK),
    spec(Year2025, FileKind::AnnualReviews, "annual_reviews.csv", Year, TopicAndValue, new::ANNUAL_REVIEWS),
    spec(Year2025, FileKind::CeasedPlans, "ceased_plans.csv", Year, TopicAndValue, new::CEASED_PLANS),
    spec(Year2025, FileKind::PersonalBudgets, "personal_budgets.csv", January, TopicAndValue, new::PERSONAL_BUDGETS),
    spec(
        Year2025,
        FileKind::Residential,
        "residential_settings.csv",
        January,
        TopicAndValue,
        new::RESIDENTIAL_SETTINGS,
    ),
    spec(
        Year2025,
        FileKind::WorkBased,
        "work_based_placements.csv",
        January,
        TopicAndValue,
        new::WORK_BASED_PLACEMENTS,
    ),
    spec(
        Year2025,
        FileKind::NeedsAllPlans,
        "sen_needs_all_plans.csv",
        January,
        TopicAndValue,
        new::SEN_NEEDS_ALL_PLANS,
    ),
    spec(Year2025, FileKind::NeedsNewPlans, "sen_need_newplans.csv", Year, TopicAndValue, new::SEN_NEED_NEWPLANS),
    spec(Year2025, FileKind::DesignatedOfficers, "sen2_dmo_dco.csv", January, Breakdown::None, new::SEN2_DMO_DCO),
    spec(
        Year2025,
        FileKind::TribunalAppeals,
        "SEND Tribunals and appeal rate 2014-2024.csv",
        Year,
        Breakdown::Tribunal,
        TRIBUNAL_COLUMNS,
    ),
];

/// The columns of the tribunal table; the headers are those of its second header row without footnote numbers.
pub(crate) const TRIBUNAL_COLUMNS: &[Column] = &[
    count("Appeals registered", "appeals"),
    count("Total Appealable Decisions", "appealable_decisions"),
    percent("SEND Tribunal Appeal Rate", "appeal_rate_pc"),
    count("In development: Total Appealable Decisions", "appealable_decisions_in_development"),
    percent("In development: SEND Tribunal Appeal Rate", "appeal_rate_in_development_pc"),
];

const FILES_2022: &[FileSpec] = &[
    spec(Year2022, FileKind::CaseloadByAge, "sen2_age_caseload.csv", January, Age, old::SEN2_AGE_CASELOAD),
    spec(Year2022, FileKind::NewPlansByAge, "sen2_age_new_plans.csv", Year, Age, old::SEN2_AGE_NEW_PLANS),
    spec(Year2022, FileKind::CaseloadBySetting, "sen2_estab_caseload.csv", January, Setting, old::SEN2_ESTAB_CASELOAD),
    spec(Year2022, FileKind::NewPlansBySetting, "sen2_estab_new_plans.csv", Year, Setting, old::SEN2_ESTAB_NEW_PLANS),
    spec(Year2022, FileKind::Process, "sen2_mi.csv", Year, Breakdown::None, old::SEN2_MI),
    spec(
        Year2022,
        FileKind::WorkBasedResidentialOfficers,
        "sen2_wbp_residential_dmo.csv",
        January,
        Breakdown::None,
        old::SEN2_WBP_RESIDENTIAL_DMO,
    ),
];

impl FileSpec {
    pub(crate) fn of(release: Release) -> &'static [Self] {
        match release {
            Year2022 => FILES_2022,
            Year2025 => FILES_2025,
        }
    }

    /// The declared file of this name, in any release. Folders before the name make no difference.
    #[must_use]
    pub fn find_anywhere(path: &str) -> Option<(Release, &'static Self)> {
        Release::ALL.into_iter().find_map(|release| Self::find(release, path).map(|spec| (release, spec)))
    }

    /// The declared file of this name in one release.
    #[must_use]
    pub fn find(release: Release, path: &str) -> Option<&'static Self> {
        let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
        Self::of(release).iter().find(|spec| spec.name.eq_ignore_ascii_case(name) || spec.also(name))
    }

    /// The tribunal table is also passed round under a plainer name.
    fn also(&self, name: &str) -> bool {
        let lower = name.to_lowercase();
        self.kind == FileKind::TribunalAppeals && lower.starts_with("send_tribunal") && lower.ends_with(".csv")
    }

    /// The position of a measure among the columns.
    #[must_use]
    pub fn measure(&self, measure: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.measure == measure)
    }
}
