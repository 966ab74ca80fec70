//! Those who plan, govern, check and keep the machine running: figures, audit and settings, never a child's record.

use super::{Rule, rule};
use crate::ActionKind::{
    ImportData, ManageAccounts, ManageReference, OperateSystem, ReadAggregates, ReadAudit, ReadAuditLog, ReadBoard,
    ReviewBreakGlass,
};
use crate::{Condition, Role};

pub(super) const RULES: &[Rule] = &[
    rule(Role::Planner, &[ReadAggregates, ReadBoard], Condition::RoleAlone),
    rule(Role::Leadership, &[ReadAggregates, ReadBoard], Condition::RoleAlone),
    rule(Role::Auditor, &[ReadAuditLog, ReviewBreakGlass, ReadAggregates], Condition::RoleAlone),
    rule(Role::Auditor, &[ReadAudit], Condition::Responsible),
    rule(Role::Administrator, &[ManageAccounts, ManageReference, ImportData, OperateSystem], Condition::RoleAlone),
];
