//! Who takes part in a case: references to people and settings, and the law's own categories of them.

use serde::{Deserialize, Serialize};

macro_rules! reference {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// A reference from its text.
            pub fn new(id: impl Into<String>) -> Self {
                Self(id.into())
            }

            /// Its text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.to_owned())
            }
        }
    };
}

reference! {
    /// A person: the child or young person, a parent, an officer, an adviser. The id of their record.
    PersonRef
}

reference! {
    /// A school, early years setting, college or other place of education. The id of its record.
    SettingRef
}

/// Who asked for the assessment, or drew the authority's attention to the child.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Requester {
    /// A parent (s.36(1)).
    Parent,
    /// The young person themselves (s.36(1)).
    YoungPerson,
    /// Somebody acting for a school or post-16 institution (s.36(1)).
    Setting,
    /// A health professional, who draws attention to the child (s.24).
    Health,
    /// A social care professional (s.24).
    SocialCare,
    /// Anybody else (s.24).
    Other,
}

/// How the request arrived. Receipt is the day it reached any channel of the authority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// The form on this service.
    Online,
    /// A letter or paper form.
    Letter,
    /// A telephone call that an officer wrote down.
    Telephone,
    /// An e-mail to any of the authority's addresses.
    Email,
}

/// In what part somebody acts on a case. Whether they may is the access policy's question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Capacity {
    /// A parent or carer.
    Parent,
    /// The child or young person.
    YoungPerson,
    /// Somebody for a school, early years setting or college.
    Setting,
    /// An officer of the local authority.
    Officer,
    /// Somebody who gives professional advice.
    Adviser,
    /// The service itself, for example while importing records.
    Service,
}

/// Somebody acting on a case.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Actor {
    /// Whose act it is.
    pub person: PersonRef,
    /// In what part.
    pub capacity: Capacity,
}

impl Actor {
    /// An officer of the local authority.
    pub fn officer(person: impl Into<String>) -> Self {
        Self { person: PersonRef::new(person), capacity: Capacity::Officer }
    }

    /// A parent.
    pub fn parent(person: impl Into<String>) -> Self {
        Self { person: PersonRef::new(person), capacity: Capacity::Parent }
    }

    /// Whether the act is the local authority's own.
    #[must_use]
    pub fn for_authority(&self) -> bool {
        matches!(self.capacity, Capacity::Officer | Capacity::Service)
    }
}
