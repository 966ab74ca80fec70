//! One published value: a number with its exact text, an answer, or a code that is a value of its own.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A published value. A code is never a zero: [`Cell::number`] is `None` for every one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Cell {
    /// A number.
    Number(Decimal),
    /// A word in a column of answers, such as "is there a designated medical officer?".
    Answer(Answer),
    /// `x`: not available.
    NotAvailable,
    /// `z`: not applicable.
    NotApplicable,
    /// `~` or `c`: suppressed to protect people.
    Suppressed,
    /// `low` or `k`: rounds to zero, but is not zero.
    Low,
    /// `..`, `:`, `NA`, `n/a` or nothing at all: missing, for a reason the file does not give.
    Missing,
    /// A dash, which some tables print for none; kept apart because the file does not say so.
    Dash,
}

/// A word in a column of answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Answer {
    /// Yes.
    Yes,
    /// No.
    No,
    /// A post is being filled.
    Recruiting,
    /// The authority did not answer.
    NotReturned,
}

/// A number with the decimals it was published with, so that its text comes back exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Decimal {
    units: i64,
    places: u8,
}

impl Decimal {
    /// A whole number.
    #[must_use]
    pub const fn whole(number: i64) -> Self {
        Self { units: number, places: 0 }
    }

    /// Reads `-447`, `57.900000000000` or `1e+05`; nothing else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => {
                (mantissa, exponent.strip_prefix('+').unwrap_or(exponent).parse::<i32>().ok()?)
            }
            None => (text, 0),
        };
        let (negative, digits) = mantissa.strip_prefix('-').map_or((false, mantissa), |rest| (true, rest));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty()
            || !all_digits(whole)
            || !all_digits(fraction)
            || (digits.contains('.') && fraction.is_empty())
        {
            return None;
        }
        let units: i64 = format!("{whole}{fraction}").parse().ok()?;
        let units = if negative { -units } else { units };
        let places = i32::try_from(fraction.len()).ok()? - exponent;
        if places < 0 {
            let factor = 10_i64.checked_pow(places.unsigned_abs())?;
            return Some(Self { units: units.checked_mul(factor)?, places: 0 });
        }
        Some(Self { units, places: u8::try_from(places).ok().filter(|places| *places <= 18)? })
    }

    /// The nearest floating-point number.
    #[must_use]
    pub fn as_f64(self) -> f64 {
        // Both are exact below 2^53 and 10^22, and division rounds once: the result is the nearest number.
        self.units as f64 / 10_f64.powi(i32::from(self.places))
    }

    /// The whole number, if it is one.
    #[must_use]
    pub fn as_whole(self) -> Option<i64> {
        let factor = 10_i64.checked_pow(u32::from(self.places))?;
        (self.units % factor == 0).then(|| self.units / factor)
    }

    /// Whether it is below zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.units < 0
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.places == 0 {
            return write!(f, "{}", self.units);
        }
        let places = usize::from(self.places);
        let digits = format!("{:0width$}", self.units.unsigned_abs(), width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        write!(f, "{}{whole}.{fraction}", if self.units < 0 { "-" } else { "" })
    }
}

