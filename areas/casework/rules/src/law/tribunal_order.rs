//! What an order of the tribunal requires, and by when. The same limits apply to an appeal no longer opposed
//! (APP-03) and to a mediation agreement (MED-07), counted from their own days.

use super::Moment::{
    AgreedAmend, AgreedAssess, AgreedContinue, AgreedMakePlan, AgreedNameSetting, AmendedPlanIssued,
    AmendmentNoticeSent, AssessDecisionNotified, AssessmentAgreed, DraftServed, FinalPlanIssued, NoPlanNotified,
    OrderAmend, OrderAssess, OrderCeaseDismissed, OrderContinue, OrderContinueAndAmend, OrderMakePlan,
    OrderNameSetting, OrderRecommendation, OrderRemit, PlanAgreed, PlanCeased, ReassessmentAgreed,
    RecommendationAnswered, UnopposedAmend, UnopposedAssess, UnopposedContinue, UnopposedMakePlan,
    UnopposedNameSetting, UnopposedRemit,
};
use super::{Area, Counting, ExceptionList, Limit, MomentSet, Rule, RuleId, Verification, Who, moments};

const ASSESS: MomentSet = moments(&[OrderAssess, UnopposedAssess, AgreedAssess]);
const MAKE_PLAN: MomentSet = moments(&[OrderMakePlan, UnopposedMakePlan, AgreedMakePlan]);

/// Every limit here has the tribunal list of exceptions and is counted from the day of the order.
const fn order(id: RuleId, label: &'static str, weeks: u32) -> Rule {
    Rule::new(id, Area::TribunalOrder, Who::Authority, label)
        .limit(Limit::Weeks(weeks), Counting::ExcludeStart)
        .exceptions(ExceptionList::Tribunal)
}

pub(super) const RULES: &[Rule] = &[
    order(RuleId::Tro01, "Say that it will assess", 2)
        .trigger("an order to assess, or to assess again")
        .duty("notify the parent or young person that it will assess", "tell you that the assessment will start")
        .cite("SI 2014/1530 reg 44(2)(b)", Verification::Secondary)
        .note("The tribunal's leaflet SEND18 counts from the day the order is sent out: both days are recorded.")
        .runs(ASSESS, moments(&[AssessDecisionNotified, AssessmentAgreed, ReassessmentAgreed])),
    order(RuleId::Tro02, "No plan after an ordered assessment", 10)
        .trigger("an order to assess, and no plan is then necessary")
        .duty("notify, with reasons, that no plan will be issued", "tell you, with reasons, if there will be no plan")
        .cite("SI 2014/1530 reg 44(2)(b)(i)", Verification::Secondary)
        .only_if("if the decision after the assessment is that no plan is necessary")
        .runs(ASSESS, moments(&[NoPlanNotified]))
        .displaced_by(moments(&[PlanAgreed, DraftServed, FinalPlanIssued])),
    order(RuleId::Tro03, "Plan after an ordered assessment", 14)
        .trigger("an order to assess, and a plan is then necessary")
        .duty("send the final plan", "send you the final plan")
        .cite("SI 2014/1530 reg 44(2)(b)(ii)", Verification::Secondary)
        .only_if("if a plan is necessary")
        .runs(ASSESS, moments(&[FinalPlanIssued, AmendedPlanIssued]))
        .displaced_by(moments(&[NoPlanNotified]))
        .revived_by(moments(&[PlanAgreed])),
    order(RuleId::Tro04, "Draft of an ordered plan", 5)
        .trigger("an order to make and maintain a plan")
        .duty("send the draft plan", "send you a first version of the plan")
        .cite("SI 2014/1530 reg 44(2)(c)(i)", Verification::Secondary)
        .note("Leaflet SEND18 says only “within 5 weeks”; the regulation gives 5 for the draft and 11 for the final plan.")
        .runs(MAKE_PLAN, moments(&[DraftServed])),
    order(RuleId::Tro05, "Final of an ordered plan", 11)
        .trigger("an order to make and maintain a plan")
        .duty("send the final plan", "send you the final plan")
        .cite("SI 2014/1530 reg 44(2)(c)(ii)", Verification::Secondary)
        .runs(MAKE_PLAN, moments(&[FinalPlanIssued])),
    order(RuleId::Tro06, "Case sent back", 2)
        .trigger("an order that sends the case back")
        .duty("send the draft plan or notify its decision", "send you a draft plan or its decision")
        .cite("SI 2014/1530 reg 44(2)(d)", Verification::ToConfirm)
        .runs(
            moments(&[OrderRemit, UnopposedRemit]),
            moments(&[DraftServed, AssessDecisionNotified, NoPlanNotified, AmendmentNoticeSent]),
        ),
    order(RuleId::Tro07, "Amended needs or provision", 5)
        .trigger("an order to amend needs or provision (sections B and F)")
        .duty("issue the amended plan", "send you the changed plan")
        .cite("SI 2014/1530 reg 44(2)(e)", Verification::Secondary)
        .note("The provision must be in place when the plan is issued: R (BA) v Nottinghamshire CC [2021] EWHC 1348 (Admin).")
        .runs(moments(&[OrderAmend, UnopposedAmend, AgreedAmend]), moments(&[AmendedPlanIssued])),
    order(RuleId::Tro08, "Amended setting", 2)
        .trigger("an order to amend the name or type of setting (section I) only")
        .duty("issue the amended plan", "send you the changed plan")
        .cite("SI 2014/1530 reg 44(2)(f)", Verification::Secondary)
        .runs(moments(&[OrderNameSetting, UnopposedNameSetting, AgreedNameSetting]), moments(&[AmendedPlanIssued])),
    Rule::new(RuleId::Tro09, Area::TribunalOrder, Who::Authority, "Go on, or end, at once")
        .trigger("an order to go on maintaining the plan, or an appeal against ending it is dismissed")
        .duty("go on maintaining the plan, or end it, at once", "keep the plan going, or end it, as the tribunal said")
        .limit(Limit::Immediate, Counting::None)
        .cite("SI 2014/1530 reg 44(2)(a), (g)", Verification::Secondary)
        .runs(
            moments(&[OrderContinue, OrderContinueAndAmend, OrderCeaseDismissed, UnopposedContinue, AgreedContinue]),
            moments(&[PlanCeased]),
        ),
    order(RuleId::Tro10, "Go on, and amend", 5)
        .trigger("an order to go on maintaining the plan and to amend it")
        .duty("go on maintaining the plan at once and issue the amended plan", "keep the plan going and send you the changes")
        .cite("SI 2014/1530 reg 44(2)(h)", Verification::ToConfirm)
        .only_if("if the order also amends the plan")
        .runs(moments(&[OrderContinue, OrderContinueAndAmend]), moments(&[AmendedPlanIssued])),
    Rule::new(RuleId::Tro11, Area::TribunalOrder, Who::HealthOrCare, "Answer to a recommendation")
        .trigger("a health or social care recommendation that does not bind")
        .duty("answer the parent or young person in writing, with reasons if it does not follow it", "write to you about what the tribunal asked it to do")
        .limit(Limit::Weeks(5), Counting::ExcludeStart)
        .cite("SI 2017/1306", Verification::Secondary)
        .note("The tribunal may set another time.")
        .runs(moments(&[OrderRecommendation]), moments(&[RecommendationAnswered])),
];
