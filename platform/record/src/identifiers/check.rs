//! The arithmetic that the check digits share.

/// The weighted sum of digits, the first weight on the first digit, each next one less.
pub(crate) fn falling_sum(digits: &[u8], first_weight: u32) -> u32 {
    digits.iter().zip((0..=first_weight).rev()).map(|(digit, weight)| u32::from(*digit) * weight).sum()
}

/// The digits of a number typed with or without spaces and hyphens; none if anything else is in it.
pub(crate) fn digits_of(typed: &str) -> Option<Vec<u8>> {
    typed
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .map(|c| c.to_digit(10).and_then(|digit| u8::try_from(digit).ok()))
        .collect()
}

/// Digits as one number.
pub(crate) fn number_of(digits: &[u8]) -> u64 {
    digits.iter().fold(0, |number, digit| number * 10 + u64::from(*digit))
}

/// A number as `N` digits, with leading noughts.
pub(crate) fn spread<const N: usize>(mut number: u64) -> [u8; N] {
    let mut digits = [0; N];
    for digit in digits.iter_mut().rev() {
        *digit = u8::try_from(number % 10).unwrap_or(0);
        number /= 10;
    }
    digits
}
