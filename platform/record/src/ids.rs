//! Typed ids: a case id can never be passed where a person id is meant.
//!
//! Each id is a ULID (128 bits: milliseconds, then 80 bits that make it unique), written as 26 characters. Nothing here
//! reads the clock or draws a random number: ids come from an [`IdSource`] that is passed in.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use ulid::Ulid;

/// What was wrong with an id somebody typed or a link carried.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{typed}” is not a reference we use. A reference has 26 letters and digits.")]
pub struct IdError {
    /// The text as it came.
    pub typed: String,
}

/// Where new ids come from.
pub trait IdSource {
    /// The next id, never given before by this source.
    fn next_ulid(&mut self) -> Ulid;

    /// The next id, of the kind the caller needs: `let case: CaseId = ids.next_id();`
    fn next_id<T: From<Ulid>>(&mut self) -> T
    where
        Self: Sized,
    {
        T::from(self.next_ulid())
    }
}

/// Ids that depend on a seed alone: the same on every machine. For tests and the demonstration, never for real people.
#[derive(Debug, Clone)]
pub struct SeededIds {
    millis: u64,
    state: u64,
}

impl SeededIds {
    /// A source whose ids all carry the given time, in milliseconds since 1970.
    #[must_use]
    pub const fn new(seed: u64, millis: u64) -> Self {
        Self { millis, state: seed }
    }

    /// From now on, ids carry this time, in milliseconds since 1970, so that they sort by when things happened.
    pub const fn set_millis(&mut self, millis: u64) {
        self.millis = millis;
    }

    /// The SplitMix64 step: small, public domain, and even enough for ids.
    const fn step(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}

impl IdSource for SeededIds {
    fn next_ulid(&mut self) -> Ulid {
        let high = u128::from(self.step());
        let low = u128::from(self.step());
        Ulid::from_parts(self.millis, (high << 64) | low)
    }
}

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident;)+) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Ulid);

        impl $name {
            /// An id from its time, in milliseconds since 1970, and the 80 bits that make it unique.
            #[must_use]
            pub const fn from_parts(millis: u64, random: u128) -> Self {
                Self(Ulid::from_parts(millis, random))
            }

            /// The time the id carries, in milliseconds since 1970.
            #[must_use]
            pub const fn millis(self) -> u64 {
                self.0.timestamp_ms()
            }

            /// The id without its kind.
            #[must_use]
            pub const fn ulid(self) -> Ulid {
                self.0
            }
        }

        impl From<Ulid> for $name {
            fn from(ulid: Ulid) -> Self {
                Self(ulid)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.0)
            }
        }

        impl FromStr for $name {
            type Err = IdError;

            fn from_str(typed: &str) -> Result<Self, IdError> {
                Ulid::from_string(typed).map(Self).map_err(|_| IdError { typed: typed.to_owned() })
            }
        }
    )+};
}

ids! {
    /// A child, young person, parent, carer or any other human being.
    PersonId;
    /// A setting, an agency, the local authority, a charity.
    OrganisationId;
    /// A team inside an organisation.
    TeamId;
    /// A member of staff in an organisation.
    StaffId;
    /// A sign-in account.
    AccountId;
    /// One child's path through the law, from request to ceased plan.
    CaseId;
    /// A link between a child and a person or organisation.
    RelationshipId;
    /// One address of one person over one period.
    AddressId;
    /// A way to reach a person.
    ContactPointId;
    /// A spell of care.
    CareSpellId;
    /// A consent given or withheld.
    ConsentId;
    /// A decision about a young person's capacity.
    CapacityDecisionId;
    /// A child's time on a setting's roll.
    EnrolmentId;
    /// A case or child given to a worker or a team.
    AllocationId;
    /// A form that somebody sent.
    SubmissionId;
    /// A form that somebody has begun and not yet sent.
    DraftId;
    /// A document.
    DocumentId;
    /// A message.
    MessageId;
    /// An event in an event log.
    EventId;
    /// An entry in the audit.
    AuditEntryId;
    /// A background job.
    JobId;
    /// One run of an importer.
    ImportId;
    /// A signed-in session.
    SessionId;
    /// An invitation to open an account.
    InvitationId;
    /// A request for advice to an agency or setting.
    AdviceRequestId;
    /// A consultation with a setting about a place.
    ConsultationId;
    /// A panel meeting.
    PanelId;
    /// An emergency access that skips the usual relationship, for an hour, with a reason.
    BreakGlassId;
    /// A placement of a child at a setting.
    PlacementId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_from_its_text() {
        let mut source = SeededIds::new(7, 1_700_000_000_000);
        let case: CaseId = source.next_id();
        assert_eq!(case.to_string().len(), 26);
        assert_eq!(case.to_string().parse::<CaseId>(), Ok(case));
        assert_eq!(case.millis(), 1_700_000_000_000);
        let json = serde_json::to_string(&case).unwrap();
        assert_eq!(json, format!("\"{case}\""));
        assert_eq!(serde_json::from_str::<CaseId>(&json).unwrap(), case);
    }

    #[test]
    fn a_wrong_id_says_so() {
        let error = "not-an-id".parse::<PersonId>().unwrap_err();
        assert_eq!(error.to_string(), "“not-an-id” is not a reference we use. A reference has 26 letters and digits.");
    }

    #[test]
    fn the_same_seed_gives_the_same_ids_and_no_id_twice() {
        let take = || {
            let mut source = SeededIds::new(42, 5);
            (0..10_000).map(|_| source.next_ulid()).collect::<Vec<_>>()
        };
        assert_eq!(take(), take());
        let all: std::collections::BTreeSet<_> = take().into_iter().collect();
        assert_eq!(all.len(), 10_000);
    }

    #[test]
    fn ids_sort_by_time() {
        assert!(PersonId::from_parts(1, u128::MAX) < PersonId::from_parts(2, 0));
    }
}
