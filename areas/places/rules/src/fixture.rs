//! An establishments extract of invented schools: the real 140 columns, Windows-1252, accents and typographic quotation
//! marks included. The same number of rows always gives the same bytes.

use crate::gias_columns::COLUMNS;
use std::collections::HashMap;

const PLACES: [&str; 8] = [
    "Little Wending",
    "Ashmere",
    "Saint-André-on-Sea",
    "Holm Staithe",
    "Broadwater",
    "Upper Fenning",
    "Marl",
    "Quay St Anne",
];
const SAINTS: [&str; 6] = ["St Withburga’s", "All Saints’", "Holy Well", "Curlew", "Café Row", "The Wherry"];

/// Type, group, phase, low age, high age.
const KINDS: [(&str, &str, &str, &str, &str); 8] = [
    ("01", "4", "2", "5", "11"),
    ("34", "10", "4", "11", "18"),
    ("02", "4", "2", "5", "11"),
    ("07", "5", "0", "3", "19"),
    ("36", "11", "0", "4", "19"),
    ("10", "3", "0", "7", "19"),
    ("14", "4", "0", "5", "16"),
    ("18", "1", "6", "16", "99"),
];

/// An extract of so many invented schools, in Windows-1252 with CRLF.
#[must_use]
pub fn gias_extract(rows: u32) -> Vec<u8> {
    let mut text = quoted_row(COLUMNS.iter().copied());
    for number in 0..rows {
        let values = school(number);
        text.push_str(&quoted_row(COLUMNS.iter().map(|column| values.get(column).map_or("", String::as_str))));
    }
    encoding_rs::WINDOWS_1252.encode(&text).0.into_owned()
}

/// The values of one invented school by column; the rest are empty.
#[must_use]
pub fn school(number: u32) -> HashMap<&'static str, String> {
    let pick = |salt: u32, of: usize| (number.wrapping_mul(2_654_435_761).wrapping_add(salt) >> 7) as usize % of;
    let kind = KINDS[pick(1, KINDS.len())];
    let place = PLACES[pick(2, PLACES.len())];
    let closed = number % 17 == 16;
    let special = matches!(kind.0, "07" | "36" | "10");
    let mut values = HashMap::new();
    let mut set = |column: &'static str, value: &str| drop(values.insert(column, value.to_owned()));
    set("URN", &(990_000 + number % 10_000).to_string());
    set("LA (code)", "990");
    set("LA (name)", "Broadshire");
    set("EstablishmentNumber", &format!("{}", 2_000 + number % 7_000));
    set("EstablishmentName", &format!("{} {}, {place}", SAINTS[pick(3, SAINTS.len())], kind_word(kind.0)));
    set("TypeOfEstablishment (code)", kind.0);
    set("EstablishmentTypeGroup (code)", kind.1);
    set("EstablishmentStatus (code)", if closed { "2" } else { "1" });
    set("EstablishmentStatus (name)", if closed { "Closed" } else { "Open" });
    set("OpenDate", "01-09-2004");
    set("CloseDate", if closed { "31-08-2022" } else { "" });
    set("PhaseOfEducation (code)", kind.2);
    set("StatutoryLowAge", kind.3);
    set("StatutoryHighAge", kind.4);
    set("OfficialSixthForm (code)", if kind.4 == "18" { "1" } else { "2" });
    set("Gender (name)", "Mixed");
    set("ReligiousCharacter (name)", if kind.0 == "02" { "Church of England" } else { "Does not apply" });
    set("SchoolCapacity", &(40 + pick(4, 900)).to_string());
    set("NumberOfPupils", &(35 + pick(4, 800)).to_string());
    set("UKPRN", &(10_990_000 + number).to_string());
    set("LastChangedDate", "14-10-2026");
    set("Street", &format!("{} Staithe Road", 1 + pick(5, 90)));
    set("Town", place);
    set("County (name)", "Broadshire");
    set("Postcode", &format!("ZZ{} {}AA", 1 + pick(6, 9), pick(7, 10)));
    set("SchoolWebsite", "https://school.example");
    set("TelephoneNum", "01632960100");
    set("HeadTitle (name)", "Ms");
    set("HeadFirstName", "Zoë");
    set("HeadLastName", "O’Dell");
    set("HeadPreferredJobTitle", "Headteacher");
    set("Section41Approved (name)", if kind.0 == "10" { "Approved" } else { "Not applicable" });
    if special {
        set("SEN1 (name)", "ASD - Autistic Spectrum Disorder");
        set("SEN2 (name)", "SLCN - Speech, language and Communication");
    }
    if kind.0 == "01" && number.is_multiple_of(5) {
        set("TypeOfResourcedProvision (name)", "Resourced provision");
        set("ResourcedProvisionOnRoll", "11");
        set("ResourcedProvisionCapacity", "16");
    }
    set("Easting", &(570_000 + pick(8, 80_000)).to_string());
    set("Northing", &(290_000 + pick(9, 50_000)).to_string());
    values
}

fn kind_word(kind: &str) -> &'static str {
    match kind {
        "07" | "36" | "10" => "School",
        "14" => "Pupil Referral Unit",
        "18" => "College",
        "34" => "Academy",
        _ => "Primary School",
    }
}

fn quoted_row<'v>(values: impl Iterator<Item = &'v str>) -> String {
    let mut line = values.map(|value| format!("\"{}\"", value.replace('"', "\"\""))).collect::<Vec<_>>().join(",");
    line.push_str("\r\n");
    line
}
