//! A human being: child, young person, parent, carer or worker.

use crate::{
    AccessNeed, Ethnicity, InterpreterNeed, Language, NhsNumber, PersonId, PersonName, Sex, Uln, Upn, UpnUnknown,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The numbers that other systems know a person by.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identifiers {
    /// Unique pupil number.
    pub upn: Option<Upn>,
    /// Unique pupil numbers the person had before.
    #[serde(default)]
    pub former_upns: Vec<Upn>,
    /// Why there is none, where there is none.
    pub upn_unknown: Option<UpnUnknown>,
    /// Unique learner number.
    pub uln: Option<Uln>,
    /// NHS number.
    pub nhs_number: Option<NhsNumber>,
}

/// A person. Addresses, contact points, care, consent and relationships are rows of their own, each with its dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// The person's id.
    pub id: PersonId,
    /// Name.
    pub name: PersonName,
    /// Date of birth.
    pub born: Date,
    /// Date of death.
    pub died_on: Option<Date>,
    /// Sex.
    pub sex: Sex,
    /// Ethnicity.
    pub ethnicity: Ethnicity,
    /// Numbers in other systems.
    pub identifiers: Identifiers,
    /// Languages, the first one first.
    pub languages: Vec<Language>,
    /// What interpreting the person needs.
    pub interpreter: InterpreterNeed,
    /// What adjustments the person has asked for.
    pub access_needs: Vec<AccessNeed>,
}

impl Person {
    /// A person of whom no more is known than this. Check the date of birth first: [`crate::checks::child_born`] or
    /// [`crate::checks::adult_born`].
    #[must_use]
    pub fn new(id: PersonId, name: PersonName, born: Date, sex: Sex) -> Self {
        Self {
            id,
            name,
            born,
            died_on: None,
            sex,
            ethnicity: Ethnicity::NotObtained,
            identifiers: Identifiers::default(),
            languages: Vec::new(),
            interpreter: InterpreterNeed::NotNeeded,
            access_needs: Vec::new(),
        }
    }

    /// Whole years of age on a day; nought before birth. Someone born on 29 February turns a year older on 1 March in
    /// other years.
    #[must_use]
    pub fn age_on(&self, on: Date) -> u8 {
        age_on(self.born, on)
    }

    /// The last day of compulsory school age.
    #[must_use]
    pub fn compulsory_school_age_ends(&self) -> Date {
        crate::rights::compulsory_school_age_ends(self.born)
    }
}

/// Whole years between a birth and a day; nought before birth.
#[must_use]
pub fn age_on(born: Date, on: Date) -> u8 {
    let years = i32::from(on.year()) - i32::from(born.year());
    let had_birthday = (on.month(), on.day()) >= (born.month(), born.day());
    u8::try_from(if had_birthday { years } else { years - 1 }).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn age_changes_on_the_birthday() {
        assert_eq!(age_on(date(2010, 7, 3), date(2026, 7, 2)), 15);
        assert_eq!(age_on(date(2010, 7, 3), date(2026, 7, 3)), 16);
        assert_eq!(age_on(date(2012, 2, 29), date(2026, 2, 28)), 13);
        assert_eq!(age_on(date(2012, 2, 29), date(2026, 3, 1)), 14);
        assert_eq!(age_on(date(2026, 1, 1), date(2025, 1, 1)), 0);
    }

    #[test]
    fn a_person_reads_back_from_json() {
        let mut ada =
            Person::new(PersonId::from_parts(1, 1), PersonName::new("Ada", "Reed"), date(2015, 5, 5), Sex::Female);
        ada.identifiers.nhs_number = Some(NhsNumber::synthetic(3));
        let json = serde_json::to_string(&ada).unwrap();
        assert_eq!(serde_json::from_str::<Person>(&json).unwrap(), ada);
    }
}
