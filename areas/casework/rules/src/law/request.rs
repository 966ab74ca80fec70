//! A request for an assessment, or the authority becoming responsible, up to the decision whether to assess.

use super::Moment::{AssessDecisionNotified, AssessmentAgreed, AssessmentRefused, BecameResponsible, RequestReceived};
use super::moment::{ORDERED, REQUEST_OVER};
use super::{Area, Counting, ExceptionList, Limit, MomentSet, Rule, RuleId, Verification, Who, moments};

/// What starts the clock: receipt by any channel of the authority, or responsibility under s.24.
pub(crate) const STARTS: MomentSet = moments(&[RequestReceived, BecameResponsible]);

const DECIDED: MomentSet = moments(&[AssessDecisionNotified, AssessmentAgreed, AssessmentRefused]);

pub(super) const RULES: &[Rule] = &[
    Rule::new(RuleId::Req01, Area::Request, Who::Authority, "Consider the request")
        .trigger("a request under s.36(1) is received, or the authority becomes responsible under s.24")
        .duty(
            "consider whether an assessment may be necessary and consult the parent or young person",
            "think about whether an assessment may be needed, and ask what you think",
        )
        .limit(Limit::Asap, Counting::None)
        .cite("CFA 2014 s.36(1), (3), (4); SI 2014/1530 reg 3", Verification::ToConfirm)
        .note("No form is prescribed: an e-mail is a request. Receipt is when it reaches any channel of the authority.")
        .runs(STARTS, DECIDED)
        .ended_by(REQUEST_OVER)
        .replaced_by(ORDERED),
    Rule::new(RuleId::Req02, Area::Request, Who::Authority, "Tell those who must know")
        .trigger("the authority considers whether to assess")
        .duty(
            "tell the parent or young person that they may give views and evidence, and notify the care board, \
             the authority's officers for education and social care, and the head, principal or early years provider",
            "tell you that you can send your views and papers, and tell the school, health and social care",
        )
        .limit(Limit::Asap, Counting::None)
        .cite("CFA 2014 s.36(7); SI 2014/1530 reg 4(1)–(2)", Verification::ToConfirm)
        .runs(STARTS, DECIDED)
        .ended_by(REQUEST_OVER)
        .replaced_by(ORDERED),
    Rule::new(RuleId::Req03, Area::Request, Who::Authority, "6-week decision")
        .trigger("the request is received, or the authority becomes responsible under s.24")
        .duty(
            "notify the parent or young person, and those in regulation 4(2), of the decision whether to assess",
            "tell you if there will be an assessment",
        )
        .limit(Limit::Weeks(6), Counting::ExcludeStart)
        .cite("SI 2014/1530 reg 5(1)–(2); CFA 2014 s.36(5)", Verification::Statute)
        .exceptions(ExceptionList::Authority)
        .note(
            "Six weeks is the most; as soon as practicable applies too. A refusal carries reasons, the right of \
             appeal and its limits, mediation (reg 32), disagreement resolution and advice services (reg 5(3)).",
        )
        .runs(STARTS, moments(&[AssessDecisionNotified]))
        .ended_by(REQUEST_OVER)
        .replaced_by(ORDERED),
];
