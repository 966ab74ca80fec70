//! The 22 worked date cases: each as our own test by name, and all of them against the public file when it is there.

use calendar::school_year::{leaving_date, young_person_from};
use calendar::{Calendar, Closure, limits};
use casework_rules::Ground;
use casework_rules::clock::{Ask, Claim, Clock, Fact, Facts, State};
use casework_rules::law::{CFA_2014, ExceptionList, Moment, RuleId};
use jiff::civil::{Date, date};
use serde_json::Value;

pub fn ask(facts: &Facts, as_of: Date) -> Clock {
    let calendar = Calendar::england();
    Ask::new(&CFA_2014, &calendar).as_of(as_of).of(facts)
}

fn due(facts: &Facts, rule: RuleId) -> Option<Date> {
    let calendar = Calendar::england();
    Ask::new(&CFA_2014, &calendar).of(facts).of(rule).and_then(|deadline| deadline.due)
}

fn request(on: Date) -> Facts {
    Facts::new().with(Moment::RequestReceived, on)
}

fn review(meeting: Date) -> Facts {
    Facts::new().with(Moment::ReviewMeeting, meeting)
}

const SUMMER: Closure = Closure { from: date(2026, 7, 22), reopens: date(2026, 9, 3) };

#[test]
fn t01_plain_request() {
    let facts = request(date(2026, 3, 2));
    assert_eq!(due(&facts, RuleId::Req03), Some(date(2026, 4, 13)));
    assert_eq!(due(&facts, RuleId::Asm01), Some(date(2026, 6, 22)));
    assert_eq!(due(&facts, RuleId::Fin01), Some(date(2026, 7, 20)));
}

#[test]
fn t02_deadline_on_a_bank_holiday_stays_and_the_work_target_rolls_back() {
    let facts = request(date(2026, 11, 16));
    let clock = ask(&facts, date(2026, 11, 16));
    let decision = clock.of(RuleId::Req03).unwrap();
    assert_eq!(decision.due, Some(date(2026, 12, 28)));
    assert_eq!(decision.target, Some(date(2026, 12, 24)));
    assert_eq!(due(&facts, RuleId::Asm01), Some(date(2027, 3, 8)));
    assert_eq!(due(&facts, RuleId::Fin01), Some(date(2027, 4, 5)));
}

#[test]
fn t03_draft_served() {
    let facts = Facts::new().with(Moment::DraftServed, date(2026, 6, 8));
    assert_eq!(due(&facts, RuleId::Drf02), Some(date(2026, 6, 22)));
    let early = facts.clone().with(Moment::FinalPlanIssued, date(2026, 6, 22));
    assert_eq!(ask(&early, date(2026, 6, 30)).of(RuleId::Drf02).unwrap().state, State::Missed);
    let lawful = facts.with(Moment::FinalPlanIssued, date(2026, 6, 23));
    let state = ask(&lawful, date(2026, 6, 30)).of(RuleId::Drf02).unwrap().state;
    assert_eq!(state, State::Met { on: date(2026, 6, 22) });
}

#[test]
fn t04_annual_review_meeting() {
    let facts = review(date(2026, 5, 6));
    assert_eq!(due(&facts, RuleId::Rev06), Some(date(2026, 5, 20)));
    assert_eq!(due(&facts, RuleId::Rev07), Some(date(2026, 6, 3)));
    assert_eq!(due(&facts, RuleId::Rev08), Some(date(2026, 6, 3)));
    assert_eq!(due(&facts, RuleId::Rev09), Some(date(2026, 7, 29)));
}

#[test]
fn t05_annual_review_notice_sent_early() {
    let facts = review(date(2026, 5, 6)).with(Moment::AmendmentNoticeSent, date(2026, 5, 20));
    let clock = ask(&facts, date(2026, 5, 20));
    let plan = clock.of(RuleId::Rev09).unwrap();
    assert_eq!((plan.due, plan.strict_due), (Some(date(2026, 7, 15)), None));
    assert_eq!(plan.outer_limit, Some(date(2026, 7, 29)));
}

