//! The moments the law counts from or to, and sets of them.

use std::fmt;

macro_rules! moment_names {
    ($($(#[$doc:meta])* $name:ident $words:literal,)*) => {
        /// A kind of moment that starts, meets, ends or displaces a rule.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum Moment {
            $(#[doc = $words] $name,)*
        }

        impl Moment {
            /// Every moment.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The moment in words: "the request was received".
            #[must_use]
            pub const fn words(self) -> &'static str {
                match self { $(Self::$name => $words,)* }
            }
        }
    };
}

moment_names! {
    RequestReceived "the request was received",
    BecameResponsible "the authority became responsible",
    RequestWithdrawn "the request was withdrawn",
    LeftArea "the child left the area or died",
    AssessmentAgreed "it was decided to assess",
    AssessmentRefused "it was decided not to assess",
    AssessDecisionNotified "the decision whether to assess was notified",
    AdviceRequested "advice was asked for",
    HeadAdviceRequested "advice was asked of the head",
    EarlyYearsAdviceRequested "advice was asked of the early years setting",
    AdviceReceived "advice was received",
    MissedAppointment "an appointment was missed",
    Absence "somebody was away from the area",
    PersonalCircumstances "exceptional personal circumstances",
    AwaitingRepresentations "representations that the order agreed were awaited",
    PlanAgreed "it was decided that a plan is necessary",
    PlanRefused "it was decided that no plan is necessary",
    NoPlanNotified "the decision to issue no plan was notified",
    DraftServed "the draft plan was served",
    RepresentationsReceived "representations were received",
    SettingRequested "a setting was asked for",
    SettingConsulted "a setting was consulted",
    SettingReplied "a setting replied",
    FinalPlanIssued "the final plan was sent",
    PlanMade "the plan was made",
    PreviousReview "the last review was completed",
    ReviewMeeting "the review meeting",
    ReviewHeld "a review was held",
    InvitationsSent "invitations to the review were sent",
    ReviewAdviceCirculated "advice for the review was circulated",
    ReviewReportSent "the report of the review was sent",
    ReviewMaintain "it was notified after review that the plan goes on",
    ReviewAmend "it was notified after review that the plan will change",
    ReviewCease "it was notified after review that the plan will end",
    AmendmentNoticeSent "the amendment notice was sent",
    AmendedPlanIssued "the amended plan was sent",
    AmendmentDropped "the decision not to amend was notified",
    ReviewListSent "the list of reviews was sent",
    TermStarts "the term starts",
    ReassessmentRequested "a new assessment was asked for",
    ReassessmentAgreed "a new assessment was agreed",
    ReassessmentRefused "a new assessment was refused",
    SchoolPhaseTransfer "the move to the next phase of school",
    PostSixteenTransfer "the move from school to a post-16 institution",
    BetweenPostSixteen "the move between post-16 institutions",
    MovedInAware "the old authority became aware of the move",
    PlanTransferred "the plan was transferred",
    NewAuthorityInformed "the new authority told the family",
    CareBoardChanged "the integrated care board changed",
    CareBoardTold "the new integrated care board was told",
    CeaseConsidered "ending the plan was considered",
    CeaseConsulted "the family and the setting were consulted on ending the plan",
    CeaseDecided "it was decided to end the plan",
    CeaseNotified "notice was sent that the plan will end",
    PlanCeased "the plan ended",
    AppealableNotice "a decision that can be appealed was notified",
    AdviserContacted "the mediation adviser was contacted",
    MediationDeclined "the adviser was told that mediation is not wanted",
    MediationWanted "the adviser was told that mediation is wanted",
    IssuesNotified "the care board was told the health issues",
    MediationDate "the mediation meeting",
    MediationDateTold "the parties were told the date and place",
    MediationEnded "the mediation ended",
    MediationCertificate "the mediation certificate was issued",
    AppealRegistered "an appeal was registered",
    AppealSent "the tribunal sent the appeal to the authority",
    AppealAnswered "the authority answered the appeal",
    AppealEnded "the appeal ended",
    OrderAssess "the tribunal ordered an assessment",
    OrderMakePlan "the tribunal ordered a plan",
    OrderAmend "the tribunal ordered needs or provision to be amended",
    OrderNameSetting "the tribunal ordered the setting to be amended",
    OrderRemit "the tribunal sent the case back",
    OrderContinue "the tribunal ordered the plan to go on",
    OrderContinueAndAmend "the tribunal ordered the plan to go on and be amended",
    OrderCeaseDismissed "the tribunal dismissed the appeal against ending the plan",
    OrderRecommendation "the tribunal made a health or social care recommendation",
    UnopposedAssess "the tribunal was told that an assessment is not opposed",
    UnopposedMakePlan "the tribunal was told that a plan is not opposed",
    UnopposedAmend "the tribunal was told that amending needs or provision is not opposed",
    UnopposedNameSetting "the tribunal was told that amending the setting is not opposed",
    UnopposedRemit "the tribunal was told that thinking again is not opposed",
    UnopposedContinue "the tribunal was told that going on with the plan is not opposed",
    AgreedAssess "mediation agreed an assessment",
    AgreedMakePlan "mediation agreed a plan",
    AgreedAmend "mediation agreed to amend needs or provision",
    AgreedNameSetting "mediation agreed to amend the setting",
    AgreedContinue "mediation agreed that the plan goes on",
    RecommendationAnswered "the recommendation was answered",
    BudgetRequested "a personal budget was asked for",
    BudgetPrepared "a personal budget was prepared",
    DirectPaymentStarted "the first direct payment was made",
    DirectPaymentReviewed "the direct payment was reviewed",
    PlanCopyRequested "a copy of the plan was asked for",
    PlanCopySent "the copy of the plan was sent",
    PlanShareAsked "the plan was asked for by somebody else",
    Born "the child was born",
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words())
    }
}

/// A set of moments, as one number.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct MomentSet(u128);

/// The set of these moments.
#[must_use]
pub const fn moments(list: &[Moment]) -> MomentSet {
    let mut bits = 0;
    let mut index = 0;
    while index < list.len() {
        bits |= 1 << (list[index] as u8);
        index += 1;
    }
    MomentSet(bits)
}

impl MomentSet {
    /// No moment.
    pub const EMPTY: Self = Self(0);

    /// Whether the moment is in the set.
    #[must_use]
    pub const fn has(self, moment: Moment) -> bool {
        self.0 & (1 << (moment as u8)) != 0
    }

    /// Whether the two sets share a moment.
    #[must_use]
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Both sets together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Each moment in the set.
    pub fn iter(self) -> impl Iterator<Item = Moment> {
        Moment::ALL.iter().copied().filter(move |moment| self.has(*moment))
    }
}

impl fmt::Debug for MomentSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.iter()).finish()
    }
}

/// Moments after which nothing more is due on a request.
pub(super) const REQUEST_OVER: MomentSet = moments(&[Moment::RequestWithdrawn, Moment::LeftArea]);

/// Moments after which nothing more is due on a plan.
pub(super) const PLAN_OVER: MomentSet = moments(&[Moment::PlanCeased, Moment::LeftArea]);

/// Moments that put the tribunal's limits in place of the original ones: an order, a notice under regulation 45,
/// or a mediation agreement. A concession without any of them does not: R (W) v Hertfordshire CC.
pub(super) const ORDERED: MomentSet = moments(&[
    Moment::OrderAssess,
    Moment::OrderMakePlan,
    Moment::OrderRemit,
    Moment::UnopposedAssess,
    Moment::UnopposedMakePlan,
    Moment::UnopposedRemit,
    Moment::AgreedAssess,
    Moment::AgreedMakePlan,
]);
