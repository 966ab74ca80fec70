//! A person, with the words, sounds, numbers and keys by which they are found.

use std::collections::BTreeMap;

use record::matching::{blocking, fold::fold, phonetic::sound};
use record::{Person, PersonId};
use sea_orm::Value;

use super::kept::Kept;
use crate::StoreResult;
use crate::columns::{date_text, word};

impl Kept for Person {
    type Id = PersonId;
    const TABLE: &'static str = "person";
    const COLUMNS: &'static [&'static str] = &["sort_key", "born", "died_on", "sex"];
    const SIDES: &'static [(&'static str, &'static [&'static str])] = &[
        ("person_name", &["person", "word", "sound"]),
        ("person_identifier", &["person", "kind", "value"]),
        ("person_match_key", &["person", "match_key"]),
    ];

    fn id(&self) -> PersonId {
        self.id
    }

    fn values(&self) -> StoreResult<Vec<Value>> {
        Ok(vec![
            sort_key(&self.name).into(),
            date_text(self.born).into(),
            self.died_on.map(date_text).into(),
            word(&self.sex)?.into(),
        ])
    }

    fn side_rows(&self) -> Vec<Vec<Vec<Value>>> {
        let names = words(&self.name).into_iter().map(|(word, sound)| vec![word.into(), sound.into()]).collect();
        let numbers = numbers(self).into_iter().map(|(kind, value)| vec![kind.into(), value.into()]).collect();
        let keys = blocking::stored_keys(self).into_iter().map(|key| vec![key.into()]).collect();
        vec![names, numbers, keys]
    }
}

/// Family name, then given names, without case and accents: the order of lists.
pub(super) fn sort_key(name: &record::PersonName) -> String {
    format!("{}, {}", fold(&name.family), fold(&name.given))
}

/// Each word of the names, and double names as one word too, with its sound.
fn words(name: &record::PersonName) -> BTreeMap<String, String> {
    let mut words = BTreeMap::new();
    for part in [Some(name.given.as_str()), Some(name.family.as_str()), name.known_as.as_deref()].into_iter().flatten()
    {
        let folded = fold(part);
        let joined: String = folded.split(' ').collect();
        for word in folded.split(' ').chain([joined.as_str()]).filter(|word| !word.is_empty()) {
            words.insert(word.to_owned(), sound(word));
        }
    }
    words
}

/// Numbers without spaces, by kind.
fn numbers(person: &Person) -> Vec<(&'static str, String)> {
    let identifiers = &person.identifiers;
    let mut numbers = Vec::new();
    numbers.extend(identifiers.upn.map(|upn| ("upn", upn.to_string())));
    numbers.extend(identifiers.former_upns.iter().map(|upn| ("former-upn", upn.to_string())));
    numbers.extend(identifiers.uln.map(|uln| ("uln", uln.to_string())));
    numbers.extend(identifiers.nhs_number.map(|number| ("nhs", number.unspaced())));
    numbers.sort();
    numbers.dedup();
    numbers
}
