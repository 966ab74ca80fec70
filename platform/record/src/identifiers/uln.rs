//! The unique learner number: ten digits, the last a check digit modulo 11 (Learning Records Service).

use super::{IdentifierError, as_text, check};
use std::{fmt, str::FromStr};

/// A unique learner number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uln(u64);

impl Uln {
    /// How many synthetic numbers there are.
    pub const SYNTHETIC: u32 = 900_000;

    /// Adds the check digit to the first nine; none where the scheme gives no digit (the remainder would be nought),
    /// or where the number would begin with nought.
    #[must_use]
    pub fn with_check(first_nine: u32) -> Option<Self> {
        let digits: [u8; 9] = check::spread(u64::from(first_nine % 1_000_000_000));
        if digits[0] == 0 {
            return None;
        }
        match check::falling_sum(&digits, 10) % 11 {
            0 => None,
            remainder => Some(Self(check::number_of(&digits) * 10 + u64::from(10 - remainder))),
        }
    }

    /// The `n`th synthetic number, each different for `n` below [`Self::SYNTHETIC`]; `n` wraps round beyond that.
    /// All begin with 999. No range is published as kept for tests, so these only look synthetic: demonstration only.
    #[must_use]
    pub fn synthetic(n: u32) -> Self {
        let n = n % Self::SYNTHETIC;
        let tens = 999_000_000 + n / 9 * 10;
        // In any ten consecutive bodies at most one has no check digit, so nine are always there.
        (tens..tens + 10).filter_map(Self::with_check).nth((n % 9) as usize).unwrap_or(Self(9_990_000_009))
    }
}

impl fmt::Display for Uln {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:010}", self.0))
    }
}

impl FromStr for Uln {
    type Err = IdentifierError;

    fn from_str(typed: &str) -> Result<Self, IdentifierError> {
        let digits = check::digits_of(typed)
            .filter(|digits| digits.len() == 10)
            .ok_or_else(|| IdentifierError::new("A unique learner number has 10 digits."))?;
        let first_nine = u32::try_from(check::number_of(&digits[..9])).unwrap_or_default();
        Self::with_check(first_nine).filter(|number| number.0 == check::number_of(&digits)).ok_or_else(|| {
            IdentifierError::new(format!(
                "{typed} is not a unique learner number: its last digit does not fit the others. Check it."
            ))
        })
    }
}

as_text!(Uln);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn worked_example() {
        // 1×10 + 0×9 + … + 0×2 = 10; 10 mod 11 = 10; 10 − 10 = 0.
        assert_eq!("1000000000".parse::<Uln>().unwrap().to_string(), "1000000000");
        // The number that learning records use for "not known" is not a real one.
        assert!("9999999999".parse::<Uln>().is_err());
        assert!("0000000000".parse::<Uln>().is_err());
    }

    #[test]
    fn synthetic_numbers_are_all_different() {
        let some: std::collections::BTreeSet<_> = (0..50_000).map(Uln::synthetic).collect();
        assert_eq!(some.len(), 50_000);
    }

    proptest! {
        #[test]
        fn one_wrong_digit_or_two_swapped_are_caught(n in 0..Uln::SYNTHETIC, place in 0_usize..10, digit in 0_u8..10) {
            let right = Uln::synthetic(n).to_string();
            prop_assert!(right.parse::<Uln>().is_ok());
            let mut wrong = right.clone().into_bytes();
            wrong[place] = b'0' + digit;
            let wrong = String::from_utf8(wrong).unwrap();
            prop_assert_eq!(wrong.parse::<Uln>().is_ok(), wrong == right);
            if place < 9 {
                let mut swapped = right.clone().into_bytes();
                swapped.swap(place, place + 1);
                let swapped = String::from_utf8(swapped).unwrap();
                prop_assert_eq!(swapped.parse::<Uln>().is_ok(), swapped == right);
            }
        }
    }
}
