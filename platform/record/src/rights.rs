//! Who decides for a child or young person on a given day (rule YP-01).
//!
//! The parent, until the last Friday in June of the school year (1 September to 31 August) in which the child turns 16
//! (Education Act 1996 s.8; SI 1997/1970; CFA 2014 s.83(2)). The young person from the day after. Where the young
//! person lacks capacity for the decision in hand: the representative, else the parent (CFA 2014 s.80; SI 2014/1530
//! regs 63 to 65).

use crate::{CapacityDecision, CapacityOutcome, DecisionKind, Person, PersonId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Who holds the rights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RightsHolder {
    /// The parents, and others with parental responsibility or care.
    Parents,
    /// The young person.
    YoungPerson,
    /// The representative, since the young person lacks capacity for this decision.
    Representative(PersonId),
    /// The parents, since the young person lacks capacity for this decision and has no other representative.
    ParentsForLackOfCapacity,
}

impl RightsHolder {
    /// Who decides, as a sentence for staff.
    #[must_use]
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Parents => "The parents decide: the child is not yet over compulsory school age.",
            Self::YoungPerson => "The young person decides: they are over compulsory school age.",
            Self::Representative(_) => "The representative decides: the young person lacks capacity for this decision.",
            Self::ParentsForLackOfCapacity => {
                "The parents decide: the young person lacks capacity for this decision and has no other representative."
            }
        }
    }
}

/// The last day of compulsory school age for someone born on this day.
#[must_use]
pub fn compulsory_school_age_ends(born: Date) -> Date {
    calendar::school_year::leaving_date(born)
}

/// The first day on which the young person, and no longer the parent, holds the rights.
#[must_use]
pub fn young_person_from(born: Date) -> Date {
    calendar::school_year::young_person_from(born)
}

/// Who makes this decision about this child on this day? `capacity` are all assessments of the child's capacity; the
/// latest one for this decision, made on or before the day, counts. Without one, capacity is presumed.
#[must_use]
pub fn who_decides(child: &Person, decision: DecisionKind, on: Date, capacity: &[CapacityDecision]) -> RightsHolder {
    who_decides_for(child.id, child.born, decision, on, capacity)
}

/// As [`who_decides`], for callers that hold only the id and the date of birth.
#[must_use]
pub fn who_decides_for(
    child: PersonId,
    born: Date,
    decision: DecisionKind,
    on: Date,
    capacity: &[CapacityDecision],
) -> RightsHolder {
    if on < young_person_from(born) {
        return RightsHolder::Parents;
    }
    let latest = capacity
        .iter()
        .filter(|found| found.person == child && found.decision == decision && found.assessed_on <= on)
        .max_by_key(|found| (found.assessed_on, found.id));
    match latest.map(|found| &found.outcome) {
        None | Some(CapacityOutcome::HasCapacity) => RightsHolder::YoungPerson,
        Some(CapacityOutcome::LacksCapacity { representative: Some(person) }) => RightsHolder::Representative(*person),
        Some(CapacityOutcome::LacksCapacity { representative: None }) => RightsHolder::ParentsForLackOfCapacity,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CapacityDecisionId, PersonName, Sex};
    use jiff::civil::date;

    fn child(born: Date) -> Person {
        Person::new(PersonId::from_parts(1, 1), PersonName::new("Ada", "Reed"), born, Sex::Female)
    }

    /// Vector T18: turns 16 in July, after the leaving date and before the next school year.
    #[test]
    fn a_july_birthday_leaves_in_the_june_before() {
        let born = date(2010, 7, 3);
        assert_eq!(compulsory_school_age_ends(born), date(2026, 6, 26));
        assert_eq!(young_person_from(born), date(2026, 6, 27));
        let decides = |on| who_decides(&child(born), DecisionKind::Appeal, on, &[]);
        assert_eq!(decides(date(2026, 6, 26)), RightsHolder::Parents);
        assert_eq!(decides(date(2026, 6, 27)), RightsHolder::YoungPerson);
    }

    /// Vector T19: turns 16 on 1 September, which is the next school year.
    #[test]
    fn the_first_of_september_is_the_next_year() {
        assert_eq!(compulsory_school_age_ends(date(2010, 9, 1)), date(2027, 6, 25));
        assert_eq!(compulsory_school_age_ends(date(2010, 8, 31)), date(2026, 6, 26));
    }

    #[test]
    fn a_leap_day_birthday_has_a_leaving_date() {
        assert_eq!(compulsory_school_age_ends(date(2008, 2, 29)), date(2024, 6, 28));
    }

    #[test]
    fn capacity_is_per_decision_and_the_latest_counts() {
        let child = child(date(2009, 1, 1));
        let deputy = PersonId::from_parts(1, 9);
        let found = |n, decision, outcome, assessed_on| CapacityDecision {
            id: CapacityDecisionId::from_parts(1, n),
            person: child.id,
            decision,
            outcome,
            assessed_on,
            assessed_by: "Dr Vale, clinical psychologist".into(),
            review_on: None,
        };
        let lacks = |representative| CapacityOutcome::LacksCapacity { representative };
        let all = [
            found(1, DecisionKind::Appeal, lacks(Some(deputy)), date(2026, 1, 10)),
            found(2, DecisionKind::AnnualReview, lacks(None), date(2026, 1, 10)),
            found(3, DecisionKind::Appeal, CapacityOutcome::HasCapacity, date(2026, 6, 1)),
        ];
        let decides = |decision, on| who_decides(&child, decision, on, &all);
        assert_eq!(decides(DecisionKind::Appeal, date(2026, 1, 9)), RightsHolder::YoungPerson);
        assert_eq!(decides(DecisionKind::Appeal, date(2026, 1, 10)), RightsHolder::Representative(deputy));
        assert_eq!(decides(DecisionKind::Appeal, date(2026, 6, 1)), RightsHolder::YoungPerson);
        assert_eq!(decides(DecisionKind::AnnualReview, date(2026, 6, 1)), RightsHolder::ParentsForLackOfCapacity);
        assert_eq!(decides(DecisionKind::PersonalBudget, date(2026, 6, 1)), RightsHolder::YoungPerson);
    }
}
