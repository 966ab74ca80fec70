//! Who works on a case: the team and the officer are allocated both the case and the child it is about, so that whoever
//! has the case can open the child's record as well.

use ::store::{
    StoreResult, Tx,
    people::{self, Author, unchecked},
};
use jiff::civil::Date;
use record::{Allocation, AllocationId, AllocationSubject, AllocationTo, CaseId, Period, PersonId};
use web::Visit;

/// A case and its child.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Work {
    /// The case.
    pub case: CaseId,
    /// The child.
    pub child: PersonId,
}

impl Work {
    fn subjects(self) -> [AllocationSubject; 2] {
        [AllocationSubject::Case(self.case), AllocationSubject::Child(self.child)]
    }
}

/// Gives the work to a team or officer, from a day on.
pub async fn give(visit: &Visit, tx: &Tx, work: Work, to: AllocationTo, from: Date, who: &str) -> StoreResult<()> {
    let author = Author { who, at: visit.now };
    for subject in work.subjects() {
        let held = unchecked::allocations(tx, subject).await?;
        if held.iter().any(|other| other.to == to && other.period.to.is_none()) {
            continue;
        }
        let id = AllocationId::from(visit.site.random.ulid(visit.now));
        people::save(tx, &Allocation { id, subject, to, period: Period::since(from) }, author).await?;
    }
    Ok(())
}

/// Ends what officers hold of the work today: teams keep it.
pub async fn take_from_officers(visit: &Visit, tx: &Tx, work: Work, who: &str) -> StoreResult<()> {
    let author = Author { who, at: visit.now };
    for subject in work.subjects() {
        for mut held in unchecked::allocations(tx, subject).await? {
            if matches!(held.to, AllocationTo::Staff(_)) && held.period.to.is_none() {
                held.period.to = Some(held.period.from.max(visit.today));
                people::save(tx, &held, author).await?;
            }
        }
    }
    Ok(())
}

/// Whoever holds the case is given the record of the child it turned out to be about.
pub async fn follow(visit: &Visit, tx: &Tx, case: CaseId, child: PersonId, who: &str) -> StoreResult<()> {
    for held in unchecked::allocations(tx, AllocationSubject::Case(case)).await? {
        if held.period.to.is_none() {
            give(visit, tx, Work { case, child }, held.to, held.period.from, who).await?;
        }
    }
    Ok(())
}
