//! Where a child with a plan is educated, cut exactly as the published caseload cuts it.

use super::{EstablishmentType, ResourcedKind, code_set};

code_set! {
    /// The totals above the kinds of placement.
    pub enum PlacementGroup for "group of placements" {
        Mainstream = "mainstream_total", "Mainstream schools";
        Special = "special_total", "Special schools";
        AlternativeProvision = "ap_pru_total", "Alternative provision and pupil referral units";
        FurtherEducation = "fe_total", "Further education";
        Elsewhere = "ed_elsewhere", "Educated elsewhere";
        EarlyYears = "nm_early_years", "Non-maintained early years";
        Unknown = "placement_unknown", "Placement not recorded";
    }
}

code_set! {
    /// A kind of placement. The code is the column of the DfE release "Education, health and care plans" (2025),
    /// file `caseload`, that counts it.
    pub enum PlacementKind for "kind of placement" {
        MainstreamMaintained = "mainstream_la_maintained", "Mainstream maintained school";
        MainstreamMaintainedResourced = "mainstream_la_maintained_resourced_provision", "Resourced provision in a maintained school";
        MainstreamMaintainedUnit = "mainstream_la_maintained_senunit", "SEN unit in a maintained school";
        MainstreamAcademy = "mainstream_academy", "Mainstream academy";
        MainstreamAcademyResourced = "mainstream_academy_resourced_provision", "Resourced provision in an academy";
        MainstreamAcademyUnit = "mainstream_academy_senunit", "SEN unit in an academy";
        MainstreamFree = "mainstream_free_school", "Mainstream free school";
        MainstreamFreeResourced = "mainstream_free_school_resourced_provision", "Resourced provision in a free school";
        MainstreamFreeUnit = "mainstream_free_school_senunit", "SEN unit in a free school";
        MainstreamIndependent = "mainstream_independent", "Mainstream independent school";
        SpecialMaintained = "special_la_maintained", "Maintained special school";
        SpecialAcademyFree = "special_academy_free", "Special academy or free school";
        SpecialIndependent = "special_independent", "Independent special school";
        SpecialNonMaintained = "special_non_maintained", "Non-maintained special school";
        AlternativeAcademy = "ap_pru_academy", "Alternative provision academy";
        AlternativeFree = "ap_pru_free_school", "Alternative provision free school";
        AlternativeMaintained = "ap_pru_la_maintained", "Pupil referral unit";
        GeneralFurtherEducation = "general_fe_tertiary_colleges", "General further education or tertiary college";
        SpecialistPost16 = "specialist_post_16_institutions", "Specialist post-16 institution";
        UkrlpProvider = "ukrlp_provider", "Registered learning provider";
        ElectiveHomeEducation = "elective_home_education", "Elective home education";
        OtherByAuthority = "other_arrangements_la", "Other arrangements by the local authority (section 61)";
        OtherByParents = "other_arrangements_parents", "Other arrangements by parents (section 42(5))";
        OnlineProvider = "online_provider", "Online provider";
        WelshSetting = "w_settings", "Setting in Wales";
        OtherSchools = "other_schools", "Other schools and establishments";
        OtherSettings = "other_placement_settings", "Other placement setting";
        Neet = "neet", "Not in education, employment or training";
        NeetNoticeToCease = "neet_ntci", "Not in education or training, notice to cease issued";
        NeetOther = "neet_other", "Not in education or training, other";
        NeetCompulsoryAge = "neet_other_csa", "Not in education or training, compulsory school age";
        EarlyYears = "nm_early_years", "Non-maintained early years provider";
        Unknown = "placement_unknown", "Placement not recorded";
    }
}

impl PlacementKind {
    /// The total that counts this kind.
    #[must_use]
    pub const fn group(self) -> PlacementGroup {
        match self {
            Self::MainstreamMaintained
            | Self::MainstreamMaintainedResourced
            | Self::MainstreamMaintainedUnit
            | Self::MainstreamAcademy
            | Self::MainstreamAcademyResourced
            | Self::MainstreamAcademyUnit
            | Self::MainstreamFree
            | Self::MainstreamFreeResourced
            | Self::MainstreamFreeUnit
            | Self::MainstreamIndependent => PlacementGroup::Mainstream,
            Self::SpecialMaintained
            | Self::SpecialAcademyFree
            | Self::SpecialIndependent
            | Self::SpecialNonMaintained => PlacementGroup::Special,
            Self::AlternativeAcademy | Self::AlternativeFree | Self::AlternativeMaintained => {
                PlacementGroup::AlternativeProvision
            }
            Self::GeneralFurtherEducation | Self::SpecialistPost16 | Self::UkrlpProvider => {
                PlacementGroup::FurtherEducation
            }
            Self::EarlyYears => PlacementGroup::EarlyYears,
            Self::Unknown => PlacementGroup::Unknown,
            _ => PlacementGroup::Elsewhere,
        }
    }

