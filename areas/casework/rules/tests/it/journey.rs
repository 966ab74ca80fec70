//! A case from its first line to its end, and every sentence that refuses.

use calendar::Calendar;
use casework_rules::law::RuleId;
use casework_rules::{
    About, Actor, AdviceSource, AppealEnd, AppealKind, AssessmentTest, Case, CeaseReason, Channel, Command, Event,
    Existing, Ground, Limb, Named, Need, OrderKind, Placement, Refusal, Requester, ReviewOutcome, Stage, StageKind,
    State,
};
use jiff::civil::{Date, date};

pub fn about(born: Date) -> About {
    About { child: "child".into(), born, existing: Existing::None }
}

fn ask_for(born: Date, received_on: Date) -> Command {
    Command::ReceiveRequest {
        about: about(born),
        from: Requester::Parent,
        by: Some("parent".into()),
        channel: Channel::Online,
        received_on,
        needs: "He finds it hard to talk.".to_owned(),
    }
}

/// A case whose request was received on one day and recorded on another.
pub fn received(on: Date, recorded: Date) -> Case {
    let command = ask_for(date(2018, 5, 1), on);
    Case::from_events(&Case::new().decide(command, &Actor::parent("parent"), recorded).unwrap())
}

fn officer() -> Actor {
    Actor::officer("officer")
}

fn named() -> Named {
    Named { placement: Placement::Mainstream, setting: Some("school".into()), need: Need::Slcn, second_need: None }
}

fn both_yes() -> AssessmentTest {
    AssessmentTest {
        needs: Limb::yes("He has a speech and language difficulty that the school has recorded."),
        plan: Limb::yes("School support has been tried for two terms and has not been enough."),
    }
}

fn a_lawful_no() -> AssessmentTest {
    AssessmentTest {
        needs: Limb::yes("He may have special educational needs in speech and language."),
        plan: Limb::no("The school can make all the provision he needs from its own resources."),
    }
}

/// Gives the commands one after the other, each on the day it happens.
fn then(case: Case, commands: impl IntoIterator<Item = Command>) -> Case {
    commands.into_iter().fold(case, |case, command| {
        let kind = command.kind();
        let stage = case.stage();
        let events = case
            .decide(command, &officer(), date(2028, 1, 1))
            .unwrap_or_else(|refusal| panic!("{kind:?} at {stage:?}: {refusal}"));
        events.iter().fold(case, Case::apply)
    })
}

fn refused(case: &Case, command: Command, today: Date) -> Refusal {
    case.decide(command, &officer(), today).unwrap_err()
}

fn assessing() -> Case {
    then(
        received(date(2026, 3, 2), date(2026, 3, 2)),
        [
            Command::AllocateOfficer { on: date(2026, 3, 3), officer: "officer".into() },
            Command::AgreeToAssess { on: date(2026, 4, 9), test: both_yes() },
            Command::NotifyDecision { on: date(2026, 4, 10) },
        ],
    )
}

fn planned() -> Case {
    then(
        assessing(),
        [
            Command::RequestAdvice { on: date(2026, 4, 14), source: AdviceSource::Health, of: None },
            Command::RequestAdvice { on: date(2026, 4, 14), source: AdviceSource::Setting, of: None },
            Command::ReceiveAdvice { on: date(2026, 5, 20), source: AdviceSource::Setting, of: None },
            Command::ReceiveAdvice { on: date(2026, 6, 3), source: AdviceSource::Health, of: None },
            Command::AgreePlan { on: date(2026, 6, 5), reasons: String::new() },
            Command::ServeDraft { on: date(2026, 6, 8) },
            Command::ConsultSetting { on: date(2026, 6, 9), setting: "school".into() },
            Command::ReceiveReply { on: date(2026, 6, 20), setting: "school".into(), can_meet: true },
            Command::ReceiveRepresentations { on: date(2026, 6, 22) },
            Command::IssueFinalPlan { on: date(2026, 7, 17), named: named() },
        ],
    )
}

