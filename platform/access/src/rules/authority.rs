//! Those who do the authority's casework.

use super::{Rule, rule};
use crate::ActionKind::{
    AllocateCase, BreakGlass, CreatePerson, DecideAssessment, EditContact, EditPerson, ExportData, ImportData,
    ListCases, ManageReference, ReadAddress, ReadAggregates, ReadAudit, ReadBoard, ReadCase, ReadCaseContext,
    ReadContact, ReadDraftPlan, ReadPerson, ReadTransportProfile, RequestAssessment, ReviewBreakGlass, SearchPeople,
    WriteToCase,
};
use crate::{ActionKind, Condition, Role};

/// What a caseworker does on a case.
const CASEWORK: &[ActionKind] = &[
    ReadCase,
    ReadCaseContext,
    ReadDraftPlan,
    ReadTransportProfile,
    ReadPerson,
    EditPerson,
    ReadAddress,
    ReadContact,
    EditContact,
    WriteToCase,
    DecideAssessment,
];
/// What can be read in an emergency.
const IN_EMERGENCY: &[ActionKind] = &[ReadCase, ReadPerson, ReadAddress, ReadContact];

pub(super) const RULES: &[Rule] = &[
    rule(Role::Coordinator, CASEWORK, Condition::Allocated),
    rule(Role::Coordinator, CASEWORK, Condition::InTeam),
    rule(Role::Coordinator, &[ReadCase, ReadPerson], Condition::QaSample),
    rule(Role::Coordinator, IN_EMERGENCY, Condition::BreakGlass),
    // A request may come for any child, so records are searched before a new one is opened.
    rule(
        Role::Coordinator,
        &[ListCases, SearchPeople, CreatePerson, RequestAssessment, BreakGlass, ReadAggregates, ReadBoard],
        Condition::RoleAlone,
    ),
    rule(Role::Manager, CASEWORK, Condition::Responsible),
    rule(Role::Manager, &[AllocateCase, ReadAudit], Condition::Responsible),
    rule(Role::Manager, IN_EMERGENCY, Condition::BreakGlass),
    rule(
        Role::Manager,
        &[
            ListCases,
            SearchPeople,
            CreatePerson,
            RequestAssessment,
            BreakGlass,
            ReviewBreakGlass,
            ReadAggregates,
            ReadBoard,
            ImportData,
            ExportData,
            ManageReference,
        ],
        Condition::RoleAlone,
    ),
    rule(Role::PanelMember, &[ReadCase, ReadDraftPlan], Condition::PanelItem),
    rule(Role::PanelMember, &[ListCases], Condition::RoleAlone),
];
