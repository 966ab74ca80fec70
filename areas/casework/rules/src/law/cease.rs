//! Ending a plan.

use super::Moment::{CeaseConsidered, CeaseConsulted, CeaseDecided, CeaseNotified, PlanCeased};
use super::{Area, Counting, Kind, Limit, Rule, RuleId, Verification, Who, moments};

pub(super) const RULES: &[Rule] = &[
    Rule::new(RuleId::Cea01, Area::Cease, Who::Authority, "Consult before ending a plan")
        .trigger("the authority considers ending the plan")
        .duty(
            "inform and consult the parent or young person, and consult the head or principal",
            "ask what you think before it ends the plan",
        )
        .limit(Limit::NoLimit { planned: None }, Counting::None)
        .cite("SI 2014/1530 reg 31(1), with regs 29–30; CFA 2014 s.45", Verification::Statute)
        .note("Under 18: only if the plan is no longer necessary (reg 29). Over 18 and leaving education: it must first review and ask about a return (reg 30), having regard to the outcomes (s.45(3)).")
        .runs(moments(&[CeaseConsidered]), moments(&[CeaseConsulted, CeaseNotified])),
    Rule::new(RuleId::Cea02, Area::Cease, Who::Authority, "Notice that a plan ends")
        .trigger("the authority determines to end the plan")
        .duty("notify the parent or young person, the setting and the care board", "tell you that the plan will end")
        .limit(Limit::Asap, Counting::None)
        .cite("SI 2014/1530 reg 31(2)–(3)", Verification::Statute)
        .note("The notice carries the right of appeal.")
        .runs(moments(&[CeaseDecided]), moments(&[CeaseNotified])),
    Rule::new(RuleId::Cea03, Area::Cease, Who::Authority, "Keep the plan going")
        .trigger("notice is sent that the plan will end")
        .duty(
            "go on maintaining the plan until the time to appeal, or the appeal, has ended",
            "keep the plan going while you can still appeal",
        )
        .limit(Limit::UntilEvent, Counting::CorrespondingDate)
        .cite("CFA 2014 s.45(4)", Verification::Secondary)
        .kind(Kind::LeastTime)
        .note("A plan is not shown as ended before then.")
        .runs(moments(&[CeaseNotified]), moments(&[PlanCeased])),
];
