//! The unique pupil number: a check letter, the local authority, the school, the year, a serial
//! (DfE, "Unique pupil numbers: a guide for schools and local authorities").

use super::{IdentifierError, as_text};
use std::{fmt, str::FromStr};

/// The letters a check letter may be, each with the value of its place: no I, O or S.
const LETTERS: &[u8; 23] = b"ABCDEFGHJKLMNPQRTUVWXYZ";

/// A unique pupil number: 13 characters. A temporary one ends in a letter.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Upn([u8; 13]);

impl Upn {
    /// How many synthetic numbers there are in each authority and year.
    pub const SYNTHETIC: u32 = 1_000_000;

    /// Puts the check letter in front of the other twelve characters: twelve digits, or eleven and a letter for a
    /// temporary number.
    ///
    /// # Errors
    /// When the twelve are not twelve, or not digits.
    pub fn with_check(twelve: &str) -> Result<Self, IdentifierError> {
        let shape = || {
            IdentifierError::new(
                "A unique pupil number has 13 characters: a letter, then 12 digits (the last may be a letter), like H801200001001.",
            )
        };
        let rest: [u8; 12] = twelve.to_ascii_uppercase().into_bytes().try_into().map_err(|_: Vec<u8>| shape())?;
        let mut sum = 0;
        for (index, character) in rest.iter().enumerate() {
            let value = match character {
                b'0'..=b'9' => usize::from(character - b'0'),
                letter if index == 11 => LETTERS.iter().position(|one| one == letter).ok_or_else(shape)?,
                _ => return Err(shape()),
            };
            sum += value * (index + 2);
        }
        let mut upn = [0; 13];
        upn[0] = LETTERS[sum % 23];
        upn[1..].copy_from_slice(&rest);
        Ok(Self(upn))
    }

    /// The `n`th synthetic number for a two-digit entry year: different for each `n` below [`Self::SYNTHETIC`]; `n`
    /// wraps round beyond that. All carry authority 000, which no authority has: demonstration only.
    #[must_use]
    pub fn synthetic(year: u8, n: u32) -> Self {
        let n = n % Self::SYNTHETIC;
        let twelve = format!("000{:04}{:02}{:03}", 2000 + n / 1000, year % 100, n % 1000);
        Self::with_check(&twelve).unwrap_or(Self(*b"A000000000000"))
    }

    /// The number as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Is it a temporary number (it ends in a letter)?
    #[must_use]
    pub const fn is_temporary(&self) -> bool {
        self.0[12].is_ascii_alphabetic()
    }

    /// The three digits of the local authority that gave the number.
    #[must_use]
    pub fn authority(&self) -> &str {
        &self.as_str()[1..4]
    }
}

impl fmt::Display for Upn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Upn {
    type Err = IdentifierError;

    fn from_str(typed: &str) -> Result<Self, IdentifierError> {
        let clean: String = typed.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_uppercase();
        let upn = Self::with_check(clean.get(1..).unwrap_or_default())?;
        if upn.as_str() == clean {
            return Ok(upn);
        }
        Err(IdentifierError::new(format!(
            "{clean} is not a unique pupil number: its first letter does not fit the digits. Check it."
        )))
    }
}

as_text!(Upn);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn published_examples() {
        let upn: Upn = "h801200001001".parse().unwrap();
        assert_eq!(upn.to_string(), "H801200001001");
        assert_eq!((upn.authority(), upn.is_temporary()), ("801", false));
        assert!("X00180001701A".parse::<Upn>().unwrap().is_temporary());
        for wrong in ["A801200001001", "I801200001001", "H80120000100", "H8012000010011", "", "é", "H80120000100I"] {
            assert!(wrong.parse::<Upn>().is_err(), "{wrong}");
        }
        assert_eq!(
            "A801200001001".parse::<Upn>().unwrap_err().to_string(),
            "A801200001001 is not a unique pupil number: its first letter does not fit the digits. Check it."
        );
    }

    #[test]
    fn synthetic_numbers_are_all_different() {
        let some: std::collections::BTreeSet<_> = (0..50_000).map(|n| Upn::synthetic(19, n)).collect();
        assert_eq!(some.len(), 50_000);
        assert!(some.iter().all(|upn| upn.authority() == "000"));
    }

    proptest! {
        #[test]
        fn one_wrong_character_or_two_swapped_are_caught(
            n in 0..Upn::SYNTHETIC, year in 0_u8..99, temporary: bool, place in 0_usize..13, digit in 0_u8..10
        ) {
            let mut right = Upn::synthetic(year, n);
            if temporary {
                right = Upn::with_check(&format!("{}{}", &right.as_str()[1..12], char::from(LETTERS[n as usize % 23]))).unwrap();
            }
            let right = right.to_string();
            prop_assert!(right.parse::<Upn>().is_ok());
            let mut wrong = right.clone().into_bytes();
            wrong[place] = if place == 0 { LETTERS[usize::from(digit)] } else { b'0' + digit };
            let wrong = String::from_utf8(wrong).unwrap();
            // A letter and a digit may have the same value, so only digits against digits are promised.
            if !(temporary && place == 12) {
                prop_assert_eq!(wrong.parse::<Upn>().is_ok(), wrong == right);
            }
            if place < 12 {
                let mut swapped = right.clone().into_bytes();
                swapped.swap(place, place + 1);
                let swapped = String::from_utf8(swapped).unwrap();
                prop_assert_eq!(swapped.parse::<Upn>().is_ok(), swapped == right);
            }
        }
    }
}