#[test]
fn from_a_parents_first_line_to_a_plan_in_twenty_weeks() {
    let case = planned();
    assert_eq!(case.stage(), Stage::Plan { since: date(2026, 7, 17) });
    let clock = case.clock(&Calendar::england(), date(2026, 7, 17));
    assert_eq!(clock.of(RuleId::Req03).unwrap().state, State::Met { on: date(2026, 4, 10) });
    assert_eq!(clock.of(RuleId::Fin01).unwrap().state, State::Met { on: date(2026, 7, 17) });
    let advice: Vec<State> = clock.all_of(RuleId::Adv01).map(|deadline| deadline.state).collect();
    assert_eq!(advice, [State::MetLate { on: date(2026, 6, 3) }, State::Met { on: date(2026, 5, 20) }]);
    assert!(clock.plan_timeliness().unwrap().in_time);
    assert_eq!(clock.of(RuleId::Rev01).unwrap().due, Some(date(2027, 7, 16)));
    assert_eq!(case.officer().unwrap().as_str(), "officer");
    assert_eq!(case.version(), 14);
}

#[test]
fn the_most_urgent_duty_comes_first_and_is_said_plainly() {
    let calendar = Calendar::england();
    let case = received(date(2026, 3, 2), date(2026, 3, 2));
    let urgency = case.urgency(&calendar).unwrap();
    assert_eq!(urgency.words(date(2026, 4, 10)), "6-week decision due in 3 days");
    assert_eq!(urgency.words(date(2026, 4, 12)), "6-week decision due tomorrow");
    assert_eq!(urgency.words(date(2026, 4, 13)), "6-week decision due today");
    assert_eq!(urgency.words(date(2026, 4, 14)), "6-week decision 1 day late");
    assert_eq!(urgency.words(date(2026, 4, 15)), "6-week decision 2 days late");
    assert_eq!(case.next_step_on(&calendar), Some(date(2026, 4, 13)));
    let assessing = assessing();
    assert_eq!(assessing.urgency(&calendar).unwrap().rule, RuleId::Asm01);
    let mut list = [assessing.urgency(&calendar), urgency.into()];
    list.sort();
    assert_eq!(list[0].unwrap().rule, RuleId::Req03);
}

#[test]
fn a_refusal_must_answer_both_questions_of_the_test() {
    let case = received(date(2026, 3, 2), date(2026, 3, 2));
    let refuse = |needs: Limb, plan: Limb| Command::RefuseToAssess {
        on: date(2026, 4, 9),
        test: AssessmentTest { needs, plan },
    };
    let today = date(2026, 4, 9);
    let lawful = a_lawful_no();
    assert_eq!(refused(&case, refuse(Limb::no("No."), lawful.plan.clone()), today), Refusal::NeedsNotAddressed);
    assert_eq!(refused(&case, refuse(lawful.needs.clone(), Limb::no("")), today), Refusal::PlanNotAddressed);
    assert_eq!(refused(&case, refuse(both_yes().needs, both_yes().plan), today), Refusal::TestIsMet);
    let agree = Command::AgreeToAssess { on: today, test: lawful.clone() };
    assert_eq!(refused(&case, agree, today), Refusal::TestNotMet);
    let events = case.decide(refuse(lawful.needs.clone(), lawful.plan), &officer(), today).unwrap();
    assert!(matches!(events.as_slice(), [Event::AssessmentRefused { .. }]));
    insta::assert_snapshot!(Refusal::PlanNotAddressed, @"Say whether it may be necessary for provision to be made through a plan, and why, in a full sentence. The law asks this second (section 36(8)(b)).");
}

