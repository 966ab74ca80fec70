//! Preparing for adulthood from Year 9.

use super::Moment::{Born, LeftArea};
use super::{Area, Counting, DateRule, Kind, Limit, MomentSet, Rule, RuleId, Verification, Who, moments};

pub(super) const RULES: &[Rule] =
    &[Rule::new(RuleId::Pfa01, Area::Adulthood, Who::ReviewMeeting, "Preparing for adulthood")
        .trigger("a review in or after Year 9")
        .duty(
            "consider provision for preparing for adulthood and independent living, which the plan must then include",
            "talk about plans for adult life",
        )
        .limit(Limit::DateRule(DateRule::FromYearNine), Counting::None)
        .cite("SI 2014/1530 regs 6(1)(g), 12(3), 20(6), 21(6)", Verification::StatuteAndToConfirm)
        .kind(Kind::Turning)
        .runs(moments(&[Born]), MomentSet::EMPTY)
        .ended_by(moments(&[LeftArea]))];
