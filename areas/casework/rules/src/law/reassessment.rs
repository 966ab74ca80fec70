//! Assessing again while there is a plan.

use super::Moment::{
    AmendedPlanIssued, FinalPlanIssued, ReassessmentAgreed, ReassessmentRefused, ReassessmentRequested,
};
use super::moment::PLAN_OVER;
use super::{Area, Counting, ExceptionList, Limit, Rule, RuleId, Verification, Who, moments};

pub(super) const RULES: &[Rule] = &[
    Rule::new(RuleId::Rea01, Area::Reassessment, Who::Authority, "Decision to assess again")
        .trigger("the family, the setting or the care board asks for a new assessment")
        .duty("notify whether it will assess again", "tell you if there will be a new assessment")
        .limit(Limit::CalendarDays(15), Counting::ExcludeStart)
        .cite("CFA 2014 s.44(2); SI 2014/1530 reg 25(1)", Verification::ToConfirm)
        .note("It need not assess again within 6 months of the last assessment (reg 24). A refusal can be appealed.")
        .runs(moments(&[ReassessmentRequested]), moments(&[ReassessmentAgreed, ReassessmentRefused]))
        .ended_by(PLAN_OVER),
    Rule::new(RuleId::Rea02, Area::Reassessment, Who::Authority, "Plan after a new assessment")
        .trigger("a new assessment is agreed, or begun of the authority's own motion (s.44(3))")
        .duty("send the final plan after the new assessment", "send you the new plan")
        .limit(Limit::Weeks(14), Counting::ExcludeStart)
        .cite("SI 2014/1530 reg 27(2)", Verification::Statute)
        .exceptions(ExceptionList::Authority)
        .runs(moments(&[ReassessmentAgreed]), moments(&[FinalPlanIssued, AmendedPlanIssued]))
        .ended_by(PLAN_OVER),
];