#[test]
fn t06_annual_review_notice_sent_late() {
    let facts = review(date(2026, 5, 6)).with(Moment::AmendmentNoticeSent, date(2026, 7, 8));
    let clock = ask(&facts, date(2026, 7, 8));
    let late = State::MetLate { on: date(2026, 7, 8) };
    assert_eq!(clock.of(RuleId::Rev07).unwrap().state, late);
    assert_eq!(clock.of(RuleId::Rev08).unwrap().state, late);
    let plan = clock.of(RuleId::Rev09).unwrap();
    assert_eq!((plan.due, plan.strict_due), (Some(date(2026, 9, 2)), Some(date(2026, 7, 29))));
    let sent = facts.with(Moment::AmendedPlanIssued, date(2026, 8, 3));
    let state = ask(&sent, date(2026, 8, 3)).of(RuleId::Rev09).unwrap().state;
    assert_eq!(state, State::MetLate { on: date(2026, 8, 3) }, "measured against 12 weeks");
}

#[test]
fn t07_summer_closure_exception_window() {
    assert_eq!(SUMMER.closure_window(), Some((date(2026, 7, 15), date(2026, 8, 27))));
    assert_eq!(SUMMER.days(), 43);
    let mut facts = request(date(2026, 6, 15)).with(Moment::HeadAdviceRequested, date(2026, 7, 20));
    facts.closures.push(SUMMER);
    let clock = ask(&facts, date(2026, 7, 21));
    for rule in [RuleId::Req03, RuleId::Asm01, RuleId::Fin01] {
        assert!(clock.of(rule).unwrap().exception_available(), "{rule}");
    }
    assert!(!clock.of(RuleId::Adv01).unwrap().exception_available(), "a closure never excuses the advice giver");
    assert_eq!(clock.of(RuleId::Req03).unwrap().due, Some(date(2026, 7, 27)), "never extended");
}

#[test]
fn t08_easter_closure_is_too_short() {
    let easter = Closure { from: date(2026, 3, 28), reopens: date(2026, 4, 13) };
    assert_eq!(easter.closure_window(), None);
    let mut facts = request(date(2026, 3, 2)).with(Moment::HeadAdviceRequested, date(2026, 3, 27));
    facts.closures.push(easter);
    assert!(!ask(&facts, date(2026, 4, 1)).of(RuleId::Fin01).unwrap().exception_available());
}

#[test]
fn t09_missed_appointment_excuses_the_adviser_only() {
    let facts = request(date(2026, 3, 2))
        .with(Moment::AdviceRequested, date(2026, 4, 14))
        .with(Moment::MissedAppointment, date(2026, 5, 1));
    let clock = ask(&facts, date(2026, 5, 2));
    assert!(clock.of(RuleId::Adv01).unwrap().exception_available());
    assert!(!clock.of(RuleId::Asm01).unwrap().exception_available());
    assert!(!clock.of(RuleId::Fin01).unwrap().exception_available());
}

#[test]
fn t10_lack_of_psychologists_is_no_exception() {
    for list in [ExceptionList::Authority, ExceptionList::AdviceGiver, ExceptionList::Tribunal] {
        assert!(!list.allows(Ground::NotEnoughStaff));
    }
    let mut facts = request(date(2026, 3, 2));
    facts.claims.push(Claim { ground: Ground::NotEnoughStaff, on: date(2026, 4, 1) });
    let clock = ask(&facts, date(2026, 8, 1));
    let plan = clock.of(RuleId::Fin01).unwrap();
    assert_eq!((plan.exception, plan.claimed, plan.state), (None, None, State::Missed));
}

