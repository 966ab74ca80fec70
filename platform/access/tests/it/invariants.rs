//! What the policy promises, one test to a promise.

use crate::cast::*;
use access::*;
use jiff::civil::date;
use record::{BreakGlassId, ConsentAnswer, ConsentPurpose, DecisionKind, OrganisationId, PersonId, RelationshipKind};

#[test]
fn deny_by_default() {
    let stranger = Actor { account: Some(account(7)), person: None, roles: Vec::new() };
    let denied = may::<ReadCase>(&stranger, &case(AT_SCHOOL)).unwrap_err();
    assert_eq!((denied.reason, denied.hide_existence), (DenyReason::NotInRole, true));
    for role in Role::ALL {
        let actor = Actor { account: Some(account(1)), person: None, roles: vec![RoleGrant::alone(*role)] };
        assert!(may::<ReadCase>(&actor, &case(AT_SCHOOL)).is_err(), "{role:?} reads a case without any link");
    }
}

#[test]
fn deny_overrides() {
    let mut known = case(AT_SCHOOL).with(allocated_to(1), open()).with(Fact::AllocatedToTeam(NORTH), open());
    assert!(may::<ReadCase>(&council(Role::Coordinator), &known).is_ok());
    known = known.with(Fact::ConflictDeclared(account(1)), open());
    assert_eq!(
        may::<ReadCase>(&council(Role::Coordinator), &known).unwrap_err().reason,
        DenyReason::ConflictOfInterest
    );
}

#[test]
fn a_parent_never_sees_another_parents_contact_details_unless_shared() {
    let mut known = case(AT_SCHOOL).with_link(parent(MOTHER)).with_link(parent(FATHER));
    let contact = Resource::Adult { adult: MOTHER, child: CHILD };
    let read = |actor: &Actor, known: &Relationships| decide::<ReadContact>(actor, known, &contact, now());
    assert!(read(&father(), &known).is_err());
    assert!(read(&mother(), &known).is_ok(), "her own");
    let permit = may::<ReadCase>(&father(), &known).unwrap();
    assert!(permit.obligations().hide_other_adults_contacts);
    known.consents.push(consent(ConsentPurpose::ShareContactDetails, MOTHER, FATHER, ConsentAnswer::Given));
    assert!(read(&father(), &known).is_ok());
    known.consents.push(consent(ConsentPurpose::ShareContactDetails, MOTHER, FATHER, ConsentAnswer::Withheld));
    assert!(read(&father(), &known).is_err(), "she has taken it back");
}

#[test]
fn rights_move_to_the_young_person_on_the_day_after_the_last_friday_in_june() {
    let known = case(date(2010, 7, 3)).with_link(parent(MOTHER));
    let read = |actor: &Actor, at: &str, on| decide::<ReadCase>(actor, &known, &THE_CASE, moment(at, on));
    let last = ("2026-06-26T22:59:59Z", date(2026, 6, 26));
    let first = ("2026-06-26T23:00:00Z", date(2026, 6, 27));
    assert!(read(&mother(), last.0, last.1).is_ok() && read(&young_person(), last.0, last.1).is_err());
    assert!(read(&young_person(), first.0, first.1).is_ok());
    let denied = read(&mother(), first.0, first.1).unwrap_err();
    assert_eq!(denied.reason, DenyReason::RightsPassed);
    assert!(denied.to_string().contains("the rights have passed to the young person"));
}

#[test]
fn after_that_a_parent_needs_consent_or_lack_of_capacity() {
    let grown = case(GROWN).with_link(parent(MOTHER));
    let reads = |known: &Relationships| may::<ReadCase>(&mother(), known).is_ok();
    assert!(!reads(&grown));
    let mut with_consent = grown.clone();
    with_consent.consents.push(consent(ConsentPurpose::ParentAccess, CHILD, MOTHER, ConsentAnswer::Given));
    assert!(reads(&with_consent));
    let mut for_father = grown.clone();
    for_father.consents.push(consent(ConsentPurpose::ParentAccess, CHILD, FATHER, ConsentAnswer::Given));
    assert!(!reads(&for_father), "consent for one parent is not consent for the other");
    let mut lacks = grown.clone();
    lacks.capacity.push(lacks_capacity(DecisionKind::ShareRecord, None));
    assert!(reads(&lacks));
    let mut other_decision = grown.clone();
    other_decision.capacity.push(lacks_capacity(DecisionKind::PersonalBudget, None));
    assert!(!reads(&other_decision), "capacity belongs to one decision");
    let mut represented = grown;
    represented.capacity.push(lacks_capacity(DecisionKind::ShareRecord, Some(FATHER)));
    assert!(!reads(&represented), "the representative decides, not the parent");
}

