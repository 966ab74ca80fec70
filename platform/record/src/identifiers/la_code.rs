//! The Department's three-digit code of a local authority, such as 926.

use super::{IdentifierError, as_text};
use std::{fmt, str::FromStr};

/// A local authority by its three-digit code (`old_la_code` in the Department's statistics).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LaCode(u16);

impl LaCode {
    /// A code from its value; none outside three digits.
    #[must_use]
    pub const fn new(number: u16) -> Option<Self> {
        if number <= 999 { Some(Self(number)) } else { None }
    }

    /// The code as a number.
    #[must_use]
    pub const fn number(self) -> u16 {
        self.0
    }
}

impl fmt::Display for LaCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{:03}", self.0))
    }
}

impl FromStr for LaCode {
    type Err = IdentifierError;

    fn from_str(typed: &str) -> Result<Self, IdentifierError> {
        let clean = typed.trim();
        Some(clean)
            .filter(|text| text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit()))
            .and_then(|text| text.parse().ok())
            .map(Self)
            .ok_or_else(|| {
                IdentifierError::new(format!("“{clean}” is not a local authority code. It has 3 digits, like 926."))
            })
    }
}

as_text!(LaCode);
