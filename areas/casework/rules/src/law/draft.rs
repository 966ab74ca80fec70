//! The draft plan and the time to answer it.

use super::Moment::{
    AssessmentAgreed, AssessmentRefused, DraftServed, FinalPlanIssued, NoPlanNotified, PlanAgreed,
    RepresentationsReceived,
};
use super::moment::REQUEST_OVER;
use super::{Area, Counting, Kind, Limit, Rule, RuleId, Verification, Who, moments, request};

pub(super) const RULES: &[Rule] = &[
    Rule::new(RuleId::Drf01, Area::Draft, Who::Authority, "Draft plan")
        .trigger("the authority decides that a plan is necessary")
        .duty(
            "send the draft plan, section I blank, with all the advice and notice of the rights to answer it",
            "send you a first version of the plan to read",
        )
        .limit(Limit::NoLimit { planned: Some((14, 16)) }, Counting::ExcludeStart)
        .cite("CFA 2014 s.38(1)–(5); SI 2014/1530 reg 13; Code 9.77", Verification::StatuteAndSecondary)
        .note("The law sets no day for the draft: it must come in time for the 20 weeks. Week 14 is planned, week 16 is the most.")
        .only_if("if the decision after the assessment is that a plan is necessary")
        .runs(request::STARTS, moments(&[DraftServed]))
        .ended_by(REQUEST_OVER)
        .displaced_by(moments(&[AssessmentRefused, NoPlanNotified, FinalPlanIssued]))
        .revived_by(moments(&[AssessmentAgreed, PlanAgreed])),
    Rule::new(RuleId::Drf02, Area::Draft, Who::Authority, "Time to answer the draft")
        .trigger("the draft plan is served")
        .duty(
            "give at least 15 days for representations, a request for a setting and a meeting",
            "give you time to say what you think of the plan",
        )
        .limit(Limit::CalendarDays(15), Counting::IncludeStart)
        .cite("SI 2014/1530 reg 13(1)(a); CFA 2014 s.38(2)", Verification::Statute)
        .kind(Kind::LeastTime)
        .note("“Beginning with the day on which the draft plan was served”: that day counts. Once the family has answered, the final plan may follow.")
        .runs(moments(&[DraftServed]), moments(&[FinalPlanIssued]))
        .displaced_by(moments(&[RepresentationsReceived]))
        .ended_by(REQUEST_OVER),
];
