//! Advice for an assessment.

use super::Moment::{AdviceReceived, AdviceRequested, EarlyYearsAdviceRequested, HeadAdviceRequested};
use super::moment::REQUEST_OVER;
use super::{Area, Counting, ExceptionList, Limit, Rule, RuleId, Verification, Who, moments};

pub(super) const RULES: &[Rule] = &[Rule::new(RuleId::Adv01, Area::Advice, Who::AdviceGiver, "Advice due")
    .trigger("the authority asks a person or body for advice")
    .duty("give the advice and information asked for", "send their advice to the council")
    .limit(Limit::Weeks(6), Counting::ExcludeStart)
    .cite("SI 2014/1530 reg 8(1); CFA 2014 s.28", Verification::Secondary)
    .exceptions(ExceptionList::AdviceGiver)
    .note("Each request has its own limit. A school closure does not excuse the advice giver (Code 9.42); a missed appointment excuses nobody else.")
    .runs(moments(&[AdviceRequested, HeadAdviceRequested, EarlyYearsAdviceRequested]), moments(&[AdviceReceived]))
    .ended_by(REQUEST_OVER)];
