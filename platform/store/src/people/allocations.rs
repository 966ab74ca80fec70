//! Who was given a child or a case.

use record::{Allocation, AllocationId, AllocationSubject, AllocationTo};
use sea_orm::Value;

use super::kept::Kept;
use crate::StoreResult;
use crate::columns::date_text;

impl Kept for Allocation {
    type Id = AllocationId;
    const TABLE: &'static str = "allocation";
    const COLUMNS: &'static [&'static str] = &["subject", "to_kind", "to_id", "valid_from", "valid_to"];

    fn id(&self) -> AllocationId {
        self.id
    }

    fn values(&self) -> StoreResult<Vec<Value>> {
        let (to_kind, to_id) = match self.to {
            AllocationTo::Staff(id) => ("staff", id.to_string()),
            AllocationTo::Team(id) => ("team", id.to_string()),
        };
        Ok(vec![
            subject_text(self.subject).into(),
            to_kind.into(),
            to_id.into(),
            date_text(self.period.from).into(),
            self.period.to.map(date_text).into(),
        ])
    }
}

/// The id of the case or child; ids of the two never meet, since both are random.
pub(crate) fn subject_text(subject: AllocationSubject) -> String {
    match subject {
        AllocationSubject::Case(id) => id.to_string(),
        AllocationSubject::Child(id) => id.to_string(),
    }
}
