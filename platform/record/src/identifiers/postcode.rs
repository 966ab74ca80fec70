//! United Kingdom postcodes, however they are typed (BS 7666 shapes).

use super::{IdentifierError, as_text};
use std::{fmt, str::FromStr};

/// A postcode in capitals with one space: `NR11 6EX`. The shape is checked, not whether the post delivers there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Postcode {
    text: [u8; 8],
    length: u8,
}

impl Postcode {
    /// The postcode as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.text[..usize::from(self.length)]).unwrap_or_default()
    }

    /// The part before the space: `NR11`.
    #[must_use]
    pub fn outward(&self) -> &str {
        &self.as_str()[..usize::from(self.length) - 4]
    }

    /// The part after the space: `6EX`.
    #[must_use]
    pub fn inward(&self) -> &str {
        &self.as_str()[usize::from(self.length) - 3..]
    }

    /// The outward part and the first digit after it: `NR11 6`.
    #[must_use]
    pub fn sector(&self) -> &str {
        &self.as_str()[..usize::from(self.length) - 2]
    }
}

/// A is a letter, 9 a digit; the shapes an outward part may have.
const OUTWARD: [&str; 6] = ["A9", "A99", "AA9", "AA99", "A9A", "AA9A"];

fn shape(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii_digit() { '9' } else { 'A' }).collect()
}

impl fmt::Display for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Postcode {
    type Err = IdentifierError;

    fn from_str(typed: &str) -> Result<Self, IdentifierError> {
        let wrong =
            || IdentifierError::new(format!("“{}” is not a full postcode. Enter one like NR11 6EX.", typed.trim()));
        let clean: String = typed
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '.'))
            .collect::<String>()
            .to_ascii_uppercase();
        if !clean.bytes().all(|byte| byte.is_ascii_alphanumeric()) || clean.len() < 5 || clean.len() > 7 {
            return Err(wrong());
        }
        let (outward, inward) = clean.split_at(clean.len() - 3);
        let outward_fits = OUTWARD.contains(&shape(outward).as_str()) || clean == "GIR0AA";
        let inward_fits = shape(inward) == "9AA" && !inward.contains(['C', 'I', 'K', 'M', 'O', 'V']);
        if !outward_fits || !inward_fits {
            return Err(wrong());
        }
        let mut text = [0; 8];
        let spaced = format!("{outward} {inward}");
        text[..spaced.len()].copy_from_slice(spaced.as_bytes());
        Ok(Self { text, length: u8::try_from(spaced.len()).map_err(|_| wrong())? })
    }
}

as_text!(Postcode);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn however_it_is_typed() {
        for typed in ["nr116ex", "NR11 6EX", " nr 11 6 ex ", "NR11-6EX"] {
            assert_eq!(typed.parse::<Postcode>().unwrap().to_string(), "NR11 6EX");
        }
        let postcode: Postcode = "m1 1ae".parse().unwrap();
        assert_eq!((postcode.outward(), postcode.inward(), postcode.sector()), ("M1", "1AE", "M1 1"));
        for right in ["W1A 0AX", "EC1A 1BB", "B33 8TH", "GIR 0AA", "CR2 6XH", "DN55 1PT"] {
            assert_eq!(right.parse::<Postcode>().unwrap().as_str(), right);
        }
        for wrong in ["NR11", "NR11 6E", "NR11 6CX", "1R11 6EX", "", "NR11 6EXX", "ÄR1 6EX"] {
            assert!(wrong.parse::<Postcode>().is_err(), "{wrong}");
        }
    }
}
