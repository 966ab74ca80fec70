//! The law's and the national return's own categories: advice, exceptions, placements, needs, outcomes, reasons.

use serde::{Deserialize, Serialize};

/// Whose advice regulation 6(1) asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AdviceSource {
    /// The parent or young person (6(1)(a)).
    Family,
    /// The head or principal of the school or post-16 institution (6(1)(b)).
    Setting,
    /// The early years provider, where the child goes to no school (6(1)(b)).
    EarlyYears,
    /// A qualified teacher of deaf, visually impaired or multi-sensory impaired children (6(2)).
    SensoryTeacher,
    /// The health professional that the integrated care board identifies (6(1)(c)).
    Health,
    /// An educational psychologist (6(1)(d)).
    EducationalPsychologist,
    /// Social care (6(1)(e)).
    SocialCare,
    /// Preparing for adulthood, in or beyond Year 9 (6(1)(g)).
    PreparingForAdulthood,
    /// Anybody else, among them those the family reasonably asks for (6(1)(f), (h)).
    Other,
}

/// Why a time limit could not be kept. The law allows only some of them, and for some limits only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// Advice was asked of a head or principal around a closure of four weeks or more.
    SchoolClosed,
    /// Advice was asked of an early years setting around a closure of four weeks or more.
    EarlyYearsClosed,
    /// Exceptional personal circumstances affected the child, parent or young person.
    PersonalCircumstances,
    /// The child, parent or young person was away from the area for long enough.
    AwayFromArea,
    /// The child or young person did not keep an appointment (the adviser's own limit only).
    MissedAppointment,
    /// The authority waits for representations that the tribunal's order agreed (orders only).
    AwaitingRepresentations,
    /// Too few staff. Never an exception: R (W) v Hertfordshire CC [2023] EWHC 3138 (Admin).
    NotEnoughStaff,
    /// Advice came late. Never an exception.
    LateAdvice,
    /// Waiting for a panel. Never an exception.
    WaitingForPanel,
}

/// One of the two questions in s.36(8), answered.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Limb {
    /// Whether the answer is yes.
    pub met: bool,
    /// Why, in plain words.
    pub why: String,
}

impl Limb {
    /// Yes, and why.
    pub fn yes(why: impl Into<String>) -> Self {
        Self { met: true, why: why.into() }
    }

    /// No, and why.
    pub fn no(why: impl Into<String>) -> Self {
        Self { met: false, why: why.into() }
    }
}

/// The test for an assessment (s.36(8)): the authority must assess when it is of the opinion that both are so.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct AssessmentTest {
    /// The child or young person has or may have special educational needs (s.36(8)(a)).
    pub needs: Limb,
    /// It may be necessary for provision to be made in accordance with a plan (s.36(8)(b)).
    pub plan: Limb,
}

/// What an annual review decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReviewOutcome {
    /// The plan goes on as it is.
    Maintain,
    /// The plan will be changed.
    Amend,
    /// The plan will end.
    Cease,
}

/// Why a plan ended, as the national SEN2 return asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CeaseReason {
    /// Reached the greatest age (return code 1).
    MaximumAge,
    /// Needs are met without a plan (2).
    NeedsMet,
    /// Went to higher education (3).
    HigherEducation,
    /// In paid work that is not an apprenticeship (4).
    PaidEmployment,
    /// Moved to another authority in England (5).
    MovedAuthority,
    /// No longer wishes to take part in education or training (6).
    NoLongerInEducation,
    /// Moved out of England (7).
    MovedOutsideEngland,
    /// Died (8).
    Died,
    /// Another reason (9).
    Other,
}

impl CeaseReason {
    /// The code in the SEN2 return.
    #[must_use]
    pub const fn return_code(self) -> u8 {
        match self {
            Self::MaximumAge => 1,
            Self::NeedsMet => 2,
            Self::HigherEducation => 3,
            Self::PaidEmployment => 4,
            Self::MovedAuthority => 5,
            Self::NoLongerInEducation => 6,
            Self::MovedOutsideEngland => 7,
            Self::Died => 8,
            Self::Other => 9,
        }
    }

