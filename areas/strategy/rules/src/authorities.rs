//! Authorities: numbers, codes, names, boundary changes, and statistical neighbours.

use crate::authorities_table::LISTED;
use jiff::civil::{Date, date};

/// A row of the table of authorities.
#[derive(Debug)]
pub(crate) struct Listed {
    pub number: u16,
    pub code: &'static str,
    pub name: &'static str,
    pub neighbours: [u16; 10],
    pub closeness: &'static str,
}

/// A local authority, past or present.
#[derive(Debug, Clone, Copy)]
pub struct Authority(&'static Listed);

/// How like another authority a statistical neighbour is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Closeness {
    /// Extremely close.
    ExtremelyClose,
    /// Very close.
    VeryClose,
    /// Close.
    Close,
    /// Somewhat close.
    SomewhatClose,
    /// Not close.
    NotClose,
}

/// The edition of the list of neighbours, for captions.
pub const NEIGHBOURS_SOURCE: &str = "Department for Education, statistical neighbours, May 2025";

/// A change of boundaries: figures before and after are about different places.
#[derive(Debug)]
pub struct BoundaryChange {
    /// The day from which it holds.
    pub on: Date,
    /// The codes that ended.
    pub before: &'static [&'static str],
    /// The codes that began.
    pub after: &'static [&'static str],
    /// What happened, in a sentence.
    pub says: &'static str,
}

/// Changes of boundaries since 2009, from the notes of the release's tribunal table and the ONS code history.
pub const BOUNDARY_CHANGES: &[BoundaryChange] = &[
    BoundaryChange {
        on: date(2019, 4, 1),
        before: &["E06000028", "E06000029", "E10000009"],
        after: &["E06000058", "E06000059"],
        says: "In April 2019 Bournemouth, Poole and Christchurch (until then in Dorset) became one authority, and the rest \
               of Dorset another.",
    },
    BoundaryChange {
        on: date(2021, 4, 1),
        before: &["E10000021"],
        after: &["E06000061", "E06000062"],
        says: "In April 2021 Northamptonshire was split into North Northamptonshire and West Northamptonshire.",
    },
    BoundaryChange {
        on: date(2023, 4, 1),
        before: &["E10000006"],
        after: &["E06000063", "E06000064"],
        says: "In April 2023 Cumbria was split into Cumberland and Westmorland and Furness.",
    },
];

/// Codes that were replaced without a change of the place itself that matters here: `(old, current)`.
const RECODED: &[(&str, &str)] = &[
    ("E06000048", "E06000057"), // Northumberland, 2013
    ("E08000020", "E08000037"), // Gateshead, 2013
    ("E10000002", "E06000060"), // Buckinghamshire, 2020
    ("E10000027", "E06000066"), // Somerset, 2023
    ("E10000023", "E06000065"), // North Yorkshire, 2023
];

/// The code under which a place is kept here: the same place under an older or newer code comes out the same.
#[must_use]
pub fn current_code(code: &str) -> &str {
    let Some((old, new)) = RECODED.iter().find(|(old, new)| *old == code || *new == code) else { return code };
    // The code of the table, so that releases before and after a recoding agree.
    LISTED.iter().find(|listed| listed.code == *old || listed.code == *new).map_or(code, |listed| listed.code)
}

/// The changes of boundaries that this place was part of.
pub fn boundary_changes(code: &str) -> impl Iterator<Item = &'static BoundaryChange> {
    BOUNDARY_CHANGES.iter().filter(move |change| change.before.contains(&code) || change.after.contains(&code))
}

/// Every authority, past and present, in order of number.
pub fn all() -> impl Iterator<Item = Authority> {
    LISTED.iter().map(Authority)
}

/// The authority of this number, such as 926.
#[must_use]
pub fn by_number(number: u16) -> Option<Authority> {
    LISTED.binary_search_by_key(&number, |listed| listed.number).ok().map(|at| Authority(&LISTED[at]))
}

