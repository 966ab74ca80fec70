//! Passwords: which are taken, and how they are kept.
//!
//! At least 12 characters and at most 128, any characters, paste allowed, none that are commonly used or made of the
//! person's own name; no rules about digits and signs and no forced changes (NCSC and OWASP ASVS 6.2).

mod common;
mod hash;
mod rules;

pub use hash::{Cost, HashError, Hasher, Verified};
pub use rules::{Forbidden, Problem, check};

/// The fewest characters.
pub const FEWEST: usize = 12;
/// The most characters.
pub const MOST: usize = 128;

/// One spelling for passwords that look the same on different keyboards (NFKC, as NIST SP 800-63B advises).
fn one_spelling(password: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    password.nfkc().collect()
}
