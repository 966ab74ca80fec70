//! Moving to the next phase of education.

use super::Moment::{AmendedPlanIssued, BetweenPostSixteen, FinalPlanIssued, PostSixteenTransfer, SchoolPhaseTransfer};
use super::moment::PLAN_OVER;
use super::{Area, Counting, Length, Limit, MomentSet, Rule, RuleId, Verification, Who, moments};

const NAMED: MomentSet = moments(&[AmendedPlanIssued, FinalPlanIssued]);

const DUTY: &str = "review and amend the plan so that it names the setting, or the type of setting, to move to";
const PLAIN: &str = "change the plan so that it says where you will go next";

pub(super) const RULES: &[Rule] = &[
    Rule::new(RuleId::Pht01, Area::PhaseTransfer, Who::Authority, "Plan for the next school")
        .trigger("a move from early years to school, infant to junior, primary to middle or secondary, or middle to secondary")
        .duty(DUTY, PLAIN)
        .limit(Limit::BeforeDate { month: 2, day: 15 }, Counting::Backwards)
        .cite("SI 2014/1530 reg 18(1)(b)", Verification::Statute)
        .note("“Before 15 February”: the last lawful day is 14 February. Both dates are shown.")
        .runs(moments(&[SchoolPhaseTransfer]), NAMED)
        .ended_by(PLAN_OVER),
    Rule::new(RuleId::Pht02, Area::PhaseTransfer, Who::Authority, "Plan for after school")
        .trigger("a move from secondary school to a post-16 institution")
        .duty(DUTY, PLAIN)
        .limit(Limit::BeforeDate { month: 3, day: 31 }, Counting::Backwards)
        .cite("SI 2014/1530 reg 18(1)(a)", Verification::Statute)
        .note("“Before 31 March”: the last lawful day is 30 March. A school sixth form is part of a secondary school: staying on is not a transfer.")
        .runs(moments(&[PostSixteenTransfer]), NAMED)
        .ended_by(PLAN_OVER),
    Rule::new(RuleId::Pht03, Area::PhaseTransfer, Who::Authority, "Plan for the next college")
        .trigger("a move between post-16 institutions, or at another time of the year")
        .duty(DUTY, PLAIN)
        .limit(Limit::Backwards(Length::Months(5)), Counting::Backwards)
        .cite("SI 2014/1530 reg 18(2)", Verification::Statute)
        .runs(moments(&[BetweenPostSixteen]), NAMED)
        .ended_by(PLAN_OVER),
];