#[test]
fn only_an_officer_of_the_authority_decides() {
    let case = received(date(2026, 3, 2), date(2026, 3, 2));
    let command = Command::AgreeToAssess { on: date(2026, 4, 9), test: both_yes() };
    let refusal = case.decide(command, &Actor::parent("parent"), date(2026, 4, 9)).unwrap_err();
    insta::assert_snapshot!(refusal, @"Only an officer of the local authority can decide to assess.");
}

#[test]
fn impossible_dates_and_ages_are_refused_in_sentences() {
    let today = date(2026, 11, 22);
    let on = |born, received| Case::new().decide(ask_for(born, received), &officer(), today).unwrap_err().to_string();
    let child = date(2018, 5, 1);
    insta::assert_snapshot!(on(child, date(2026, 11, 23)), @"The date is 23 November 2026, which is in the future. Today is 22 November 2026.");
    insta::assert_snapshot!(on(child, date(2018, 4, 30)), @"The request is dated 30 April 2018, before the child was born on 1 May 2018.");
    insta::assert_snapshot!(on(child, date(2024, 11, 21)), @"The request is dated 21 November 2024, more than 2 years ago. Check the year.");
    insta::assert_snapshot!(on(date(2027, 1, 1), today), @"The date of birth is 1 January 2027, which cannot be right. Check the day, month and year.");
    insta::assert_snapshot!(on(date(1899, 1, 1), today), @"The date of birth is 1 January 1899, which cannot be right. Check the day, month and year.");
    insta::assert_snapshot!(on(date(2001, 11, 22), today), @"This person turned 25 on 22 November 2026. A plan can only be asked for before the 25th birthday.");
    assert!(Case::new().decide(ask_for(date(2001, 11, 23), today), &officer(), today).is_ok(), "the day before it");
}

#[test]
fn a_decision_cannot_come_before_the_request() {
    let case = received(date(2026, 3, 2), date(2026, 3, 2));
    let command = Command::AgreeToAssess { on: date(2026, 3, 1), test: both_yes() };
    insta::assert_snapshot!(refused(&case, command, date(2026, 3, 9)), @"The date is 1 March 2026, before the case started on 2 March 2026.");
}

#[test]
fn a_second_request_is_offered_the_open_one() {
    let today = date(2026, 3, 20);
    let case = received(date(2026, 3, 2), date(2026, 3, 2));
    let same_case = refused(&case, ask_for(date(2018, 5, 1), today), today);
    assert_eq!(same_case, Refusal::AlreadyOpen { received: date(2026, 3, 2) });
    let mut elsewhere = about(date(2018, 5, 1));
    elsewhere.existing = Existing::OpenRequest { received: date(2026, 3, 2) };
    let command = Command::ReceiveRequest {
        about: elsewhere,
        from: Requester::Setting,
        by: None,
        channel: Channel::Letter,
        received_on: today,
        needs: String::new(),
    };
    insta::assert_snapshot!(refused(&Case::new(), command, today), @"There is already an open request for this child, received on 2 March 2026. Add what you know to that request.");
    let planned = refused(&planned(), ask_for(date(2018, 5, 1), today), date(2026, 8, 1));
    assert_eq!(planned, Refusal::AlreadyHasPlan { made: date(2026, 7, 17) });
}

#[test]
fn the_final_plan_waits_for_the_family_and_names_only_a_consulted_setting() {
    let draft = then(
        assessing(),
        [
            Command::AgreePlan { on: date(2026, 6, 5), reasons: String::new() },
            Command::ServeDraft { on: date(2026, 6, 8) },
        ],
    );
    let issue = |on| Command::IssueFinalPlan { on, named: named() };
    let today = date(2026, 7, 1);
    insta::assert_snapshot!(refused(&draft, issue(date(2026, 6, 22)), today), @"The family may answer the draft until the end of 22 June 2026 and has not answered yet. The final plan can go from 23 June 2026.");
    assert_eq!(refused(&draft, issue(date(2026, 6, 23)), today), Refusal::SettingNotConsulted);
}

