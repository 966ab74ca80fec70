//! Where a person lives, over time, and addresses that must stay hidden.
//!
//! A protected address may not reach anybody it is withheld from, by any road: page, letter, export, map, distance or
//! file. [`PublicAddress`] is what a page for families or schools is given; it cannot hold a protected address.

use crate::{AddressId, Period, PersonId, Postcode};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Why an address is hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProtectionReason {
    /// Domestic abuse.
    DomesticAbuse,
    /// A court has said so.
    CourtOrder,
    /// Adoption.
    Adoption,
    /// The home of a foster carer, or a placement that is not disclosed.
    FosterPlacement,
    /// Another risk of harm, written down in the case.
    OtherRisk,
}

/// That an address must be hidden, why, and from whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Protection {
    /// Why.
    pub reason: ProtectionReason,
    /// The people it must above all not reach. Others outside the responsible team do not see it either.
    pub withhold_from: Vec<PersonId>,
    /// Since when.
    pub set_on: Date,
    /// When somebody looks again whether it is still needed.
    pub review_on: Option<Date>,
}

/// Who said so. An address is never changed without a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AddressSource {
    /// The person or a parent, signed in.
    SelfReported,
    /// Told to an officer, by telephone or letter.
    ToldToOfficer,
    /// A school's or college's record.
    Setting,
    /// Social care.
    SocialCare,
    /// Health.
    Health,
    /// The council's admissions or council tax record.
    Council,
    /// An imported file.
    Import,
}

/// An address of one person over one period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// Its id.
    pub id: AddressId,
    /// Who lives there.
    pub person: PersonId,
    /// House and street, one line each, without town and postcode.
    pub lines: Vec<String>,
    /// Town or village.
    pub town: String,
    /// Postcode, where known.
    pub postcode: Option<Postcode>,
    /// Unique property reference number, where known.
    pub uprn: Option<u64>,
    /// While the person lives there.
    pub period: Period,
    /// Who said so.
    pub source: AddressSource,
    /// When the change was confirmed with the contact known before, where it has been.
    pub confirmed_on: Option<Date>,
    /// Set when the address must be hidden.
    pub protected: Option<Protection>,
}

impl Address {
    /// The address as a page may show it; none when it is protected.
    #[must_use]
    pub fn public(&self) -> Option<PublicAddress> {
        if self.protected.is_some() {
            return None;
        }
        Some(PublicAddress { lines: self.lines.clone(), town: self.town.clone(), postcode: self.postcode })
    }

    /// Must this person in particular never learn it?
    #[must_use]
    pub fn is_withheld_from(&self, person: PersonId) -> bool {
        self.protected.as_ref().is_some_and(|protection| protection.withhold_from.contains(&person))
    }
}

/// An address that is safe to show: its only source is [`Address::public`], which gives none for a protected one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PublicAddress {
    lines: Vec<String>,
    town: String,
    postcode: Option<Postcode>,
}

impl PublicAddress {
    /// The lines of an envelope, below the name.
    #[must_use]
    pub fn envelope(&self) -> Vec<String> {
        let mut all = self.lines.clone();
        all.push(self.town.clone());
        all.extend(self.postcode.map(|postcode| postcode.to_string()));
        all.retain(|line| !line.is_empty());
        all
    }

    /// The postcode, where known.
    #[must_use]
    pub const fn postcode(&self) -> Option<Postcode> {
        self.postcode
    }

    /// Town or village.
    #[must_use]
    pub fn town(&self) -> &str {
        &self.town
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn address() -> Address {
        Address {
            id: AddressId::from_parts(1, 1),
            person: PersonId::from_parts(1, 1),
            lines: vec!["1 Canary Row".into()],
            town: "Broadwick".into(),
            postcode: "NR11 6EX".parse().ok(),
            uprn: None,
            period: Period::since(date(2024, 1, 1)),
            source: AddressSource::SelfReported,
            confirmed_on: None,
            protected: None,
        }
    }

    #[test]
    fn a_protected_address_has_no_public_view() {
        let father = PersonId::from_parts(1, 2);
        let mut home = address();
        assert_eq!(home.public().unwrap().envelope(), ["1 Canary Row", "Broadwick", "NR11 6EX"]);
        home.protected = Some(Protection {
            reason: ProtectionReason::DomesticAbuse,
            withhold_from: vec![father],
            set_on: date(2025, 3, 1),
            review_on: None,
        });
        assert_eq!(home.public(), None);
        assert!(home.is_withheld_from(father) && !home.is_withheld_from(home.person));
    }
}
