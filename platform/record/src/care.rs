//! Spells of care.

use crate::{CareSpellId, CareStatus, OrganisationId, Period, PersonId};
use serde::{Deserialize, Serialize};

/// A time during which a child was in care, in need, under a protection plan, or a care leaver.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CareSpell {
    /// Its id.
    pub id: CareSpellId,
    /// The child or young person.
    pub person: PersonId,
    /// What the status is.
    pub status: CareStatus,
    /// The local authority responsible, which need not be the one that keeps the plan.
    pub authority: OrganisationId,
    /// While it lasts.
    pub period: Period,
}

/// The status on a day: of several spells the weightiest counts, in the order of [`CareStatus`].
#[must_use]
pub fn status_on(spells: &[CareSpell], on: jiff::civil::Date) -> CareStatus {
    spells.iter().filter(|spell| spell.period.contains(on)).map(|spell| spell.status).min().unwrap_or(CareStatus::None)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_weightiest_open_spell_counts() {
        let spell = |status, from, to| CareSpell {
            id: CareSpellId::from_parts(1, 1),
            person: PersonId::from_parts(1, 1),
            status,
            authority: OrganisationId::from_parts(1, 1),
            period: Period { from, to },
        };
        let spells = [
            spell(CareStatus::ChildInNeed, date(2024, 1, 1), None),
            spell(CareStatus::LookedAfter, date(2025, 1, 1), Some(date(2025, 6, 30))),
        ];
        assert_eq!(status_on(&spells, date(2023, 12, 31)), CareStatus::None);
        assert_eq!(status_on(&spells, date(2025, 6, 30)), CareStatus::LookedAfter);
        assert_eq!(status_on(&spells, date(2025, 7, 1)), CareStatus::ChildInNeed);
    }
}
