//! One test for each rule, under its own name: its last day, met on that day, late the day after, missed when nothing
//! comes. Rules with more to them have more tests below and in the other files.

use calendar::Calendar;
use calendar::limits::shift;
use casework_rules::clock::{Ask, Fact, Facts, State};
use casework_rules::law::{CFA_2014, Moment, RuleId};
use jiff::civil::{Date, date};

fn stand(facts: &Facts, rule: RuleId, as_of: Date) -> Option<State> {
    let calendar = Calendar::england();
    Ask::new(&CFA_2014, &calendar).as_of(as_of).of(facts).of(rule).map(|deadline| deadline.state)
}

/// A duty with a last day.
fn last_day(rule: RuleId, facts: &Facts, last: Date, met: Moment) {
    let after = shift(last, 1);
    let done = |on: Date| facts.clone().with(met, on);
    assert_eq!(stand(facts, rule, last), Some(State::Running), "{rule} still runs on its last day");
    assert_eq!(stand(facts, rule, after), Some(State::Missed), "{rule} is missed the day after");
    assert_eq!(stand(&done(last), rule, after), Some(State::Met { on: last }), "{rule} is met on its last day");
    assert_eq!(stand(&done(after), rule, after), Some(State::MetLate { on: after }), "{rule} is late the day after");
}

/// A duty with no day set by law: open until it is done, never missed.
fn no_day(rule: RuleId, facts: &Facts, met: Moment) {
    let day = date(2028, 1, 10);
    assert_eq!(stand(facts, rule, day), Some(State::Running), "{rule}");
    assert_eq!(stand(&facts.clone().with(met, day), rule, day), Some(State::Met { on: day }), "{rule}");
}

macro_rules! last_days {
    ($($name:ident: $rule:ident, $started:ident on $start:literal, last $last:literal, met by $met:ident;)*) => {
        $(
            #[test]
            fn $name() {
                let facts = Facts::new().with(Moment::$started, $start.parse().unwrap());
                last_day(RuleId::$rule, &facts, $last.parse().unwrap(), Moment::$met);
            }
        )*
    };
}

macro_rules! no_days {
    ($($name:ident: $rule:ident, $started:ident, met by $met:ident;)*) => {
        $(
            #[test]
            fn $name() {
                no_day(RuleId::$rule, &Facts::new().with(Moment::$started, date(2026, 3, 2)), Moment::$met);
            }
        )*
    };
}

