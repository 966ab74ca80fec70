//! Deciding whether to assess against section 36(8), and gathering advice.

use jiff::civil::Date;

use super::Decided;
use crate::case::Case;
use crate::case::checks::{is_a_sentence, not_before, not_future};
use crate::case::command::Command;
use crate::case::event::Event;
use crate::case::people::Actor;
use crate::case::refusal::Refusal;
use crate::case::stage::Stage;
use crate::case::terms::{AssessmentTest, Ground};
use crate::law::ExceptionList;

pub(super) fn decision(case: &Case, command: Command, by: &Actor, today: Date) -> Decided {
    match command {
        Command::AgreeToAssess { on, test } => {
            case.dated(on, today)?;
            if !test.needs.met || !test.plan.met {
                return Err(Refusal::TestNotMet);
            }
            if test.needs.why.trim().is_empty() {
                return Err(Refusal::NeedsNotAddressed);
            }
            if test.plan.why.trim().is_empty() {
                return Err(Refusal::PlanNotAddressed);
            }
            Ok(vec![Event::AssessmentAgreed { on, by: by.person.clone(), test }])
        }
        Command::RefuseToAssess { on, test } => {
            case.dated(on, today)?;
            addresses_both_questions(&test)?;
            if test.needs.met && test.plan.met {
                return Err(Refusal::TestIsMet);
            }
            Ok(vec![Event::AssessmentRefused { on, by: by.person.clone(), test }])
        }
        Command::NotifyDecision { on } => {
            not_future(on, today)?;
            if let Stage::Assessing { decided, notified } | Stage::NotAssessing { decided, notified } = case.stage() {
                not_before(on, decided, "the decision was made")?;
                if let Some(on) = notified {
                    return Err(Refusal::AlreadyNotified { on });
                }
            }
            Ok(vec![Event::DecisionNotified { on }])
        }
        _ => Ok(Vec::new()),
    }
}

/// A refusal that does not answer both questions of the test is not a lawful one, so it cannot be recorded.
fn addresses_both_questions(test: &AssessmentTest) -> Result<(), Refusal> {
    if !is_a_sentence(&test.needs.why) {
        return Err(Refusal::NeedsNotAddressed);
    }
    if !is_a_sentence(&test.plan.why) {
        return Err(Refusal::PlanNotAddressed);
    }
    Ok(())
}

pub(super) fn advice(case: &Case, command: Command, by: &Actor, today: Date) -> Decided {
    match command {
        Command::RequestAdvice { on, source, of } => {
            case.dated(on, today)?;
            let open =
                case.advice().iter().find(|asked| asked.source == source && asked.of == of && asked.received.is_none());
            match open {
                Some(open) => Err(Refusal::AdviceAlreadyAsked { asked: open.asked }),
                None => Ok(vec![Event::AdviceRequested { on, source, of }]),
            }
        }
        Command::ReceiveAdvice { on, source, of } => {
            case.dated(on, today)?;
            let place = case.open_advice(source, of.as_ref()).ok_or(Refusal::AdviceNotAsked)?;
            if let Some(asked) = case.advice().get(place) {
                not_before(on, asked.asked, "the advice was asked for")?;
            }
            Ok(vec![Event::AdviceReceived { on, source, of }])
        }
        Command::RecordException { on, ground, from, until, impractical } => {
            case.dated(on, today)?;
            if let Some(reason) = never_an_exception(ground) {
                return Err(Refusal::NotAnException { reason });
            }
            if let Some(until) = until.filter(|until| *until <= from) {
                return Err(Refusal::EndsBeforeItStarts { from, until });
            }
            if !is_a_sentence(&impractical) {
                return Err(Refusal::NotImpractical);
            }
            let impractical = impractical.trim().to_owned();
            Ok(vec![Event::ExceptionRecorded { on, ground, from, until, impractical, by: by.person.clone() }])
        }
        _ => Ok(Vec::new()),
    }
}

/// Why a reason is on none of the three lists.
fn never_an_exception(ground: Ground) -> Option<&'static str> {
    let lists = [ExceptionList::Authority, ExceptionList::AdviceGiver, ExceptionList::Tribunal];
    if lists.iter().any(|list| list.allows(ground)) {
        return None;
    }
    Some(match ground {
        Ground::NotEnoughStaff => "too few staff is no defence (R (W) v Hertfordshire, 2023)",
        Ground::LateAdvice => "late advice does not excuse the authority",
        _ => "waiting for a panel does not excuse the authority",
    })
}
