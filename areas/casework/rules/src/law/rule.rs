//! What one rule is made of.

use super::{Counting, ExceptionList, Limit, MomentSet, RuleId};

/// The area of the law a rule belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "each variant is the area's own name")]
pub enum Area {
    Request,
    Advice,
    Assessment,
    Draft,
    Consult,
    Final,
    Reassessment,
    Review,
    Amend,
    PhaseTransfer,
    MoveAuthority,
    Cease,
    Mediation,
    Appeal,
    TribunalOrder,
    PersonalBudget,
    Disclosure,
    YoungPerson,
    Adulthood,
}

impl Area {
    /// The area in words.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Request => "Request",
            Self::Advice => "Advice",
            Self::Assessment => "Assessment",
            Self::Draft => "Draft plan",
            Self::Consult => "Consulting settings",
            Self::Final => "Final plan",
            Self::Reassessment => "Assessing again",
            Self::Review => "Review",
            Self::Amend => "Amending without a review",
            Self::PhaseTransfer => "Phase transfer",
            Self::MoveAuthority => "Moving to another authority",
            Self::Cease => "Ending a plan",
            Self::Mediation => "Mediation",
            Self::Appeal => "Appeal",
            Self::TribunalOrder => "Tribunal orders",
            Self::PersonalBudget => "Personal budgets",
            Self::Disclosure => "Sharing a plan",
            Self::YoungPerson => "Becoming a young person",
            Self::Adulthood => "Preparing for adulthood",
        }
    }

    /// The file of this crate that holds the area's rules.
    #[must_use]
    pub const fn file(self) -> &'static str {
        match self {
            Self::Request => "law/request.rs",
            Self::Advice => "law/advice.rs",
            Self::Assessment => "law/assessment.rs",
            Self::Draft => "law/draft.rs",
            Self::Consult => "law/consult.rs",
            Self::Final => "law/final_plan.rs",
            Self::Reassessment => "law/reassessment.rs",
            Self::Review => "law/review.rs",
            Self::Amend => "law/amend.rs",
            Self::PhaseTransfer => "law/phase_transfer.rs",
            Self::MoveAuthority => "law/move_authority.rs",
            Self::Cease => "law/cease.rs",
            Self::Mediation => "law/mediation.rs",
            Self::Appeal => "law/appeal.rs",
            Self::TribunalOrder => "law/tribunal_order.rs",
            Self::PersonalBudget => "law/personal_budget.rs",
            Self::Disclosure => "law/disclosure.rs",
            Self::YoungPerson => "law/young_person.rs",
            Self::Adulthood => "law/adulthood.rs",
        }
    }
}

/// Who the duty or the time belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Who {
    /// The local authority.
    Authority,
    /// The authority that the family moves away from.
    OldAuthority,
    /// The authority that the family moves to.
    NewAuthority,
    /// Whoever gives advice: health, social care, a school.
    AdviceGiver,
    /// A setting that is consulted.
    Setting,
    /// Whoever arranges a review: the school or the authority.
    Arranger,
    /// The head or principal, or the authority where it arranges the review.
    Head,
    /// The review meeting.
    ReviewMeeting,
    /// The family: the parent or young person.
    Family,
    /// The mediation adviser.
    MediationAdviser,
    /// The mediator.
    Mediator,
    /// The integrated care board, or the authority's social care.
    HealthOrCare,
    /// The old and the new integrated care board.
    CareBoard,
    /// Whoever holds the plan.
    Holder,
    /// This service.
    Service,
}

impl Who {
    /// In the words an officer or a school reads.
    #[must_use]
    pub const fn formal(self) -> &'static str {
        match self {
            Self::Authority => "the local authority",
            Self::OldAuthority => "the old local authority",
            Self::NewAuthority => "the new local authority",
            Self::AdviceGiver => "the advice giver",
            Self::Setting => "the setting",
            Self::Arranger => "whoever arranges the review",
            Self::Head => "the head or principal",
            Self::ReviewMeeting => "the review meeting",
            Self::Family => "the parent or young person",
            Self::MediationAdviser => "the mediation adviser",
            Self::Mediator => "the mediator",
            Self::HealthOrCare => "the integrated care board or social care",
            Self::CareBoard => "the integrated care board",
            Self::Holder => "whoever holds the plan",
            Self::Service => "this service",
        }
    }

    /// In the words a family reads.
    #[must_use]
    pub const fn plain(self) -> &'static str {
        match self {
            Self::Authority => "the council",
            Self::OldAuthority => "your old council",
            Self::NewAuthority => "your new council",
            Self::AdviceGiver => "each expert we ask",
            Self::Setting => "the school or college",
            Self::Arranger => "the school or the council",
            Self::Head => "the head teacher",
            Self::ReviewMeeting => "the review meeting",
            Self::Family => "you",
            Self::MediationAdviser => "the mediation adviser",
            Self::Mediator => "the mediator",
            Self::HealthOrCare => "the health service or social care",
            Self::CareBoard => "the health service",
            Self::Holder => "anyone who has the plan",
            Self::Service => "this service",
        }
    }
}

