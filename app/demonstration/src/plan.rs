//! The kinds of place and need that plans are counted by.

use casework_rules::{CeaseReason, Need, Placement};
use record::PlacementKind;

use crate::published::plans::{NEEDS, PLACES};

/// A kind of place, as finely as the national statistics tell them apart. The order is that of the published tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    MainstreamMaintained,
    MaintainedUnit,
    MainstreamAcademy,
    AcademyUnit,
    MainstreamFree,
    MainstreamIndependent,
    SpecialMaintained,
    SpecialAcademy,
    SpecialIndependent,
    SpecialNonMaintained,
    ApAcademy,
    ApFree,
    GeneralFe,
    SpecialistPost16,
    TrainingProvider,
    HomeEducated,
    ByAuthority,
    ByParents,
    WelshSetting,
    OtherSchool,
    OtherSetting,
    Neet,
    NeetNoticeToCease,
    NeetOther,
    EarlyYears,
    Unknown,
}

impl Place {
    /// Every kind, in the order of the published columns.
    pub const ALL: [Self; PLACES] = [
        Self::MainstreamMaintained,
        Self::MaintainedUnit,
        Self::MainstreamAcademy,
        Self::AcademyUnit,
        Self::MainstreamFree,
        Self::MainstreamIndependent,
        Self::SpecialMaintained,
        Self::SpecialAcademy,
        Self::SpecialIndependent,
        Self::SpecialNonMaintained,
        Self::ApAcademy,
        Self::ApFree,
        Self::GeneralFe,
        Self::SpecialistPost16,
        Self::TrainingProvider,
        Self::HomeEducated,
        Self::ByAuthority,
        Self::ByParents,
        Self::WelshSetting,
        Self::OtherSchool,
        Self::OtherSetting,
        Self::Neet,
        Self::NeetNoticeToCease,
        Self::NeetOther,
        Self::EarlyYears,
        Self::Unknown,
    ];

    /// The kind in the shared record.
    #[must_use]
    pub const fn kind(self) -> PlacementKind {
        match self {
            Self::MainstreamMaintained => PlacementKind::MainstreamMaintained,
            Self::MaintainedUnit => PlacementKind::MainstreamMaintainedUnit,
            Self::MainstreamAcademy => PlacementKind::MainstreamAcademy,
            Self::AcademyUnit => PlacementKind::MainstreamAcademyUnit,
            Self::MainstreamFree => PlacementKind::MainstreamFree,
            Self::MainstreamIndependent => PlacementKind::MainstreamIndependent,
            Self::SpecialMaintained => PlacementKind::SpecialMaintained,
            Self::SpecialAcademy => PlacementKind::SpecialAcademyFree,
            Self::SpecialIndependent => PlacementKind::SpecialIndependent,
            Self::SpecialNonMaintained => PlacementKind::SpecialNonMaintained,
            Self::ApAcademy => PlacementKind::AlternativeAcademy,
            Self::ApFree => PlacementKind::AlternativeFree,
            Self::GeneralFe => PlacementKind::GeneralFurtherEducation,
            Self::SpecialistPost16 => PlacementKind::SpecialistPost16,
            Self::TrainingProvider => PlacementKind::UkrlpProvider,
            Self::HomeEducated => PlacementKind::ElectiveHomeEducation,
            Self::ByAuthority => PlacementKind::OtherByAuthority,
            Self::ByParents => PlacementKind::OtherByParents,
            Self::WelshSetting => PlacementKind::WelshSetting,
            Self::OtherSchool => PlacementKind::OtherSchools,
            Self::OtherSetting => PlacementKind::OtherSettings,
            Self::Neet => PlacementKind::Neet,
            Self::NeetNoticeToCease => PlacementKind::NeetNoticeToCease,
            Self::NeetOther => PlacementKind::NeetOther,
            Self::EarlyYears => PlacementKind::EarlyYears,
            Self::Unknown => PlacementKind::Unknown,
        }
    }

