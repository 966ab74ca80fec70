//! Which rules apply when. Reform is announced from 2029; when it is law, it becomes a second regime here and
//! both run side by side, each case under the one that its dates put it in.

use jiff::civil::{Date, date};

use super::{Rule, RuleId};
use super::{
    adulthood, advice, amend, appeal, assessment, cease, consult, disclosure, draft, final_plan, mediation,
    move_authority, personal_budget, phase_transfer, reassessment, request, review, tribunal_order, young_person,
};

/// A set of rules with the dates between which it applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LegalRegime {
    /// Its id in files and in the store.
    pub id: &'static str,
    /// What people call it.
    pub name: &'static str,
    /// When the rules were last checked: changes with every change of a rule.
    pub version: &'static str,
    /// The first day it applied.
    pub effective_from: Date,
    /// The last day it applies to new cases; none while no end is law.
    pub effective_to: Option<Date>,
    /// Its rules, by area.
    pub areas: &'static [&'static [Rule]],
}

/// Part 3 of the Children and Families Act 2014 with the Special Educational Needs and Disability Regulations 2014.
pub const CFA_2014: LegalRegime = LegalRegime {
    id: "cfa-2014",
    name: "Children and Families Act 2014, Part 3, with SI 2014/1530",
    version: "2026-07",
    effective_from: date(2014, 9, 1),
    effective_to: None,
    areas: &[
        request::RULES,
        advice::RULES,
        assessment::RULES,
        draft::RULES,
        consult::RULES,
        final_plan::RULES,
        reassessment::RULES,
        review::RULES,
        amend::RULES,
        phase_transfer::RULES,
        move_authority::RULES,
        cease::RULES,
        mediation::RULES,
        appeal::RULES,
        tribunal_order::RULES,
        personal_budget::RULES,
        disclosure::RULES,
        young_person::RULES,
        adulthood::RULES,
    ],
};

/// Every regime this release knows.
pub const REGIMES: &[LegalRegime] = &[CFA_2014];

impl LegalRegime {
    /// Every rule, in the order of the law's own journey.
    pub fn rules(&self) -> impl Iterator<Item = &'static Rule> + use<> {
        self.areas.iter().flat_map(|rules| rules.iter())
    }

    /// One rule.
    #[must_use]
    pub fn rule(&self, id: RuleId) -> Option<&'static Rule> {
        self.rules().find(|rule| rule.id == id)
    }

    /// The regime with this id.
    #[must_use]
    pub fn by_id(id: &str) -> Option<&'static Self> {
        REGIMES.iter().find(|regime| regime.id == id)
    }

    /// The regime that a request received on this day falls under.
    #[must_use]
    pub fn on(day: Date) -> Option<&'static Self> {
        REGIMES.iter().find(|regime| regime.effective_from <= day && regime.effective_to.is_none_or(|last| day <= last))
    }
}
