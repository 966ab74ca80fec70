//! Plain words for what the record knows by a code.

use ::access::{ActionKind, BreakGlassReason};
use govuk::kit::long_date;
use record::{
    AddressSource, AgencyKind, ConsentAnswer, ConsentPurpose, DecisionKind, EvidenceKind, OrganisationKind, Period,
    ProtectionReason, RelationshipKind,
};

/// "since 3 July 2020", "3 July 2020 to 4 August 2021".
pub(crate) fn period(period: Period) -> String {
    match period.to {
        None => format!("Since {}", long_date(period.from)),
        Some(to) => format!("{} to {}", long_date(period.from), long_date(to)),
    }
}

/// What a young person's capacity is about, as the end of "Capacity to …".
pub(crate) const DECISIONS: &[(&str, DecisionKind, &str)] = &[
    ("request-assessment", DecisionKind::RequestAssessment, "ask for an assessment"),
    ("respond-to-draft", DecisionKind::RespondToDraft, "answer a draft plan and choose a school or college"),
    ("annual-review", DecisionKind::AnnualReview, "take part in a review"),
    ("appeal", DecisionKind::Appeal, "use mediation and appeal"),
    ("personal-budget", DecisionKind::PersonalBudget, "have a personal budget"),
    ("share-record", DecisionKind::ShareRecord, "say who may see their record"),
];

/// The words of a decision.
pub(crate) fn decision(kind: DecisionKind) -> &'static str {
    DECISIONS.iter().find(|(_, one, _)| *one == kind).map_or("", |(_, _, words)| words)
}

/// What consent is asked for, as the end of "Consent …".
pub(crate) const PURPOSES: &[(&str, ConsentPurpose, &str)] = &[
    ("parent-access", ConsentPurpose::ParentAccess, "that a parent sees the record"),
    ("supporter-access", ConsentPurpose::SupporterAccess, "that a supporter sees the record"),
    (
        "share-contact-details",
        ConsentPurpose::ShareContactDetails,
        "that their contact details are shown to another parent",
    ),
    ("disclose-plan", ConsentPurpose::DisclosePlan, "that the plan goes to another body, such as a university"),
    ("direct-payment", ConsentPurpose::DirectPayment, "that direct payments are made"),
    ("research", ConsentPurpose::Research, "that records are used for research"),
];

/// The words of a purpose.
pub(crate) fn purpose(purpose: ConsentPurpose) -> &'static str {
    PURPOSES.iter().find(|(_, one, _)| *one == purpose).map_or("", |(_, _, words)| words)
}

/// Yes or no.
pub(crate) fn answer(answer: ConsentAnswer) -> &'static str {
    match answer {
        ConsentAnswer::Given => "Given",
        ConsentAnswer::Withheld => "Not given",
    }
}

/// Who said where somebody lives. Imports have their own way in, so they are not offered.
pub(crate) const SOURCES: &[(&str, AddressSource, &str)] = &[
    ("told-to-officer", AddressSource::ToldToOfficer, "The person or a parent told an officer"),
    ("self-reported", AddressSource::SelfReported, "The person or a parent typed it in, signed in"),
    ("setting", AddressSource::Setting, "A school or college’s record"),
    ("social-care", AddressSource::SocialCare, "Social care"),
    ("health", AddressSource::Health, "Health"),
    ("council", AddressSource::Council, "The council’s admissions or council tax record"),
];

/// The words of a source.
pub(crate) fn source(source: AddressSource) -> &'static str {
    SOURCES.iter().find(|(_, one, _)| *one == source).map_or("An imported file", |(_, _, words)| words)
}

/// Why an address is kept secret.
pub(crate) const REASONS: &[(&str, ProtectionReason, &str)] = &[
    ("domestic-abuse", ProtectionReason::DomesticAbuse, "Domestic abuse"),
    ("court-order", ProtectionReason::CourtOrder, "A court has said so"),
    ("adoption", ProtectionReason::Adoption, "Adoption"),
    (
        "foster-placement",
        ProtectionReason::FosterPlacement,
        "The home of a foster carer, or a placement that is not disclosed",
    ),
    ("other-risk", ProtectionReason::OtherRisk, "Another risk of harm"),
];

/// The words of a reason.
pub(crate) fn reason(reason: ProtectionReason) -> &'static str {
    REASONS.iter().find(|(_, one, _)| *one == reason).map_or("", |(_, _, words)| words)
}

