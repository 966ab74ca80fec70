//! Appeals to the First-tier Tribunal. Its limits roll forward; the authority's statutory limits do not.

use super::Moment::{
    AppealAnswered, AppealEnded, AppealRegistered, AppealSent, AppealableNotice, UnopposedAmend, UnopposedAssess,
    UnopposedContinue, UnopposedMakePlan, UnopposedNameSetting, UnopposedRemit,
};
use super::{Area, Counting, ExceptionList, Kind, LaterOf, Limit, MomentSet, Rule, RuleId, Verification, Who, moments};

/// The authority told the tribunal, before its response was due, that it does not oppose the appeal.
pub(crate) const UNOPPOSED: MomentSet = moments(&[
    UnopposedAssess,
    UnopposedMakePlan,
    UnopposedAmend,
    UnopposedNameSetting,
    UnopposedRemit,
    UnopposedContinue,
]);

pub(super) const RULES: &[Rule] = &[
    Rule::new(RuleId::App01, Area::Appeal, Who::Family, "Last day to appeal")
        .trigger("a decision that can be appealed is notified, or the mediation certificate is issued")
        .duty("register an appeal", "send your appeal, if you disagree")
        .limit(Limit::LaterOf(LaterOf::NoticeAndCertificate { notice: 2, certificate: 1 }), Counting::CorrespondingDate)
        .cite(
            "Tribunal Procedure (First-tier Tribunal) (HESC Chamber) Rules 2008 r.20 with r.12",
            Verification::Secondary,
        )
        .kind(Kind::Turning)
        .only_if("if the family disagrees with the decision")
        .note("A limit that ends in August, or from 25 December to 1 January, moves to the next working day after. The tribunal may give longer.")
        .runs(moments(&[AppealableNotice]), moments(&[AppealRegistered])),
    Rule::new(RuleId::App02, Area::Appeal, Who::Authority, "Answer to the appeal")
        .trigger("the tribunal sends the appeal to the authority")
        .duty("deliver its response", "answer your appeal")
        .limit(Limit::WorkingDays(30), Counting::Tribunal)
        .cite("Tribunal Procedure (First-tier Tribunal) (HESC Chamber) Rules 2008 r.21", Verification::Secondary)
        .runs(moments(&[AppealSent]), moments(&[AppealAnswered]))
        .ended_by(moments(&[AppealEnded]))
        .displaced_by(UNOPPOSED),
    Rule::new(RuleId::App03, Area::Appeal, Who::Authority, "Do what is no longer opposed")
        .trigger("the authority tells the tribunal, before its response is due, that it does not oppose the appeal")
        .duty(
            "do what the appeal asked, in the times of an order, counted from the day it told the tribunal",
            "do what your appeal asked for",
        )
        .limit(
            Limit::AsOther(&[
                RuleId::Tro01,
                RuleId::Tro02,
                RuleId::Tro03,
                RuleId::Tro04,
                RuleId::Tro05,
                RuleId::Tro06,
                RuleId::Tro07,
                RuleId::Tro08,
                RuleId::Tro09,
            ]),
            Counting::ExcludeStart,
        )
        .cite("SI 2014/1530 reg 45, as amended by SI 2015/359", Verification::StatuteAndSecondary)
        .exceptions(ExceptionList::Tribunal)
        .note(
            "Conceding without this notice or a consent order leaves the first 20 weeks running: R (W) v \
             Hertfordshire CC [2023] EWHC 3138 (Admin).",
        )
        .runs(UNOPPOSED, MomentSet::EMPTY),
];
