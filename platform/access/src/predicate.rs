//! A condition on cases as data: the policy's own words, which the store turns into SQL.
//!
//! Every leaf is one `EXISTS` over one table, or a comparison on the case or child. All are meant on the day and at the
//! instant of the filter they belong to ([`crate::CaseFilter::moment`]).

use jiff::civil::Date;
use record::{AccountId, ConsentPurpose, OrganisationId, PersonId, RelationshipKind, TeamId};
use serde::Serialize;

/// Who must have signed an authority to act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum GivenBy {
    /// Anybody who could.
    Anybody,
    /// The young person.
    TheChild,
}

/// A condition that a case meets or does not.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CasePredicate {
    /// Every case.
    Everything,
    /// No case.
    Nothing,
    /// All of these.
    And(Vec<Self>),
    /// Any of these.
    Or(Vec<Self>),
    /// Not this.
    Not(Box<Self>),
    /// The case, or its child, is allocated to this account on the day.
    AllocatedTo(AccountId),
    /// The case, or its child, is allocated to one of these teams on the day.
    InTeams(Vec<TeamId>),
    /// This authority is responsible on the day.
    Responsible(OrganisationId),
    /// The child is on the roll of this setting on the day.
    OnRoll(OrganisationId),
    /// An advice request of this organisation is open on the day; if an account is named, one that names that account
    /// or nobody.
    AdviceRequested {
        /// The organisation.
        of: OrganisationId,
        /// The account; none for requests to anybody in the organisation.
        adviser: Option<AccountId>,
    },
    /// A consultation with this setting is open on the day.
    Consulted(OrganisationId),
    /// This operator takes the child to school on the day.
    TransportBy(OrganisationId),
    /// The case is on the agenda of a panel of this account on the day.
    PanelItem(AccountId),
    /// The case is in a quality sample of this account on the day.
    QaSample(AccountId),
    /// This account has an emergency access at the instant (`from <= at < until`).
    BreakGlass(AccountId),
    /// The child is this person.
    ChildIs(PersonId),
    /// The child was born on this day or before.
    BornOnOrBefore(Date),
    /// One link row of this person to the child, of one of these kinds, holds on the day and is proved on the day.
    VerifiedLink {
        /// The person.
        person: PersonId,
        /// The kinds that count.
        kinds: Vec<RelationshipKind>,
    },
    /// As [`Self::VerifiedLink`], and the same row carries written authority that holds on the day.
    AuthorisedLink {
        /// The person.
        person: PersonId,
        /// The kinds that count.
        kinds: Vec<RelationshipKind>,
        /// Who must have given the authority.
        given_by: GivenBy,
    },
    /// Any link row of this person to the child holds on the day, proved or not.
    Linked(PersonId),
    /// A court order on a link row of this person holds on the day, whether or not the link itself does.
    RestrictedByOrder(PersonId),
    /// A consent row with the answer "given" holds on the day, and none with the answer "withheld" does. Rows that name
    /// no person count for every person.
    ConsentGiven {
        /// What for.
        purpose: ConsentPurpose,
        /// About whom; none for the child.
        about: Option<PersonId>,
        /// For whom.
        for_person: PersonId,
    },
    /// The latest capacity row for the decision "share the record", made on the day or before, says that the young
    /// person lacks capacity and names this representative (none: names nobody).
    LacksCapacity {
        /// The representative that the row names.
        representative: Option<PersonId>,
    },
    /// This account has declared a conflict of interest that holds on the day.
    ConflictDeclared(AccountId),
    /// The record is locked on the day.
    Locked,
    /// This account is admitted to the locked record on the day.
    AdmittedToLocked(AccountId),
}

impl CasePredicate {
    /// All of these, made as short as can be.
    #[must_use]
    pub fn all(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut kept = Vec::new();
        for part in parts {
            match part {
                Self::Everything => {}
                Self::Nothing => return Self::Nothing,
                Self::And(inner) => kept.extend(inner),
                other => kept.push(other),
            }
        }
        kept.sort();
        kept.dedup();
        match kept.len() {
            0 => Self::Everything,
            1 => kept.swap_remove(0),
            _ => Self::And(kept),
        }
    }

    /// Any of these, made as short as can be.
    #[must_use]
    pub fn any(parts: impl IntoIterator<Item = Self>) -> Self {
        let mut kept = Vec::new();
        for part in parts {
            match part {
                Self::Nothing => {}
                Self::Everything => return Self::Everything,
                Self::Or(inner) => kept.extend(inner),
                other => kept.push(other),
            }
        }
        kept.sort();
        kept.dedup();
        match kept.len() {
            0 => Self::Nothing,
            1 => kept.swap_remove(0),
            _ => Self::Or(kept),
        }
    }

    /// Not this.
    #[must_use]
    pub fn negate(self) -> Self {
        match self {
            Self::Everything => Self::Nothing,
            Self::Nothing => Self::Everything,
            Self::Not(inner) => *inner,
            other => Self::Not(Box::new(other)),
        }
    }
}
