//! Annual reviews. There is no list of exceptions for any of them.

use super::Moment::{
    AmendedPlanIssued, AmendmentDropped, AmendmentNoticeSent, FinalPlanIssued, InvitationsSent, PlanMade,
    PreviousReview, ReviewAdviceCirculated, ReviewAmend, ReviewCease, ReviewHeld, ReviewListSent, ReviewMaintain,
    ReviewMeeting, ReviewReportSent, TermStarts,
};
use super::moment::PLAN_OVER;
use super::{Area, Counting, DateRule, Length, Limit, MomentSet, Rule, RuleId, Verification, Who, moments};

/// A review is completed when its decision is notified, not when the meeting is held.
pub(crate) const COMPLETED: MomentSet = moments(&[PreviousReview, ReviewMaintain, ReviewAmend, ReviewCease]);

const REVIEW_YEAR_STARTS: MomentSet = COMPLETED.and(moments(&[PlanMade, FinalPlanIssued, ReviewHeld]));

pub(super) const RULES: &[Rule] = &[
    Rule::new(RuleId::Rev01, Area::Review, Who::Authority, "Yearly review")
        .trigger("the plan was made, or last reviewed")
        .duty("complete a review of the plan", "look at the plan again with you")
        .limit(Limit::Months(12), Counting::IncludeStart)
        .cite("CFA 2014 s.44(1)", Verification::ToConfirm)
        .note("Complete means that the decision is notified, so the meeting is held at least 4 weeks earlier.")
        .runs(REVIEW_YEAR_STARTS, COMPLETED.and(moments(&[ReviewHeld])))
        .ended_by(PLAN_OVER),
    Rule::new(RuleId::Rev02, Area::Review, Who::Authority, "Review of a child under five")
        .trigger("a child under five has a plan")
        .duty("consider a review every 3 to 6 months", "think about looking at the plan every few months")
        .limit(Limit::DateRule(DateRule::UnderFive { months: 6 }), Counting::ExcludeStart)
        .cite("Code 9.178", Verification::Secondary)
        .note("Guidance; such a review may be streamlined and not every professional need attend.")
        .runs(REVIEW_YEAR_STARTS, COMPLETED.and(moments(&[ReviewHeld])))
        .ended_by(PLAN_OVER),
    Rule::new(RuleId::Rev03, Area::Review, Who::Authority, "List of reviews for the term")
        .trigger("a term is about to start")
        .duty(
            "send each head or principal, the care board and social care the list of plans to review that term",
            "tell schools which plans to look at this term",
        )
        .limit(Limit::Backwards(Length::Weeks(2)), Counting::Backwards)
        .cite("Code 9.173", Verification::ToConfirm)
        .note("Guidance. Reviews before a move to another phase are flagged.")
        .runs(moments(&[TermStarts]), moments(&[ReviewListSent])),
    Rule::new(RuleId::Rev04, Area::Review, Who::Arranger, "Invitations to the review")
        .trigger("the date of the review meeting is set")
        .duty("give those who must be invited notice of the meeting", "invite you in good time")
        .limit(Limit::Backwards(Length::Weeks(2)), Counting::Backwards)
        .cite("SI 2014/1530 reg 20(3), 21(3)", Verification::Statute)
        .note("The family, head or early years provider, the authority's officer, health and social care.")
        .runs(moments(&[ReviewMeeting]), moments(&[InvitationsSent]))
        .ended_by(PLAN_OVER),
    Rule::new(RuleId::Rev05, Area::Review, Who::Arranger, "Advice before the review")
        .trigger("the date of the review meeting is set")
        .duty("obtain advice from those invited and send it to all of them", "send everyone the reports to read")
        .limit(Limit::Backwards(Length::Weeks(2)), Counting::Backwards)
        .cite("SI 2014/1530 reg 20(4), 21(4)", Verification::Statute)
        .note("So the advice is asked for 4 to 6 weeks before the meeting.")
        .runs(moments(&[ReviewMeeting]), moments(&[ReviewAdviceCirculated]))
        .ended_by(PLAN_OVER),
    Rule::new(RuleId::Rev06, Area::Review, Who::Head, "Report of the review")
        .trigger("the review meeting is held")
        .duty("send everyone invited the report, with recommendations and any differences of view", "send the report of the meeting")
        .limit(Limit::Weeks(2), Counting::ExcludeStart)
        .cite("SI 2014/1530 reg 20(7)–(9), 21(7)", Verification::StatuteAndSecondary)
        .runs(moments(&[ReviewMeeting]), moments(&[ReviewReportSent]))
        .ended_by(PLAN_OVER),
    Rule::new(RuleId::Rev07, Area::Review, Who::Authority, "Decision after the review")
        .trigger("the review meeting is held")
        .duty(
            "decide to continue, amend or end the plan and notify the parent or young person and the head",
            "tell you if the plan will stay the same, change or end",
        )
        .limit(Limit::Weeks(4), Counting::ExcludeStart)
        .cite("SI 2014/1530 reg 20(10)–(11), 21(8)–(9)", Verification::StatuteAndSecondary)
        .note("It runs even if the school's report is late. A decision not to amend or to end the plan can be appealed.")
        .runs(moments(&[ReviewMeeting]), COMPLETED.and(moments(&[AmendmentNoticeSent])))
        .ended_by(PLAN_OVER),
    Rule::new(RuleId::Rev08, Area::Review, Who::Authority, "Amendment notice")
        .trigger("the review meeting is held")
        .duty(
            "send the plan with notice of the actual amendments proposed and the evidence for them",
            "send you the changes it wants to make to the plan",
        )
        .limit(Limit::Weeks(4), Counting::ExcludeStart)
        .cite(
            "SI 2014/1530 reg 22(2)(a) with reg 20(10): R (L, M and P) v Devon CC [2022] EWHC 493 (Admin)",
            Verification::StatuteAndSecondary,
        )
        .only_if("if the plan is to be amended")
        .note("A notice without the actual amendments does not count. It gives 15 days for representations, from the day it is served.")
        .runs(moments(&[ReviewMeeting]), moments(&[AmendmentNoticeSent]))
        .ended_by(PLAN_OVER)
        .displaced_by(moments(&[ReviewMaintain, ReviewCease, AmendmentDropped])),
    Rule::new(RuleId::Rev09, Area::Review, Who::Authority, "Amended plan")
        .trigger("the amendment notice is sent")
        .duty(
            "send the amended plan, or notify the decision not to amend, with reasons",
            "send you the changed plan, or tell you why it will not change",
        )
        .limit(Limit::Weeks(8), Counting::ExcludeStart)
        .cite("SI 2014/1530 reg 22(3)–(4)", Verification::Statute)
        .only_if("if the plan is to be amended")
        .note("Never more than 12 weeks from the meeting (Devon). If the notice was late both dates are shown and the earlier one is the lawful one.")
        .runs(moments(&[AmendmentNoticeSent]), moments(&[AmendedPlanIssued, AmendmentDropped]))
        .ended_by(PLAN_OVER),
];

/// The most weeks from a review meeting to the amended plan: 4 for the notice and 8 more.
pub const OUTER_WEEKS: u32 = 12;
