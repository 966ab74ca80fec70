//! How a command ended, as an exit code that means something.

use std::process::ExitCode;

use store::StoreError;

/// How a command ended.
#[derive(Debug)]
pub enum Outcome {
    /// Done: exit 0.
    Done,
    /// Done, but something needs attention; it has been said: exit 1.
    NeedsAttention,
    /// Could not be understood, or its input not read: exit 2, with the sentence.
    Misunderstood(String),
    /// The database could not be reached, or is of another version: exit 3.
    Database(String),
    /// Failed or was stopped; nothing half-done is kept: exit 4.
    Failed(String),
}

impl Outcome {
    /// Failed, with the sentence that says why.
    pub fn failed(says: impl Into<String>) -> Self {
        Self::Failed(says.into())
    }

    /// Misunderstood, with the sentence that says what to change.
    pub fn misunderstood(says: impl Into<String>) -> Self {
        Self::Misunderstood(says.into())
    }

    /// Says the sentence on standard error and gives the exit code.
    pub fn finish(self) -> ExitCode {
        let (code, says) = match self {
            Self::Done => (0, None),
            Self::NeedsAttention => (1, None),
            Self::Misunderstood(says) => (2, Some(says)),
            Self::Database(says) => (3, Some(says)),
            Self::Failed(says) => (4, Some(says)),
        };
        if let Some(says) = says {
            eprintln!("wherry: {says}");
        }
        ExitCode::from(code)
    }
}

impl From<StoreError> for Outcome {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Unavailable(_)
            | StoreError::SchemaBehind(_)
            | StoreError::SchemaAhead
            | StoreError::NotAccessible(_)
            | StoreError::Damaged(_) => Self::Database(error.to_string()),
            other => Self::Failed(other.to_string()),
        }
    }
}

/// A command's answer: `Ok` with how it ended, or the outcome that stopped it.
pub type Answer = Result<Outcome, Outcome>;
