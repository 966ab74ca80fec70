//! The establishments extract of "Get information about schools" (GIAS), row by row.

use crate::gias_columns::COLUMNS;
use crate::notes::{Note, RegisterReport};
use jiff::civil::Date;
use record::codes::ResourcedKind;
use record::{EstablishmentGroup, EstablishmentStatus, EstablishmentType, Need, Setting, Urn};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::io::Read;
use std::str::FromStr;
use tables::{Column, FileError, Headers, Options, Row, RowError, Table};

/// The names of all 140 columns, in order.
pub const GIAS_COLUMNS: [&str; 140] = COLUMNS;

/// A setting with its name, as the register lists it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListedSetting {
    /// Its unique reference number.
    pub urn: Urn,
    /// Its name.
    pub name: String,
    /// Everything else.
    pub setting: Setting,
}

/// Columns without which an extract is not one.
const REQUIRED: [&str; 5] =
    ["URN", "EstablishmentName", "TypeOfEstablishment (code)", "EstablishmentStatus (code)", "PhaseOfEducation (code)"];

/// Reads an extract. Each row that can be read goes to `sink`; an error of `sink` stops the reading.
///
/// A row without a number, a name, a known type, status or phase is rejected. A lesser value that makes no sense (a
/// telephone number, a date) is left out and noted; the row is kept.
///
/// # Errors
/// When the file is no extract, can't be read, or `sink` stops it.
pub fn read<E: From<FileError>>(
    source: impl Read,
    sink: &mut impl FnMut(ListedSetting) -> Result<(), E>,
) -> Result<RegisterReport, E> {
    let mut table = Table::open(source, &Options::default())?;
    for name in REQUIRED {
        table.headers().require(name)?;
    }
    let mut report = RegisterReport {
        missing_columns: COLUMNS
            .iter()
            .filter(|name| table.headers().find(name).is_none())
            .map(|n| (*n).to_owned())
            .collect(),
        ..RegisterReport::default()
    };
    let columns = Columns::find(table.headers());
    let mut seen = HashSet::new();
    while let Some(outcome) = table.next_row()? {
        let mut notes = Vec::new();
        match outcome.and_then(|row| columns.setting(&row, &mut seen, &mut notes).map_err(|error| *error)) {
            Ok(listed) => {
                sink(listed)?;
                report.summary.accept();
                notes.into_iter().for_each(|note| report.note(note));
            }
            Err(error) => report.summary.reject(error),
        }
    }
    report.summary.blank = table.blank();
    report.encoding = table.encoding().to_string();
    Ok(report)
}

/// Where each column that is used stands; `None` when the file does not have it.
struct Columns {
    of: std::collections::HashMap<&'static str, Column>,
    needs: Vec<Column>,
}

/// One row being read: its values, and a place for notes.
struct Reading<'c, 'r, 'n> {
    columns: &'c Columns,
    row: &'c Row<'r>,
    notes: &'n mut Vec<Note>,
}

impl Columns {
    fn find(headers: &Headers) -> Self {
        let of = COLUMNS.iter().filter_map(|name| headers.find(name).map(|column| (*name, column))).collect();
        let needs = (1..=13).filter_map(|n| headers.find(&format!("SEN{n} (name)"))).collect();
        Self { of, needs }
    }

    fn setting(
        &self,
        row: &Row<'_>,
        seen: &mut HashSet<Urn>,
        notes: &mut Vec<Note>,
    ) -> Result<ListedSetting, Box<RowError>> {
        let mut reading = Reading { columns: self, row, notes };
        let urn: Urn = reading.required("URN", "not a reference number")?;
        if !seen.insert(urn) {
            return Err(reading.error("URN", "the same number twice", "An earlier row has the same reference number."));
        }
        let name = reading.text("EstablishmentName").to_owned();
        if name.is_empty() {
            return Err(reading.error("EstablishmentName", "no name", "The establishment has no name."));
        }
        let kind: EstablishmentType = reading.code("TypeOfEstablishment (code)", 2)?;
        let mut setting = Setting::new(kind, reading.code("PhaseOfEducation (code)", 1)?);
        setting.urn = Some(urn);
        setting.status = reading.code("EstablishmentStatus (code)", 1)?;
        if let Some(group) = reading.optional::<EstablishmentGroup>("EstablishmentTypeGroup (code)") {
            setting.group = group;
        }
        reading.fill_identity(&mut setting);
        reading.fill_address(&mut setting);
        reading.fill_provision(&mut setting);
        check_dates(&mut reading, &setting);
        Ok(ListedSetting { urn, name, setting })
    }
}

/// A closing day before the opening day is kept, and noted.
fn check_dates(reading: &mut Reading<'_, '_, '_>, setting: &Setting) {
    if let (Some(opened), Some(closed)) = (setting.opened_on, setting.closed_on)
        && closed < opened
        && let Some(column) = reading.columns.of.get("CloseDate")
    {
        let note =
            reading.row.error(*column, "closed before it opened", format!("It closed before it opened ({opened})."));
        reading.notes.push(note);
    }
}

