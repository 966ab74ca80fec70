//! Ways to reach a person.

use crate::{ContactPointId, EmailAddress, Period, PersonId, PhoneNumber};
use serde::{Deserialize, Serialize};

/// An e-mail address or a telephone number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ContactWay {
    /// By e-mail.
    Email(EmailAddress),
    /// By telephone.
    Phone(PhoneNumber),
}

/// A way to reach a person, over a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactPoint {
    /// Its id.
    pub id: ContactPointId,
    /// Whose it is.
    pub person: PersonId,
    /// The address or number.
    pub way: ContactWay,
    /// Is this the one to use first?
    pub preferred: bool,
    /// People who must not learn it. A parent never sees another parent's contact details unless they are shared.
    pub withhold_from: Vec<PersonId>,
    /// While it works.
    pub period: Period,
}
