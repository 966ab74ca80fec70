//! Telephone numbers: kept as typed, and in one form for calling and comparing.

use super::{IdentifierError, as_text};
use std::{fmt, str::FromStr};

/// A telephone number. Shown as the person typed it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhoneNumber {
    typed: String,
    normalised: String,
}

impl PhoneNumber {
    /// The number as typed, without spaces round it.
    #[must_use]
    pub fn typed(&self) -> &str {
        &self.typed
    }

    /// The number with its country: `+441603000000`.
    #[must_use]
    pub fn normalised(&self) -> &str {
        &self.normalised
    }

    /// Can it take a text message? True of United Kingdom numbers that begin 071 to 075 and 077 to 079, and 07624.
    #[must_use]
    pub fn is_mobile(&self) -> bool {
        self.normalised
            .strip_prefix("+447")
            .is_some_and(|rest| rest.starts_with("624") || rest.starts_with(['1', '2', '3', '4', '5', '7', '8', '9']))
    }
}

impl fmt::Display for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.typed)
    }
}

impl FromStr for PhoneNumber {
    type Err = IdentifierError;

    fn from_str(typed: &str) -> Result<Self, IdentifierError> {
        let wrong =
            || IdentifierError::new("Enter a telephone number, like 01603 000 000, 07700 900 982 or +44 808 157 0192.");
        let clean = typed.trim();
        if clean.chars().any(|c| !(c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '-' | '.' | '(' | ')' | '+'))) {
            return Err(wrong());
        }
        // People write +44 (0)1603: the nought is not dialled from abroad.
        let compact: String = clean.replace("(0)", "").chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        let international = match compact.strip_prefix("00").map(|rest| format!("+{rest}")) {
            Some(number) => number,
            None if compact.starts_with('+') => compact,
            None => format!("+44{}", compact.strip_prefix('0').ok_or_else(wrong)?),
        };
        let digits = international.strip_prefix('+').unwrap_or_default();
        let fits = digits.bytes().all(|byte| byte.is_ascii_digit())
            && match digits.strip_prefix("44") {
                Some(rest) => matches!(rest.len(), 9 | 10) && rest.starts_with(['1', '2', '3', '5', '7', '8', '9']),
                None => (7..=15).contains(&digits.len()) && !digits.starts_with('0'),
            };
        if fits { Ok(Self { typed: clean.to_owned(), normalised: international }) } else { Err(wrong()) }
    }
}

as_text!(PhoneNumber);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_number_in_five_ways() {
        for typed in ["01632 960 001", "(01632) 960001", "+44 1632 960001", "+44 (0)1632 960001", "0044 1632 960-001"] {
            let number: PhoneNumber = typed.parse().unwrap();
            assert_eq!(number.normalised(), "+441632960001", "{typed}");
            assert_eq!(number.to_string(), typed);
            assert!(!number.is_mobile());
        }
        assert!("07700 900 982".parse::<PhoneNumber>().unwrap().is_mobile());
        assert!(!"07000 000 000".parse::<PhoneNumber>().unwrap().is_mobile());
        for wrong in ["", "12345", "01632 96", "ring the school", "01632 960 001 ext 4", "+", "0"] {
            assert!(wrong.parse::<PhoneNumber>().is_err(), "{wrong}");
        }
    }
}