    /// The label in the `Type of placement` breakdown of the same release.
    #[must_use]
    pub const fn published_label(self) -> &'static str {
        match self {
            Self::MainstreamMaintained => "Mainstream - LA maintained",
            Self::MainstreamMaintainedResourced => "Mainstream - LA maintained (resourced provision)",
            Self::MainstreamMaintainedUnit => "Mainstream - LA maintained (SEN unit)",
            Self::MainstreamAcademy => "Mainstream - academy",
            Self::MainstreamAcademyResourced => "Mainstream - academy (resourced provision)",
            Self::MainstreamAcademyUnit => "Mainstream - academy (SEN unit)",
            Self::MainstreamFree => "Mainstream - free school",
            Self::MainstreamFreeResourced => "Mainstream - free school (resourced provision)",
            Self::MainstreamFreeUnit => "Mainstream - free school (SEN unit)",
            Self::MainstreamIndependent => "Mainstream - independent",
            Self::SpecialMaintained => "Special - LA maintained",
            Self::SpecialAcademyFree => "Special - Academy/free schools",
            Self::SpecialIndependent => "Special - independent",
            Self::SpecialNonMaintained => "Special - non-maintained",
            Self::AlternativeAcademy => "AP/PRU - academy",
            Self::AlternativeFree => "AP/PRU - free school",
            Self::AlternativeMaintained => "AP/PRU - LA maintained",
            Self::GeneralFurtherEducation => "FE - general FE and tertiary colleges",
            Self::SpecialistPost16 => "FE - specialist post-16 institutions",
            Self::UkrlpProvider => "FE - UKRLP provider",
            Self::ElectiveHomeEducation => "Educated elsewhere - elective home education",
            Self::OtherByAuthority => "Educated elsewhere - other arrangements by LA",
            Self::OtherByParents => "Educated elsewhere - other arrangements by parents",
            Self::OnlineProvider => "Educated elsewhere - online provider",
            Self::WelshSetting => "Educated elsewhere - Welsh establishment",
            Self::OtherSchools => "Educated elsewhere - other schools and establishments",
            Self::OtherSettings => "Educated elsewhere - other placement settings",
            Self::Neet => "Educated elsewhere - NEET",
            Self::NeetNoticeToCease => "Educated elsewhere - not in education or training (notice to cease issued)",
            Self::NeetOther => "Educated elsewhere - not in education or training (other)",
            Self::NeetCompulsoryAge => "Educated elsewhere - not in education or training (compulsory school age)",
            Self::EarlyYears => "Non-maintained early years",
            Self::Unknown => "Placement not recorded",
        }
    }

    /// The kind of a placement at a setting of this type, in the school itself or in its base or unit.
    #[must_use]
    pub const fn at(setting: EstablishmentType, base: ResourcedKind) -> Self {
        use EstablishmentType as T;
        let resourced = matches!(base, ResourcedKind::ResourcedProvision);
        let unit = matches!(base, ResourcedKind::SenUnit | ResourcedKind::Both);
        match setting {
            T::CommunitySchool
            | T::VoluntaryAided
            | T::VoluntaryControlled
            | T::FoundationSchool
            | T::NurserySchool => {
                if unit {
                    Self::MainstreamMaintainedUnit
                } else if resourced {
                    Self::MainstreamMaintainedResourced
                } else {
                    Self::MainstreamMaintained
                }
            }
            T::AcademySponsorLed
            | T::AcademyConverter
            | T::CityTechnologyCollege
            | T::Academy16To19Converter
            | T::Academy16To19SponsorLed
            | T::AcademySecure => {
                if unit {
                    Self::MainstreamAcademyUnit
                } else if resourced {
                    Self::MainstreamAcademyResourced
                } else {
                    Self::MainstreamAcademy
                }
            }
            T::FreeSchool | T::FreeSchool16To19 | T::UniversityTechnicalCollege | T::StudioSchool => {
                if unit {
                    Self::MainstreamFreeUnit
                } else if resourced {
                    Self::MainstreamFreeResourced
                } else {
                    Self::MainstreamFree
                }
            }
            T::Independent => Self::MainstreamIndependent,
            T::CommunitySpecial | T::FoundationSpecial => Self::SpecialMaintained,
            T::AcademySpecialSponsorLed | T::AcademySpecialConverter | T::FreeSchoolSpecial => Self::SpecialAcademyFree,
            T::IndependentSpecial => Self::SpecialIndependent,
            T::NonMaintainedSpecial => Self::SpecialNonMaintained,
            T::PupilReferralUnit => Self::AlternativeMaintained,
            T::AcademyAlternativeConverter | T::AcademyAlternativeSponsorLed => Self::AlternativeAcademy,
            T::FreeSchoolAlternative => Self::AlternativeFree,
            T::FurtherEducation | T::SixthFormCentre => Self::GeneralFurtherEducation,
            T::SpecialPost16 => Self::SpecialistPost16,
            T::OnlineProvider => Self::OnlineProvider,
            T::Welsh => Self::WelshSetting,
            T::ChildrensCentre | T::ChildrensCentreLinkedSite => Self::EarlyYears,
            T::SecureUnit
            | T::OffshoreSchool
            | T::ServiceChildrens
            | T::Miscellaneous
            | T::HigherEducation
            | T::BritishOverseas
            | T::OtherGovernmentDepartment => Self::OtherSchools,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_a_unit_is_not_a_place_in_the_school() {
        let school = EstablishmentType::AcademyConverter;
        assert_eq!(PlacementKind::at(school, ResourcedKind::NotApplicable), PlacementKind::MainstreamAcademy);
        assert_eq!(PlacementKind::at(school, ResourcedKind::SenUnit), PlacementKind::MainstreamAcademyUnit);
        assert_eq!(
            PlacementKind::at(school, ResourcedKind::ResourcedProvision),
            PlacementKind::MainstreamAcademyResourced
        );
    }

    #[test]
    fn every_kind_has_its_own_label() {
        let labels: std::collections::BTreeSet<_> =
            PlacementKind::ALL.iter().map(|kind| kind.published_label()).collect();
        assert_eq!(labels.len(), PlacementKind::ALL.len());
    }
}
