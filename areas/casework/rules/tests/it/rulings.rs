//! Every counting ruling, by name. The arithmetic itself is tested in `calendar`.

use calendar::{Calendar, Closure, limits};
use casework_rules::clock::{Ask, Claim, Clock, Fact, Facts, State};
use casework_rules::law::{CFA_2014, Moment, RuleId};
use casework_rules::{Actor, Case, Command, Event, Ground, Requester};
use jiff::civil::{Date, date};

fn ask(facts: &Facts, as_of: Date) -> Clock {
    let calendar = Calendar::england();
    Ask::new(&CFA_2014, &calendar).as_of(as_of).of(facts)
}

fn request(on: Date) -> Facts {
    Facts::new().with(Moment::RequestReceived, on)
}

#[test]
fn weeks_end_at_the_end_of_the_same_weekday() {
    let clock = ask(&request(date(2026, 3, 4)), date(2026, 4, 15));
    let decision = clock.of(RuleId::Req03).unwrap();
    assert_eq!(decision.due.unwrap().weekday(), date(2026, 3, 4).weekday());
    assert_eq!(decision.state, State::Running, "to the end of that day");
}

#[test]
fn beginning_with_counts_the_first_day() {
    let draft = Facts::new().with(Moment::DraftServed, date(2026, 6, 8));
    assert_eq!(ask(&draft, date(2026, 6, 8)).of(RuleId::Drf02).unwrap().due, Some(date(2026, 6, 22)));
    let moved = Facts::new().with(Moment::MovedInAware, date(2026, 3, 2));
    assert_eq!(ask(&moved, date(2026, 3, 2)).of(RuleId::Mov01).unwrap().due, Some(date(2026, 3, 20)));
    let plan = Facts::new().with(Moment::PlanMade, date(2026, 7, 20));
    assert_eq!(ask(&plan, date(2026, 7, 20)).of(RuleId::Rev01).unwrap().due, Some(date(2027, 7, 19)));
}

#[test]
fn days_are_calendar_days_unless_the_text_says_working() {
    let asked = Facts::new().with(Moment::ReassessmentRequested, date(2026, 3, 27));
    assert_eq!(ask(&asked, date(2026, 3, 27)).of(RuleId::Rea01).unwrap().due, Some(date(2026, 4, 11)), "a Saturday");
    let copy = Facts::new().with(Moment::PlanCopyRequested, date(2026, 3, 27));
    assert_eq!(ask(&copy, date(2026, 3, 27)).of(RuleId::Dis01).unwrap().due, Some(date(2026, 4, 21)), "over Easter");
}

#[test]
fn a_limit_on_a_weekend_or_bank_holiday_stays_and_the_work_target_goes_back() {
    let clock = ask(&request(date(2026, 11, 16)), date(2026, 12, 28));
    let decision = clock.of(RuleId::Req03).unwrap();
    assert_eq!((decision.due, decision.target), (Some(date(2026, 12, 28)), Some(date(2026, 12, 24))));
    assert_eq!(decision.state, State::Running);
    let missed = ask(&request(date(2026, 11, 16)), date(2026, 12, 29));
    assert_eq!(missed.of(RuleId::Req03).unwrap().state, State::Missed, "no roll forward");
}

#[test]
fn tribunal_limits_roll_forward() {
    let notice = Facts::new().with(Moment::AppealableNotice, date(2026, 6, 10));
    assert_eq!(ask(&notice, date(2026, 6, 10)).of(RuleId::App01).unwrap().due, Some(date(2026, 9, 1)));
}

#[test]
fn before_15_february_shows_both_dates_and_is_measured_by_the_strict_one() {
    let transfer = Facts::new()
        .with(Moment::SchoolPhaseTransfer, date(2027, 9, 1))
        .with(Moment::AmendedPlanIssued, date(2027, 2, 15));
    let clock = ask(&transfer, date(2027, 2, 15));
    let plan = clock.of(RuleId::Pht01).unwrap();
    assert_eq!((plan.due, plan.strict_due), (Some(date(2027, 2, 15)), Some(date(2027, 2, 14))));
    assert_eq!(plan.state, State::MetLate { on: date(2027, 2, 15) });
}

#[test]
fn receipt_is_the_day_it_reached_any_channel_not_the_day_it_was_recorded() {
    let case = crate::journey::received(date(2026, 3, 2), date(2026, 3, 9));
    assert_eq!(case.started(), Some(date(2026, 3, 2)));
    let clock = case.clock(&Calendar::england(), date(2026, 3, 9));
    assert_eq!(clock.of(RuleId::Req03).unwrap().due, Some(date(2026, 4, 13)));
}

