//! Identifiers that other systems give, each checked when it is read.
//!
//! A value of one of these types is well formed: its length, its alphabet and, where the scheme has one, its check
//! digit. That says the number was copied correctly, not that it belongs to this person.

mod check;
mod email;
mod gss_code;
mod la_code;
mod laestab;
mod nhs_number;
mod phone;
mod postcode;
mod uln;
mod upn;
mod urn;

pub use email::EmailAddress;
pub use gss_code::GssCode;
pub use la_code::LaCode;
pub use laestab::Laestab;
pub use nhs_number::NhsNumber;
pub use phone::PhoneNumber;
pub use postcode::Postcode;
pub use uln::Uln;
pub use upn::Upn;
pub use urn::Urn;

/// Why an identifier was turned down, in words for the person who typed it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{sentence}")]
pub struct IdentifierError {
    /// A sentence that says what is wrong and what is right.
    pub sentence: String,
}

impl IdentifierError {
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self { sentence: sentence.into() }
    }
}

/// Stored and sent as text; read through the checks.
macro_rules! as_text {
    ($name:ident) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}({self})", stringify!($name))
            }
        }
    };
}
pub(crate) use as_text;
