//! What each event means to the clock.

use calendar::Closure;
use jiff::civil::Date;

use super::Case;
use super::event::Event;
use super::stage::Stage;
use super::terms::{AdviceSource, AppealEnd, CeaseReason, Ground, OrderKind, ReviewOutcome};
use crate::clock::{Claim, Fact};
use crate::law::Moment;

impl Case {
    pub(super) fn note_facts(&mut self, event: &Event) {
        let on = event.on();
        match event {
            Event::RequestReceived { born, .. } => {
                self.fact(Moment::Born, *born);
                self.fact(Moment::RequestReceived, on);
            }
            Event::BecameResponsible { born, .. } => {
                self.fact(Moment::Born, *born);
                self.fact(Moment::BecameResponsible, on);
            }
            Event::RequestWithdrawn { .. } => self.fact(Moment::RequestWithdrawn, on),
            Event::AssessmentAgreed { .. } => self.fact(Moment::AssessmentAgreed, on),
            Event::AssessmentRefused { .. } => self.fact(Moment::AssessmentRefused, on),
            Event::DecisionNotified { .. } => {
                self.fact(Moment::AssessDecisionNotified, on);
                if matches!(self.stage, Stage::NotAssessing { .. }) {
                    self.fact(Moment::AppealableNotice, on);
                }
            }
            Event::AdviceRequested { source, .. } => {
                // The advice of the parent or young person has no limit in law.
                if *source != AdviceSource::Family {
                    let key = key(self.advice.len());
                    self.facts.add(Fact::new(asked(*source), on).about(key));
                }
            }
            Event::AdviceReceived { source, of, .. } => {
                if let Some(place) = self.open_advice(*source, of.as_ref()) {
                    self.facts.add(Fact::new(Moment::AdviceReceived, on).about(key(place)));
                }
            }
            Event::ExceptionRecorded { ground, from, until, .. } => self.exception(on, *ground, *from, *until),
            Event::PlanAgreed { .. } => self.fact(Moment::PlanAgreed, on),
            Event::PlanRefused { .. } => self.fact(Moment::PlanRefused, on),
            Event::NoPlanNotified { .. } => self.appealable(Moment::NoPlanNotified, on),
            Event::DraftServed { .. } => self.fact(Moment::DraftServed, on),
            Event::RepresentationsReceived { .. } => self.fact(Moment::RepresentationsReceived, on),
            Event::SettingConsulted { setting, .. } => {
                let place = self.consulted.iter().position(|held| held == setting).unwrap_or_else(|| {
                    self.consulted.push(setting.clone());
                    self.consulted.len() - 1
                });
                self.facts.add(Fact::new(Moment::SettingConsulted, on).about(key(place)));
            }
            Event::SettingReplied { setting, .. } => {
                if let Some(place) = self.consulted.iter().position(|held| held == setting) {
                    self.facts.add(Fact::new(Moment::SettingReplied, on).about(key(place)));
                }
            }
            Event::FinalPlanIssued { .. } => self.appealable(Moment::FinalPlanIssued, on),
            Event::PlanBroughtIn { born, made, last_review, moved_in, .. } => {
                self.fact(Moment::Born, *born);
                match last_review {
                    Some(reviewed) => self.fact(Moment::PreviousReview, *reviewed),
                    None => self.fact(Moment::PlanMade, *made),
                }
                if *moved_in {
                    self.fact(Moment::PlanTransferred, on);
                }
            }
            Event::ReviewMeetingHeld { .. } => self.fact(Moment::ReviewMeeting, on),
            Event::ReviewReportSent { .. } => self.fact(Moment::ReviewReportSent, on),
            Event::ReviewDecided { outcome, .. } => match outcome {
                ReviewOutcome::Maintain => self.appealable(Moment::ReviewMaintain, on),
                ReviewOutcome::Amend => self.fact(Moment::ReviewAmend, on),
                ReviewOutcome::Cease => self.fact(Moment::ReviewCease, on),
            },
            Event::AmendmentNoticeSent { .. } => self.fact(Moment::AmendmentNoticeSent, on),
            Event::AmendedPlanIssued { .. } => self.appealable(Moment::AmendedPlanIssued, on),
            Event::AmendmentDropped { .. } => self.appealable(Moment::AmendmentDropped, on),
            Event::CeaseNotified { .. } => self.appealable(Moment::CeaseNotified, on),
            Event::PlanCeased { reason, .. } => {
                self.fact(Moment::PlanCeased, on);
                if matches!(reason, CeaseReason::MovedAuthority | CeaseReason::MovedOutsideEngland | CeaseReason::Died)
                {
                    self.fact(Moment::LeftArea, on);
                }
            }
            Event::MediationContacted { wanted, .. } => {
                self.fact(Moment::AdviserContacted, on);
                self.fact(if *wanted { Moment::MediationWanted } else { Moment::MediationDeclined }, on);
            }
            Event::MediationHeld { agreed, .. } => {
                self.fact(Moment::MediationEnded, on);
                if let Some(moment) = agreed.then(|| self.in_dispute().and_then(OrderKind::agreed)).flatten() {
                    self.fact(moment, on);
                }
            }
            Event::MediationCertificate { .. } => self.fact(Moment::MediationCertificate, on),
            // The tribunal sends the appeal to the authority when it registers it.
            Event::AppealRegistered { .. } => {
                self.fact(Moment::AppealRegistered, on);
                self.fact(Moment::AppealSent, on);
            }
            Event::AppealEnded { how, order, .. } => {
                self.fact(Moment::AppealEnded, on);
                let moment = match how {
                    AppealEnd::Decided => order.and_then(OrderKind::ordered),
                    AppealEnd::Unopposed => order.and_then(OrderKind::unopposed),
                    AppealEnd::Conceded | AppealEnd::Withdrawn => None,
                };
                if let Some(moment) = moment {
                    self.fact(moment, on);
                }
            }
            Event::ChildIdentified { born, .. } => self.facts.correct_birth(*born),
            Event::OfficerAllocated { .. } => {}
        }
    }