/// The authority of this code, such as `E10000020`, old or new.
#[must_use]
pub fn by_code(code: &str) -> Option<Authority> {
    let code = current_code(code);
    LISTED.iter().find(|listed| listed.code == code).map(Authority)
}

/// The authority of this name as it is published somewhere: case, "County", ", City of" and the like make no difference.
#[must_use]
pub fn by_name(name: &str) -> Option<Authority> {
    let wanted = essence(name);
    LISTED.iter().filter(|listed| listed.number != 835).find(|listed| essence(listed.name) == wanted).map(Authority)
}

fn essence(name: &str) -> String {
    let lower = name.to_lowercase().replace('&', "and");
    let core = lower.strip_suffix(", city of").or(lower.strip_suffix(", county of")).unwrap_or(&lower);
    let core = core.strip_prefix("county ").unwrap_or(core);
    let core = core.strip_suffix(" borough").unwrap_or(core);
    core.chars().filter(|c| c.is_alphanumeric()).collect()
}

impl Authority {
    /// The Department's number, such as 926.
    #[must_use]
    pub fn number(self) -> u16 {
        self.0.number
    }

    /// The ONS code, such as `E10000020`.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.0.code
    }

    /// The name, as the Department publishes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// Whether it still exists.
    #[must_use]
    pub fn exists_today(self) -> bool {
        !BOUNDARY_CHANGES.iter().any(|change| change.before.contains(&self.0.code))
    }

    /// Its ten statistical neighbours, the closest first (edition of May 2025).
    pub fn neighbours(self) -> impl Iterator<Item = (Authority, Closeness)> {
        self.0.neighbours.iter().zip(self.0.closeness.bytes()).filter_map(|(number, letter)| {
            let closeness = match letter {
                b'x' => Closeness::ExtremelyClose,
                b'v' => Closeness::VeryClose,
                b'c' => Closeness::Close,
                b's' => Closeness::SomewhatClose,
                _ => Closeness::NotClose,
            };
            Some((by_number(*number)?, closeness))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn norfolk_has_its_ten_neighbours_in_order() {
        let norfolk = by_number(926).unwrap();
        assert_eq!((norfolk.name(), norfolk.code()), ("Norfolk", "E10000020"));
        let names: Vec<_> = norfolk.neighbours().map(|(authority, _)| authority.name()).collect();
        insta::assert_snapshot!(names.join(", "), @"Suffolk, Cornwall, Devon, Derbyshire, Northumberland, Kent, Somerset, Lincolnshire, Nottinghamshire, Medway");
        assert!(norfolk.neighbours().all(|(_, closeness)| closeness == Closeness::VeryClose));
    }

    #[test]
    fn every_authority_has_ten_neighbours_that_are_not_itself() {
        assert_eq!(all().count(), 158);
        assert_eq!(all().filter(|authority| authority.exists_today()).count(), 153);
        for authority in all() {
            let neighbours: Vec<_> = authority.neighbours().collect();
            assert_eq!(neighbours.len(), 10, "{}", authority.name());
            assert!(neighbours.iter().all(|(other, _)| other.number() != authority.number()));
            assert!(neighbours.is_sorted_by_key(|(_, closeness)| *closeness), "{}", authority.name());
        }
    }

    #[test]
    fn names_and_codes_find_the_same_authority() {
        for authority in all().filter(|authority| authority.number() != 835) {
            assert_eq!(
                by_name(authority.name()).map(Authority::number),
                Some(authority.number()),
                "{}",
                authority.name()
            );
            assert_eq!(by_code(authority.code()).map(Authority::number), Some(authority.number()));
        }
        assert_eq!(by_name("Durham").map(Authority::number), Some(840));
        assert_eq!(by_name("Bedford Borough").map(Authority::number), Some(822));
        assert_eq!(by_code("E06000066").map(Authority::name), Some("Somerset"));
        assert_eq!(current_code("E06000048"), "E06000057");
        assert_eq!(current_code("E92000001"), "E92000001");
    }
}
