//! Words for the package's script, handed over as `data-i18n` attributes.

use std::collections::BTreeMap;

use super::attributes::Attributes;

/// A message by plural form: `zero`, `one`, `two`, `few`, `many`, `other`.
pub type Plurals = BTreeMap<String, String>;

/// One message; none when it is empty.
pub(crate) fn one(out: &mut Attributes, key: &str, message: &str) {
    if !message.is_empty() {
        out.set(format!("data-i18n.{key}"), message);
    }
}

/// A message in its plural forms.
pub(crate) fn several(out: &mut Attributes, key: &str, forms: &Plurals) {
    for (form, message) in forms {
        out.set(format!("data-i18n.{key}.{form}"), message);
    }
}