    fn fact(&mut self, moment: Moment, on: Date) {
        self.facts.add(Fact::new(moment, on));
    }

    /// A notice that can be appealed against starts the family's time as well.
    fn appealable(&mut self, moment: Moment, on: Date) {
        self.fact(moment, on);
        self.fact(Moment::AppealableNotice, on);
    }

    fn exception(&mut self, recorded: Date, ground: Ground, from: Date, until: Option<Date>) {
        self.facts.claims.push(Claim { ground, on: recorded });
        let moment = match ground {
            Ground::SchoolClosed | Ground::EarlyYearsClosed => {
                self.facts.closures.extend(until.map(|reopens| Closure { from, reopens }));
                return;
            }
            Ground::PersonalCircumstances => Moment::PersonalCircumstances,
            Ground::AwayFromArea => Moment::Absence,
            Ground::MissedAppointment => Moment::MissedAppointment,
            Ground::AwaitingRepresentations => Moment::AwaitingRepresentations,
            Ground::NotEnoughStaff | Ground::LateAdvice | Ground::WaitingForPanel => return,
        };
        self.facts.add(Fact::new(moment, from).until(until));
    }

    /// What a mediation agreement at this stage can be about.
    fn in_dispute(&self) -> Option<OrderKind> {
        match self.stage {
            Stage::NotAssessing { .. } => Some(OrderKind::Assess),
            Stage::NoPlan { .. } => Some(OrderKind::MakePlan),
            Stage::Plan { .. } => Some(OrderKind::Amend),
            Stage::Ending { .. } => Some(OrderKind::Continue),
            _ => None,
        }
    }
}

const fn asked(source: AdviceSource) -> Moment {
    match source {
        AdviceSource::Setting => Moment::HeadAdviceRequested,
        AdviceSource::EarlyYears => Moment::EarlyYearsAdviceRequested,
        _ => Moment::AdviceRequested,
    }
}

fn key(place: usize) -> u16 {
    u16::try_from(place + 1).unwrap_or(u16::MAX)
}
