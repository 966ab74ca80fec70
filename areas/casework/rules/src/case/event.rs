//! Everything that can happen to a case. Each event carries the day it happened; the day it was recorded is kept
//! by the store beside it.
//!
//! As JSON an event is one flat object with its `event` tag in kebab-case, absent fields left out, for example
//! `{"event":"advice-requested","on":"2026-04-14","source":"health"}`.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::people::{Channel, PersonRef, Requester, SettingRef};
use super::terms::{
    AdviceSource, AppealEnd, AppealKind, AssessmentTest, CeaseReason, Ground, Need, OrderKind, Placement, ReviewOutcome,
};

macro_rules! events {
    ($($(#[$doc:meta])* $name:ident $tag:literal { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* })*) => {
        /// One thing that happened to a case.
        #[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(tag = "event")]
        pub enum Event {
            $(
                $(#[$doc])*
                #[serde(rename = $tag)]
                $name {
                    /// The day it happened.
                    on: Date,
                    $($(#[$field_meta])* $field: $type,)*
                },
            )*
        }

        /// What happened, without its particulars.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum EventKind {
            $($(#[$doc])* #[serde(rename = $tag)] $name,)*
        }

        impl EventKind {
            /// Every kind of event.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The tag it has in JSON and in the store.
            #[must_use]
            pub const fn tag(self) -> &'static str {
                match self { $(Self::$name => $tag,)* }
            }
        }

        impl Event {
            /// The day it happened.
            #[must_use]
            pub const fn on(&self) -> Date {
                match self { $(Self::$name { on, .. })|* => *on }
            }

            /// What happened, without its particulars.
            #[must_use]
            pub const fn kind(&self) -> EventKind {
                match self { $(Self::$name { .. } => EventKind::$name,)* }
            }
        }
    };
}

events! {
    // From request to decision.

    /// A request for an EHC needs assessment reached the authority, by any channel. The clock starts here.
    RequestReceived "request-received" {
        /// Whom it is about.
        child: PersonRef,
        /// Their birth date as known then.
        born: Date,
        /// Who asked.
        from: Requester,
        /// The person who asked, when known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<PersonRef>,
        /// How it arrived.
        channel: Channel,
        /// What they said of the needs, in their words.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        needs: String,
    }
    /// The authority became responsible under s.24 without a request. The clock starts here.
    BecameResponsible "became-responsible" {
        /// Whom it is about.
        child: PersonRef,
        /// Their birth date as known then.
        born: Date,
        /// Who drew attention to the child.
        from: Requester,
        /// The officer who decided that it is so.
        by: PersonRef,
        /// Why.
        reason: String,
    }
    /// The request was withdrawn.
    RequestWithdrawn "request-withdrawn" {
        /// Who withdrew it.
        by: PersonRef,
        /// What was said, kept as evidence.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reason: String,
    }
    /// The case was given to an officer.
    OfficerAllocated "officer-allocated" {
        /// Who has it now.
        officer: PersonRef,
    }
    /// The child was found to be somebody whom the record held already; the case is about that record from now on.
    ChildIdentified "child-identified" {
        /// The record that was there before.
        child: PersonRef,
        /// The birth date that it holds.
        born: Date,
        /// The officer who said so.
        by: PersonRef,
    }
    /// The authority decided to assess.
    AssessmentAgreed "assessment-agreed" {
        /// The officer who decided.
        by: PersonRef,
        /// How both questions of s.36(8) were answered.
        test: AssessmentTest,
    }
    /// The authority decided not to assess.
    AssessmentRefused "assessment-refused" {
        /// The officer who decided.
        by: PersonRef,
        /// How both questions of s.36(8) were answered.
        test: AssessmentTest,
    }
    /// The family was notified of the decision whether to assess. This is what meets the 6-week limit.
    DecisionNotified "decision-notified" {}

    // Advice.

    /// Advice was asked for.
    AdviceRequested "advice-requested" {
        /// Whose advice.
        source: AdviceSource,
        /// From whom, when known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        of: Option<PersonRef>,
    }
    /// Advice arrived.
    AdviceReceived "advice-received" {
        /// Whose advice.
        source: AdviceSource,
        /// From whom, when known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        of: Option<PersonRef>,
    }
    /// A reason why a limit could not be kept was recorded. It never stops the clock.
    ExceptionRecorded "exception-recorded" {
        /// Which reason.
        ground: Ground,
        /// The first day it applied.
        from: Date,
        /// The day it ceased: reopening or return, not counting. Absent while it goes on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<Date>,
        /// Why that made it impractical to keep the limit.
        impractical: String,
        /// The officer who recorded it.
        by: PersonRef,
    }

    // From assessment to plan.

    /// The authority decided that a plan is necessary.
    PlanAgreed "plan-agreed" {
        /// The officer who decided.
        by: PersonRef,
        /// Why.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        reasons: String,
    }
    /// The authority decided after assessment that no plan is necessary.
    PlanRefused "plan-refused" {
        /// The officer who decided.
        by: PersonRef,
        /// Why.
        reasons: String,
    }
    /// The family was notified that no plan will be issued. This is what meets the 16-week limit.
    NoPlanNotified "no-plan-notified" {}
    /// The draft plan was served on the family, section I blank, with all advice.
    DraftServed "draft-served" {}
    /// The family sent representations about the draft.
    RepresentationsReceived "representations-received" {}
    /// A setting was consulted about being named.
    SettingConsulted "setting-consulted" {
        /// Which setting.
        setting: SettingRef,
    }
    /// A setting answered a consultation.
    SettingReplied "setting-replied" {
        /// Which setting.
        setting: SettingRef,
        /// Whether it says that it can meet the needs.
        can_meet: bool,
    }
    /// The final plan was sent. This is what meets the 20-week limit.
    FinalPlanIssued "final-plan-issued" {
        /// The kind of place in section I.
        placement: Placement,
        /// The setting named in section I, when one is named.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        setting: Option<SettingRef>,
        /// The primary type of need.
        need: Need,
        /// The secondary type of need.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        second_need: Option<Need>,
    }
    /// A plan made earlier or elsewhere came onto this service: moved in, or brought over from older records.
    PlanBroughtIn "plan-brought-in" {
        /// Whom it is about.
        child: PersonRef,
        /// Their birth date as known then.
        born: Date,
        /// The day the plan was made.
        made: Date,
        /// The day its last review was completed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        last_review: Option<Date>,
        /// Whether another authority transferred it on this day (regulation 15).
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        moved_in: bool,
        /// The kind of place in section I.
        placement: Placement,
        /// The setting named in section I, when one is named.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        setting: Option<SettingRef>,
        /// The primary type of need.
        need: Need,
        /// The secondary type of need.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        second_need: Option<Need>,
    }

    // Reviews and changes.

    /// The annual review meeting was held.
    ReviewMeetingHeld "review-meeting-held" {}
    /// The report of the review meeting was sent.
    ReviewReportSent "review-report-sent" {}
    /// The family was notified of the decision after the review. This completes the review.
    ReviewDecided "review-decided" {
        /// What was decided.
        outcome: ReviewOutcome,
    }
    /// The plan was sent with notice of the actual amendments proposed.
    AmendmentNoticeSent "amendment-notice-sent" {}
    /// The amended plan was sent.
    AmendedPlanIssued "amended-plan-issued" {
        /// The kind of place in section I.
        placement: Placement,
        /// The setting named in section I, when one is named.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        setting: Option<SettingRef>,
        /// The primary type of need.
        need: Need,
        /// The secondary type of need.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        second_need: Option<Need>,
    }
    /// After an amendment notice the family was told, with reasons, that the plan will not change.
    AmendmentDropped "amendment-dropped" {}
    /// Notice was sent that the authority will stop maintaining the plan.
    CeaseNotified "cease-notified" {
        /// Why.
        reason: CeaseReason,
    }
    /// The plan ended.
    PlanCeased "plan-ceased" {
        /// Why.
        reason: CeaseReason,
    }

    // Disagreement.

    /// The family asked for mediation, or told the adviser that it wants none.
    MediationContacted "mediation-contacted" {
        /// Whether they want mediation.
        wanted: bool,
    }
    /// The mediation meeting took place.
    MediationHeld "mediation-held" {
        /// Whether everybody agreed.
        agreed: bool,
    }
    /// The mediation certificate was issued.
    MediationCertificate "mediation-certificate" {}
    /// The tribunal registered an appeal.
    AppealRegistered "appeal-registered" {
        /// What it is about.
        about: AppealKind,
    }
    /// The appeal ended.
    AppealEnded "appeal-ended" {
        /// How.
        how: AppealEnd,
        /// What was ordered, or what is no longer opposed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        order: Option<OrderKind>,
    }
}

impl Event {
    /// Whether the family learns something by it: the request was acknowledged, or something was sent to them.
    #[must_use]
    pub const fn tells_family(&self) -> bool {
        matches!(
            self,
            Self::RequestReceived { .. }
                | Self::DecisionNotified { .. }
                | Self::NoPlanNotified { .. }
                | Self::DraftServed { .. }
                | Self::FinalPlanIssued { .. }
                | Self::ReviewDecided { .. }
                | Self::AmendmentNoticeSent { .. }
                | Self::AmendedPlanIssued { .. }
                | Self::AmendmentDropped { .. }
                | Self::CeaseNotified { .. }
        )
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_case_remembers_when_the_family_last_heard() {
        use crate::Case;
        let served = Event::DraftServed { on: date(2026, 6, 8) };
        let silent = Event::AdviceReceived { on: date(2026, 6, 20), source: AdviceSource::Health, of: None };
        let case = Case::from_events(&[served.clone(), silent, Event::DecisionNotified { on: date(2026, 5, 1) }]);
        assert_eq!(case.family_last_told(), Some(date(2026, 6, 8)), "the latest day, not the last event");
        assert_eq!(Case::new().family_last_told(), None);
    }

    #[test]
    fn an_event_is_small_flat_json_with_a_kebab_case_tag() {
        let event = Event::AdviceRequested { on: date(2026, 4, 14), source: AdviceSource::Health, of: None };
        let json = serde_json::to_string(&event).unwrap();
        assert_eq!(json, r#"{"event":"advice-requested","on":"2026-04-14","source":"health"}"#);
        assert_eq!(serde_json::from_str::<Event>(&json).unwrap(), event);
        let bare = Event::DraftServed { on: date(2026, 6, 8) };
        assert_eq!(serde_json::to_string(&bare).unwrap(), r#"{"event":"draft-served","on":"2026-06-08"}"#);
    }
}
