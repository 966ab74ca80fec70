//! The final plan.

use super::Moment::{AssessmentAgreed, AssessmentRefused, DraftServed, FinalPlanIssued, NoPlanNotified, PlanAgreed};
use super::moment::{ORDERED, REQUEST_OVER};
use super::{Area, Counting, ExceptionList, Limit, Rule, RuleId, Verification, Who, moments, request};

pub(super) const RULES: &[Rule] = &[
    Rule::new(RuleId::Fin01, Area::Final, Who::Authority, "20-week final plan")
        .trigger("the request is received, or the authority becomes responsible under s.24")
        .duty(
            "send the final plan to the parent or young person, the setting it names and the care board",
            "send you the final plan",
        )
        .limit(Limit::Weeks(20), Counting::ExcludeStart)
        .cite("SI 2014/1530 reg 13(2)", Verification::Statute)
        .exceptions(ExceptionList::Authority)
        .only_if("if a plan is necessary")
        .note(
            "A hard-edged duty; lack of staff is no defence: R (W) v Hertfordshire CC [2023] EWHC 3138 (Admin). \
             The notice carries the right of appeal (s.51(2)(c)), its limits, mediation and advice services (reg 14(2)).",
        )
        .runs(request::STARTS, moments(&[FinalPlanIssued]))
        .ended_by(REQUEST_OVER)
        .displaced_by(moments(&[AssessmentRefused, NoPlanNotified]))
        .revived_by(moments(&[AssessmentAgreed, PlanAgreed, DraftServed, FinalPlanIssued]))
        .replaced_by(ORDERED),
    Rule::new(RuleId::Fin02, Area::Final, Who::Authority, "Final plan follows the draft")
        .trigger("anything in the final plan differs from the draft")
        .duty(
            "serve the draft again, with a new 15 days, unless the difference comes from representations, a \
             personal budget or the placement decision",
            "show you the plan again if it changes for a reason you did not ask for",
        )
        .limit(Limit::NoLimit { planned: None }, Counting::None)
        .cite("Code 9.125–9.126", Verification::Secondary)
        .note("Held by comparing the two versions: each difference must say which of the three it comes from.")
        .runs(moments(&[DraftServed]), moments(&[FinalPlanIssued]))
        .ended_by(REQUEST_OVER),
];