impl<'r> Reading<'_, 'r, '_> {
    fn text(&self, name: &str) -> &'r str {
        self.columns.of.get(name).map_or("", |column| self.row.text(*column))
    }

    fn some_text(&self, name: &str) -> Option<String> {
        let text = self.text(name);
        let says_nothing = text.is_empty() || ["Not applicable", "None", "Does not apply"].contains(&text);
        (!says_nothing).then(|| text.to_owned())
    }

    fn error(&self, name: &str, reason: &str, says: impl Into<String>) -> Box<RowError> {
        Box::new(match self.columns.of.get(name) {
            Some(column) => self.row.error(*column, reason, says),
            None => self.row.error_overall(reason, says),
        })
    }

    fn required<T: FromStr<Err: std::fmt::Display>>(&self, name: &str, reason: &str) -> Result<T, Box<RowError>> {
        self.text(name).parse().map_err(|error: T::Err| self.error(name, reason, error.to_string()))
    }

    /// A code that must be known; shorter ones are filled with zeros, since spreadsheets take them off.
    fn code<T: FromStr<Err: std::fmt::Display>>(&self, name: &str, width: usize) -> Result<T, Box<RowError>> {
        let padded = format!("{:0>width$}", self.text(name));
        padded.parse().map_err(|error: T::Err| self.error(name, "unknown code", error.to_string()))
    }

    /// A value that may be empty; one that makes no sense is noted and left out.
    fn optional<T: FromStr<Err: std::fmt::Display>>(&mut self, name: &str) -> Option<T> {
        let text = self.text(name);
        if text.is_empty() {
            return None;
        }
        match text.parse() {
            Ok(value) => Some(value),
            Err(error) => {
                let note = self.error(name, &format!("{name} makes no sense"), format!("Left out: {error}"));
                self.notes.push(*note);
                None
            }
        }
    }

    fn date(&mut self, name: &str) -> Option<Date> {
        self.optional::<GiasDate>(name).map(|date| date.0)
    }

    fn fill_identity(&mut self, setting: &mut Setting) {
        setting.authority = self.optional("LA (code)");
        setting.establishment_number = self.optional("EstablishmentNumber");
        setting.ukprn = self.optional("UKPRN");
        setting.opened_on = self.date("OpenDate");
        setting.closed_on = self.date("CloseDate");
        setting.low_age = self.optional("StatutoryLowAge");
        setting.high_age = self.optional("StatutoryHighAge");
        setting.boarders = self.some_text("Boarders (name)");
        setting.sixth_form = self.text("OfficialSixthForm (code)") == "1";
        setting.gender = self.some_text("Gender (name)");
        setting.religious_character = self.some_text("ReligiousCharacter (name)");
        setting.trust = self.some_text("Trusts (name)");
        setting.last_changed_on = self.date("LastChangedDate");
        let head = ["HeadTitle (name)", "HeadFirstName", "HeadLastName"].map(|name| self.text(name));
        let head: Vec<&str> = head.into_iter().filter(|part| !part.is_empty() && *part != "Not-applicable").collect();
        let job = self.text("HeadPreferredJobTitle");
        setting.head = match (head.is_empty(), job.is_empty()) {
            (true, _) => None,
            (false, true) => Some(head.join(" ")),
            (false, false) => Some(format!("{}, {job}", head.join(" "))),
        };
    }

    fn fill_address(&mut self, setting: &mut Setting) {
        setting.lines = ["Street", "Locality", "Address3"].iter().filter_map(|name| self.some_text(name)).collect();
        setting.town = self.text("Town").to_owned();
        setting.postcode = self.optional("Postcode");
        setting.telephone = self.optional("TelephoneNum");
        setting.website = self.some_text("SchoolWebsite");
        // Zero stands for unknown in the register.
        setting.easting = self.optional("Easting").filter(|metres| *metres > 0);
        setting.northing = self.optional("Northing").filter(|metres| *metres > 0);
    }

    fn fill_provision(&mut self, setting: &mut Setting) {
        setting.capacity = self.optional("SchoolCapacity");
        setting.pupils = self.optional("NumberOfPupils");
        for column in &self.columns.needs {
            let cell = self.row.text(*column);
            match Need::from_gias(cell) {
                Some(need) if !setting.needs.contains(&need) => setting.needs.push(need),
                Some(_) => {}
                None if cell.is_empty() || cell.eq_ignore_ascii_case("not applicable") => {}
                None => self.notes.push(self.row.error(
                    *column,
                    "unknown need",
                    "Left out: this is not a known type of need.",
                )),
            }
        }
        if !self.text("TypeOfResourcedProvision (name)").is_empty() {
            setting.resourced =
                self.optional("TypeOfResourcedProvision (name)").unwrap_or(ResourcedKind::NotApplicable);
        }
        setting.resourced_on_roll = self.optional("ResourcedProvisionOnRoll");
        setting.resourced_capacity = self.optional("ResourcedProvisionCapacity");
        setting.unit_on_roll = self.optional("SenUnitOnRoll");
        setting.unit_capacity = self.optional("SenUnitCapacity");
        setting.section_41 = self.text("Section41Approved (name)").eq_ignore_ascii_case("approved");
    }
}

/// A date as the register writes it: `31-08-2021`, also with slashes, or as a year first.
struct GiasDate(Date);

impl FromStr for GiasDate {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const WRONG: &str = "a date must be written as day-month-year.";
        let parts: Vec<&str> = text.split(['-', '/']).collect();
        let &[first, second, third] = parts.as_slice() else { return Err(WRONG) };
        let (day, year) = if first.len() == 4 { (third, first) } else { (first, third) };
        if year.len() != 4 || parts.iter().any(|part| part.is_empty() || !part.bytes().all(|b| b.is_ascii_digit())) {
            return Err(WRONG);
        }
        let number = |text: &str| text.parse::<i16>().map_err(|_| WRONG);
        let (day, month) = (i8::try_from(number(day)?), i8::try_from(number(second)?));
        let (Ok(day), Ok(month)) = (day, month) else { return Err(WRONG) };
        Date::new(number(year)?, month, day).map(Self).map_err(|_| "there is no such day.")
    }
}

/// Whether the setting counts as open in the register.
#[must_use]
pub fn counts_as_open(status: EstablishmentStatus) -> bool {
    matches!(status, EstablishmentStatus::Open | EstablishmentStatus::OpenButClosing)
}

#[cfg(test)]
#[path = "gias_tests.rs"]
mod tests;