#[test]
fn section_24_starts_the_clock_on_an_officers_decision_with_a_reason() {
    let command = |reason: &str| Command::AcceptResponsibility {
        about: crate::journey::about(date(2018, 5, 1)),
        from: Requester::Health,
        since: date(2026, 3, 2),
        reason: reason.to_owned(),
    };
    let officer = Actor::officer("officer");
    assert!(Case::new().decide(command("told"), &officer, date(2026, 3, 3)).is_err());
    let reason = "The health visitor told us of her on 2 March and she lives in our area.";
    let events = Case::new().decide(command(reason), &officer, date(2026, 3, 3)).unwrap();
    let case = Case::from_events(&events);
    let clock = case.clock(&Calendar::england(), date(2026, 3, 3));
    assert_eq!(clock.of(RuleId::Fin01).unwrap().due, Some(date(2026, 7, 20)));
}

#[test]
fn service_of_the_draft_is_the_day_that_is_recorded_with_proof() {
    let posted = Facts::new().with(Moment::DraftServed, date(2026, 6, 10));
    assert_eq!(ask(&posted, date(2026, 6, 10)).of(RuleId::Drf02).unwrap().due, Some(date(2026, 6, 24)));
}

#[test]
fn closure_runs_from_the_first_day_closed_to_the_day_it_reopens() {
    let mut facts = request(date(2026, 6, 15)).with(Moment::HeadAdviceRequested, date(2026, 7, 15));
    facts.closures.push(Closure { from: date(2026, 7, 22), reopens: date(2026, 8, 18) });
    assert!(!ask(&facts, date(2026, 7, 30)).of(RuleId::Fin01).unwrap().exception_available(), "27 days");
    facts.closures[0].reopens = date(2026, 8, 19);
    assert!(ask(&facts, date(2026, 7, 30)).of(RuleId::Fin01).unwrap().exception_available(), "28 days");
}

#[test]
fn an_exception_never_moves_a_date() {
    let plain = request(date(2026, 6, 15));
    let mut excused = plain.clone().with(Moment::HeadAdviceRequested, date(2026, 7, 20));
    excused.closures.push(Closure { from: date(2026, 7, 22), reopens: date(2026, 9, 3) });
    excused.claims.push(Claim { ground: Ground::SchoolClosed, on: date(2026, 7, 28) });
    for rule in [RuleId::Req03, RuleId::Asm01, RuleId::Fin01] {
        let (with, without) = (ask(&excused, date(2026, 12, 1)), ask(&plain, date(2026, 12, 1)));
        let (with, without) = (with.of(rule).unwrap(), without.of(rule).unwrap());
        assert_eq!((with.due, with.state), (without.due, without.state), "{rule}");
        assert!(with.claimed.is_some());
    }
}

#[test]
fn overlapping_exceptions_count_once() {
    let mut facts = request(date(2026, 6, 1)).with(Moment::HeadAdviceRequested, date(2026, 7, 20));
    facts.closures.push(Closure { from: date(2026, 7, 22), reopens: date(2026, 9, 3) });
    facts.add(Fact::new(Moment::Absence, date(2026, 7, 25)).until(Some(date(2026, 8, 25))));
    facts.claims.push(Claim { ground: Ground::SchoolClosed, on: date(2026, 9, 4) });
    facts.claims.push(Claim { ground: Ground::AwayFromArea, on: date(2026, 9, 4) });
    facts.add(Fact::new(Moment::FinalPlanIssued, date(2026, 11, 30)));
    let plan = ask(&facts, date(2026, 12, 1)).plan_timeliness().unwrap();
    assert!(plan.exception.is_some() && !plan.counts_excluding_exceptions());
}

#[test]
fn withdrawal_ends_the_clock() {
    let facts = request(date(2026, 3, 2)).with(Moment::RequestWithdrawn, date(2026, 3, 20));
    let clock = ask(&facts, date(2026, 12, 1));
    for rule in [RuleId::Req03, RuleId::Asm01, RuleId::Fin01] {
        assert_eq!(clock.of(rule).unwrap().state, State::NotApplicable { since: date(2026, 3, 20) }, "{rule}");
    }
    let late = request(date(2026, 3, 2)).with(Moment::RequestWithdrawn, date(2026, 5, 1));
    let clock = ask(&late, date(2026, 12, 1));
    let decision = clock.of(RuleId::Req03).unwrap();
    assert_eq!((decision.state, decision.ended), (State::Missed, Some(date(2026, 5, 1))), "what was late stays late");
    assert!(!decision.is_open());
}