#[test]
fn t11_absence_of_27_and_28_days() {
    for (days, qualifies) in [(27, false), (28, true)] {
        let mut facts = request(date(2026, 3, 2));
        let away = date(2026, 3, 10);
        facts.add(Fact::new(Moment::Absence, away).until(Some(limits::shift(away, days))));
        let clock = ask(&facts, date(2026, 4, 13));
        assert_eq!(clock.of(RuleId::Fin01).unwrap().exception_available(), qualifies, "{days} days");
    }
}

#[test]
fn t12_unopposed_appeal_counts_from_the_notice_to_the_tribunal() {
    let facts = request(date(2025, 12, 1))
        .with(Moment::AssessmentRefused, date(2026, 1, 8))
        .with(Moment::AssessDecisionNotified, date(2026, 1, 8))
        .with(Moment::UnopposedAssess, date(2026, 4, 1));
    let clock = ask(&facts, date(2026, 4, 1));
    for (rule, day) in [
        (RuleId::Tro01, date(2026, 4, 15)),
        (RuleId::Tro02, date(2026, 6, 10)),
        (RuleId::Tro03, date(2026, 7, 8)),
        (RuleId::App03, date(2026, 4, 15)),
    ] {
        assert_eq!(clock.of(rule).unwrap().due, Some(day), "{rule}");
    }
    assert_eq!(clock.of(RuleId::Tro03).unwrap().through, Some(RuleId::App03));
    assert!(matches!(clock.of(RuleId::Fin01).unwrap().state, State::NotApplicable { .. }));
}

#[test]
fn t13_conceding_informally_leaves_the_first_20_weeks() {
    let facts = request(date(2025, 12, 1))
        .with(Moment::AssessmentRefused, date(2026, 1, 8))
        .with(Moment::AssessDecisionNotified, date(2026, 1, 8))
        .with(Moment::AssessmentAgreed, date(2026, 4, 1));
    let clock = ask(&facts, date(2026, 4, 1));
    let plan = clock.of(RuleId::Fin01).unwrap();
    assert_eq!((plan.due, plan.state), (Some(date(2026, 4, 20)), State::Running));
}

#[test]
fn t14_order_to_make_a_plan() {
    let facts = Facts::new().with(Moment::OrderMakePlan, date(2026, 9, 1));
    assert_eq!(due(&facts, RuleId::Tro04), Some(date(2026, 10, 6)));
    assert_eq!(due(&facts, RuleId::Tro05), Some(date(2026, 11, 17)));
}

#[test]
fn t15_appeal_window_ends_in_august() {
    let facts = Facts::new().with(Moment::AppealableNotice, date(2026, 6, 10));
    let clock = ask(&facts, date(2026, 6, 10));
    let appeal = clock.of(RuleId::App01).unwrap();
    assert_eq!(appeal.nominal_due, Some(date(2026, 8, 10)));
    assert_eq!(appeal.due, Some(date(2026, 9, 1)));
}

#[test]
fn t16_appeal_window_over_christmas() {
    let facts = Facts::new()
        .with(Moment::AppealableNotice, date(2025, 10, 1))
        .with(Moment::MediationCertificate, date(2025, 11, 29));
    let clock = ask(&facts, date(2025, 11, 29));
    let appeal = clock.of(RuleId::App01).unwrap();
    assert_eq!(appeal.nominal_due, Some(date(2025, 12, 29)));
    assert_eq!(appeal.due, Some(date(2026, 1, 2)));
}

#[test]
fn t17_plan_moves_in() {
    let facts =
        Facts::new().with(Moment::PreviousReview, date(2026, 1, 20)).with(Moment::PlanTransferred, date(2026, 10, 5));
    assert_eq!(due(&facts, RuleId::Mov02), Some(date(2026, 11, 16)));
    assert_eq!(due(&facts, RuleId::Mov03), Some(date(2027, 1, 19)));
    let reviewed_long_ago =
        Facts::new().with(Moment::PreviousReview, date(2025, 11, 20)).with(Moment::PlanTransferred, date(2026, 10, 5));
    assert_eq!(due(&reviewed_long_ago, RuleId::Mov03), Some(date(2027, 1, 4)));
}

