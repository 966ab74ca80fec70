//! Which authority is responsible for a new request, and which team has it first.

use ::access::Fact;
use ::store::{
    Tx, facts,
    people::{self, Author},
};
use jiff::civil::Date;
use record::{
    Allocation, AllocationId, AllocationSubject, AllocationTo, CaseId, OrganisationId, Period, PersonId, TeamId,
};
use web::{PageResult, Visit};

use super::author;

/// Makes the authority responsible for the child and gives the case to the team, both from the day of receipt.
pub(super) async fn give(
    visit: &Visit,
    tx: &Tx,
    case: CaseId,
    child: PersonId,
    authority: Option<OrganisationId>,
    team: Option<TeamId>,
    from: Date,
) -> PageResult<()> {
    if let Some(authority) = authority {
        let (fact, source) = (Fact::Responsible(authority), format!("case:{case}"));
        facts::set(tx, facts::Subject::Child(child), &fact, Period::since(from), &source).await?;
    }
    if let Some(team) = team {
        let allocation = Allocation {
            id: AllocationId::from(visit.site.random.ulid(visit.now)),
            subject: AllocationSubject::Case(case),
            to: AllocationTo::Team(team),
            period: Period::since(from),
        };
        let who = author(visit);
        people::save(tx, &allocation, Author { who: &who, at: visit.now }).await?;
    }
    Ok(())
}
