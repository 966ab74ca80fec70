//! Which records are worth comparing: keys that the store keeps in an indexed table.
//!
//! Two records of one person share at least one key unless family name, date of birth and every number all differ.

use super::{fold::fold, phonetic::sound};
use crate::{Identifiers, Person};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// The keys to keep for a record.
#[must_use]
pub fn stored_keys(person: &Person) -> BTreeSet<String> {
    let mut keys = numbers(&person.identifiers);
    keys.insert(format!("born:{}", person.born));
    keys.extend(sounds(person).into_iter().map(|sound| format!("name:{sound}:{:04}", person.born.year())));
    keys
}

/// The keys to look for when somebody is entered: those to keep, the date of birth with day and month the other way
/// round, and the years on either side.
#[must_use]
pub fn search_keys(person: &Person) -> BTreeSet<String> {
    let mut keys = stored_keys(person);
    if let Some(swapped) = swapped(person.born) {
        keys.insert(format!("born:{swapped}"));
    }
    for year in [person.born.year() - 1, person.born.year() + 1] {
        keys.extend(sounds(person).into_iter().map(|sound| format!("name:{sound}:{year:04}")));
    }
    keys
}

/// The date with day and month the other way round, where that is another date.
#[must_use]
pub fn swapped(born: Date) -> Option<Date> {
    Date::new(born.year(), born.day(), born.month()).ok().filter(|date| *date != born)
}

/// The sound of each part of the family name, and of the first given name, since the two are often swapped.
fn sounds(person: &Person) -> BTreeSet<String> {
    let family = fold(&person.name.family);
    let given = fold(&person.name.given);
    family
        .split(' ')
        .chain([family.as_str()])
        .chain(given.split(' ').take(1))
        .map(sound)
        .filter(|sound| !sound.is_empty())
        .collect()
}

fn numbers(identifiers: &Identifiers) -> BTreeSet<String> {
    let upns = identifiers.upn.iter().chain(&identifiers.former_upns).map(|upn| format!("upn:{upn}"));
    let uln = identifiers.uln.map(|uln| format!("uln:{uln}"));
    let nhs = identifiers.nhs_number.map(|number| format!("nhs:{}", number.unspaced()));
    upns.chain(uln).chain(nhs).collect()
}
