//! When rights pass to the young person, and how long a plan may last.

use super::Moment::{Born, LeftArea};
use super::{Area, Counting, DateRule, Kind, Limit, MomentSet, Rule, RuleId, Verification, Who, moments};

pub(super) const RULES: &[Rule] = &[
    Rule::new(RuleId::Yp01, Area::YoungPerson, Who::Service, "Rights pass to the young person")
        .trigger("a child passes compulsory school age")
        .duty("write to the young person instead of the parent", "write to the young person and not to the parent")
        .limit(Limit::DateRule(DateRule::LastFridayInJune), Counting::None)
        .cite(
            "CFA 2014 s.83(2); Education Act 1996 s.8; SI 1997/1970; for capacity s.80 and SI 2014/1530 regs 63–65",
            Verification::ToConfirm,
        )
        .kind(Kind::Turning)
        .note("The last Friday in June, not the last day of the summer term. Capacity is recorded for each decision.")
        .runs(moments(&[Born]), MomentSet::EMPTY)
        .ended_by(moments(&[LeftArea])),
    Rule::new(RuleId::Yp02, Area::YoungPerson, Who::Authority, "Greatest age for a plan")
        .trigger("a young person turns 25")
        .duty("end the plan by then, though it may be kept to the end of that academic year", "end the plan by then")
        .limit(Limit::DateRule(DateRule::EndOfYear25), Counting::None)
        .cite("CFA 2014 s.46; SI 2014/1530 reg 46", Verification::ToConfirm)
        .kind(Kind::Turning)
        .note("31 July, or the end of the course where that is another day.")
        .runs(moments(&[Born]), MomentSet::EMPTY)
        .ended_by(moments(&[LeftArea])),
];