/// How a link is proved. What was carried over from another system proves nothing, so it is not offered.
pub(crate) const EVIDENCE: &[(&str, EvidenceKind, &str)] = &[
    ("document-seen", EvidenceKind::DocumentSeen, "I saw a birth certificate, court order or agreement"),
    ("social-care-record", EvidenceKind::SocialCareRecord, "Social care’s record says so"),
    ("senco-vouched", EvidenceKind::SencoVouched, "The SENCO knows the family and vouches for them"),
    (
        "posted-code",
        EvidenceKind::PostedCode,
        "They used the code that was posted to the address on the school’s record",
    ),
];

/// The words of a proof.
pub(crate) fn evidence(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::PostedCode => "a code posted to the address on the school’s record",
        EvidenceKind::SencoVouched => "the SENCO, who knows the family",
        EvidenceKind::DocumentSeen => "a document that was seen",
        EvidenceKind::SocialCareRecord => "social care’s record",
        EvidenceKind::CarriedOver => "an older system, so it still has to be proved",
    }
}

/// The kinds of link to an adult. A body as corporate parent is recorded with the care order, not here.
pub(crate) const LINKS: &[(&str, RelationshipKind)] = &[
    ("parent-with-responsibility", RelationshipKind::ParentWithResponsibility),
    ("parent-without-responsibility", RelationshipKind::ParentWithoutResponsibility),
    ("carer", RelationshipKind::Carer),
    ("foster-carer", RelationshipKind::FosterCarer),
    ("guardian", RelationshipKind::Guardian),
    ("supporter", RelationshipKind::Supporter),
    ("representative", RelationshipKind::Representative),
];

/// Why a record is opened in an emergency, by the value of the form.
pub(crate) const EMERGENCIES: &[(&str, BreakGlassReason)] = &[
    ("safeguarding", BreakGlassReason::Safeguarding),
    ("court-deadline", BreakGlassReason::CourtDeadline),
    ("family-present", BreakGlassReason::FamilyPresent),
    ("cover", BreakGlassReason::CoverForColleague),
    ("other", BreakGlassReason::Other),
];

/// What somebody did with a record, for the family. Classes of fields are left out: they could give away that something
/// is hidden.
pub(crate) fn looked(action: &str) -> &'static str {
    match ActionKind::ALL.iter().copied().find(|kind| kind.code() == action) {
        Some(ActionKind::ReadCase | ActionKind::ReadCaseContext) => "Read the case",
        Some(ActionKind::ReadDraftPlan) => "Read the draft plan",
        Some(ActionKind::ReadTransportProfile) => "Read what a driver needs to know",
        Some(ActionKind::WriteToCase) => "Sent a message or document",
        Some(ActionKind::GiveAdvice) => "Gave advice",
        Some(ActionKind::AnswerConsultation) => "Answered about a place",
        Some(ActionKind::DecideAssessment) => "Worked on a decision",
        Some(ActionKind::AllocateCase) => "Gave the case to a worker",
        Some(ActionKind::RequestAssessment) => "Asked for an assessment",
        Some(ActionKind::EditPerson) => "Worked on the details",
        Some(ActionKind::ReadAddress) => "Read the address",
        Some(ActionKind::ReadContact) => "Read how to reach the family",
        Some(ActionKind::EditContact) => "Worked on how to reach the family",
        Some(ActionKind::ReadAudit) => "Looked at this list",
        Some(ActionKind::BreakGlass) => "Opened the record in an emergency",
        Some(ActionKind::SearchPeople) => "Saw the name in a search",
        Some(ActionKind::CreatePerson | ActionKind::ImportData) => "Entered the record",
        _ => "Read the details",
    }
}

/// What somebody did, for officers and auditors: in the policy's own words.
pub(crate) fn action(code: &str) -> String {
    let kind = ActionKind::ALL.iter().find(|kind| kind.code() == code);
    let words = kind.map_or(code, |kind| kind.words());
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The sort of an organisation, where its name could give away where somebody lives.
pub(crate) fn sort_of(kind: &OrganisationKind) -> &'static str {
    match kind {
        OrganisationKind::LocalAuthority { .. } => "A local authority",
        OrganisationKind::Setting(_) | OrganisationKind::Trust => "A nursery, school or college",
        OrganisationKind::Agency(agency) => match agency.kind {
            AgencyKind::IntegratedCareBoard | AgencyKind::HealthProvider => "Health",
            AgencyKind::SocialCare => "Social care",
            AgencyKind::EducationalPsychology => "Educational psychology",
            AgencyKind::Transport => "A transport operator",
            _ => "Another organisation",
        },
    }
}