#[test]
fn a_consulted_setting_sees_the_draft_plan_only_while_the_consultation_is_open() {
    let during = case(AT_SCHOOL).with(Fact::Consulted(SCHOOL), open());
    assert!(may::<ReadDraftPlan>(&senco(), &during).is_ok() && may::<AnswerConsultation>(&senco(), &during).is_ok());
    assert!(may::<ReadCase>(&senco(), &during).is_err() && may::<ReadPerson>(&senco(), &during).is_err());
    let after = case(AT_SCHOOL).with(Fact::Consulted(SCHOOL), over());
    assert!(may::<ReadDraftPlan>(&senco(), &after).is_err());
}

#[test]
fn a_transport_operator_sees_the_transport_profile_alone() {
    let operator = Actor::staff(account(8), Role::TransportOperator, TRUST, OrganisationClass::Operator);
    let known = case(AT_SCHOOL).with(Fact::TransportBy(TRUST), open());
    assert!(may::<ReadTransportProfile>(&operator, &known).is_ok());
    for action in ActionKind::ALL.iter().filter(|action| **action != ActionKind::ReadTransportProfile) {
        for resource in [THE_CASE, Resource::Service, Resource::NewChild] {
            assert!(would_permit(*action, &operator, &known, &resource, now()).is_err(), "{action:?}");
        }
    }
}

#[test]
fn planners_and_the_board_see_figures_with_small_numbers_hidden_and_no_child() {
    for role in [Role::Planner, Role::Leadership] {
        let actor = council(role);
        let read = decide::<ReadAggregates>(&actor, &Relationships::none(), &Resource::Service, now()).unwrap();
        assert_eq!(read.obligations().suppress_below, Some(5));
        assert!(decide::<ReadBoard>(&actor, &Relationships::none(), &Resource::Service, now()).is_ok());
        sees_no_child(&actor);
    }
}

#[test]
fn the_administrator_sees_no_content() {
    let actor = council(Role::Administrator);
    sees_no_child(&actor);
    for action in [ActionKind::ReadAuditLog, ActionKind::ExportData, ActionKind::SearchPeople, ActionKind::ListCases] {
        assert!(would_permit(action, &actor, &Relationships::none(), &Resource::Service, now()).is_err(), "{action:?}");
    }
    assert!(decide::<ManageAccounts>(&actor, &Relationships::none(), &Resource::Service, now()).is_ok());
}

/// Every link at once opens nothing of a child.
fn sees_no_child(actor: &Actor) {
    let known = case(AT_SCHOOL)
        .with(allocated_to(1), open())
        .with(Fact::AllocatedToTeam(NORTH), open())
        .with(Fact::Responsible(COUNCIL), open())
        .with(Fact::PanelItem(account(1)), open())
        .with(Fact::QaSample(account(1)), open());
    for action in ActionKind::ALL.iter().filter(|action| action.scope() != action::ActionScope::Service) {
        for resource in [THE_CASE, Resource::Child(CHILD), Resource::Adult { adult: MOTHER, child: CHILD }] {
            assert!(would_permit(*action, actor, &known, &resource, now()).is_err(), "{action:?} on {resource:?}");
        }
    }
}

#[test]
fn an_adviser_sees_the_requests_context_and_not_other_agencies_notes() {
    let known = case(AT_SCHOOL).with(Fact::AdviceRequested { of: TRUST, adviser: None }, open());
    let permit = may::<ReadCaseContext>(&adviser(), &known).unwrap();
    assert!(permit.obligations().hide_other_agencies_notes && permit.obligations().mask_protected_address);
    assert!(may::<ReadCase>(&adviser(), &known).is_err());
    let closed = case(AT_SCHOOL).with(Fact::AdviceRequested { of: TRUST, adviser: None }, over());
    assert!(may::<ReadCaseContext>(&adviser(), &closed).is_err());
}

