//! The same thing said to each audience: what the family reads, what the school reads, what the officer reads,
//! what the board reads. Words are made when somebody asks for them and are never stored.

mod dates;
mod deadline;
mod stage;

use serde::{Deserialize, Serialize};

pub use dates::{long_date, short_date};
pub use stage::StageWords;

/// Who reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// A child, a young person, a parent: reading age 9 to 11.
    Family,
    /// A school, early years setting or college.
    Setting,
    /// An officer of the authority.
    Officer,
    /// Somebody who oversees many cases.
    Board,
}

impl Audience {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Family, Self::Setting, Self::Officer, Self::Board];
}
