use super::{dates, town, usual};
use casework_rules::{About, Actor, Case, Command, Event, Existing, Named, ReviewOutcome};
use demonstration::{CaseRow, County};

fn events(county: &County, case: &CaseRow) -> Vec<Event> {
    county.events_of(case).iter().map(|row| serde_json::from_str(&row.json).unwrap()).collect()
}

/// The command that causes this event; none for those that the county does not tell.
fn command(event: &Event) -> Option<Command> {
    use Command as C;
    use Event as E;
    Some(match event.clone() {
        E::RequestReceived { on, child, born, from, by, channel, needs } => C::ReceiveRequest {
            about: About { child, born, existing: Existing::None },
            from,
            by,
            channel,
            received_on: on,
            needs,
        },
        E::BecameResponsible { on, child, born, from, reason, .. } => {
            C::AcceptResponsibility { about: About { child, born, existing: Existing::None }, from, since: on, reason }
        }
        E::RequestWithdrawn { on, reason, .. } => C::WithdrawRequest { on, reason },
        E::OfficerAllocated { on, officer } => C::AllocateOfficer { on, officer },
        E::AssessmentAgreed { on, test, .. } => C::AgreeToAssess { on, test },
        E::AssessmentRefused { on, test, .. } => C::RefuseToAssess { on, test },
        E::DecisionNotified { on } => C::NotifyDecision { on },
        E::AdviceRequested { on, source, of } => C::RequestAdvice { on, source, of },
        E::AdviceReceived { on, source, of } => C::ReceiveAdvice { on, source, of },
        E::ExceptionRecorded { on, ground, from, until, impractical, .. } => {
            C::RecordException { on, ground, from, until, impractical }
        }
        E::PlanAgreed { on, reasons, .. } => C::AgreePlan { on, reasons },
        E::PlanRefused { on, reasons, .. } => C::RefusePlan { on, reasons },
        E::NoPlanNotified { on } => C::NotifyNoPlan { on },
        E::DraftServed { on } => C::ServeDraft { on },
        E::RepresentationsReceived { on } => C::ReceiveRepresentations { on },
        E::SettingConsulted { on, setting } => C::ConsultSetting { on, setting },
        E::SettingReplied { on, setting, can_meet } => C::ReceiveReply { on, setting, can_meet },
        E::FinalPlanIssued { on, placement, setting, need, second_need } => {
            C::IssueFinalPlan { on, named: Named { placement, setting, need, second_need } }
        }
        E::PlanBroughtIn { on, child, born, made, last_review, moved_in, placement, setting, need, second_need } => {
            C::BringInPlan {
                about: About { child, born, existing: Existing::None },
                on,
                made,
                last_review,
                moved_in,
                named: Named { placement, setting, need, second_need },
            }
        }
        E::ReviewMeetingHeld { on } => C::HoldReviewMeeting { on },
        E::ReviewReportSent { on } => C::SendReviewReport { on },
        E::ReviewDecided { on, outcome } => C::DecideReview { on, outcome },
        E::AmendmentNoticeSent { on } => C::SendAmendmentNotice { on },
        E::AmendedPlanIssued { on, placement, setting, need, second_need } => {
            C::IssueAmendedPlan { on, named: Named { placement, setting, need, second_need } }
        }
        E::AmendmentDropped { on } => C::DropAmendment { on },
        E::CeaseNotified { on, reason } => C::NotifyCease { on, reason },
        E::PlanCeased { on, reason } => C::CeasePlan { on, reason },
        E::MediationContacted { on, wanted } => C::ContactMediation { on, wanted },
        E::MediationHeld { on, agreed } => C::HoldMediation { on, agreed },
        E::MediationCertificate { on } => C::RecordCertificate { on },
        E::AppealRegistered { on, about } => C::RegisterAppeal { on, about },
        E::AppealEnded { on, how, order } => C::EndAppeal { on, how, order },
        _ => return None,
    })
}

/// Who may do it: the person that the event names, else any officer.
fn actor(event: &Event) -> Actor {
    match event {
        Event::BecameResponsible { by, .. }
        | Event::RequestWithdrawn { by, .. }
        | Event::AssessmentAgreed { by, .. }
        | Event::AssessmentRefused { by, .. }
        | Event::ExceptionRecorded { by, .. }
        | Event::PlanAgreed { by, .. }
        | Event::PlanRefused { by, .. } => Actor::officer(by.as_str()),
        _ => Actor::officer("an officer"),
    }
}

fn replay(county: &County) -> Vec<String> {
    let mut wrong = Vec::new();
    for row in &county.cases {
        let events = events(county, row);
        let mut case = Case::new();
        let mut index = 0;
        while index < events.len() {
            let mut event = &events[index];
            let mut expected = &events[index..=index];
            if let (Event::ReviewDecided { outcome: ReviewOutcome::Cease, .. }, Some(next)) =
                (event, events.get(index + 1))
            {
                // The notice that a plan will end tells the outcome of the review too.
                event = next;
                expected = &events[index..=index + 1];
            }
            match case.decide(command(event).expect("a command"), &actor(event), event.on()) {
                Ok(caused) if caused == expected => {}
                Ok(caused) => wrong.push(format!("{}: {caused:?} for {expected:?}", row.id)),
                Err(refusal) => wrong.push(format!("{}: {refusal} ({event:?}) in {events:#?}", row.id)),
            }
            if wrong.len() > 3 {
                return wrong;
            }
            for event in expected {
                case = case.apply(event);
            }
            index += expected.len();
        }
    }
    wrong
}

#[test]
fn every_case_could_have_been_made_by_commands_one_after_another() {
    let wrong = replay(usual());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    for (seed, today) in [(2, dates()[1]), (7, dates()[2])] {
        let wrong = replay(&town(seed, today));
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}

#[test]
fn nothing_happens_after_yesterday_or_out_of_order() {
    for today in dates() {
        let county = town(1, today);
        let yesterday = county.times.yesterday.civil();
        for case in &county.cases {
            let rows = &county.events[case.first_event..case.first_event + case.events];
            assert!(rows.iter().all(|row| row.on <= yesterday));
            assert!(rows.windows(2).all(|pair| pair[0].on <= pair[1].on && pair[0].recorded_at <= pair[1].recorded_at));
            assert!(rows.iter().zip(1..).all(|(row, sequence)| row.sequence == sequence));
        }
    }
}
