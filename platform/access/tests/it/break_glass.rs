//! Emergency access: 60 minutes, a reason, a banner, and somebody else's review.

use crate::cast::*;
use access::*;
use jiff::civil::{Date, Weekday, date};
use record::BreakGlassId;

const WHY: &str = "The police rang: the child is missing and the caseworker is on leave.";

fn opened() -> EmergencyAccess {
    let permit = may::<BreakGlass>(&council(Role::Coordinator), &case(AT_SCHOOL)).unwrap();
    EmergencyAccess::open(&permit, BreakGlassId::from_parts(9, 1), BreakGlassReason::Safeguarding, WHY).unwrap()
}

#[test]
fn it_opens_the_record_for_sixty_minutes_with_a_banner() {
    let access = opened();
    let known = case(AT_SCHOOL).with(access.fact(), record::Period::between(TODAY, TODAY));
    let read = |at: &str| decide::<ReadCase>(&council(Role::Coordinator), &known, &THE_CASE, moment(at, TODAY));
    let permit = read("2026-11-23T09:59:59Z").unwrap();
    assert_eq!(permit.break_glass(), Some(access.id));
    assert_eq!(permit.relationship(), Condition::BreakGlass);
    assert_eq!(permit.obligations().banner.unwrap().until, access.until);
    assert!(read("2026-11-23T10:00:00Z").is_err());
    assert!(read("2026-11-23T08:59:59Z").is_err());
    assert!(may::<DecideAssessment>(&council(Role::Coordinator), &known).is_err(), "it is for reading");
}

#[test]
fn it_is_used_only_where_nothing_else_lets_them_in() {
    let known = case(AT_SCHOOL).with(opened().fact(), open()).with(allocated_to(1), open());
    let permit = may::<ReadCase>(&council(Role::Coordinator), &known).unwrap();
    assert_eq!((permit.relationship(), permit.break_glass()), (Condition::Allocated, None));
}

#[test]
fn it_goes_on_past_midnight() {
    let permit = decide::<BreakGlass>(
        &council(Role::Coordinator),
        &case(AT_SCHOOL),
        &THE_CASE,
        moment("2026-11-23T23:30:00Z", TODAY),
    )
    .unwrap();
    let access = EmergencyAccess::open(&permit, BreakGlassId::from_parts(9, 1), BreakGlassReason::Other, WHY).unwrap();
    let known = case(AT_SCHOOL).with(access.fact(), record::Period::between(TODAY, TODAY));
    let later = moment("2026-11-24T00:15:00Z", date(2026, 11, 24));
    assert!(decide::<ReadCase>(&council(Role::Coordinator), &known, &THE_CASE, later).is_ok());
}

#[test]
fn families_settings_and_administrators_have_none() {
    for actor in
        [mother(), senco(), adviser(), council(Role::Administrator), council(Role::Planner), council(Role::Auditor)]
    {
        assert!(may::<BreakGlass>(&actor, &case(AT_SCHOOL)).is_err());
        let Some(account) = actor.account else { continue };
        let EmergencyAccess { id, from, until, .. } = opened();
        let forced = case(AT_SCHOOL).with(Fact::BreakGlass { id, account, from, until }, open());
        assert!(may::<ReadCase>(&actor, &forced).is_err());
    }
}

#[test]
fn a_reason_must_say_something() {
    let permit = may::<BreakGlass>(&council(Role::Manager), &case(AT_SCHOOL)).unwrap();
    let refused =
        EmergencyAccess::open(&permit, BreakGlassId::from_parts(9, 1), BreakGlassReason::Other, "   urgent   ");
    assert_eq!(refused.unwrap_err().to_string(), "Say why you need to open this record, in at least 20 characters.");
}

#[test]
fn it_can_end_early_and_not_late() {
    let access = opened();
    let ended = access.clone().end("2026-11-23T09:10:00Z".parse().unwrap());
    assert!(ended.is_open_at("2026-11-23T09:09:59Z".parse().unwrap()));
    assert!(!ended.is_open_at("2026-11-23T09:10:00Z".parse().unwrap()));
    assert_eq!(access.clone().end("2026-11-23T12:00:00Z".parse().unwrap()).until, access.until);
}

#[test]
fn somebody_else_reviews_it_once_it_is_over() {
    let access = opened();
    let review = |actor: &Actor, at: &str| {
        let permit =
            decide::<ReviewBreakGlass>(actor, &Relationships::none(), &Resource::Service, moment(at, TODAY)).unwrap();
        access.review(&permit, Verdict::Justified, "Rang the police: the child was found safe.")
    };
    let auditor = Actor::staff(account(20), Role::Auditor, COUNCIL, OrganisationClass::LocalAuthority);
    assert_eq!(review(&auditor, "2026-11-23T09:30:00Z"), Err(BreakGlassRefusal::StillOpen));
    assert_eq!(review(&auditor, "2026-11-23T10:30:00Z").unwrap().by, account(20));
    let oneself = council(Role::Manager);
    assert_eq!(review(&oneself, "2026-11-23T10:30:00Z"), Err(BreakGlassRefusal::OwnReview));
}

#[test]
fn the_review_is_due_in_two_working_days() {
    let weekday = |day: Date| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    assert_eq!(EmergencyAccess::review_due_on(date(2026, 11, 23), weekday), date(2026, 11, 25));
    assert_eq!(EmergencyAccess::review_due_on(date(2026, 11, 27), weekday), date(2026, 12, 1));
    assert_eq!(EmergencyAccess::review_due_on(date(2026, 11, 28), weekday), date(2026, 12, 1));
}