impl Cell {
    /// Reads a value of a column of numbers; `None` when it is neither a number nor a known code.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        Some(match text {
            "x" | "X" => Self::NotAvailable,
            "z" | "Z" => Self::NotApplicable,
            "~" | "c" => Self::Suppressed,
            "low" | "Low" | "k" => Self::Low,
            "" | ".." | ":" | "NA" | "N/A" | "n/a" | "NULL" => Self::Missing,
            "-" | "\u{2013}" => Self::Dash,
            number => Self::Number(Decimal::parse(number)?),
        })
    }

    /// Reads a value of a column of answers.
    #[must_use]
    pub fn parse_answer(text: &str) -> Option<Self> {
        Some(match text.trim() {
            "Yes" | "Y" => Self::Answer(Answer::Yes),
            "No" | "N" => Self::Answer(Answer::No),
            "Recruiting" | "R" => Self::Answer(Answer::Recruiting),
            "Not returned" => Self::Answer(Answer::NotReturned),
            other => return Self::parse(other).filter(|cell| !matches!(cell, Self::Number(_))),
        })
    }

    /// The number, if it is one. A code has none.
    #[must_use]
    pub fn number(self) -> Option<f64> {
        match self {
            Self::Number(decimal) => Some(decimal.as_f64()),
            _ => None,
        }
    }

    /// The whole number, if it is one. A code has none.
    #[must_use]
    pub fn count(self) -> Option<i64> {
        match self {
            Self::Number(decimal) => decimal.as_whole(),
            _ => None,
        }
    }

    /// What a code means, in words; `None` for numbers and answers.
    #[must_use]
    pub fn meaning(self) -> Option<&'static str> {
        match self {
            Self::Number(_) | Self::Answer(_) => None,
            Self::NotAvailable => Some("not available"),
            Self::NotApplicable => Some("not applicable"),
            Self::Suppressed => Some("suppressed to protect people"),
            Self::Low => Some("rounds to zero, but is not zero"),
            Self::Missing => Some("missing"),
            Self::Dash => Some("published as a dash"),
        }
    }
}

/// The number as published; the code in its usual form.
impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(decimal) => decimal.fmt(f),
            Self::Answer(answer) => f.write_str(match answer {
                Answer::Yes => "Yes",
                Answer::No => "No",
                Answer::Recruiting => "Recruiting",
                Answer::NotReturned => "Not returned",
            }),
            Self::NotAvailable => f.write_str("x"),
            Self::NotApplicable => f.write_str("z"),
            Self::Suppressed => f.write_str("~"),
            Self::Low => f.write_str("low"),
            Self::Missing => f.write_str(".."),
            Self::Dash => f.write_str("-"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn codes_are_values_and_never_zero() {
        for code in ["x", "z", "~", "low", "..", " - ", "n/a", "NA", "", " x "] {
            let cell = Cell::parse(code).unwrap();
            assert_eq!(cell.number(), None, "{code:?}");
            assert!(cell.meaning().is_some());
        }
        assert_eq!(Cell::parse("0").unwrap().number(), Some(0.0));
        for wrong in ["1,000", "+5", "--1", "1.", ".5", "4%", "twelve", "1e", "0x1", "Yes"] {
            assert_eq!(Cell::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn numbers_keep_their_text() {
        for text in ["0", "-447", "57.900000000000", "0.05", "-0.5", "638745", "100"] {
            assert_eq!(Decimal::parse(text).unwrap().to_string(), text);
        }
        assert_eq!(Decimal::parse("1e+05").unwrap().to_string(), "100000");
        assert_eq!(Decimal::parse("1.5e-1").unwrap().to_string(), "0.15");
        assert_eq!(Decimal::parse("28.7").unwrap().as_f64(), 28.7);
    }

    #[test]
    fn answers_are_read_only_in_columns_of_answers() {
        assert_eq!(Cell::parse_answer("Y"), Some(Cell::Answer(Answer::Yes)));
        assert_eq!(Cell::parse_answer("n/a"), Some(Cell::Missing));
        assert_eq!(Cell::parse_answer("3"), None);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn any_text_is_read_without_a_panic(text in ".{0,30}") {
            if let Some(cell) = Cell::parse(&text) {
                prop_assert_eq!(Cell::parse(&cell.to_string()), Some(cell));
            }
        }

        #[test]
        fn any_decimal_is_the_nearest_float(units in -1_000_000_000_000_i64..1_000_000_000_000, places in 0_u8..7) {
            let decimal = Decimal { units, places };
            prop_assert_eq!(decimal.as_f64(), decimal.to_string().parse::<f64>().unwrap());
        }
    }
}
