//! From the end of the assessment to the final plan.

use calendar::limits::{days_incl, shift};
use jiff::civil::Date;

use super::Decided;
use crate::case::Case;
use crate::case::checks::{is_a_sentence, not_before, not_future};
use crate::case::command::Command;
use crate::case::event::Event;
use crate::case::people::Actor;
use crate::case::refusal::Refusal;
use crate::case::stage::Stage;
use crate::law::Moment;

/// Days for the family to answer the draft, beginning with the day it is served: rule DRF-02.
const DAYS_TO_ANSWER: u32 = 15;

pub(super) fn decision(case: &Case, command: Command, by: &Actor, today: Date) -> Decided {
    match command {
        Command::AgreePlan { on, reasons } => {
            after_decision(case, on, today)?;
            Ok(vec![Event::PlanAgreed { on, by: by.person.clone(), reasons: reasons.trim().to_owned() }])
        }
        Command::RefusePlan { on, reasons } => {
            after_decision(case, on, today)?;
            if !is_a_sentence(&reasons) {
                return Err(Refusal::NoReasons);
            }
            Ok(vec![Event::PlanRefused { on, by: by.person.clone(), reasons: reasons.trim().to_owned() }])
        }
        Command::NotifyNoPlan { on } => {
            not_future(on, today)?;
            if let Stage::NoPlan { decided, notified } = case.stage() {
                not_before(on, decided, "the decision was made")?;
                if let Some(on) = notified {
                    return Err(Refusal::AlreadyNotified { on });
                }
            }
            Ok(vec![Event::NoPlanNotified { on }])
        }
        _ => Ok(Vec::new()),
    }
}

fn after_decision(case: &Case, on: Date, today: Date) -> Result<(), Refusal> {
    not_future(on, today)?;
    match case.stage() {
        Stage::Assessing { decided, .. } => not_before(on, decided, "it was decided to assess"),
        _ => Ok(()),
    }
}

pub(super) fn plan(case: &Case, command: Command, today: Date) -> Decided {
    match command {
        Command::ServeDraft { on } => {
            not_future(on, today)?;
            if let Stage::Drafting { decided } = case.stage() {
                not_before(on, decided, "it was decided that a plan is necessary")?;
            }
            Ok(vec![Event::DraftServed { on }])
        }
        Command::ReceiveRepresentations { on } => {
            not_future(on, today)?;
            if let Stage::DraftWithFamily { served, .. } = case.stage() {
                not_before(on, served, "the draft was served")?;
            }
            Ok(vec![Event::RepresentationsReceived { on }])
        }
        Command::ConsultSetting { on, setting } => {
            case.dated(on, today)?;
            Ok(vec![Event::SettingConsulted { on, setting }])
        }
        Command::ReceiveReply { on, setting, can_meet } => {
            case.dated(on, today)?;
            if !case.consulted.contains(&setting) {
                return Err(Refusal::SettingNotConsulted);
            }
            Ok(vec![Event::SettingReplied { on, setting, can_meet }])
        }
        Command::IssueFinalPlan { on, named } => {
            not_future(on, today)?;
            if let Stage::DraftWithFamily { served, answered } = case.stage() {
                not_before(on, served, "the draft was served")?;
                let until = days_incl(served, DAYS_TO_ANSWER);
                if on <= until && answered.is_none() {
                    return Err(Refusal::TimeToAnswer { until, from: shift(until, 1) });
                }
            }
            let consulted = |setting| {
                case.consulted.contains(setting)
                    && case.facts().list().iter().any(|fact| fact.moment == Moment::SettingConsulted && fact.on <= on)
            };
            if named.setting.as_ref().is_some_and(|setting| !consulted(setting)) {
                return Err(Refusal::SettingNotConsulted);
            }
            Ok(vec![Event::FinalPlanIssued {
                on,
                placement: named.placement,
                setting: named.setting,
                need: named.need,
                second_need: named.second_need,
            }])
        }
        _ => Ok(Vec::new()),
    }
}
