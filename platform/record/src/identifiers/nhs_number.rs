//! The NHS number: ten digits, the last a check digit modulo 11 (NHS Data Dictionary, "NHS NUMBER").

use super::{IdentifierError, as_text, check};
use std::{fmt, str::FromStr};

/// An NHS number. Shown in groups of three, three and four.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NhsNumber(u64);

impl NhsNumber {
    /// How many synthetic numbers there are.
    pub const SYNTHETIC: u32 = 900_000;

    /// Adds the check digit to the first nine; none where the scheme gives no digit (the remainder would be ten).
    #[must_use]
    pub fn with_check(first_nine: u32) -> Option<Self> {
        let digits: [u8; 9] = check::spread(u64::from(first_nine % 1_000_000_000));
        match 11 - check::falling_sum(&digits, 10) % 11 {
            10 => None,
            11 => Some(Self(check::number_of(&digits) * 10)),
            digit => Some(Self(check::number_of(&digits) * 10 + u64::from(digit))),
        }
    }

    /// The `n`th synthetic number, each different for `n` below [`Self::SYNTHETIC`]; `n` wraps round beyond that.
    /// All begin with 999, a range the NHS keeps for tests and never gives to a patient.
    #[must_use]
    pub fn synthetic(n: u32) -> Self {
        let n = n % Self::SYNTHETIC;
        let tens = 999_000_000 + n / 9 * 10;
        // In any ten consecutive bodies at most one has no check digit, so nine are always there.
        (tens..tens + 10).filter_map(Self::with_check).nth((n % 9) as usize).unwrap_or(Self(9_990_000_018))
    }

    /// Is it from the range kept for tests?
    #[must_use]
    pub const fn is_synthetic(self) -> bool {
        self.0 / 10_000_000 == 999
    }

    /// The ten digits without spaces, as files carry them.
    #[must_use]
    pub fn unspaced(self) -> String {
        format!("{:010}", self.0)
    }
}

impl fmt::Display for NhsNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let digits = self.unspaced();
        f.pad(&format!("{} {} {}", &digits[..3], &digits[3..6], &digits[6..]))
    }
}

impl FromStr for NhsNumber {
    type Err = IdentifierError;

    fn from_str(typed: &str) -> Result<Self, IdentifierError> {
        let digits = check::digits_of(typed)
            .filter(|digits| digits.len() == 10)
            .ok_or_else(|| IdentifierError::new("An NHS number has 10 digits, like 943 476 5919."))?;
        let first_nine = u32::try_from(check::number_of(&digits[..9])).unwrap_or_default();
        Self::with_check(first_nine).filter(|number| number.0 == check::number_of(&digits)).ok_or_else(|| {
            IdentifierError::new(format!(
                "{typed} is not an NHS number: its last digit does not fit the others. Check it."
            ))
        })
    }
}

as_text!(NhsNumber);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn published_examples() {
        for typed in ["943 476 5919", "9434765919", "943-476-5919", "401 023 2137"] {
            assert!(typed.parse::<NhsNumber>().is_ok(), "{typed}");
        }
        assert_eq!("9434765919".parse::<NhsNumber>().unwrap().to_string(), "943 476 5919");
        assert_eq!(
            "943 476 5918".parse::<NhsNumber>().unwrap_err().to_string(),
            "943 476 5918 is not an NHS number: its last digit does not fit the others. Check it."
        );
        assert!("943 476 591".parse::<NhsNumber>().is_err());
        assert!("943 476 591x".parse::<NhsNumber>().is_err());
    }

    #[test]
    fn synthetic_numbers_are_all_different_and_all_recognisable() {
        let some: std::collections::BTreeSet<_> = (0..50_000).map(NhsNumber::synthetic).collect();
        assert_eq!(some.len(), 50_000);
        assert!(some.iter().all(|number| number.is_synthetic()));
        assert_ne!(NhsNumber::synthetic(NhsNumber::SYNTHETIC - 1), NhsNumber::synthetic(0));
    }

    proptest! {
        #[test]
        fn one_wrong_digit_or_two_swapped_are_caught(n in 0..NhsNumber::SYNTHETIC, place in 0_usize..10, digit in 0_u8..10) {
            let right = NhsNumber::synthetic(n).unspaced();
            prop_assert!(right.parse::<NhsNumber>().is_ok());
            let mut wrong = right.clone().into_bytes();
            wrong[place] = b'0' + digit;
            let wrong = String::from_utf8(wrong).unwrap();
            prop_assert_eq!(wrong.parse::<NhsNumber>().is_ok(), wrong == right);
            if place < 9 {
                let mut swapped = right.clone().into_bytes();
                swapped.swap(place, place + 1);
                let swapped = String::from_utf8(swapped).unwrap();
                prop_assert_eq!(swapped.parse::<NhsNumber>().is_ok(), swapped == right);
            }
        }
    }
}