#[test]
fn a_refused_assessment_can_be_reversed_by_the_tribunal() {
    let refused = then(
        received(date(2026, 3, 2), date(2026, 3, 2)),
        [
            Command::RefuseToAssess { on: date(2026, 4, 9), test: a_lawful_no() },
            Command::NotifyDecision { on: date(2026, 4, 10) },
            Command::ContactMediation { on: date(2026, 4, 20), wanted: false },
            Command::RecordCertificate { on: date(2026, 4, 22) },
            Command::RegisterAppeal { on: date(2026, 5, 11), about: AppealKind::RefusalToAssess },
        ],
    );
    let calendar = Calendar::england();
    let clock = refused.clock(&calendar, date(2026, 5, 12));
    assert_eq!(clock.of(RuleId::App01).unwrap().state, State::Met { on: date(2026, 5, 11) });
    assert!(matches!(clock.of(RuleId::Fin01).unwrap().state, State::NotApplicable { .. }));
    let order = Command::EndAppeal { on: date(2026, 9, 1), how: AppealEnd::Decided, order: Some(OrderKind::Assess) };
    let ordered = then(refused, [order]);
    assert_eq!(ordered.urgency(&calendar).unwrap().rule, RuleId::Tro01);
    let assessing = then(ordered, [Command::AgreeToAssess { on: date(2026, 9, 10), test: both_yes() }]);
    assert_eq!(assessing.stage().kind(), StageKind::Assessing);
    let clock = assessing.clock(&calendar, date(2026, 9, 11));
    assert!(matches!(clock.of(RuleId::Fin01).unwrap().state, State::NotApplicable { .. }), "the order's limits apply");
    assert_eq!(clock.of(RuleId::Tro03).unwrap().due, Some(date(2026, 12, 8)));
}

#[test]
fn a_plan_is_reviewed_amended_and_ended() {
    let calendar = Calendar::england();
    let amended = then(
        planned(),
        [
            Command::HoldReviewMeeting { on: date(2027, 5, 6) },
            Command::SendReviewReport { on: date(2027, 5, 18) },
            Command::DecideReview { on: date(2027, 5, 27), outcome: ReviewOutcome::Amend },
            Command::SendAmendmentNotice { on: date(2027, 5, 27) },
            Command::IssueAmendedPlan { on: date(2027, 7, 8), named: named() },
        ],
    );
    let clock = amended.clock(&calendar, date(2027, 7, 8));
    for rule in [RuleId::Rev06, RuleId::Rev07, RuleId::Rev08, RuleId::Rev09] {
        assert!(matches!(clock.of(rule).unwrap().state, State::Met { .. }), "{rule}");
    }
    let too_soon = Command::CeasePlan { on: date(2027, 9, 1), reason: CeaseReason::NeedsMet };
    assert_eq!(refused(&amended, too_soon, date(2027, 9, 1)), Refusal::NoNotice);
    let ending = then(amended, [Command::NotifyCease { on: date(2027, 9, 6), reason: CeaseReason::NeedsMet }]);
    let end = |on| Command::CeasePlan { on, reason: CeaseReason::NeedsMet };
    insta::assert_snapshot!(refused(&ending, end(date(2027, 11, 8)), date(2027, 11, 20)), @"The plan must stay in place until the time to appeal ends on 8 November 2027 (section 45(4)).");
    let appealed = then(ending.clone(), [Command::RegisterAppeal { on: date(2027, 10, 1), about: AppealKind::Cease }]);
    assert_eq!(refused(&appealed, end(date(2027, 11, 20)), date(2027, 11, 20)), Refusal::AppealOpen);
    let ended = then(ending, [end(date(2027, 11, 9))]);
    assert_eq!(ended.stage().kind(), StageKind::Ceased);
    assert_eq!(ended.urgency(&calendar), None);
}

