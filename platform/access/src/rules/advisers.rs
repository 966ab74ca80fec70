//! Those who give advice, and those who answer for their agencies.

use super::{Rule, rule};
use crate::ActionKind::{
    BreakGlass, GiveAdvice, ListCases, ReadAddress, ReadAggregates, ReadCase, ReadCaseContext, ReadPerson,
    RequestAssessment,
};
use crate::{Condition, Role};

pub(super) const RULES: &[Rule] = &[
    // The request's context, not the case: other agencies' notes stay theirs until they are shared.
    rule(Role::Adviser, &[ReadCaseContext, ReadPerson, GiveAdvice], Condition::AdviceRequested),
    rule(Role::Adviser, &[ListCases], Condition::RoleAlone),
    // A health or social care professional may bring a child to the authority's notice (CFA 2014 s.23).
    rule(Role::Adviser, &[RequestAssessment], Condition::NotOnRecord),
    rule(Role::DesignatedOfficer, &[RequestAssessment], Condition::NotOnRecord),
    rule(Role::DesignatedOfficer, &[ReadCaseContext, ReadPerson, GiveAdvice], Condition::AdviceRequestedOfOrganisation),
    rule(Role::DesignatedOfficer, &[ReadCase], Condition::QaSample),
    rule(Role::DesignatedOfficer, &[BreakGlass, ReadAggregates, ListCases], Condition::RoleAlone),
    rule(Role::DesignatedOfficer, &[ReadCase, ReadPerson, ReadAddress], Condition::BreakGlass),
];
