//! An act on a case: what the rules make of a command, kept with everything that follows from it.

use ::store::{
    StoreError, StoreResult, Tx,
    events::{AppendError, NewEvent},
};
use calendar::Calendar;
use casework_rules::{Actor, Case, Command, Event, Refusal};
use record::{CaseId, TeamId};
use web::{PageError, Visit};

use crate::{
    file::CaseFile,
    store::{self, Loaded},
};

/// Why an act was not done.
#[derive(Debug, thiserror::Error)]
pub enum ActError {
    /// The rules refuse it; the sentence says why.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// Somebody else acted on the case first. Load it again and show both.
    #[error("Somebody else changed this case first")]
    Conflict,
    /// The database could not keep it.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<AppendError> for ActError {
    fn from(error: AppendError) -> Self {
        match error {
            AppendError::Conflict { .. } => Self::Conflict,
            AppendError::Store(error) => Self::Store(error),
        }
    }
}

impl From<ActError> for PageError {
    fn from(error: ActError) -> Self {
        match error {
            ActError::Refused(refusal) => Self::bad_request(refusal.to_string()),
            ActError::Conflict => Self::Conflict(Box::new(maud::html! {
                p class="govuk-body" { "Nothing of yours was kept, and nothing of theirs was lost. Go back, open the case again to see what is new, then do it once more if it is still needed." }
            })),
            ActError::Store(error) => Self::Store(error),
        }
    }
}

/// Who acts, in the law's own terms, when an officer does.
pub fn officer(visit: &Visit) -> Actor {
    let account = visit.viewer.as_ref().map(|viewer| viewer.account.to_string()).unwrap_or_default();
    Actor::officer(account)
}

/// Does commands one after another on a case as it was loaded: either all of them or none. Returns the new state.
pub async fn act(
    visit: &Visit,
    tx: &Tx,
    loaded: &Loaded,
    team: Option<TeamId>,
    commands: Vec<Command>,
    by: &Actor,
) -> Result<Case, ActError> {
    let mut case = loaded.case.clone();
    let mut all = Vec::new();
    for command in commands {
        for event in case.decide(command, by, visit.today)? {
            case = case.apply(&event);
            all.push(event);
        }
    }
    keep(visit, tx, loaded.id, loaded.sequence(), team, &case, &all).await?;
    Ok(case)
}

/// Begins a case with commands.
pub async fn begin(
    visit: &Visit,
    tx: &Tx,
    id: CaseId,
    team: Option<TeamId>,
    commands: Vec<Command>,
    by: &Actor,
) -> Result<Case, ActError> {
    let nothing = Loaded { id, case: Case::new(), events: Vec::new() };
    act(visit, tx, &nothing, team, commands, by).await
}

async fn keep(
    visit: &Visit,
    tx: &Tx,
    id: CaseId,
    expected: u32,
    team: Option<TeamId>,
    case: &Case,
    all: &[Event],
) -> Result<(), ActError> {
    let author = visit.viewer.as_ref().map_or_else(|| "anonymous".to_owned(), |viewer| viewer.account.to_string());
    let events = all.iter().map(new_event).collect::<StoreResult<Vec<_>>>()?;
    ::store::events::append(tx, &store::stream(id), expected, events, &author, visit.now).await?;
    if let Some(file) = CaseFile::of(id, case, team, &Calendar::england()) {
        store::save_file(tx, &file).await?;
    }
    Ok(())
}

fn new_event(event: &Event) -> StoreResult<NewEvent> {
    let data = serde_json::to_value(event).map_err(|error| StoreError::unreadable("an event to keep", error))?;
    Ok(NewEvent { kind: event.kind().tag().to_owned(), on: event.on(), data })
}
