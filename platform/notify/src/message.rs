//! A message, the address it goes to, and the reference that makes a second attempt harmless.

use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;
use ulid::Ulid;

/// One message to one person, ready to be sent: the words are final and nothing is looked up later.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// The name of the template that the words came from, for counting and for the operator's logs.
    pub template: String,
    /// Whom it goes to.
    pub to: Address,
    /// The subject line; unused in a text message.
    pub subject: String,
    /// The plain text.
    pub body: String,
    /// Names this message for ever, and carries nothing personal.
    pub reference: Reference,
}

/// Personal data stays out of logs, so the debug form tells neither the address nor the words.
impl fmt::Debug for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Message({} by {}, {})", self.template, self.to.channel(), self.reference)
    }
}

/// Where a message goes.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Address {
    /// An e-mail address.
    Email(String),
    /// A telephone number that takes text messages.
    Phone(String),
    /// A postal address: three to seven lines, the last a postcode or a country.
    Post(Vec<String>),
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Address({})", self.channel())
    }
}

impl Address {
    /// The channel in one word: `email`, `sms` or `letter`, as GOV.UK Notify names them.
    #[must_use]
    pub fn channel(&self) -> &'static str {
        match self {
            Self::Email(_) => "email",
            Self::Phone(_) => "sms",
            Self::Post(_) => "letter",
        }
    }

    /// Whether the address can be used at all. The limits are those of GOV.UK Notify's API 1.0.4.
    ///
    /// # Errors
    /// A sentence that says what is wrong, without repeating the address.
    pub fn check(&self) -> Result<(), BadMessage> {
        match self {
            Self::Email(email) => {
                let (local, domain) = email.rsplit_once('@').ok_or(BadMessage::Email)?;
                let plain = !email.chars().any(|letter| letter.is_whitespace() || letter.is_control());
                let right = (5..=250).contains(&email.chars().count()) && plain && !local.is_empty();
                if right && !domain.starts_with('.') && !domain.is_empty() { Ok(()) } else { Err(BadMessage::Email) }
            }
            Self::Phone(number) => {
                let digits = number.chars().filter(char::is_ascii_digit).count();
                let plain = number.chars().all(|letter| letter.is_ascii_digit() || letter == '+' || letter == ' ');
                if plain && (7..=15).contains(&digits) { Ok(()) } else { Err(BadMessage::Phone) }
            }
            Self::Post(lines) => {
                let filled = lines.iter().all(|line| !line.trim().is_empty());
                if filled && (3..=7).contains(&lines.len()) { Ok(()) } else { Err(BadMessage::Post) }
            }
        }
    }
}

/// Names one message: an optional kind and an id without meaning, as in `request-received-01JD…`.
///
/// It can only be made from an id, so no name, number or date of a person can get into it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Reference(String);

impl Reference {
    /// The reference of the outbox entry with this id. `kind` is a word of the program, such as a template's name.
    #[must_use]
    pub fn new(kind: &'static str, id: Ulid) -> Self {
        Self(format!("{kind}-{id}"))
    }

    /// The text form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Reference {
    type Error = BadMessage;

    fn try_from(text: String) -> Result<Self, BadMessage> {
        let (kind, id) = text.rsplit_once('-').unwrap_or(("", &text));
        let plain = kind.len() <= 40 && kind.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-');
        if plain && id.len() == 26 && Ulid::from_string(id).is_ok() {
            Ok(Self(text))
        } else {
            Err(BadMessage::Reference)
        }
    }
}

impl From<Reference> for String {
    fn from(reference: Reference) -> Self {
        reference.0
    }
}

/// Why a message can't be sent as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum BadMessage {
    /// Not an e-mail address.
    #[error("the e-mail address is not one that mail can be sent to")]
    Email,
    /// Not a telephone number.
    #[error("the telephone number must have 7 to 15 digits")]
    Phone,
    /// Not a postal address.
    #[error("a postal address needs three to seven filled lines")]
    Post,
    /// Not a reference.
    #[error("a reference is a kind in small letters and an id, and carries nothing personal")]
    Reference,
    /// The transport has no such channel.
    #[error("this way of sending takes e-mail only")]
    Channel,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_reference_is_made_of_an_id_and_nothing_else() {
        let reference = Reference::new("invitation", Ulid::from_parts(1, 2));
        assert_eq!(Reference::try_from(reference.to_string()), Ok(reference));
        for personal in ["amala.bird@example.com", "9434765919", "request-Amala-2015-03-01", ""] {
            assert_eq!(Reference::try_from(personal.to_owned()), Err(BadMessage::Reference), "{personal}");
        }
    }

    #[test]
    fn nothing_personal_is_in_the_debug_form() {
        let message = Message {
            template: "news".into(),
            to: Address::Email("amala@example.com".into()),
            subject: "News for Amala".into(),
            body: "Amala, sign in".into(),
            reference: Reference::new("news", Ulid::from_parts(1, 2)),
        };
        let shown = format!("{message:?} {:?}", message.to);
        assert!(!shown.to_lowercase().contains("amala"), "{shown}");
    }

    #[test]
    fn addresses_are_checked() {
        assert_eq!(Address::Email("a@b.uk".into()).check(), Ok(()));
        for bad in ["amala", "@b.uk", "a@", "a b@c.uk", "a@b.uk\r\nBcc: c@d.uk"] {
            assert_eq!(Address::Email(bad.into()).check(), Err(BadMessage::Email), "{bad}");
        }
        assert_eq!(Address::Phone("+447900900123".into()).check(), Ok(()));
        assert_eq!(Address::Phone("999".into()).check(), Err(BadMessage::Phone));
        assert_eq!(Address::Post(vec!["1 The Street".into(), "XB1 2CD".into()]).check(), Err(BadMessage::Post));
    }

    proptest! {
        #[test]
        fn no_address_or_reference_text_breaks_the_checks(text in any::<String>()) {
            let _ = Reference::try_from(text.clone());
            let email = Address::Email(text.clone()).check();
            if text.contains(['\r', '\n', ' ']) { prop_assert!(email.is_err()); }
        }
    }
}
