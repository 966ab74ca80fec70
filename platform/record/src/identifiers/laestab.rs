//! A school by its local authority and establishment number, such as 926/2082.

use super::{IdentifierError, LaCode, as_text, check};
use std::{fmt, str::FromStr};

/// Local authority code and establishment number together (`LAESTAB`, seven digits).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Laestab {
    authority: LaCode,
    number: u16,
}

impl Laestab {
    /// A school's number within its authority; none outside four digits.
    #[must_use]
    pub const fn new(authority: LaCode, number: u16) -> Option<Self> {
        if number <= 9999 { Some(Self { authority, number }) } else { None }
    }

    /// The authority.
    #[must_use]
    pub const fn authority(self) -> LaCode {
        self.authority
    }

    /// The number within the authority.
    #[must_use]
    pub const fn number(self) -> u16 {
        self.number
    }

    /// The seven digits without the stroke, as files carry them.
    #[must_use]
    pub fn unspaced(self) -> String {
        format!("{}{:04}", self.authority, self.number)
    }
}

impl fmt::Display for Laestab {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}/{:04}", self.authority, self.number))
    }
}

impl FromStr for Laestab {
    type Err = IdentifierError;

    fn from_str(typed: &str) -> Result<Self, IdentifierError> {
        check::digits_of(&typed.replace('/', ""))
            .filter(|digits| digits.len() == 7)
            .and_then(|digits| {
                let authority = LaCode::new(u16::try_from(check::number_of(&digits[..3])).ok()?)?;
                Self::new(authority, u16::try_from(check::number_of(&digits[3..])).ok()?)
            })
            .ok_or_else(|| {
                IdentifierError::new(format!("“{typed}” is not a school number. It has 3 digits for the authority and 4 for the school, like 926/2082."))
            })
    }
}

as_text!(Laestab);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn with_or_without_the_stroke() {
        let school: Laestab = "9262082".parse().unwrap();
        assert_eq!(school, "926/2082".parse().unwrap());
        assert_eq!((school.to_string(), school.unspaced()), ("926/2082".into(), "9262082".into()));
        assert!("926/208".parse::<Laestab>().is_err());
    }
}
