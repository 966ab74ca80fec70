//! The unique reference number of an establishment in GIAS: six digits, no check digit.

use super::{IdentifierError, as_text};
use std::{fmt, str::FromStr};

/// A GIAS unique reference number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Urn(u32);

impl Urn {
    /// A reference number from its value; none outside six digits.
    #[must_use]
    pub const fn new(number: u32) -> Option<Self> {
        if number >= 100_000 && number <= 999_999 { Some(Self(number)) } else { None }
    }

    /// Synthetic numbers begin at 990,000, well above those given so far: demonstration only. Wraps after 10,000.
    #[must_use]
    pub const fn synthetic(n: u32) -> Self {
        Self(990_000 + n % 10_000)
    }

    /// The number.
    #[must_use]
    pub const fn number(self) -> u32 {
        self.0
    }
}

impl fmt::Display for Urn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0.to_string())
    }
}

impl FromStr for Urn {
    type Err = IdentifierError;

    fn from_str(typed: &str) -> Result<Self, IdentifierError> {
        let clean = typed.trim();
        Some(clean)
            .filter(|text| text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit()))
            .and_then(|text| text.parse().ok())
            .and_then(Self::new)
            .ok_or_else(|| {
                IdentifierError::new(format!(
                    "“{clean}” is not a school's reference number (URN). It has 6 digits, like 110643."
                ))
            })
    }
}

as_text!(Urn);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_digits_and_nothing_else() {
        assert_eq!(" 110643 ".parse::<Urn>().unwrap().number(), 110_643);
        for wrong in ["11064", "1106433", "01106A", "", "+10643", "012345"] {
            assert!(wrong.parse::<Urn>().is_err(), "{wrong}");
        }
    }
}
