//! Anybody, parents, carers, young people and their supporters.

use super::{Rule, rule};
use crate::ActionKind::{
    EditContact, ListCases, ReadAddress, ReadAudit, ReadCase, ReadContact, ReadDraftPlan, ReadPerson,
    RequestAssessment, WriteToCase,
};
use crate::{ActionKind, Condition, Role};

/// What whoever holds the rights may do.
const WITH_RIGHTS: &[ActionKind] =
    &[ReadCase, ReadDraftPlan, ReadPerson, ReadAddress, ReadAudit, WriteToCase, RequestAssessment];
/// What a supporter may do in somebody's name: all but ask who has looked.
const IN_SUPPORT: &[ActionKind] = &[ReadCase, ReadDraftPlan, ReadPerson, WriteToCase, RequestAssessment];
/// What a parent without parental responsibility may do once the record is shared with them.
const SHARED: &[ActionKind] = &[ReadCase, ReadPerson];
const OWN: &[ActionKind] = &[ReadContact, EditContact];

pub(super) const RULES: &[Rule] = &[
    // A request starts the clock however it arrives, so it needs no account; it opens no record.
    rule(Role::Anonymous, &[RequestAssessment], Condition::NotOnRecord),
    rule(Role::ParentWithResponsibility, &[RequestAssessment], Condition::NotOnRecord),
    rule(Role::ParentOrCarer, &[RequestAssessment], Condition::NotOnRecord),
    rule(Role::YoungPerson, &[RequestAssessment], Condition::NotOnRecord),
    rule(Role::Supporter, &[RequestAssessment], Condition::NotOnRecord),
    // The link is proved before anything can be read.
    rule(Role::ParentWithResponsibility, WITH_RIGHTS, Condition::ParentWithRights),
    rule(Role::ParentWithResponsibility, OWN, Condition::OwnRecord),
    rule(Role::ParentWithResponsibility, &[ReadContact], Condition::ContactShared),
    rule(Role::ParentWithResponsibility, &[ListCases], Condition::RoleAlone),
    rule(Role::ParentOrCarer, WITH_RIGHTS, Condition::CarerWithRights),
    rule(Role::ParentOrCarer, SHARED, Condition::ParentSharedWith),
    rule(Role::ParentOrCarer, OWN, Condition::OwnRecord),
    rule(Role::ParentOrCarer, &[ReadContact], Condition::ContactShared),
    rule(Role::ParentOrCarer, &[ListCases], Condition::RoleAlone),
    rule(Role::YoungPerson, WITH_RIGHTS, Condition::YoungPersonWithRights),
    rule(Role::YoungPerson, OWN, Condition::OwnRecord),
    rule(Role::YoungPerson, &[ReadContact], Condition::ContactShared),
    rule(Role::YoungPerson, &[ListCases], Condition::RoleAlone),
    rule(Role::Supporter, IN_SUPPORT, Condition::Authority),
    rule(Role::Supporter, WITH_RIGHTS, Condition::Representative),
    rule(Role::Supporter, OWN, Condition::OwnRecord),
    rule(Role::Supporter, &[ListCases], Condition::RoleAlone),
];