/// What passing the date means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The duty must be done by then.
    LastDay,
    /// Time that must be given: nothing that ends it may happen before then.
    LeastTime,
    /// A date on which something changes by itself.
    Turning,
}

/// How far the rule has been checked against its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verification {
    /// The statute or official text was read.
    Statute,
    /// A reliable secondary source.
    Secondary,
    /// Known, but to be confirmed against the statute.
    ToConfirm,
    /// Partly statute, partly secondary.
    StatuteAndSecondary,
    /// Partly statute, partly to be confirmed.
    StatuteAndToConfirm,
}

impl Verification {
    /// The tag as the rules table writes it.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Statute => "V",
            Self::Secondary => "S",
            Self::ToConfirm => "R",
            Self::StatuteAndSecondary => "V/S",
            Self::StatuteAndToConfirm => "V/R",
        }
    }

    /// Whether the rule may be shown as settled law.
    #[must_use]
    pub const fn confirmed(self) -> bool {
        matches!(self, Self::Statute | Self::Secondary | Self::StatuteAndSecondary)
    }
}

/// One duty or limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Its id.
    pub id: RuleId,
    /// Its area.
    pub area: Area,
    /// Whose duty or time it is.
    pub who: Who,
    /// A short name: "6-week decision".
    pub label: &'static str,
    /// What starts it, in words.
    pub trigger: &'static str,
    /// What must be done: completes "… must".
    pub duty: &'static str,
    /// The same for a family.
    pub plain: &'static str,
    /// How long.
    pub limit: Limit,
    /// How the days are counted.
    pub counting: Counting,
    /// Where the law says so.
    pub citation: &'static str,
    /// Which exceptions there are.
    pub exceptions: ExceptionList,
    /// How far it has been checked.
    pub verification: Verification,
    /// What passing the date means.
    pub kind: Kind,
    /// It applies only if this turns out so.
    pub only_if: Option<&'static str>,
    /// What a reader ought to know beside it.
    pub note: Option<&'static str>,
    /// Moments that start it.
    pub started_by: MomentSet,
    /// Moments that meet it (or, for time that must be given, that cut it short).
    pub met_by: MomentSet,
    /// Moments after which nothing more is due, though what was late stays late.
    pub ended_by: MomentSet,
    /// Moments that show it does not apply.
    pub displaced_by: MomentSet,
    /// Moments that undo such a displacement.
    pub revived_by: MomentSet,
    /// Moments that put other rules in its place for good.
    pub replaced_by: MomentSet,
}

impl Rule {
    pub(super) const fn new(id: RuleId, area: Area, who: Who, label: &'static str) -> Self {
        Self {
            id,
            area,
            who,
            label,
            trigger: "",
            duty: "",
            plain: "",
            limit: Limit::NoLimit { planned: None },
            counting: Counting::None,
            citation: "",
            exceptions: ExceptionList::None,
            verification: Verification::ToConfirm,
            kind: Kind::LastDay,
            only_if: None,
            note: None,
            started_by: MomentSet::EMPTY,
            met_by: MomentSet::EMPTY,
            ended_by: MomentSet::EMPTY,
            displaced_by: MomentSet::EMPTY,
            revived_by: MomentSet::EMPTY,
            replaced_by: MomentSet::EMPTY,
        }
    }

    pub(super) const fn trigger(mut self, text: &'static str) -> Self {
        self.trigger = text;
        self
    }

    pub(super) const fn duty(mut self, formal: &'static str, plain: &'static str) -> Self {
        self.duty = formal;
        self.plain = plain;
        self
    }

    pub(super) const fn limit(mut self, limit: Limit, counting: Counting) -> Self {
        self.limit = limit;
        self.counting = counting;
        self
    }

    pub(super) const fn cite(mut self, citation: &'static str, verification: Verification) -> Self {
        self.citation = citation;
        self.verification = verification;
        self
    }

    pub(super) const fn exceptions(mut self, list: ExceptionList) -> Self {
        self.exceptions = list;
        self
    }

    pub(super) const fn kind(mut self, kind: Kind) -> Self {
        self.kind = kind;
        self
    }

    pub(super) const fn only_if(mut self, text: &'static str) -> Self {
        self.only_if = Some(text);
        self
    }

    pub(super) const fn note(mut self, text: &'static str) -> Self {
        self.note = Some(text);
        self
    }

    pub(super) const fn runs(mut self, started_by: MomentSet, met_by: MomentSet) -> Self {
        self.started_by = started_by;
        self.met_by = met_by;
        self
    }

    pub(super) const fn ended_by(mut self, moments: MomentSet) -> Self {
        self.ended_by = moments;
        self
    }

    pub(super) const fn displaced_by(mut self, moments: MomentSet) -> Self {
        self.displaced_by = moments;
        self
    }

    pub(super) const fn revived_by(mut self, moments: MomentSet) -> Self {
        self.revived_by = moments;
        self
    }

    pub(super) const fn replaced_by(mut self, moments: MomentSet) -> Self {
        self.replaced_by = moments;
        self
    }

    /// Whether the rule may be shown as settled law; if not, it reads "to be confirmed".
    #[must_use]
    pub const fn confirmed(&self) -> bool {
        self.verification.confirmed()
    }
}
