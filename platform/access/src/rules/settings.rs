//! Schools, colleges and early years providers, and the firms that drive to them.

use super::{Rule, rule};
use crate::ActionKind::{
    AnswerConsultation, GiveAdvice, ListCases, ManageAccounts, ReadCase, ReadContact, ReadDraftPlan, ReadPerson,
    ReadTransportProfile, RequestAssessment, WriteToCase,
};
use crate::{Condition, Role};

pub(super) const RULES: &[Rule] = &[
    rule(
        Role::Senco,
        &[ReadCase, ReadDraftPlan, ReadPerson, ReadContact, WriteToCase, GiveAdvice, RequestAssessment],
        Condition::OnRoll,
    ),
    rule(Role::Senco, &[RequestAssessment], Condition::NotOnRecord),
    // The SENCO hands over to the next one, and invites colleagues.
    rule(Role::Senco, &[ListCases, ManageAccounts], Condition::RoleAlone),
    rule(Role::SettingStaff, &[ReadCase, ReadPerson, WriteToCase], Condition::OnRollAndNamed),
    rule(Role::SettingStaff, &[ListCases], Condition::RoleAlone),
    // While the consultation is open, the draft plan and its appendices, and no more.
    rule(Role::ConsultedSetting, &[ReadDraftPlan, AnswerConsultation], Condition::Consulted),
    rule(Role::TransportOperator, &[ReadTransportProfile], Condition::TakesToSchool),
];
