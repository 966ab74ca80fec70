//! E-mail addresses, checked only as far as a mistake is certain.

use super::{IdentifierError, as_text};
use std::{fmt, str::FromStr};

/// An e-mail address as typed, without spaces round it. Only a message that arrives proves that it works.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// The address as typed.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address in small letters, for telling whether two are the same.
    #[must_use]
    pub fn folded(&self) -> String {
        self.0.to_lowercase()
    }
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl FromStr for EmailAddress {
    type Err = IdentifierError;

    fn from_str(typed: &str) -> Result<Self, IdentifierError> {
        let clean = typed.trim();
        let fits = clean.rsplit_once('@').is_some_and(|(local, domain)| {
            let dots = |part: &str| part.starts_with('.') || part.ends_with('.') || part.contains("..");
            !local.is_empty()
                && local.len() <= 64
                && !local.contains('@')
                && !dots(local)
                && domain.contains('.')
                && !dots(domain)
                && domain.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.'))
                && !domain.split('.').any(|label| label.starts_with('-') || label.ends_with('-'))
        });
        if fits
            && clean.len() <= 254
            && !clean
                .chars()
                .any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | ',' | ';' | '"' | '(' | ')'))
        {
            return Ok(Self(clean.to_owned()));
        }
        Err(IdentifierError::new("Enter an email address in the correct format, like name@example.com."))
    }
}

as_text!(EmailAddress);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_mistakes_are_caught() {
        for right in ["name@example.com", " Name.O'Neil+send@mail.example.co.uk "] {
            assert!(right.parse::<EmailAddress>().is_ok(), "{right}");
        }
        for wrong in [
            "",
            "name",
            "name@example",
            "na me@example.com",
            "a@b@example.com",
            "a..b@example.com",
            "a@-x.com",
            "a@x.com, b@y.com",
            "a@x.com\r\nBcc: b@y.com",
        ] {
            assert!(wrong.parse::<EmailAddress>().is_err(), "{wrong}");
        }
        assert_eq!("Name@Example.COM".parse::<EmailAddress>().unwrap().folded(), "name@example.com");
    }
}
