//! Code sets: the Department's codes with plain words.
//!
//! Each is an enum with `code()` (what a return or an import carries), `words()` (what a person reads), `ALL`, and
//! `FromStr` from the code. They are stored and sent as their code.

mod access_need;
mod care_status;
mod establishment;
mod ethnicity;
mod interpreter;
mod language;
mod need;
mod placement;
mod provision;
mod sex;
mod upn_unknown;

pub use access_need::AccessNeed;
pub use care_status::CareStatus;
pub use establishment::{EstablishmentGroup, EstablishmentStatus, EstablishmentType, Phase, ResourcedKind};
pub use ethnicity::{Ethnicity, EthnicityGroup};
pub use interpreter::InterpreterNeed;
pub use language::Language;
pub use need::Need;
pub use placement::{PlacementGroup, PlacementKind};
pub use provision::SenProvision;
pub use sex::Sex;
pub use upn_unknown::UpnUnknown;

/// A code that the set does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{code}” is not a code for {set}. The codes are {known}.")]
pub struct UnknownCode {
    /// What the code should have been a code for.
    pub set: &'static str,
    /// The code as it came.
    pub code: String,
    /// The codes there are.
    pub known: String,
}

/// An enum whose members each have a code and words.
macro_rules! code_set {
    (
        $(#[$meta:meta])*
        pub enum $name:ident for $what:literal {
            $( $variant:ident = $code:literal, $words:literal; )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {
            $( #[doc = concat!("`", $code, "`: ", $words)] $variant, )+
        }

        impl $name {
            /// Every member, in the order of the published list.
            pub const ALL: &'static [Self] = &[ $( Self::$variant, )+ ];

            /// The code that returns and imports carry.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $( Self::$variant => $code, )+ }
            }

            /// The words that people read.
            #[must_use]
            pub const fn words(self) -> &'static str {
                match self { $( Self::$variant => $words, )+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.words())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::codes::UnknownCode;

            fn from_str(code: &str) -> Result<Self, Self::Err> {
                let trimmed = code.trim();
                Self::ALL.iter().copied().find(|one| one.code().eq_ignore_ascii_case(trimmed)).ok_or_else(|| {
                    $crate::codes::UnknownCode {
                        set: $what,
                        code: code.to_owned(),
                        known: Self::ALL.iter().map(|one| one.code()).collect::<Vec<_>>().join(", "),
                    }
                })
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.code())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let code = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(deserializer)?;
                code.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use code_set;

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    macro_rules! sound {
        ($($set:ident),+) => {$({
            let codes: BTreeSet<_> = $set::ALL.iter().map(|one| one.code()).collect();
            assert_eq!(codes.len(), $set::ALL.len(), "{} repeats a code", stringify!($set));
            for one in $set::ALL {
                assert_eq!(one.code().parse::<$set>().as_ref(), Ok(one));
                let json = serde_json::to_string(one).unwrap();
                assert_eq!(&serde_json::from_str::<$set>(&json).unwrap(), one);
                assert!(!one.words().is_empty());
            }
        })+};
    }

    #[test]
    fn every_code_reads_back() {
        sound!(
            AccessNeed,
            CareStatus,
            EstablishmentType,
            EstablishmentGroup,
            EstablishmentStatus,
            Phase,
            ResourcedKind,
            Ethnicity,
            EthnicityGroup,
            InterpreterNeed,
            Language,
            Need,
            PlacementKind,
            PlacementGroup,
            SenProvision,
            Sex,
            UpnUnknown
        );
    }

    #[test]
    fn an_unknown_code_names_the_codes_there_are() {
        let error = "Q".parse::<SenProvision>().unwrap_err();
        assert_eq!(error.to_string(), "“Q” is not a code for SEN provision. The codes are N, K, E.");
    }
}