last_days! {
    req_03: Req03, RequestReceived on "2026-03-02", last "2026-04-13", met by AssessDecisionNotified;
    req_03_from_section_24: Req03, BecameResponsible on "2026-03-02", last "2026-04-13", met by AssessDecisionNotified;
    adv_01: Adv01, AdviceRequested on "2026-04-14", last "2026-05-26", met by AdviceReceived;
    asm_01: Asm01, RequestReceived on "2026-03-02", last "2026-06-22", met by NoPlanNotified;
    con_02: Con02, SettingConsulted on "2026-06-08", last "2026-06-23", met by SettingReplied;
    fin_01: Fin01, RequestReceived on "2026-03-02", last "2026-07-20", met by FinalPlanIssued;
    fin_01_over_a_leap_day: Fin01, RequestReceived on "2023-12-31", last "2024-05-19", met by FinalPlanIssued;
    rea_01: Rea01, ReassessmentRequested on "2026-03-02", last "2026-03-17", met by ReassessmentRefused;
    rea_02: Rea02, ReassessmentAgreed on "2026-03-17", last "2026-06-23", met by FinalPlanIssued;
    rev_06: Rev06, ReviewMeeting on "2026-05-06", last "2026-05-20", met by ReviewReportSent;
    rev_07: Rev07, ReviewMeeting on "2026-05-06", last "2026-06-03", met by ReviewCease;
    rev_08: Rev08, ReviewMeeting on "2026-05-06", last "2026-06-03", met by AmendmentNoticeSent;
    rev_09: Rev09, AmendmentNoticeSent on "2026-05-20", last "2026-07-15", met by AmendedPlanIssued;
    rev_09_met_by_a_decision_not_to_amend: Rev09, AmendmentNoticeSent on "2026-05-20", last "2026-07-15", met by AmendmentDropped;
    amd_01: Amd01, AmendmentNoticeSent on "2026-05-20", last "2026-07-15", met by AmendedPlanIssued;
    mov_01: Mov01, MovedInAware on "2026-03-02", last "2026-03-20", met by PlanTransferred;
    mov_02: Mov02, PlanTransferred on "2026-10-05", last "2026-11-16", met by NewAuthorityInformed;
    mov_03: Mov03, PlanTransferred on "2026-10-05", last "2027-01-04", met by ReviewMaintain;
    mov_04: Mov04, CareBoardChanged on "2026-03-02", last "2026-03-20", met by CareBoardTold;
    med_02: Med02, MediationDeclined on "2026-04-01", last "2026-04-08", met by MediationCertificate;
    med_03: Med03, MediationWanted on "2026-04-01", last "2026-04-08", met by IssuesNotified;
    med_04: Med04, MediationWanted on "2026-04-01", last "2026-05-01", met by MediationEnded;
    med_06: Med06, MediationEnded on "2026-04-01", last "2026-04-08", met by MediationCertificate;
    app_02: App02, AppealSent on "2026-07-30", last "2026-10-09", met by AppealAnswered;
    tro_01: Tro01, OrderAssess on "2026-09-01", last "2026-09-15", met by AssessDecisionNotified;
    tro_02: Tro02, OrderAssess on "2026-09-01", last "2026-11-10", met by NoPlanNotified;
    tro_03: Tro03, OrderAssess on "2026-09-01", last "2026-12-08", met by FinalPlanIssued;
    tro_04: Tro04, OrderMakePlan on "2026-09-01", last "2026-10-06", met by DraftServed;
    tro_05: Tro05, OrderMakePlan on "2026-09-01", last "2026-11-17", met by FinalPlanIssued;
    tro_06: Tro06, OrderRemit on "2026-09-01", last "2026-09-15", met by DraftServed;
    tro_07: Tro07, OrderAmend on "2026-09-01", last "2026-10-06", met by AmendedPlanIssued;
    tro_08: Tro08, OrderNameSetting on "2026-09-01", last "2026-09-15", met by AmendedPlanIssued;
    tro_09: Tro09, OrderCeaseDismissed on "2026-09-01", last "2026-09-01", met by PlanCeased;
    tro_10: Tro10, OrderContinueAndAmend on "2026-09-01", last "2026-10-06", met by AmendedPlanIssued;
    tro_11: Tro11, OrderRecommendation on "2026-09-01", last "2026-10-06", met by RecommendationAnswered;
    pb_02: Pb02, DirectPaymentStarted on "2026-09-01", last "2026-12-01", met by DirectPaymentReviewed;
    dis_01: Dis01, PlanCopyRequested on "2026-03-02", last "2026-03-23", met by PlanCopySent;
}

no_days! {
    req_01: Req01, RequestReceived, met by AssessDecisionNotified;
    req_02: Req02, RequestReceived, met by AssessDecisionNotified;
    drf_01: Drf01, RequestReceived, met by DraftServed;
    con_01: Con01, SettingRequested, met by SettingConsulted;
    fin_02: Fin02, DraftServed, met by FinalPlanIssued;
    cea_01: Cea01, CeaseConsidered, met by CeaseConsulted;
    cea_02: Cea02, CeaseDecided, met by CeaseNotified;
    pb_01: Pb01, BudgetRequested, met by BudgetPrepared;
}

fn one(facts: &Facts, rule: RuleId, as_of: Date) -> casework_rules::Deadline {
    let calendar = Calendar::england();
    *Ask::new(&CFA_2014, &calendar).as_of(as_of).of(facts).of(rule).unwrap()
}

#[test]
fn drf_01_is_planned_for_week_14_though_the_law_sets_no_day() {
    let draft = one(&Facts::new().with(Moment::RequestReceived, date(2026, 3, 2)), RuleId::Drf01, date(2026, 3, 2));
    assert_eq!((draft.due, draft.target), (None, Some(date(2026, 6, 8))));
}