#[test]
fn staff_cannot_open_the_record_of_a_child_they_know_even_in_an_emergency() {
    let emergency = Fact::BreakGlass {
        id: BreakGlassId::from_parts(9, 1),
        account: account(1),
        from: "2026-11-23T08:50:00Z".parse().unwrap(),
        until: "2026-11-23T09:50:00Z".parse().unwrap(),
    };
    let all = case(AT_SCHOOL).with(Fact::Responsible(COUNCIL), open()).with(emergency, open());
    let declared = all.clone().with(Fact::ConflictDeclared(account(1)), open());
    let manager = council(Role::Manager);
    assert!(may::<ReadCase>(&manager, &all).is_ok());
    assert!(may::<ReadCase>(&manager, &declared).is_err() && may::<BreakGlass>(&manager, &declared).is_err());
    // Nobody need declare what the record knows: the worker is the child's mother.
    let related = all.with_link(parent(MOTHER));
    let denied = may::<ReadCase>(&manager.being(MOTHER), &related).unwrap_err();
    assert_eq!(denied.reason, DenyReason::ConflictOfInterest);
}

#[test]
fn a_worker_reads_their_own_childs_record_as_a_parent() {
    let known = case(AT_SCHOOL).with_link(parent(MOTHER)).with(allocated_to(1), open());
    let both = mother().and(council(Role::Coordinator).roles.remove(0));
    let permit = may::<ReadCase>(&both, &known).unwrap();
    assert_eq!(permit.role(), Role::ParentWithResponsibility);
    assert!(may::<DecideAssessment>(&both, &known).is_err());
}

#[test]
fn identity_is_not_parental_responsibility() {
    let mut unproved = parent(FATHER);
    unproved.verified = None;
    assert!(may::<ReadCase>(&father(), &case(AT_SCHOOL).with_link(unproved)).is_err());
    let mut carried = parent(FATHER);
    carried.verified =
        carried.verified.map(|proof| record::Verification { how: record::EvidenceKind::CarriedOver, ..proof });
    assert!(may::<ReadCase>(&father(), &case(AT_SCHOOL).with_link(carried)).is_err());
    assert!(may::<ReadCase>(&father(), &case(AT_SCHOOL).with_link(parent(FATHER))).is_ok());
}

#[test]
fn a_proof_of_one_link_does_not_prove_another() {
    let mut parent = parent(FATHER);
    parent.verified = None;
    let supporter = link(FATHER, RelationshipKind::Supporter);
    let known = case(AT_SCHOOL).with_link(parent).with_link(supporter);
    assert!(may::<ReadCase>(&father(), &known).is_err());
}

#[test]
fn a_court_order_keeps_a_person_away_in_every_role_and_says_nothing() {
    let known = case(AT_SCHOOL).with_link(kept_away(parent(FATHER))).with(allocated_to(5), open());
    let denied = may::<ReadCase>(&father(), &known).unwrap_err();
    assert!(denied.hide_existence);
    assert!(!denied.to_string().contains("order"));
    let at_work = Actor::staff(account(5), Role::Coordinator, COUNCIL, OrganisationClass::LocalAuthority).being(FATHER);
    assert!(may::<ReadCase>(&at_work, &known).is_err());
}

#[test]
fn both_the_person_and_the_organisation_must_be_allowed() {
    let known = case(AT_SCHOOL).with(Fact::OnRoll(SCHOOL), open());
    let mut suspended = senco();
    assert!(may::<ReadCase>(&suspended, &known).is_ok());
    for grant in &mut suspended.roles {
        grant.organisation.as_mut().unwrap().active = false;
    }
    assert_eq!(may::<ReadCase>(&suspended, &known).unwrap_err().reason, DenyReason::OrganisationNotAllowed);
    let mut barred = senco();
    barred.roles[0].organisation.as_mut().unwrap().withheld.push(ActionKind::ReadCase);
    assert!(may::<ReadCase>(&barred, &known).is_err() && may::<ReadPerson>(&barred, &known).is_ok());
    // A role that is held in the wrong sort of organisation is no role.
    let misplaced = Actor::staff(account(2), Role::Manager, SCHOOL, OrganisationClass::Setting);
    assert!(may::<ReadCase>(&misplaced, &case(AT_SCHOOL).with(Fact::Responsible(SCHOOL), open())).is_err());
}

