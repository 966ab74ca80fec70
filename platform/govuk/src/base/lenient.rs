//! Reading the macro options' JSON, where a value may be a text, a number, a boolean or nothing.

use serde::{Deserialize, Deserializer};

/// A JSON scalar.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(crate) enum Scalar {
    Boolean(bool),
    Whole(i64),
    Number(f64),
    Text(String),
}

impl Scalar {
    /// As it is printed.
    pub(crate) fn into_string(self) -> String {
        match self {
            Self::Boolean(value) => value.to_string(),
            Self::Whole(value) => value.to_string(),
            Self::Number(value) => value.to_string(),
            Self::Text(value) => value,
        }
    }

    /// As it is printed, or nothing for `false`, `0` and the empty text.
    pub(crate) fn truthy(self) -> Option<String> {
        match self {
            Self::Boolean(false) | Self::Whole(0) => None,
            Self::Text(text) if text.is_empty() => None,
            other => Some(other.into_string()),
        }
    }
}

/// A text; nothing reads as the empty text.
pub(crate) fn text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    Ok(Option::<Scalar>::deserialize(deserializer)?.map(Scalar::into_string).unwrap_or_default())
}

/// A text that may be absent; a given `false` or number is printed.
pub(crate) fn optional_text<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(Option::<Scalar>::deserialize(deserializer)?.map(Scalar::into_string))
}

/// Several texts.
pub(crate) fn texts<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    Ok(Vec::<Scalar>::deserialize(deserializer)?.into_iter().map(Scalar::into_string).collect())
}