#[test]
fn drf_02() {
    let served = Facts::new().with(Moment::DraftServed, date(2026, 6, 8));
    assert_eq!(one(&served, RuleId::Drf02, date(2026, 6, 22)).state, State::Running);
    assert_eq!(one(&served, RuleId::Drf02, date(2026, 6, 23)).state, State::Met { on: date(2026, 6, 22) });
    let rushed = served.clone().with(Moment::FinalPlanIssued, date(2026, 6, 20));
    assert_eq!(one(&rushed, RuleId::Drf02, date(2026, 6, 23)).state, State::Missed);
    let answered = served.with(Moment::RepresentationsReceived, date(2026, 6, 12));
    assert_eq!(one(&answered, RuleId::Drf02, date(2026, 6, 15)).state, State::Running);
    let sent = answered.with(Moment::FinalPlanIssued, date(2026, 6, 20));
    assert_eq!(one(&sent, RuleId::Drf02, date(2026, 6, 23)).state, State::NotApplicable { since: date(2026, 6, 20) });
}

#[test]
fn rev_01() {
    let made = Facts::new().with(Moment::FinalPlanIssued, date(2026, 7, 20));
    assert_eq!(one(&made, RuleId::Rev01, date(2027, 7, 19)).due, Some(date(2027, 7, 19)));
    assert_eq!(one(&made, RuleId::Rev01, date(2027, 7, 20)).state, State::Missed);
    let calendar = Calendar::england();
    let reviewed = made.with(Moment::ReviewMaintain, date(2027, 7, 19)).with(Moment::ReviewAmend, date(2028, 7, 20));
    let clock = Ask::new(&CFA_2014, &calendar).as_of(date(2028, 7, 21)).of(&reviewed);
    let years: Vec<State> = clock.all_of(RuleId::Rev01).map(|deadline| deadline.state).collect();
    let met = State::Met { on: date(2027, 7, 19) };
    assert_eq!(years, [met, State::MetLate { on: date(2028, 7, 20) }, State::Running], "each year by itself");
}

#[test]
fn rev_02_applies_under_five_only() {
    let plan = |born: Date| Facts::new().with(Moment::Born, born).with(Moment::FinalPlanIssued, date(2026, 3, 2));
    assert_eq!(one(&plan(date(2023, 1, 10)), RuleId::Rev02, date(2026, 3, 2)).due, Some(date(2026, 9, 2)));
    assert_eq!(stand(&plan(date(2019, 1, 10)), RuleId::Rev02, date(2026, 3, 2)), None);
}

#[test]
fn rev_03() {
    let term = Facts::new().with(Moment::TermStarts, date(2027, 1, 4));
    last_day(RuleId::Rev03, &term, date(2026, 12, 21), Moment::ReviewListSent);
}

#[test]
fn rev_04() {
    let set = Facts::new().with(Moment::ReviewMeeting, date(2026, 5, 6));
    last_day(RuleId::Rev04, &set, date(2026, 4, 22), Moment::InvitationsSent);
}

#[test]
fn rev_05() {
    let set = Facts::new().with(Moment::ReviewMeeting, date(2026, 5, 6));
    last_day(RuleId::Rev05, &set, date(2026, 4, 22), Moment::ReviewAdviceCirculated);
}

#[test]
fn rev_08_is_not_needed_when_the_plan_goes_on_as_it_is() {
    let kept =
        Facts::new().with(Moment::ReviewMeeting, date(2026, 5, 6)).with(Moment::ReviewMaintain, date(2026, 5, 20));
    let state = stand(&kept, RuleId::Rev08, date(2026, 7, 1));
    assert_eq!(state, Some(State::NotApplicable { since: date(2026, 5, 20) }));
    assert_eq!(stand(&kept, RuleId::Rev09, date(2026, 7, 1)), None);
}

#[test]
fn pht_01() {
    let transfer = Facts::new().with(Moment::SchoolPhaseTransfer, date(2027, 9, 1));
    last_day(RuleId::Pht01, &transfer, date(2027, 2, 14), Moment::AmendedPlanIssued);
}

