//! What an event does to a case. It never refuses: what happened, happened.

use super::event::Event;
use super::people::PersonRef;
use super::stage::Stage;
use super::terms::{AppealEnd, OrderKind, ReviewOutcome};
use super::{AdviceAsked, Appeal, Case, Plan};

impl Case {
    /// The case after this event.
    #[must_use]
    pub fn apply(mut self, event: &Event) -> Self {
        self.note_facts(event);
        self.events += 1;
        self.note_people(event);
        self.note_advice(event);
        self.note_dispute(event);
        self.note_plan(event);
        if event.tells_family() {
            self.told = self.told.max(Some(event.on()));
        }
        self.stage = self.stage_after(event);
        self
    }

    fn note_people(&mut self, event: &Event) {
        let (child, born) = match event {
            Event::RequestReceived { on, child, born, from, .. }
            | Event::BecameResponsible { on, child, born, from, .. } => {
                self.started = Some(*on);
                self.requester = Some(*from);
                (child, born)
            }
            Event::PlanBroughtIn { on, child, born, .. } => {
                self.started = Some(*on);
                (child, born)
            }
            Event::ChildIdentified { child, born, .. } => {
                self.child = Some(child.clone());
                self.born = Some(*born);
                return;
            }
            Event::OfficerAllocated { officer, .. } => {
                self.officer = Some(officer.clone());
                return;
            }
            _ => return,
        };
        self.child = Some(child.clone());
        self.born = Some(*born);
    }

    fn note_advice(&mut self, event: &Event) {
        match event {
            Event::AdviceRequested { on, source, of } => {
                self.advice.push(AdviceAsked { source: *source, of: of.clone(), asked: *on, received: None })
            }
            Event::AdviceReceived { on, source, of } => {
                if let Some(place) = self.open_advice(*source, of.as_ref())
                    && let Some(asked) = self.advice.get_mut(place)
                {
                    asked.received = Some(*on);
                }
            }
            _ => {}
        }
    }

    /// The request that advice from this source answers: the one to this person, or else the first still open.
    pub(super) fn open_advice(&self, source: super::terms::AdviceSource, of: Option<&PersonRef>) -> Option<usize> {
        let open = |asked: &AdviceAsked| asked.source == source && asked.received.is_none();
        let exact = of.and_then(|of| self.advice.iter().position(|asked| open(asked) && asked.of.as_ref() == Some(of)));
        exact.or_else(|| self.advice.iter().position(|asked| open(asked) && (of.is_none() || asked.of.is_none())))
    }

    fn note_dispute(&mut self, event: &Event) {
        match event {
            Event::AppealRegistered { on, about } => self.appeal = Some(Appeal { about: *about, registered: *on }),
            Event::AppealEnded { .. } => self.appeal = None,
            _ => {}
        }
    }

    fn note_plan(&mut self, event: &Event) {
        match event {
            Event::FinalPlanIssued { on, placement, setting, need, second_need } => {
                self.plan = Some(Plan {
                    made: *on,
                    last_review: None,
                    placement: *placement,
                    setting: setting.clone(),
                    need: *need,
                    second_need: *second_need,
                });
            }
            Event::PlanBroughtIn { made, last_review, placement, setting, need, second_need, .. } => {
                self.plan = Some(Plan {
                    made: *made,
                    last_review: *last_review,
                    placement: *placement,
                    setting: setting.clone(),
                    need: *need,
                    second_need: *second_need,
                });
            }
            Event::AmendedPlanIssued { placement, setting, need, second_need, .. } => {
                if let Some(plan) = &mut self.plan {
                    plan.placement = *placement;
                    plan.setting.clone_from(setting);
                    plan.need = *need;
                    plan.second_need = *second_need;
                }
            }
            Event::ReviewDecided { on, .. } => {
                if let Some(plan) = &mut self.plan {
                    plan.last_review = Some(*on);
                }
            }
            _ => {}
        }
    }

    fn stage_after(&self, event: &Event) -> Stage {
        match (event, self.stage) {
            (Event::RequestReceived { on, .. } | Event::BecameResponsible { on, .. }, _) => {
                Stage::Deciding { since: *on }
            }
            (Event::RequestWithdrawn { on, .. }, _) => Stage::Withdrawn { on: *on },
            (Event::AssessmentAgreed { on, .. }, _) => Stage::Assessing { decided: *on, notified: None },
            (Event::AssessmentRefused { on, .. }, _) => Stage::NotAssessing { decided: *on, notified: None },
            (Event::DecisionNotified { on }, Stage::Assessing { decided, notified }) => {
                Stage::Assessing { decided, notified: notified.or(Some(*on)) }
            }
            (Event::DecisionNotified { on }, Stage::NotAssessing { decided, notified }) => {
                Stage::NotAssessing { decided, notified: notified.or(Some(*on)) }
            }
            (Event::PlanAgreed { on, .. }, _) => Stage::Drafting { decided: *on },
            (Event::PlanRefused { on, .. }, _) => Stage::NoPlan { decided: *on, notified: None },
            (Event::NoPlanNotified { on }, Stage::NoPlan { decided, .. }) => {
                Stage::NoPlan { decided, notified: Some(*on) }
            }
            (Event::DraftServed { on }, _) => Stage::DraftWithFamily { served: *on, answered: None },
            (Event::RepresentationsReceived { on }, Stage::DraftWithFamily { served, answered }) => {
                Stage::DraftWithFamily { served, answered: answered.or(Some(*on)) }
            }
            (
                Event::FinalPlanIssued { on, .. }
                | Event::PlanBroughtIn { on, .. }
                | Event::AmendedPlanIssued { on, .. }
                | Event::AmendmentDropped { on },
                _,
            ) => Stage::Plan { since: *on },
            (Event::ReviewMeetingHeld { on }, stage)
                if !matches!(stage, Stage::Ending { .. } | Stage::Ceased { .. }) =>
            {
                Stage::Reviewing { meeting: *on }
            }
            (Event::ReviewDecided { outcome: ReviewOutcome::Amend, .. }, Stage::Reviewing { meeting }) => {
                Stage::Amending { meeting: Some(meeting), notice: None }
            }
            (Event::ReviewDecided { on, .. }, Stage::Reviewing { .. } | Stage::Plan { .. }) => {
                Stage::Plan { since: *on }
            }
            (Event::AmendmentNoticeSent { on }, Stage::Reviewing { meeting }) => {
                Stage::Amending { meeting: Some(meeting), notice: Some(*on) }
            }
            (Event::AmendmentNoticeSent { on }, Stage::Amending { meeting, .. }) => {
                Stage::Amending { meeting, notice: Some(*on) }
            }
            (Event::AmendmentNoticeSent { on }, Stage::Plan { .. }) => {
                Stage::Amending { meeting: None, notice: Some(*on) }
            }
            (Event::CeaseNotified { on, reason }, _) => Stage::Ending { notice: *on, reason: *reason },
            (Event::PlanCeased { on, reason }, _) => Stage::Ceased { on: *on, reason: *reason },
            (
                Event::AppealEnded {
                    on,
                    how: AppealEnd::Decided | AppealEnd::Unopposed,
                    order: Some(OrderKind::Continue | OrderKind::ContinueAndAmend),
                },
                Stage::Ending { .. },
            ) => Stage::Plan { since: *on },
            (_, stage) => stage,
        }
    }
}
