//! What links people to a child or a case: dated, sourced, revocable.

use jiff::{Timestamp, civil::Date};
use record::{
    AccountId, BreakGlassId, CapacityDecision, CaseId, Consent, OrganisationId, Period, PersonId, Relationship, TeamId,
};
use serde::{Deserialize, Serialize};

/// One thing that links an actor to a child or case, or bars them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fact {
    /// The case is this worker's.
    AllocatedTo(AccountId),
    /// The case is this team's: its locality or phase.
    AllocatedToTeam(TeamId),
    /// This authority is responsible for the child.
    Responsible(OrganisationId),
    /// The child is on this setting's roll.
    OnRoll(OrganisationId),
    /// Advice has been asked of this organisation, and where named of one adviser, and the request is open.
    AdviceRequested {
        /// The organisation.
        of: OrganisationId,
        /// The adviser, once it is known who answers.
        adviser: Option<AccountId>,
    },
    /// This setting is being consulted about a place, and the consultation is open.
    Consulted(OrganisationId),
    /// This operator takes the child to school.
    TransportBy(OrganisationId),
    /// The case is on the agenda of a panel on which this account sits.
    PanelItem(AccountId),
    /// The case is in a sample whose quality this account checks.
    QaSample(AccountId),
    /// This account has opened the record in an emergency.
    BreakGlass {
        /// The emergency access.
        id: BreakGlassId,
        /// Who.
        account: AccountId,
        /// From when.
        from: Timestamp,
        /// Until when: at most 60 minutes later.
        until: Timestamp,
    },
    /// This account has declared that they know the family.
    ConflictDeclared(AccountId),
    /// The record is locked: a relative of staff, adoption, a serious case.
    Locked,
    /// This account is let into the locked record.
    AdmittedToLocked(AccountId),
}

/// A fact and the days on which it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DatedFact {
    /// The fact.
    pub fact: Fact,
    /// While it holds. An emergency access has its own minutes as well.
    pub period: Period,
}

/// Everything that is known about the links to one child, and where there is one, one case.
///
/// The store may leave out facts, links and consents that name neither the actor, their organisation nor their teams;
/// it may not leave out `Locked`, nor the child's capacity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relationships {
    /// The case the facts are about, where they are about one.
    pub case: Option<CaseId>,
    /// The child; none when nobody in particular is asked for.
    pub child: Option<PersonId>,
    /// The child's date of birth, from which the passing of rights follows.
    pub born: Option<Date>,
    /// Links between the child and people.
    pub links: Vec<Relationship>,
    /// Answers about who may see what.
    pub consents: Vec<Consent>,
    /// Assessments of the young person's capacity.
    pub capacity: Vec<CapacityDecision>,
    /// The rest.
    pub facts: Vec<DatedFact>,
}

impl Relationships {
    /// For actions that are done to nobody in particular.
    #[must_use]
    pub const fn none() -> Self {
        Self {
            case: None,
            child: None,
            born: None,
            links: Vec::new(),
            consents: Vec::new(),
            capacity: Vec::new(),
            facts: Vec::new(),
        }
    }

    /// About a child of whom nothing else is known.
    #[must_use]
    pub const fn of_child(child: PersonId, born: Date) -> Self {
        let mut relationships = Self::none();
        relationships.child = Some(child);
        relationships.born = Some(born);
        relationships
    }

    /// About a case of a child of whom nothing else is known.
    #[must_use]
    pub const fn of_case(case: CaseId, child: PersonId, born: Date) -> Self {
        let mut relationships = Self::of_child(child, born);
        relationships.case = Some(case);
        relationships
    }

    /// The same, and this fact over this period.
    #[must_use]
    pub fn with(mut self, fact: Fact, period: Period) -> Self {
        self.facts.push(DatedFact { fact, period });
        self
    }

    /// The same, and this link.
    #[must_use]
    pub fn with_link(mut self, link: Relationship) -> Self {
        self.links.push(link);
        self
    }
}
