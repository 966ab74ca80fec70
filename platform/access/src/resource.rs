//! What is asked for.

use crate::action::ActionScope;
use record::{CaseId, PersonId};
use serde::Serialize;

/// What an action is to be done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Resource {
    /// A case, and the child it is about.
    Case {
        /// The case.
        case: CaseId,
        /// The child.
        child: PersonId,
    },
    /// A child's or young person's record.
    Child(PersonId),
    /// An adult in the life of a child.
    Adult {
        /// The adult.
        adult: PersonId,
        /// The child.
        child: PersonId,
    },
    /// A child who may not be on record yet.
    NewChild,
    /// Nobody in particular: lists, figures, settings of the service.
    Service,
}

impl Resource {
    /// The child it is about, if one.
    #[must_use]
    pub const fn child(&self) -> Option<PersonId> {
        match self {
            Self::Case { child, .. } | Self::Child(child) | Self::Adult { child, .. } => Some(*child),
            Self::NewChild | Self::Service => None,
        }
    }

    /// The case, if it is one.
    #[must_use]
    pub const fn case(&self) -> Option<CaseId> {
        match self {
            Self::Case { case, .. } => Some(*case),
            _ => None,
        }
    }

    /// Is it something that an action of this scope can be done to?
    #[must_use]
    pub const fn suits(&self, scope: ActionScope) -> bool {
        matches!(
            (self, scope),
            (Self::Case { .. }, ActionScope::Case | ActionScope::Child | ActionScope::AnyChild)
                | (Self::Child(_), ActionScope::Child | ActionScope::AnyChild)
                | (Self::Adult { .. }, ActionScope::Adult)
                | (Self::NewChild, ActionScope::AnyChild)
                | (Self::Service, ActionScope::Service)
        )
    }
}