    /// Whether ending for this reason is a decision that the law makes the authority consult on and that the
    /// family can appeal.
    #[must_use]
    pub const fn is_decision(self) -> bool {
        matches!(
            self,
            Self::MaximumAge
                | Self::NeedsMet
                | Self::HigherEducation
                | Self::PaidEmployment
                | Self::NoLongerInEducation
                | Self::Other
        )
    }
}

/// The kind of place a plan names, in the categories that national statistics use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Placement {
    /// A state-funded mainstream school.
    Mainstream,
    /// Resourced provision in a mainstream school.
    ResourcedProvision,
    /// A special educational needs unit in a mainstream school.
    SenUnit,
    /// An independent mainstream school.
    IndependentMainstream,
    /// A state-funded special school (maintained, academy or free).
    StateSpecial,
    /// A non-maintained special school.
    NonMaintainedSpecial,
    /// An independent special school.
    IndependentSpecial,
    /// Alternative provision or a pupil referral unit.
    AlternativeProvision,
    /// An early years setting that is not a school.
    EarlyYears,
    /// A general further education or tertiary college, or sixth-form college.
    FurtherEducation,
    /// A specialist post-16 institution.
    SpecialistPost16,
    /// A training provider.
    TrainingProvider,
    /// Elective home education.
    HomeEducation,
    /// Arrangements by the authority other than at a school (s.61).
    AuthorityArrangements,
    /// Arrangements by the parents other than home education (s.42(5)).
    ParentArrangements,
    /// An online provider.
    Online,
    /// Another setting, or a type named but no setting.
    Other,
    /// Not in education, employment or training.
    NotInEducation,
    /// Waiting for a place, or not known.
    Unknown,
}

/// A type of need, in the codes of the school census and the SEN2 return.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Need {
    /// Specific learning difficulty.
    Spld,
    /// Moderate learning difficulty.
    Mld,
    /// Severe learning difficulty.
    Sld,
    /// Profound and multiple learning difficulty.
    Pmld,
    /// Social, emotional and mental health.
    Semh,
    /// Speech, language and communication needs.
    Slcn,
    /// Hearing impairment.
    Hi,
    /// Vision impairment.
    Vi,
    /// Multi-sensory impairment.
    Msi,
    /// Physical disability.
    Pd,
    /// Autistic spectrum disorder.
    Asd,
    /// Down syndrome.
    Ds,
    /// Another difficulty or disability.
    Oth,
}

/// What an appeal is about (s.51(2)).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AppealKind {
    /// Refusal to assess.
    RefusalToAssess,
    /// Refusal to issue a plan after assessment.
    RefusalToIssue,
    /// What the plan says (sections B, F or I).
    Contents,
    /// Refusal to assess again.
    RefusalToReassess,
    /// Refusal to amend after a review or re-assessment.
    RefusalToAmend,
    /// The decision to end the plan.
    Cease,
}

/// What a tribunal orders, or what an authority stops opposing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OrderKind {
    /// Assess, or assess again.
    Assess,
    /// Make and maintain a plan.
    MakePlan,
    /// Amend what the plan says of needs or provision.
    Amend,
    /// Amend the name or type of setting.
    NameSetting,
    /// Think again: the case is sent back.
    Remit,
    /// Go on maintaining the plan.
    Continue,
    /// Go on maintaining the plan, and amend it.
    ContinueAndAmend,
    /// The appeal against ending the plan is dismissed.
    CeaseDismissed,
    /// A health or social care recommendation that does not bind.
    Recommendation,
    /// Any other appeal dismissed: nothing further is due.
    Dismissed,
}

impl OrderKind {
    /// Every kind.
    pub const ALL: &[Self] = &[
        Self::Assess,
        Self::MakePlan,
        Self::Amend,
        Self::NameSetting,
        Self::Remit,
        Self::Continue,
        Self::ContinueAndAmend,
        Self::CeaseDismissed,
        Self::Recommendation,
        Self::Dismissed,
    ];
}

/// How an appeal ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AppealEnd {
    /// Heard, and decided by an order.
    Decided,
    /// The authority told the tribunal that it does not oppose (regulation 45).
    Unopposed,
    /// Conceded without telling the tribunal under regulation 45.
    Conceded,
    /// Withdrawn by the family.
    Withdrawn,
}
