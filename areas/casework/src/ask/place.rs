//! Which authority is responsible for a new request, and which team has it first.

use ::access::Fact;
use ::store::{Tx, facts};
use jiff::civil::Date;
use record::{AllocationTo, CaseId, OrganisationId, Period, PersonId, TeamId};
use web::{PageResult, Visit};

use super::author;
use crate::workers::{self, Work};

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
        workers::give(visit, tx, Work { case, child }, AllocationTo::Team(team), from, &author(visit)).await?;
    }
    Ok(())
}
