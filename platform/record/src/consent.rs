//! Consent, given or withheld, for one purpose over a period.

use crate::{ConsentId, Period, PersonId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What the consent is for. The assessment itself rests on a statutory duty and needs none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ConsentPurpose {
    /// That the parents go on seeing a young person's record after the rights have passed.
    ParentAccess,
    /// That a supporter sees the record.
    SupporterAccess,
    /// That one parent's contact details are shown to the other.
    ShareContactDetails,
    /// That the plan goes to a named outside body, such as a university for Disabled Students' Allowance (reg 47).
    DisclosePlan,
    /// That a direct payment is made (SI 2014/1652).
    DirectPayment,
    /// That records are used for research.
    Research,
}

/// Yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ConsentAnswer {
    /// Given.
    Given,
    /// Withheld, or taken back.
    Withheld,
}

/// An answer to a question about one purpose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Its id.
    pub id: ConsentId,
    /// Whose record it is about.
    pub about: PersonId,
    /// What for.
    pub purpose: ConsentPurpose,
    /// The person it lets in, where the purpose names one.
    pub for_person: Option<PersonId>,
    /// Yes or no.
    pub answer: ConsentAnswer,
    /// Who answered.
    pub by: PersonId,
    /// While the answer holds.
    pub period: Period,
}

/// Is there consent on this day? Only where a yes holds and no no does; no answer is no consent. An answer that names no
/// person counts for everybody. Whoever changes their mind ends the period of the answer before.
#[must_use]
pub fn is_given(consents: &[Consent], purpose: ConsentPurpose, for_person: Option<PersonId>, on: Date) -> bool {
    let answers = |answer| {
        consents.iter().any(|consent| {
            consent.purpose == purpose
                && (consent.for_person.is_none() || consent.for_person == for_person)
                && consent.answer == answer
                && consent.period.contains(on)
        })
    };
    answers(ConsentAnswer::Given) && !answers(ConsentAnswer::Withheld)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_no_that_holds_outweighs_every_yes() {
        let answer = |answer, from| Consent {
            id: ConsentId::from_parts(1, 1),
            about: PersonId::from_parts(1, 1),
            purpose: ConsentPurpose::ParentAccess,
            for_person: None,
            answer,
            by: PersonId::from_parts(1, 1),
            period: Period::since(from),
        };
        let on = date(2026, 9, 1);
        let is = |all: &[Consent]| is_given(all, ConsentPurpose::ParentAccess, None, on);
        let yes = answer(ConsentAnswer::Given, date(2026, 7, 1));
        assert!(!is(&[]));
        assert!(is(std::slice::from_ref(&yes)));
        assert!(!is(&[yes.clone(), answer(ConsentAnswer::Withheld, date(2026, 8, 1))]));
        assert!(!is(&[answer(ConsentAnswer::Withheld, date(2026, 7, 1)), yes.clone()]));
        assert!(is(&[yes, answer(ConsentAnswer::Withheld, date(2026, 10, 1))]));
    }
}
