//! Schools, colleges and early years providers, with the fields of Get Information about Schools (GIAS).

use crate::codes::ResourcedKind;
use crate::{
    EmailAddress, EstablishmentGroup, EstablishmentStatus, EstablishmentType, LaCode, Laestab, Need, Phase,
    PhoneNumber, Postcode, Urn,
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A setting. The id and the name are the organisation's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setting {
    /// `URN`. None for early years providers that GIAS does not list.
    pub urn: Option<Urn>,
    /// `LA (code)`.
    pub authority: Option<LaCode>,
    /// `EstablishmentNumber`, four digits within the authority.
    pub establishment_number: Option<u16>,
    /// `UKPRN`, eight digits.
    pub ukprn: Option<u32>,
    /// `TypeOfEstablishment`.
    pub kind: EstablishmentType,
    /// `EstablishmentTypeGroup`.
    pub group: EstablishmentGroup,
    /// `EstablishmentStatus`.
    pub status: EstablishmentStatus,
    /// `OpenDate`.
    pub opened_on: Option<Date>,
    /// `CloseDate`.
    pub closed_on: Option<Date>,
    /// `PhaseOfEducation`.
    pub phase: Phase,
    /// `StatutoryLowAge`, years.
    pub low_age: Option<u8>,
    /// `StatutoryHighAge`, years.
    pub high_age: Option<u8>,
    /// `Boarders (name)`, as written.
    pub boarders: Option<String>,
    /// `OfficialSixthForm (code)`: has a sixth form.
    pub sixth_form: bool,
    /// `Gender (name)`: mixed, boys or girls, as written.
    pub gender: Option<String>,
    /// `ReligiousCharacter (name)`, as written.
    pub religious_character: Option<String>,
    /// `SchoolCapacity`, pupils.
    pub capacity: Option<u32>,
    /// `NumberOfPupils`.
    pub pupils: Option<u32>,
    /// Street, locality and the third line, those that are filled.
    pub lines: Vec<String>,
    /// `Town`.
    pub town: String,
    /// `Postcode`.
    pub postcode: Option<Postcode>,
    /// `TelephoneNum`.
    pub telephone: Option<PhoneNumber>,
    /// `SchoolWebsite`, as written.
    pub website: Option<String>,
    /// The setting's e-mail address. GIAS does not publish it.
    pub email: Option<EmailAddress>,
    /// Head's title, names and job title, as one line.
    pub head: Option<String>,
    /// `SEN1` to `SEN13`: the needs the setting provides for.
    pub needs: Vec<Need>,
    /// `TypeOfResourcedProvision`.
    pub resourced: ResourcedKind,
    /// `ResourcedProvisionOnRoll`, pupils.
    pub resourced_on_roll: Option<u32>,
    /// `ResourcedProvisionCapacity`, places.
    pub resourced_capacity: Option<u32>,
    /// `SenUnitOnRoll`, pupils.
    pub unit_on_roll: Option<u32>,
    /// `SenUnitCapacity`, places.
    pub unit_capacity: Option<u32>,
    /// `Section41Approved`: on the list of independent settings that a plan may name (CFA 2014 s.41).
    pub section_41: bool,
    /// `Easting`, metres on the National Grid.
    pub easting: Option<u32>,
    /// `Northing`, metres on the National Grid.
    pub northing: Option<u32>,
    /// `Trusts (name)`.
    pub trust: Option<String>,
    /// `LastChangedDate`.
    pub last_changed_on: Option<Date>,
}

impl Setting {
    /// A setting of which only the kind and the phase are known: open, no places, nowhere yet.
    #[must_use]
    pub const fn new(kind: EstablishmentType, phase: Phase) -> Self {
        Self {
            urn: None,
            authority: None,
            establishment_number: None,
            ukprn: None,
            kind,
            group: kind.group(),
            status: EstablishmentStatus::Open,
            opened_on: None,
            closed_on: None,
            phase,
            low_age: None,
            high_age: None,
            boarders: None,
            sixth_form: false,
            gender: None,
            religious_character: None,
            capacity: None,
            pupils: None,
            lines: Vec::new(),
            town: String::new(),
            postcode: None,
            telephone: None,
            website: None,
            email: None,
            head: None,
            needs: Vec::new(),
            resourced: ResourcedKind::NotApplicable,
            resourced_on_roll: None,
            resourced_capacity: None,
            unit_on_roll: None,
            unit_capacity: None,
            section_41: false,
            easting: None,
            northing: None,
            trust: None,
            last_changed_on: None,
        }
    }

    /// Authority and establishment number together, where both are known.
    #[must_use]
    pub fn laestab(&self) -> Option<Laestab> {
        Laestab::new(self.authority?, self.establishment_number?)
    }

    /// Is it open on this day, going by its dates and, where it has none, its status?
    #[must_use]
    pub fn is_open_on(&self, on: Date) -> bool {
        let begun = self.opened_on.map_or(self.status != EstablishmentStatus::ProposedToOpen, |day| day <= on);
        let ended = self.closed_on.map_or(self.status == EstablishmentStatus::Closed, |day| day < on);
        begun && !ended
    }

    /// Does it teach children of this age? Where GIAS gives no ages, it may.
    #[must_use]
    pub fn takes_age(&self, years: u8) -> bool {
        self.low_age.is_none_or(|low| low <= years) && self.high_age.is_none_or(|high| years <= high)
    }
}
