//! A case's events, in and out of the log.

use ::store::{Connection, StoreResult, events, events::Recorded};
use casework_rules::{Case, Event};
use record::CaseId;

/// A case and the log it was made from.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The case.
    pub id: CaseId,
    /// Its state.
    pub case: Case,
    /// Its events with who recorded them and when, oldest first.
    pub events: Vec<(Recorded, Event)>,
}

impl Loaded {
    /// The sequence of the last event: what the next append expects.
    pub fn sequence(&self) -> u32 {
        self.events.last().map_or(0, |(recorded, _)| recorded.sequence)
    }
}

/// The name of a case's stream.
pub fn stream(id: CaseId) -> String {
    format!("case:{id}")
}

/// Loads a case. None when it has no events.
pub async fn load(conn: &impl Connection, id: CaseId) -> StoreResult<Option<Loaded>> {
    let recorded = events::load(conn, &stream(id)).await?;
    let mut all = Vec::with_capacity(recorded.len());
    let mut case = Case::new();
    for one in recorded {
        let event: Event = one.read()?;
        case = case.apply(&event);
        all.push((one, event));
    }
    Ok((!all.is_empty()).then_some(Loaded { id, case, events: all }))
}