#[test]
fn a_review_decided_late_is_shown_late() {
    let late = then(
        planned(),
        [
            Command::HoldReviewMeeting { on: date(2027, 5, 6) },
            Command::DecideReview { on: date(2027, 7, 1), outcome: ReviewOutcome::Maintain },
        ],
    );
    let clock = late.clock(&Calendar::england(), date(2027, 7, 2));
    assert_eq!(clock.of(RuleId::Rev07).unwrap().state, State::MetLate { on: date(2027, 7, 1) });
    assert_eq!(clock.of(RuleId::Rev01).unwrap().due, Some(date(2028, 6, 30)));
}

#[test]
fn exceptions_are_recorded_only_when_the_law_has_them() {
    let case = assessing();
    let record = |ground, impractical: &str| Command::RecordException {
        on: date(2026, 7, 28),
        ground,
        from: date(2026, 7, 22),
        until: Some(date(2026, 9, 3)),
        impractical: impractical.to_owned(),
    };
    let why = "The head could not be reached during the closure and no other advice could stand in.";
    let today = date(2026, 7, 28);
    insta::assert_snapshot!(refused(&case, record(Ground::NotEnoughStaff, why), today), @"The law does not allow this as an exception: too few staff is no defence (R (W) v Hertfordshire, 2023). The clock runs on.");
    assert_eq!(refused(&case, record(Ground::SchoolClosed, "closed"), today), Refusal::NotImpractical);
    let recorded = then(case, [record(Ground::SchoolClosed, why)]);
    let clock = recorded.clock(&Calendar::england(), today);
    let plan = clock.of(RuleId::Fin01).unwrap();
    assert_eq!((plan.claimed, plan.exception), (Some(Ground::SchoolClosed), None), "no advice was asked in the window");
}

#[test]
fn a_plan_that_moves_in_is_reviewed_by_the_later_date() {
    let command = Command::BringInPlan {
        about: about(date(2014, 5, 1)),
        on: date(2026, 10, 5),
        made: date(2024, 1, 22),
        last_review: Some(date(2026, 1, 20)),
        moved_in: true,
        named: named(),
    };
    let case = then(Case::new(), [command]);
    let clock = case.clock(&Calendar::england(), date(2026, 10, 5));
    assert_eq!(clock.of(RuleId::Mov02).unwrap().due, Some(date(2026, 11, 16)));
    assert_eq!(clock.of(RuleId::Mov03).unwrap().due, Some(date(2027, 1, 19)));
}

#[test]
fn events_rebuild_the_same_case_through_json() {
    let mut case = Case::new();
    let mut log = Vec::new();
    for command in [
        ask_for(date(2018, 5, 1), date(2026, 3, 2)),
        Command::AgreeToAssess { on: date(2026, 4, 9), test: both_yes() },
        Command::NotifyDecision { on: date(2026, 4, 10) },
    ] {
        for event in case.decide(command, &officer(), date(2026, 4, 10)).unwrap() {
            log.push(serde_json::to_string(&event).unwrap());
            case = case.apply(&event);
        }
    }
    let events: Vec<Event> = log.iter().map(|json| serde_json::from_str(json).unwrap()).collect();
    assert_eq!(Case::from_events(&events), case);
    assert!(log.iter().all(|json| json.len() < 300), "events stay small");
}

#[test]
fn a_child_who_was_on_record_already_brings_their_own_birth_date() {
    let identify = Command::IdentifyChild { on: date(2026, 3, 4), child: "known".into(), born: date(2010, 7, 3) };
    let case = then(received(date(2026, 3, 2), date(2026, 3, 2)), [identify]);
    assert_eq!((case.child().unwrap().as_str(), case.born()), ("known", Some(date(2010, 7, 3))));
    let clock = case.clock(&Calendar::england(), date(2026, 3, 4));
    assert_eq!(clock.of(RuleId::Yp01).unwrap().due, Some(date(2026, 6, 26)));
    assert_eq!(clock.all_of(RuleId::Yp01).count(), 1);
}