#[test]
fn pht_02() {
    let transfer = Facts::new().with(Moment::PostSixteenTransfer, date(2027, 9, 1));
    last_day(RuleId::Pht02, &transfer, date(2027, 3, 30), Moment::AmendedPlanIssued);
    assert_eq!(one(&transfer, RuleId::Pht02, date(2027, 1, 1)).due, Some(date(2027, 3, 31)), "the published date");
}

#[test]
fn pht_03() {
    let transfer = Facts::new().with(Moment::BetweenPostSixteen, date(2027, 1, 11));
    last_day(RuleId::Pht03, &transfer, date(2026, 8, 11), Moment::AmendedPlanIssued);
}

#[test]
fn cea_03() {
    let notice =
        Facts::new().with(Moment::CeaseNotified, date(2026, 3, 2)).with(Moment::AppealableNotice, date(2026, 3, 2));
    assert_eq!(one(&notice, RuleId::Cea03, date(2026, 3, 2)).due, Some(date(2026, 5, 5)));
    let too_soon = notice.clone().with(Moment::PlanCeased, date(2026, 5, 5));
    assert_eq!(one(&too_soon, RuleId::Cea03, date(2026, 6, 1)).state, State::Missed);
    let appealed = notice.with(Moment::AppealRegistered, date(2026, 4, 1));
    assert_eq!(one(&appealed, RuleId::Cea03, date(2026, 9, 1)).state, State::Running);
    let dismissed = appealed.with(Moment::AppealEnded, date(2026, 10, 7)).with(Moment::PlanCeased, date(2026, 10, 8));
    assert_eq!(one(&dismissed, RuleId::Cea03, date(2026, 10, 8)).state, State::Met { on: date(2026, 10, 7) });
}

#[test]
fn med_01() {
    let notice = Facts::new().with(Moment::AppealableNotice, date(2026, 3, 2));
    let contact = one(&notice, RuleId::Med01, date(2026, 3, 2));
    assert_eq!(contact.due, Some(date(2026, 5, 2)));
    let passed = one(&notice, RuleId::Med01, date(2026, 5, 3)).state;
    assert_eq!(passed, State::NotApplicable { since: date(2026, 5, 3) }, "a family's own time passes without blame");
}

#[test]
fn med_05() {
    let arranged = Facts::new().with(Moment::MediationDate, date(2026, 4, 8));
    last_day(RuleId::Med05, &arranged, date(2026, 3, 30), Moment::MediationDateTold);
}

#[test]
fn med_07() {
    let agreed = Facts::new().with(Moment::AgreedAssess, date(2026, 4, 1));
    assert_eq!(one(&agreed, RuleId::Med07, date(2026, 4, 1)).due, Some(date(2026, 4, 15)));
    let step = one(&agreed, RuleId::Tro03, date(2026, 4, 1));
    assert_eq!((step.due, step.through), (Some(date(2026, 7, 8)), Some(RuleId::Med07)));
    assert!(step.citation().ends_with("through reg 42"));
}

#[test]
fn app_01() {
    let notice = Facts::new().with(Moment::AppealableNotice, date(2026, 6, 10));
    assert_eq!(one(&notice, RuleId::App01, date(2026, 6, 10)).due, Some(date(2026, 9, 1)));
    let used = notice.with(Moment::AppealRegistered, date(2026, 8, 20));
    assert_eq!(one(&used, RuleId::App01, date(2026, 9, 9)).state, State::Met { on: date(2026, 8, 20) });
}

#[test]
fn app_01_takes_only_the_certificate_of_its_own_notice() {
    let two = Facts::new()
        .with(Moment::AppealableNotice, date(2025, 3, 3))
        .with(Moment::AppealableNotice, date(2026, 3, 3))
        .with(Moment::MediationCertificate, date(2026, 5, 1));
    let calendar = Calendar::england();
    let clock = Ask::new(&CFA_2014, &calendar).of(&two);
    let dues: Vec<Option<Date>> = clock.all_of(RuleId::App01).map(|deadline| deadline.due).collect();
    assert_eq!(dues, [Some(date(2025, 5, 6)), Some(date(2026, 6, 1))]);
}

