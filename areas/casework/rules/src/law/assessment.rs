//! The decision, after an assessment, that no plan is necessary.

use super::Moment::{AssessmentAgreed, AssessmentRefused, DraftServed, FinalPlanIssued, NoPlanNotified, PlanAgreed};
use super::moment::{ORDERED, REQUEST_OVER};
use super::{Area, Counting, ExceptionList, Limit, Rule, RuleId, Verification, Who, moments, request};

pub(super) const RULES: &[Rule] = &[Rule::new(RuleId::Asm01, Area::Assessment, Who::Authority, "16-week decision")
    .trigger("the request is received, or the authority becomes responsible under s.24")
    .duty(
        "notify the parent or young person, the care board and the setting, with reasons, that no plan will be issued",
        "tell you, with reasons, if there will be no plan",
    )
    .limit(Limit::Weeks(16), Counting::ExcludeStart)
    .cite("SI 2014/1530 reg 10(1)–(3); CFA 2014 s.36(9)", Verification::Statute)
    .exceptions(ExceptionList::Authority)
    .only_if("if the decision after the assessment is that no plan is necessary")
    .note("The notice carries the right of appeal and its limits, mediation, disagreement resolution and advice services.")
    .runs(request::STARTS, moments(&[NoPlanNotified]))
    .ended_by(REQUEST_OVER)
    .displaced_by(moments(&[AssessmentRefused, PlanAgreed, DraftServed, FinalPlanIssued]))
    .revived_by(moments(&[AssessmentAgreed]))
    .replaced_by(ORDERED)];