#[test]
fn t18_school_leaver_with_a_summer_birthday() {
    assert_eq!(leaving_date(date(2010, 7, 3)), date(2026, 6, 26));
    assert_eq!(young_person_from(date(2010, 7, 3)), date(2026, 6, 27));
    let facts = Facts::new().with(Moment::Born, date(2010, 7, 3));
    assert_eq!(due(&facts, RuleId::Yp01), Some(date(2026, 6, 26)));
}

#[test]
fn t19_school_leaver_born_on_1_september() {
    assert_eq!(leaving_date(date(2010, 9, 1)), date(2027, 6, 25));
}

#[test]
fn t20_phase_transfer_has_a_published_and_a_strict_day() {
    let facts = Facts::new().with(Moment::SchoolPhaseTransfer, date(2027, 9, 1));
    let clock = ask(&facts, date(2026, 11, 22));
    let transfer = clock.of(RuleId::Pht01).unwrap();
    assert_eq!(transfer.due, Some(date(2027, 2, 15)));
    assert_eq!(transfer.strict_due, Some(date(2027, 2, 14)));
    assert_eq!(transfer.target, Some(date(2027, 2, 12)));
}

#[test]
fn t21_first_annual_review() {
    let facts = Facts::new().with(Moment::FinalPlanIssued, date(2026, 7, 20));
    assert_eq!(due(&facts, RuleId::Rev01), Some(date(2027, 7, 19)));
    assert_eq!(limits::review_meeting_latest(date(2027, 7, 19)), date(2027, 6, 21));
}

#[test]
fn t22_two_exceptions_overlap_and_count_once() {
    let mut facts = request(date(2026, 6, 1))
        .with(Moment::HeadAdviceRequested, date(2026, 7, 20))
        .with(Moment::FinalPlanIssued, date(2026, 11, 2));
    facts.closures.push(SUMMER);
    facts.add(Fact::new(Moment::Absence, date(2026, 7, 25)).until(Some(date(2026, 8, 25))));
    for ground in [Ground::SchoolClosed, Ground::AwayFromArea] {
        facts.claims.push(Claim { ground, on: date(2026, 9, 4) });
    }
    let timeliness = ask(&facts, date(2026, 11, 22)).plan_timeliness().unwrap();
    assert!(!timeliness.in_time);
    assert_eq!(timeliness.exception, Some(Ground::SchoolClosed), "one of the two, once");
    assert!(!timeliness.counts_excluding_exceptions(), "in the figure that includes exceptions only");
}

/// The public file, if it is there, holds exactly the cases above with exactly these answers.
#[test]
fn every_public_vector_has_its_own_test_and_the_same_answers() {
    let Some(text) = crate::public_data::read("law/clock_test_vectors.json") else { return };
    let vectors: Vec<Value> = serde_json::from_str(&text).unwrap();
    let own = include_str!("vectors.rs");
    let mut dates = 0;
    for vector in &vectors {
        let id = vector["id"].as_str().unwrap();
        assert!(own.contains(&format!("fn {}_", id.to_lowercase())), "{id} has no test of its own");
        let start = own.find(&format!("fn {}_", id.to_lowercase())).unwrap();
        let body = &own[start..start + own[start..].find("\n}\n").unwrap()];
        for (name, expected) in vector["expect"].as_object().unwrap() {
            for day in expected.as_array().map_or(std::slice::from_ref(expected), Vec::as_slice) {
                let Some(Ok(day)) = day.as_str().map(str::parse::<Date>) else { continue };
                let written = format!("date({}, {}, {})", day.year(), day.month(), day.day());
                assert!(body.contains(&written), "{id} {name}: {written} is not in its test");
                dates += 1;
            }
        }
    }
    assert_eq!(vectors.len(), 22);
    assert!(dates > 30, "only {dates} dates");
}
