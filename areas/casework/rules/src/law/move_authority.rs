//! A family with a plan moves to another authority, or another integrated care board becomes responsible.

use super::Moment::{
    CareBoardChanged, CareBoardTold, MovedInAware, NewAuthorityInformed, PlanTransferred, ReviewAmend, ReviewCease,
    ReviewMaintain,
};
use super::moment::PLAN_OVER;
use super::{Area, Counting, LaterOf, Limit, Rule, RuleId, Verification, Who, moments};

pub(super) const RULES: &[Rule] = &[
    Rule::new(RuleId::Mov01, Area::MoveAuthority, Who::OldAuthority, "Transfer of the plan")
        .trigger("the old authority becomes aware of the move, having been told less than 15 working days before it")
        .duty("transfer the plan to the new authority", "send the plan to your new council")
        .limit(Limit::WorkingDays(15), Counting::IncludeStart)
        .cite("SI 2014/1530 reg 15(2)", Verification::Statute)
        .note("Told at least 15 working days before the move, it transfers the plan on the day of the move.")
        .runs(moments(&[MovedInAware]), moments(&[PlanTransferred]))
        .ended_by(PLAN_OVER),
    Rule::new(RuleId::Mov02, Area::MoveAuthority, Who::NewAuthority, "What the new authority will do")
        .trigger("the plan is transferred")
        .duty(
            "tell the parent or young person that the plan has come, whether it will assess, and when it will review the plan",
            "tell you that it has the plan and what it will do",
        )
        .limit(Limit::Weeks(6), Counting::ExcludeStart)
        .cite("SI 2014/1530 reg 15(4)", Verification::Statute)
        .runs(moments(&[PlanTransferred]), moments(&[NewAuthorityInformed]))
        .ended_by(PLAN_OVER),
    Rule::new(RuleId::Mov03, Area::MoveAuthority, Who::NewAuthority, "Review after the move")
        .trigger("the plan is transferred")
        .duty("review the plan", "look at the plan with you")
        .limit(Limit::LaterOf(LaterOf::ReviewAndTransfer { review: 12, transfer: 3 }), Counting::IncludeStart)
        .cite("SI 2014/1530 reg 15(5)", Verification::StatuteAndToConfirm)
        .note("The new authority maintains the plan from the day of transfer. If going to the named setting is not practical it arranges another for the time being (reg 15(6)).")
        .runs(moments(&[PlanTransferred]), moments(&[ReviewMaintain, ReviewAmend, ReviewCease]))
        .ended_by(PLAN_OVER),
    Rule::new(RuleId::Mov04, Area::MoveAuthority, Who::CareBoard, "Change of care board")
        .trigger("another integrated care board becomes responsible, by a move or without one")
        .duty("notify the new integrated care board or the authority", "tell the new health service")
        .limit(Limit::WorkingDays(15), Counting::IncludeStart)
        .cite("SI 2014/1530 reg 15(7)–(10), 16", Verification::ToConfirm)
        .only_if("if the integrated care board changes")
        .runs(moments(&[MovedInAware, CareBoardChanged]), moments(&[CareBoardTold]))
        .ended_by(PLAN_OVER),
];
