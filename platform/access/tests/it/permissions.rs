//! Role by role: what opens a case, and on which days. Behaviour is tested elsewhere; this is permission alone.

use crate::cast::*;
use access::*;
use jiff::civil::date;
use record::{Period, RelationshipKind};

#[test]
fn co_ordinators_read_what_is_theirs_or_their_teams_and_decide_on_it() {
    let coordinator = council(Role::Coordinator);
    for fact in [allocated_to(1), Fact::AllocatedToTeam(NORTH)] {
        let known = case(AT_SCHOOL).with(fact, open());
        assert!(may::<ReadCase>(&coordinator, &known).is_ok() && may::<DecideAssessment>(&coordinator, &known).is_ok());
        assert!(may::<AllocateCase>(&coordinator, &known).is_err(), "that is the manager's");
        assert!(may::<ReadCase>(&coordinator, &case(AT_SCHOOL).with(fact, over())).is_err(), "{fact:?} has ended");
    }
    let denied = may::<ReadCase>(&coordinator, &case(AT_SCHOOL).with(allocated_to(99), open())).unwrap_err();
    assert_eq!(
        denied.to_string(),
        "You are not working with this child at the moment. If it is an emergency, you can open the record with a reason."
    );
}

#[test]
fn a_permit_says_what_the_audit_needs() {
    let known = case(AT_SCHOOL).with(allocated_to(1), open());
    let permit = may::<ReadCase>(&council(Role::Coordinator), &known).unwrap();
    assert_eq!(permit.action(), ActionKind::ReadCase);
    assert_eq!((permit.by(), permit.child(), permit.case()), (Some(account(1)), Some(CHILD), Some(CASE)));
    assert_eq!((permit.role(), permit.relationship()), (Role::Coordinator, Condition::Allocated));
    assert_eq!((permit.purpose(), permit.organisation()), ("read a case", Some(COUNCIL)));
    assert_eq!((permit.break_glass(), permit.given_at()), (None, now().at));
}

#[test]
fn managers_allocate_and_read_what_their_authority_is_responsible_for() {
    let known = case(AT_SCHOOL).with(Fact::Responsible(COUNCIL), open());
    let manager = council(Role::Manager);
    assert!(may::<AllocateCase>(&manager, &known).is_ok() && may::<ReadAudit>(&manager, &known).is_ok());
    assert!(may::<ReadCase>(&manager, &case(AT_SCHOOL)).is_err());
}

#[test]
fn sencos_see_their_roll_on_the_days_it_holds() {
    let on = |from, to| case(AT_SCHOOL).with(Fact::OnRoll(SCHOOL), Period { from, to });
    assert!(may::<ReadCase>(&senco(), &on(TODAY, Some(TODAY))).is_ok());
    assert!(may::<ReadCase>(&senco(), &on(date(2026, 11, 24), None)).is_err(), "joins tomorrow");
    assert!(may::<ReadCase>(&senco(), &on(date(2020, 9, 1), Some(date(2026, 11, 22)))).is_err(), "left yesterday");
    assert!(may::<ReadAudit>(&senco(), &on(TODAY, None)).is_err());
}

#[test]
fn setting_staff_are_named_for_the_child() {
    let teacher = Actor::setting(account(11), SCHOOL, false);
    let on_roll = case(AT_SCHOOL).with(Fact::OnRoll(SCHOOL), open());
    assert!(may::<ReadCase>(&teacher, &on_roll).is_err());
    assert!(may::<ReadCase>(&teacher, &on_roll.with(allocated_to(11), open())).is_ok());
    assert!(may::<ReadCase>(&teacher, &case(AT_SCHOOL).with(allocated_to(11), open())).is_err(), "the child has left");
}

#[test]
fn an_advice_request_to_a_colleague_is_not_mine() {
    let asked = |n| case(AT_SCHOOL).with(Fact::AdviceRequested { of: TRUST, adviser: Some(account(n)) }, open());
    assert!(may::<GiveAdvice>(&adviser(), &asked(3)).is_ok());
    assert!(may::<GiveAdvice>(&adviser(), &asked(12)).is_err());
    let officer = Actor::staff(account(12), Role::DesignatedOfficer, TRUST, OrganisationClass::Agency);
    assert!(may::<ReadCaseContext>(&officer, &asked(3)).is_ok(), "the designated officer sees the whole agency's");
}

#[test]
fn panel_members_see_what_is_on_the_agenda() {
    let member = council(Role::PanelMember);
    assert!(may::<ReadCase>(&member, &case(AT_SCHOOL).with(Fact::PanelItem(account(1)), open())).is_ok());
    assert!(may::<ReadCase>(&member, &case(AT_SCHOOL).with(Fact::PanelItem(account(1)), over())).is_err());
}

#[test]
fn carers_who_have_the_child_stand_as_parents_and_parents_without_responsibility_need_sharing() {
    let carer = case(AT_SCHOOL).with_link(link(FATHER, RelationshipKind::FosterCarer));
    assert_eq!(may::<ReadCase>(&father(), &carer).unwrap().role(), Role::ParentOrCarer);
    let without = case(AT_SCHOOL).with_link(link(FATHER, RelationshipKind::ParentWithoutResponsibility));
    assert!(may::<ReadCase>(&father(), &without).is_err());
}

#[test]
fn anybody_may_ask_for_an_assessment_and_read_nothing_by_it() {
    let nobody = Actor::anonymous();
    let ask = |actor: &Actor, resource| decide::<RequestAssessment>(actor, &case(AT_SCHOOL), &resource, now());
    assert!(ask(&nobody, Resource::NewChild).is_ok());
    assert!(ask(&mother(), Resource::NewChild).is_ok() && ask(&senco(), Resource::NewChild).is_ok());
    assert!(ask(&nobody, Resource::Child(CHILD)).is_err() && ask(&mother(), Resource::Child(CHILD)).is_err());
    assert!(ask(&council(Role::Coordinator), Resource::Child(CHILD)).is_ok(), "the staff twin of the form");
    assert_eq!(may::<ReadCase>(&nobody, &case(AT_SCHOOL)).unwrap_err().to_string(), "Sign in to see this page.");
}

#[test]
fn a_role_ends_on_its_last_day() {
    let mut actor = council(Role::Manager);
    actor.roles[0].period = Some(over());
    assert!(may::<ReadCase>(&actor, &case(AT_SCHOOL).with(Fact::Responsible(COUNCIL), open())).is_err());
}

#[test]
fn an_action_cannot_be_done_to_the_wrong_thing() {
    let manager = council(Role::Manager);
    assert!(decide::<ReadCase>(&manager, &Relationships::none(), &Resource::Service, now()).is_err());
    assert!(decide::<ListCases>(&manager, &case(AT_SCHOOL), &THE_CASE, now()).is_err());
    assert!(decide::<ListCases>(&manager, &Relationships::none(), &Resource::Service, now()).is_ok());
}
