//! Free-form HTML attributes, always escaped.

use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::lenient::Scalar;

/// Extra attributes of an element, in the order given. Values are escaped on output; a name that could break out of
/// the tag (white space, quotes, `<`, `>`, `/`, `=`) is left out.
#[derive(Clone, Debug, Default)]
pub struct Attributes(Vec<(String, Option<String>)>);

impl Attributes {
    /// No attributes yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds `name="value"`.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.set(name, value);
        self
    }

    /// Adds `name="value"` in place.
    pub fn set(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.push((name.into(), Some(value.into())));
    }

    /// Adds a boolean attribute: the name alone.
    pub fn flag(&mut self, name: impl Into<String>) {
        self.0.push((name.into(), None));
    }

    /// Adds all of another set.
    pub fn extend(&mut self, other: &Self) {
        self.0.extend(other.0.iter().cloned());
    }

    /// Name and value; no value for a boolean attribute.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, Option<&str>)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_deref()))
    }
}

impl<'de> Deserialize<'de> for Attributes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Map;
        impl<'de> Visitor<'de> for Map {
            type Value = Attributes;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a map of attribute names to values")
            }

            fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Attributes, M::Error> {
                let mut attributes = Attributes::new();
                while let Some((name, value)) = map.next_entry::<String, Option<Scalar>>()? {
                    attributes.set(name, value.map(Scalar::into_string).unwrap_or_default());
                }
                Ok(attributes)
            }
        }
        deserializer.deserialize_map(Map)
    }
}