#[test]
fn app_03_moves_to_the_next_step_as_each_is_done() {
    let told = Facts::new().with(Moment::UnopposedAssess, date(2026, 4, 1));
    assert_eq!(one(&told, RuleId::App03, date(2026, 4, 1)).due, Some(date(2026, 4, 15)));
    let assessing = told.with(Moment::AssessDecisionNotified, date(2026, 4, 10));
    assert_eq!(one(&assessing, RuleId::App03, date(2026, 4, 11)).due, Some(date(2026, 6, 10)));
    let planned = assessing.with(Moment::PlanAgreed, date(2026, 6, 1));
    assert_eq!(one(&planned, RuleId::App03, date(2026, 6, 2)).due, Some(date(2026, 7, 8)));
}

#[test]
fn tro_09_to_go_on_needs_no_act() {
    let ordered = Facts::new().with(Moment::OrderContinue, date(2026, 9, 1));
    assert_eq!(one(&ordered, RuleId::Tro09, date(2026, 9, 2)).state, State::Met { on: date(2026, 9, 1) });
}

#[test]
fn tro_exceptions_need_two_weeks_away_only() {
    let mut ordered = Facts::new().with(Moment::OrderMakePlan, date(2026, 9, 1));
    ordered.add(Fact::new(Moment::Absence, date(2026, 9, 10)).until(Some(date(2026, 9, 24))));
    assert!(one(&ordered, RuleId::Tro05, date(2026, 9, 30)).exception_available());
}

#[test]
fn dis_02() {
    let asked = Facts::new().with(Moment::PlanShareAsked, date(2026, 3, 2));
    let rule = one(&asked, RuleId::Dis02, date(2026, 3, 2));
    assert_eq!((rule.due, rule.state), (None, State::Running));
}

#[test]
fn yp_01() {
    let born = Facts::new().with(Moment::Born, date(2010, 7, 3));
    assert_eq!(one(&born, RuleId::Yp01, date(2026, 6, 25)).state, State::Running);
    assert_eq!(one(&born, RuleId::Yp01, date(2026, 6, 27)).state, State::Met { on: date(2026, 6, 26) });
}

#[test]
fn yp_02() {
    let born = Facts::new().with(Moment::Born, date(2001, 11, 22));
    assert_eq!(one(&born, RuleId::Yp02, date(2026, 11, 22)).due, Some(date(2027, 7, 31)));
}

#[test]
fn pfa_01() {
    let born = Facts::new().with(Moment::Born, date(2010, 7, 3));
    assert_eq!(one(&born, RuleId::Pfa01, date(2023, 9, 1)).state, State::Met { on: date(2023, 9, 1) });
    assert_eq!(one(&born, RuleId::Pfa01, date(2023, 8, 31)).state, State::Running);
}

#[test]
fn adv_01_runs_for_each_request_by_itself() {
    let calendar = Calendar::england();
    let mut facts = Facts::new();
    for (day, key) in [(14, 1), (14, 2), (20, 3)] {
        facts.add(Fact::new(Moment::AdviceRequested, date(2026, 4, day)).about(key));
    }
    facts.add(Fact::new(Moment::AdviceReceived, date(2026, 5, 20)).about(2));
    let clock = Ask::new(&CFA_2014, &calendar).as_of(date(2026, 5, 27)).of(&facts);
    let states: Vec<State> = clock.all_of(RuleId::Adv01).map(|deadline| deadline.state).collect();
    assert_eq!(states, [State::Missed, State::Met { on: date(2026, 5, 20) }, State::Running]);
    let unnamed =
        Facts::new().with(Moment::AdviceRequested, date(2026, 4, 14)).with(Moment::AdviceRequested, date(2026, 4, 20));
    let clock = Ask::new(&CFA_2014, &calendar).as_of(date(2026, 5, 27)).of(&unnamed);
    let states: Vec<State> = clock.all_of(RuleId::Adv01).map(|deadline| deadline.state).collect();
    assert_eq!(states, [State::Missed, State::Running]);
}
