//! Amending a plan without a review.

use super::Moment::{AmendedPlanIssued, AmendmentDropped, AmendmentNoticeSent};
use super::moment::PLAN_OVER;
use super::{Area, Counting, Limit, Rule, RuleId, Verification, Who, moments};

pub(super) const RULES: &[Rule] = &[Rule::new(
    RuleId::Amd01,
    Area::Amend,
    Who::Authority,
    "Amendment without a review",
)
.trigger("the authority proposes to amend the plan outside a review")
.duty(
    "follow regulation 22: 15 days for representations and the amended plan, or reasons, within 8 weeks of the notice",
    "give you time to answer and then send you the changed plan",
)
.limit(Limit::AsOther(&[RuleId::Drf02, RuleId::Rev09]), Counting::ExcludeStart)
.cite("SI 2014/1530 reg 28; CFA 2014 s.44", Verification::ToConfirm)
.note("The date shown is the end of the 8 weeks.")
.runs(moments(&[AmendmentNoticeSent]), moments(&[AmendedPlanIssued, AmendmentDropped]))
.ended_by(PLAN_OVER)];