#[test]
fn facts_about_one_child_decide_nothing_about_another() {
    let known = case(AT_SCHOOL).with(Fact::Responsible(COUNCIL), open());
    let elsewhere = Resource::Case { case: CASE, child: PersonId::from_parts(9, 99) };
    let denied = decide::<ReadCase>(&council(Role::Manager), &known, &elsewhere, now()).unwrap_err();
    assert_eq!(denied.reason, DenyReason::WrongFacts);
}

#[test]
fn a_locked_record_opens_only_for_those_who_are_let_in() {
    let known = case(AT_SCHOOL).with(Fact::Responsible(COUNCIL), open()).with(Fact::Locked, open());
    let manager = council(Role::Manager);
    assert_eq!(may::<ReadCase>(&manager, &known).unwrap_err().reason, DenyReason::Locked);
    assert!(may::<ReadCase>(&manager, &known.clone().with(Fact::AdmittedToLocked(account(1)), open())).is_ok());
    assert!(may::<ReadCase>(&mother(), &known.with_link(parent(MOTHER))).is_ok(), "families keep their access");
}

#[test]
fn protected_addresses_are_masked_for_all_but_caseworkers_who_read_the_address() {
    let known =
        case(AT_SCHOOL).with(allocated_to(1), open()).with_link(parent(FATHER)).with(Fact::OnRoll(SCHOOL), open());
    let masked = |permit: Obligations| permit.mask_protected_address;
    assert!(!masked(may::<ReadAddress>(&council(Role::Coordinator), &known).unwrap().obligations()));
    assert!(masked(may::<ReadCase>(&council(Role::Coordinator), &known).unwrap().obligations()));
    assert!(masked(may::<ReadAddress>(&father(), &known).unwrap().obligations()));
    assert!(masked(may::<ReadCase>(&senco(), &known).unwrap().obligations()));
    let grown = case(GROWN);
    assert!(!masked(may::<ReadAddress>(&young_person(), &grown).unwrap().obligations()), "their own home");
}

#[test]
fn authority_to_act_ends_on_its_last_day_and_when_the_rights_pass() {
    let friend = PersonId::from_parts(9, 4);
    let supporter = Actor::family(account(9), friend);
    let link = |given_by, until| authorised(link(friend, RelationshipKind::Supporter), given_by, until);
    let reads = |known: Relationships| may::<ReadCase>(&supporter, &known).is_ok();
    assert!(reads(case(AT_SCHOOL).with_link(link(MOTHER, TODAY))));
    assert!(!reads(case(AT_SCHOOL).with_link(link(MOTHER, date(2026, 11, 22)))));
    assert!(!reads(case(GROWN).with_link(link(MOTHER, TODAY))), "the parent's authority lapses");
    assert!(reads(case(GROWN).with_link(link(CHILD, TODAY))));
}

#[test]
fn another_system_may_do_what_it_was_granted_and_nothing_else() {
    let reader = Actor::machine(account(10), COUNCIL, [ActionKind::ReadCase]);
    assert!(may::<ReadCase>(&reader, &case(AT_SCHOOL)).is_ok());
    for action in ActionKind::ALL.iter().filter(|action| **action != ActionKind::ReadCase) {
        for resource in [THE_CASE, Resource::Service, Resource::NewChild] {
            assert!(would_permit(*action, &reader, &case(AT_SCHOOL), &resource, now()).is_err(), "{action:?}");
        }
    }
}

#[test]
fn only_caseworkers_learn_that_a_record_exists_which_they_may_not_open() {
    let unknown = case(AT_SCHOOL);
    assert!(!may::<ReadCase>(&council(Role::Coordinator), &unknown).unwrap_err().hide_existence);
    for actor in
        [senco(), adviser(), mother(), Actor::anonymous(), council(Role::Planner), council(Role::Administrator)]
    {
        assert!(may::<ReadCase>(&actor, &unknown).unwrap_err().hide_existence);
    }
}

#[test]
fn a_manager_of_one_authority_sees_nothing_of_another() {
    let elsewhere = OrganisationId::from_parts(9, 77);
    let known = case(AT_SCHOOL).with(Fact::Responsible(elsewhere), open());
    assert!(may::<ReadCase>(&council(Role::Manager), &known).is_err());
}
