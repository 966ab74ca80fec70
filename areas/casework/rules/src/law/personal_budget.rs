//! Personal budgets and direct payments.

use super::Moment::{
    BudgetPrepared, BudgetRequested, DirectPaymentReviewed, DirectPaymentStarted, ReviewAmend, ReviewCease,
    ReviewMaintain,
};
use super::moment::PLAN_OVER;
use super::{Area, Counting, Limit, Rule, RuleId, Verification, Who, moments};

pub(super) const RULES: &[Rule] = &[
    Rule::new(RuleId::Pb01, Area::PersonalBudget, Who::Authority, "Personal budget")
        .trigger("a personal budget is asked for while a draft is prepared, or during a review or new assessment")
        .duty("prepare a personal budget with the draft or review", "work out a personal budget with you")
        .limit(Limit::AsOther(&[RuleId::Fin01, RuleId::Rev01]), Counting::None)
        .cite("CFA 2014 s.49; SI 2014/1652 reg 4", Verification::Secondary)
        .note("It may decline, for example where the funding cannot be separated, with reasons and a right of review (reg 7).")
        .runs(moments(&[BudgetRequested]), moments(&[BudgetPrepared]))
        .ended_by(PLAN_OVER),
    Rule::new(RuleId::Pb02, Area::PersonalBudget, Who::Authority, "First check of a direct payment")
        .trigger("the first direct payment is made")
        .duty("review how the direct payment is used", "check with you that the payments work")
        .limit(Limit::Months(3), Counting::CorrespondingDate)
        .cite("SI 2014/1652 regs 8, 11", Verification::Secondary)
        .note("Then at each review or new assessment. Direct payments may not pay for a school or post-16 place.")
        .runs(
            moments(&[DirectPaymentStarted]),
            moments(&[DirectPaymentReviewed, ReviewMaintain, ReviewAmend, ReviewCease]),
        )
        .ended_by(PLAN_OVER),
];