#[test]
fn a_second_request_while_one_is_open_is_the_same_clock_and_one_after_an_end_is_a_new_one() {
    let open = request(date(2026, 3, 2)).with(Moment::RequestReceived, date(2026, 3, 30));
    let clock = ask(&open, date(2026, 4, 1));
    assert_eq!(clock.all_of(RuleId::Req03).count(), 1);
    assert_eq!(clock.of(RuleId::Req03).unwrap().due, Some(date(2026, 4, 13)));
    let again = request(date(2026, 3, 2))
        .with(Moment::RequestWithdrawn, date(2026, 3, 20))
        .with(Moment::RequestReceived, date(2026, 3, 30));
    let clock = ask(&again, date(2026, 4, 1));
    assert_eq!(clock.of(RuleId::Req03).unwrap().due, Some(date(2026, 5, 11)));
}

#[test]
fn age_crossing_16_mid_case_changes_whom_to_write_to_and_no_date() {
    let facts = request(date(2026, 5, 4)).with(Moment::Born, date(2010, 7, 3));
    let clock = ask(&facts, date(2026, 6, 27));
    assert_eq!(clock.of(RuleId::Yp01).unwrap().state, State::Met { on: date(2026, 6, 26) });
    assert_eq!(clock.of(RuleId::Fin01).unwrap().due, Some(date(2026, 9, 21)));
}

#[test]
fn a_move_mid_assessment_ends_this_authoritys_clock_and_starts_no_transfer() {
    let facts = request(date(2026, 3, 2)).with(Moment::LeftArea, date(2026, 4, 1));
    let clock = ask(&facts, date(2026, 5, 1));
    assert_eq!(clock.of(RuleId::Fin01).unwrap().state, State::NotApplicable { since: date(2026, 4, 1) });
    assert_eq!(clock.of(RuleId::Mov01), None, "regulation 15 is about plans only");
}

#[test]
fn a_review_is_completed_when_its_decision_is_notified() {
    let held = Facts::new().with(Moment::PlanMade, date(2025, 7, 20)).with(Moment::ReviewMeeting, date(2026, 6, 24));
    let clock = ask(&held, date(2026, 7, 20));
    assert_eq!(clock.of(RuleId::Rev01).unwrap().state, State::Missed, "the meeting alone completes nothing");
    let decided = held.with(Moment::ReviewMaintain, date(2026, 7, 15));
    let clock = ask(&decided, date(2026, 7, 20));
    let first = clock.all_of(RuleId::Rev01).next().unwrap();
    assert_eq!(first.state, State::Met { on: date(2026, 7, 15) });
    assert_eq!(clock.of(RuleId::Rev01).unwrap().due, Some(date(2027, 7, 14)), "the next year runs from it");
}

#[test]
fn a_late_notice_then_eight_weeks_shows_both_and_is_unlawful_from_the_earlier() {
    let facts =
        Facts::new().with(Moment::ReviewMeeting, date(2026, 5, 6)).with(Moment::AmendmentNoticeSent, date(2026, 7, 8));
    let clock = ask(&facts, date(2026, 7, 30));
    let plan = clock.of(RuleId::Rev09).unwrap();
    assert_eq!((plan.due, plan.strict_due), (Some(date(2026, 9, 2)), Some(date(2026, 7, 29))));
    assert_eq!(plan.state, State::Missed);
}

#[test]
fn out_of_order_facts_change_the_past_honestly_and_both_histories_stay() {
    let notified = Fact::new(Moment::AssessDecisionNotified, date(2026, 4, 10)).recorded(date(2026, 4, 27));
    let mut facts = request(date(2026, 3, 2));
    facts.add(notified);
    let calendar = Calendar::england();
    let asked = Ask::new(&CFA_2014, &calendar).as_of(date(2026, 4, 20));
    let known_then = asked.known_on(date(2026, 4, 20)).of(&facts);
    assert_eq!(known_then.of(RuleId::Req03).unwrap().state, State::Missed, "what we knew then");
    let known_now = asked.of(&facts);
    assert_eq!(known_now.of(RuleId::Req03).unwrap().state, State::Met { on: date(2026, 4, 10) }, "what was so");
}

#[test]
fn facts_after_the_day_of_asking_do_not_count_yet() {
    let facts = request(date(2026, 3, 2)).with(Moment::AssessDecisionNotified, date(2026, 4, 10));
    assert_eq!(ask(&facts, date(2026, 4, 9)).of(RuleId::Req03).unwrap().state, State::Running);
}

#[test]
fn limits_are_dates_only_so_no_time_zone_or_summer_time_moves_them() {
    for received in [date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 24), date(2026, 10, 25)] {
        let clock = ask(&request(received), received);
        assert_eq!(clock.of(RuleId::Req03).unwrap().due, Some(limits::shift(received, 42)));
    }
    let event = Event::DraftServed { on: date(2026, 3, 29) };
    assert_eq!(serde_json::to_string(&event).unwrap(), r#"{"event":"draft-served","on":"2026-03-29"}"#);
}
