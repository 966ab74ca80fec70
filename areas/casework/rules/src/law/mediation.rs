//! Mediation after a decision that can be appealed.

use super::Moment::{
    AdviserContacted, AgreedAmend, AgreedAssess, AgreedContinue, AgreedMakePlan, AgreedNameSetting, AppealRegistered,
    AppealableNotice, IssuesNotified, MediationCertificate, MediationDate, MediationDateTold, MediationDeclined,
    MediationEnded, MediationWanted,
};
use super::{Area, Counting, ExceptionList, Kind, Length, Limit, MomentSet, Rule, RuleId, Verification, Who, moments};

/// A mediation agreement on something that could be appealed.
pub(crate) const AGREED: MomentSet =
    moments(&[AgreedAssess, AgreedMakePlan, AgreedAmend, AgreedNameSetting, AgreedContinue]);

pub(super) const RULES: &[Rule] = &[
    Rule::new(RuleId::Med01, Area::Mediation, Who::Family, "Contact a mediation adviser")
        .trigger("a decision that can be appealed is notified")
        .duty("contact the mediation adviser", "call the mediation adviser, if you disagree")
        .limit(Limit::Months(2), Counting::CorrespondingDate)
        .cite("SI 2014/1530 reg 33", Verification::Statute)
        .kind(Kind::Turning)
        .only_if("if the family disagrees with the decision")
        .note("Not needed where the appeal is only about the name or type of setting, or that none is named (s.55(2)).")
        .runs(
            moments(&[AppealableNotice]),
            moments(&[AdviserContacted, MediationDeclined, MediationWanted, MediationCertificate, AppealRegistered]),
        ),
    Rule::new(RuleId::Med02, Area::Mediation, Who::MediationAdviser, "Certificate without mediation")
        .trigger("the adviser is told that mediation is not wanted")
        .duty("issue the certificate", "send you the certificate that you need to appeal")
        .limit(Limit::WorkingDays(3), Counting::ExcludeStart)
        .cite("SI 2014/1530 reg 34; CFA 2014 s.55(4)", Verification::StatuteAndSecondary)
        .runs(moments(&[MediationDeclined]), moments(&[MediationCertificate])),
    Rule::new(RuleId::Med03, Area::Mediation, Who::Authority, "Health issues to the care board")
        .trigger("the adviser is told that mediation is wanted and includes health")
        .duty("notify each relevant integrated care board of the issues", "tell the health service what you disagree with")
        .limit(Limit::WorkingDays(3), Counting::ExcludeStart)
        .cite("SI 2014/1530 regs 35–36", Verification::Secondary)
        .only_if("if the mediation includes health")
        .runs(moments(&[MediationWanted]), moments(&[IssuesNotified]))
        .ended_by(moments(&[MediationEnded])),
    Rule::new(RuleId::Med04, Area::Mediation, Who::Authority, "Mediation meeting")
        .trigger("the adviser is told that mediation is wanted")
        .duty("arrange mediation and take part in it", "meet you with a mediator")
        .limit(Limit::CalendarDays(30), Counting::ExcludeStart)
        .cite("CFA 2014 ss.53–54; SI 2014/1530 regs 35–36", Verification::Secondary)
        .note("The care board arranges it where it is about health only. If 30 days cannot be kept the adviser is told and issues a certificate within 3 working days.")
        .runs(moments(&[MediationWanted]), moments(&[MediationEnded]))
        .ended_by(moments(&[MediationCertificate])),
    Rule::new(RuleId::Med05, Area::Mediation, Who::Mediator, "Date of mediation told")
        .trigger("mediation is arranged")
        .duty("tell the parties the date and place, unless they agree to shorter notice", "tell you when and where the meeting is")
        .limit(Limit::Backwards(Length::WorkingDays(5)), Counting::Backwards)
        .cite("SI 2014/1530 reg 37", Verification::ToConfirm)
        .runs(moments(&[MediationDate]), moments(&[MediationDateTold])),
    Rule::new(RuleId::Med06, Area::Mediation, Who::MediationAdviser, "Certificate after mediation")
        .trigger("mediation is concluded")
        .duty("issue the certificate", "send you the certificate that you need to appeal")
        .limit(Limit::WorkingDays(3), Counting::ExcludeStart)
        .cite("SI 2014/1530 reg 39; CFA 2014 s.55(5)", Verification::Secondary)
        .runs(moments(&[MediationEnded]), moments(&[MediationCertificate])),
    Rule::new(RuleId::Med07, Area::Mediation, Who::Authority, "Do what mediation agreed")
        .trigger("mediation ends in agreement on something that could be appealed")
        .duty("comply as if the tribunal had ordered it", "do what was agreed")
        .limit(
            Limit::AsOther(&[
                RuleId::Tro01,
                RuleId::Tro02,
                RuleId::Tro03,
                RuleId::Tro04,
                RuleId::Tro05,
                RuleId::Tro07,
                RuleId::Tro08,
                RuleId::Tro09,
            ]),
            Counting::ExcludeStart,
        )
        .cite("SI 2014/1530 reg 42", Verification::ToConfirm)
        .exceptions(ExceptionList::None)
        .note("Anything that could not be appealed: 2 weeks, or as agreed.")
        .runs(AGREED, MomentSet::EMPTY),
];
