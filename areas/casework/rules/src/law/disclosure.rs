//! Sharing a plan with others.

use super::Moment::{PlanCopyRequested, PlanCopySent, PlanShareAsked};
use super::{Area, Counting, Kind, Limit, MomentSet, Rule, RuleId, Verification, Who, moments};

pub(super) const RULES: &[Rule] = &[
    Rule::new(RuleId::Dis01, Area::Disclosure, Who::Authority, "Copy for higher education")
        .trigger("a copy of the plan is asked for, with consent, for a student allowance or higher education")
        .duty("send the copy", "send the copy of your plan")
        .limit(Limit::WorkingDays(15), Counting::ExcludeStart)
        .cite("SI 2014/1530 reg 47; Code 9.211", Verification::ToConfirm)
        .runs(moments(&[PlanCopyRequested]), moments(&[PlanCopySent])),
    Rule::new(RuleId::Dis02, Area::Disclosure, Who::Holder, "No other sharing without consent")
        .trigger("anybody else asks for the plan")
        .duty("share it only with consent or for a purpose that regulation 17 lists", "not show it to others unless you agree or the law allows it")
        .limit(Limit::NoLimit { planned: None }, Counting::None)
        .cite("SI 2014/1530 reg 17", Verification::ToConfirm)
        .kind(Kind::Turning)
        .note("Listed purposes: tribunal, ombudsman, inspection, the child's interests, safeguarding, research. Each share records its purpose.")
        .runs(moments(&[PlanShareAsked]), MomentSet::EMPTY),
];