    /// The category that a plan's section I carries.
    #[must_use]
    pub const fn placement(self) -> Placement {
        match self {
            Self::MainstreamMaintained | Self::MainstreamAcademy | Self::MainstreamFree => Placement::Mainstream,
            Self::MaintainedUnit | Self::AcademyUnit => Placement::SenUnit,
            Self::MainstreamIndependent => Placement::IndependentMainstream,
            Self::SpecialMaintained | Self::SpecialAcademy => Placement::StateSpecial,
            Self::SpecialIndependent => Placement::IndependentSpecial,
            Self::SpecialNonMaintained => Placement::NonMaintainedSpecial,
            Self::ApAcademy | Self::ApFree => Placement::AlternativeProvision,
            Self::GeneralFe => Placement::FurtherEducation,
            Self::SpecialistPost16 => Placement::SpecialistPost16,
            Self::TrainingProvider => Placement::TrainingProvider,
            Self::HomeEducated => Placement::HomeEducation,
            Self::ByAuthority => Placement::AuthorityArrangements,
            Self::ByParents => Placement::ParentArrangements,
            Self::WelshSetting | Self::OtherSchool | Self::OtherSetting => Placement::Other,
            Self::Neet | Self::NeetNoticeToCease | Self::NeetOther => Placement::NotInEducation,
            Self::EarlyYears => Placement::EarlyYears,
            Self::Unknown => Placement::Unknown,
        }
    }

    /// Is it a special school?
    #[must_use]
    pub const fn is_special(self) -> bool {
        matches!(
            self,
            Self::SpecialMaintained | Self::SpecialAcademy | Self::SpecialIndependent | Self::SpecialNonMaintained
        )
    }

    /// Is it a mainstream school, units included?
    #[must_use]
    pub const fn is_mainstream(self) -> bool {
        (self as usize) <= Self::MainstreamIndependent as usize
    }

    /// Is there a setting with a roll of its own?
    #[must_use]
    pub const fn has_setting(self) -> bool {
        (self as usize) <= Self::TrainingProvider as usize || matches!(self, Self::EarlyYears)
    }

    /// Where it stands in the published columns.
    #[must_use]
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// The stretch of education somebody is in, by age on 31 August.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stretch {
    /// Before Reception.
    EarlyYears,
    /// Reception to Year 6.
    Primary,
    /// Years 7 to 11.
    Secondary,
    /// Years 12 to 14.
    Sixteen,
    /// After that.
    Nineteen,
}

impl Stretch {
    /// The stretch of somebody of this age on 31 August.
    #[must_use]
    pub const fn of(age: i16) -> Self {
        match age {
            ..=3 => Self::EarlyYears,
            4..=10 => Self::Primary,
            11..=15 => Self::Secondary,
            16..=18 => Self::Sixteen,
            _ => Self::Nineteen,
        }
    }
}

/// Primary needs in the order of the published columns. The one plan published without a need counts as "other".
pub const NEED: [Need; NEEDS] = [
    Need::Asd,
    Need::Hi,
    Need::Mld,
    Need::Msi,
    Need::Oth,
    Need::Pd,
    Need::Pmld,
    Need::Semh,
    Need::Slcn,
    Need::Sld,
    Need::Spld,
    Need::Vi,
    Need::Oth,
];

/// Reasons why a plan ends, in the order of the published columns.
pub const REASON: [CeaseReason; 9] = [
    CeaseReason::MaximumAge,
    CeaseReason::NeedsMet,
    CeaseReason::HigherEducation,
    CeaseReason::PaidEmployment,
    CeaseReason::MovedAuthority,
    CeaseReason::NoLongerInEducation,
    CeaseReason::MovedOutsideEngland,
    CeaseReason::Died,
    CeaseReason::Other,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_that_of_the_published_columns() {
        for (index, place) in Place::ALL.into_iter().enumerate() {
            assert_eq!(place.index(), index, "{}", place.kind().words());
        }
    }
}
