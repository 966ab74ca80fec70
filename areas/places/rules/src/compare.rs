//! An extract against what is held: what is new, what changed and how, what closed, what opened again, what is gone.

use crate::gias::{ListedSetting, counts_as_open};
use record::Setting;
use serde::{Deserialize, Serialize};
use std::fmt::Debug;

/// One field that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChange {
    /// The field, in words.
    pub field: String,
    /// What is held.
    pub before: String,
    /// What the extract says.
    pub after: String,
}

/// What an extract means for one setting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", tag = "what", content = "fields")]
pub enum Change {
    /// Not held yet.
    New,
    /// Held just so.
    Same,
    /// Held, with other values.
    Changed(Vec<FieldChange>),
    /// Open until now, and closed in the extract.
    Closed(Vec<FieldChange>),
    /// Closed until now, and open in the extract.
    Reopened(Vec<FieldChange>),
}

/// Compares a row of the extract with what is held under its number.
#[must_use]
pub fn compare(held: Option<&ListedSetting>, listed: &ListedSetting) -> Change {
    let Some(held) = held else { return Change::New };
    let fields = differences(held, listed);
    if fields.is_empty() {
        return Change::Same;
    }
    match (counts_as_open(held.setting.status), counts_as_open(listed.setting.status)) {
        (true, false) => Change::Closed(fields),
        (false, true) => Change::Reopened(fields),
        _ => Change::Changed(fields),
    }
}

fn differences(held: &ListedSetting, listed: &ListedSetting) -> Vec<FieldChange> {
    let (a, b) = (&held.setting, &listed.setting);
    let mut fields = Vec::new();
    differ(&mut fields, "name", &held.name, &listed.name);
    macro_rules! fields {
        ($($words:literal: $field:ident),+ $(,)?) => { $( differ(&mut fields, $words, &a.$field, &b.$field); )+ };
    }
    fields!(
        "authority": authority, "number in the authority": establishment_number, "UKPRN": ukprn, "type": kind,
        "group": group, "status": status, "opening day": opened_on, "closing day": closed_on, "phase": phase,
        "youngest age": low_age, "oldest age": high_age, "boarders": boarders, "sixth form": sixth_form,
        "gender": gender, "religious character": religious_character, "capacity": capacity, "pupils": pupils,
        "address": lines, "town": town, "postcode": postcode, "telephone": telephone, "website": website, "head": head,
        "needs": needs, "resourced provision": resourced, "pupils in resourced provision": resourced_on_roll,
        "places in resourced provision": resourced_capacity, "pupils in SEN unit": unit_on_roll,
        "places in SEN unit": unit_capacity, "section 41": section_41, "easting": easting, "northing": northing,
        "trust": trust, "last change in the register": last_changed_on,
    );
    fields
}

/// The register never gives an e-mail address, so one that is held is no difference.
fn differ<T: PartialEq + Debug>(fields: &mut Vec<FieldChange>, field: &str, before: &T, after: &T) {
    if before != after {
        let shown = |value: &T| {
            let text = format!("{value:?}");
            let bare = text.strip_prefix("Some(").and_then(|rest| rest.strip_suffix(')')).unwrap_or(&text);
            if bare == "None" { String::new() } else { bare.trim_matches('"').to_owned() }
        };
        fields.push(FieldChange { field: field.to_owned(), before: shown(before), after: shown(after) });
    }
}

/// What is kept of a held setting when the extract replaces it: the register does not know e-mail addresses.
#[must_use]
pub fn merged(held: Option<&Setting>, mut incoming: Setting) -> Setting {
    if incoming.email.is_none() {
        incoming.email = held.and_then(|held| held.email.clone());
    }
    incoming
}
