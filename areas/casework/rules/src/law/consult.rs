//! Consulting settings before one is named.

use super::Moment::{FinalPlanIssued, SettingConsulted, SettingReplied, SettingRequested};
use super::moment::REQUEST_OVER;
use super::{Area, Counting, Limit, Rule, RuleId, Verification, Who, moments};

pub(super) const RULES: &[Rule] = &[
    Rule::new(RuleId::Con01, Area::Consult, Who::Authority, "Consult before naming")
        .trigger("the family asks for a setting, or the authority considers naming one")
        .duty(
            "consult the setting, and its authority where it is in another area, sending the draft plan",
            "ask the school or college before it is put in the plan",
        )
        .limit(Limit::NoLimit { planned: None }, Counting::None)
        .cite("CFA 2014 s.39(2), s.40(3); Code 9.79–9.83", Verification::ToConfirm)
        .note("The limit is the naming itself: a setting is consulted before the plan names it.")
        .runs(moments(&[SettingRequested]), moments(&[SettingConsulted]))
        .ended_by(REQUEST_OVER.and(moments(&[FinalPlanIssued]))),
    Rule::new(RuleId::Con02, Area::Consult, Who::Setting, "Reply from a setting")
        .trigger("a setting is consulted")
        .duty("reply to the consultation", "answer the council")
        .limit(Limit::CalendarDays(15), Counting::ExcludeStart)
        .cite("Code 9.83", Verification::Secondary)
        .note("Guidance. Silence is not refusal: the grounds in s.39(3)–(4) are a closed list, and after 15 days the authority decides.")
        .runs(moments(&[SettingConsulted]), moments(&[SettingReplied]))
        .ended_by(REQUEST_OVER.and(moments(&[FinalPlanIssued]))),
];
