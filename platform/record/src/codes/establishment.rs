//! Kinds of school, college and provider, as Get Information about Schools (GIAS) codes them.

use super::code_set;

code_set! {
    /// `TypeOfEstablishment (code)` in GIAS.
    pub enum EstablishmentType for "type of establishment" {
        CommunitySchool = "01", "Community school";
        VoluntaryAided = "02", "Voluntary aided school";
        VoluntaryControlled = "03", "Voluntary controlled school";
        FoundationSchool = "05", "Foundation school";
        CityTechnologyCollege = "06", "City technology college";
        CommunitySpecial = "07", "Community special school";
        NonMaintainedSpecial = "08", "Non-maintained special school";
        IndependentSpecial = "10", "Other independent special school";
        Independent = "11", "Other independent school";
        FoundationSpecial = "12", "Foundation special school";
        PupilReferralUnit = "14", "Pupil referral unit";
        NurserySchool = "15", "Local authority nursery school";
        FurtherEducation = "18", "Further education";
        SecureUnit = "24", "Secure unit";
        OffshoreSchool = "25", "Offshore school";
        ServiceChildrens = "26", "Service children's education";
        Miscellaneous = "27", "Miscellaneous";
        AcademySponsorLed = "28", "Academy sponsor led";
        HigherEducation = "29", "Higher education institution";
        Welsh = "30", "Welsh establishment";
        SixthFormCentre = "31", "Sixth form centre";
        SpecialPost16 = "32", "Special post 16 institution";
        AcademySpecialSponsorLed = "33", "Academy special sponsor led";
        AcademyConverter = "34", "Academy converter";
        FreeSchool = "35", "Free school";
        FreeSchoolSpecial = "36", "Free school special";
        BritishOverseas = "37", "British school overseas";
        FreeSchoolAlternative = "38", "Free school alternative provision";
        FreeSchool16To19 = "39", "Free school 16 to 19";
        UniversityTechnicalCollege = "40", "University technical college";
        StudioSchool = "41", "Studio school";
        AcademyAlternativeConverter = "42", "Academy alternative provision converter";
        AcademyAlternativeSponsorLed = "43", "Academy alternative provision sponsor led";
        AcademySpecialConverter = "44", "Academy special converter";
        Academy16To19Converter = "45", "Academy 16 to 19 converter";
        Academy16To19SponsorLed = "46", "Academy 16 to 19 sponsor led";
        ChildrensCentre = "47", "Children's centre";
        ChildrensCentreLinkedSite = "48", "Children's centre linked site";
        OnlineProvider = "49", "Online provider";
        OtherGovernmentDepartment = "56", "Institution funded by other government department";
        AcademySecure = "57", "Academy secure 16 to 19";
    }
}

code_set! {
    /// `EstablishmentTypeGroup (code)` in GIAS.
    pub enum EstablishmentGroup for "group of establishments" {
        Colleges = "1", "Colleges";
        Universities = "2", "Universities";
        IndependentSchools = "3", "Independent schools";
        Maintained = "4", "Local authority maintained schools";
        SpecialSchools = "5", "Special schools";
        WelshSchools = "6", "Welsh schools";
        OtherTypes = "9", "Other types";
        Academies = "10", "Academies";
        FreeSchools = "11", "Free schools";
    }
}

code_set! {
    /// `EstablishmentStatus (code)` in GIAS.
    pub enum EstablishmentStatus for "status of establishment" {
        Open = "1", "Open";
        Closed = "2", "Closed";
        OpenButClosing = "3", "Open, but proposed to close";
        ProposedToOpen = "4", "Proposed to open";
    }
}

code_set! {
    /// `PhaseOfEducation (code)` in GIAS.
    pub enum Phase for "phase of education" {
        NotApplicable = "0", "Not applicable";
        Nursery = "1", "Nursery";
        Primary = "2", "Primary";
        MiddleDeemedPrimary = "3", "Middle deemed primary";
        Secondary = "4", "Secondary";
        MiddleDeemedSecondary = "5", "Middle deemed secondary";
        Sixteen = "6", "16 plus";
        AllThrough = "7", "All-through";
    }
}

code_set! {
    /// `TypeOfResourcedProvision` in GIAS: places for pupils with SEN inside a mainstream school.
    pub enum ResourcedKind for "type of resourced provision" {
        NotApplicable = "Not applicable", "Not applicable";
        ResourcedProvision = "Resourced provision", "Resourced provision";
        SenUnit = "SEN unit", "SEN unit";
        Both = "Resourced provision and SEN unit", "Resourced provision and SEN unit";
    }
}

impl EstablishmentType {
    /// Is it a special school, of whatever governance?
    #[must_use]
    pub const fn is_special(self) -> bool {
        matches!(
            self,
            Self::CommunitySpecial
                | Self::NonMaintainedSpecial
                | Self::IndependentSpecial
                | Self::FoundationSpecial
                | Self::SpecialPost16
                | Self::AcademySpecialSponsorLed
                | Self::FreeSchoolSpecial
                | Self::AcademySpecialConverter
        )
    }

    /// Is it alternative provision: a pupil referral unit, or an academy or free school of that kind?
    #[must_use]
    pub const fn is_alternative_provision(self) -> bool {
        matches!(
            self,
            Self::PupilReferralUnit
                | Self::FreeSchoolAlternative
                | Self::AcademyAlternativeConverter
                | Self::AcademyAlternativeSponsorLed
        )
    }

    /// The group that GIAS puts the type in.
    #[must_use]
    pub const fn group(self) -> EstablishmentGroup {
        match self {
            Self::CommunitySchool
            | Self::VoluntaryAided
            | Self::VoluntaryControlled
            | Self::FoundationSchool
            | Self::PupilReferralUnit
            | Self::NurserySchool => EstablishmentGroup::Maintained,
            Self::CommunitySpecial | Self::NonMaintainedSpecial | Self::FoundationSpecial => {
                EstablishmentGroup::SpecialSchools
            }
            Self::CityTechnologyCollege | Self::IndependentSpecial | Self::Independent => {
                EstablishmentGroup::IndependentSchools
            }
            Self::FurtherEducation | Self::SixthFormCentre | Self::SpecialPost16 => EstablishmentGroup::Colleges,
            Self::HigherEducation => EstablishmentGroup::Universities,
            Self::Welsh => EstablishmentGroup::WelshSchools,
            Self::AcademySponsorLed
            | Self::AcademySpecialSponsorLed
            | Self::AcademyConverter
            | Self::AcademyAlternativeConverter
            | Self::AcademyAlternativeSponsorLed
            | Self::AcademySpecialConverter
            | Self::Academy16To19Converter
            | Self::Academy16To19SponsorLed
            | Self::AcademySecure => EstablishmentGroup::Academies,
            Self::FreeSchool
            | Self::FreeSchoolSpecial
            | Self::FreeSchoolAlternative
            | Self::FreeSchool16To19
            | Self::UniversityTechnicalCollege
            | Self::StudioSchool => EstablishmentGroup::FreeSchools,
            Self::SecureUnit
            | Self::OffshoreSchool
            | Self::ServiceChildrens
            | Self::Miscellaneous
            | Self::BritishOverseas
            | Self::ChildrensCentre
            | Self::ChildrensCentreLinkedSite
            | Self::OnlineProvider
            | Self::OtherGovernmentDepartment => EstablishmentGroup::OtherTypes,
        }
    }
}
