//! The nine-character code that the Office for National Statistics gives an area, such as E10000020.

use super::{IdentifierError, as_text};
use std::{fmt, str::FromStr};

/// An area by its ONS code: a letter for the country, two digits for the kind of area, six for the area.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct GssCode([u8; 9]);

impl GssCode {
    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// Is it an English authority with education duties: unitary, metropolitan, London borough or county?
    #[must_use]
    pub fn is_education_authority(&self) -> bool {
        matches!(&self.0[..3], b"E06" | b"E08" | b"E09" | b"E10")
    }
}

impl fmt::Display for GssCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for GssCode {
    type Err = IdentifierError;

    fn from_str(typed: &str) -> Result<Self, IdentifierError> {
        let clean = typed.trim().to_ascii_uppercase();
        <[u8; 9]>::try_from(clean.as_bytes())
            .ok()
            .filter(|bytes| bytes[0].is_ascii_uppercase() && bytes[1..].iter().all(u8::is_ascii_digit))
            .map(Self)
            .ok_or_else(|| {
                IdentifierError::new(format!(
                    "“{clean}” is not an area code. It has a letter and 8 digits, like E10000020."
                ))
            })
    }
}

as_text!(GssCode);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counties_are_education_authorities_and_districts_are_not() {
        assert!("e10000020".parse::<GssCode>().unwrap().is_education_authority());
        assert!(!"E07000146".parse::<GssCode>().unwrap().is_education_authority());
        assert!("926".parse::<GssCode>().is_err());
    }
}
