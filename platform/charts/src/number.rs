//! Numbers as people write them.

use crate::chart::{Point, Unit};

/// A whole number with thousands commas: `12,147`.
#[must_use]
pub fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if number < 0 {
        text.push('\u{2212}');
    }
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number with so many decimals, thousands commas and a true minus sign.
pub(crate) fn written(value: f64, decimals: u8) -> String {
    let text = format!("{:.*}", usize::from(decimals), value.abs());
    let (whole, rest) = text.split_once('.').map_or((text.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let whole = whole.parse::<i64>().map_or_else(|_| whole.to_owned(), grouped);
    let zero = text.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    let sign = if value < 0.0 && !zero { "\u{2212}" } else { "" };
    match rest {
        Some(rest) => format!("{sign}{whole}.{rest}"),
        None => format!("{sign}{whole}"),
    }
}

impl Unit {
    /// The number with its unit.
    #[must_use]
    pub fn write(self, value: f64) -> String {
        match self {
            Self::Count => written(value, 0),
            Self::Percent(decimals) => format!("{}%", written(value, decimals)),
            Self::Number(decimals) => written(value, decimals),
        }
    }

    /// The number for an axis: no needless decimals.
    pub(crate) fn tick(self, value: f64, step: f64) -> String {
        let decimals = if step >= 1.0 { 0 } else { (-step.log10()).ceil().clamp(0.0, 6.0) as u8 };
        match self {
            Self::Percent(_) => format!("{}%", written(value, decimals)),
            _ => written(value, decimals),
        }
    }

    /// The number for a download: no commas, no unit.
    pub(crate) fn plain(self, value: f64) -> String {
        let decimals = match self {
            Self::Count => 0,
            Self::Percent(decimals) | Self::Number(decimals) => decimals,
        };
        format!("{value:.*}", usize::from(decimals))
    }
}

impl Point {
    /// The value with its unit, or the code.
    pub(crate) fn write(&self, unit: Unit) -> String {
        match self {
            Self::Value(value) => unit.write(*value),
            Self::Missing { code, .. } => code.clone(),
        }
    }
}
