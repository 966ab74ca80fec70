//! What Notify posts to us: delivery receipts and returned letters. The page that takes them belongs to the app.

use super::status::Status;
use crate::message::Reference;
use serde::Deserialize;
use thiserror::Error;

/// A delivery receipt of an e-mail or a text message. The address in it is not read.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Receipt {
    /// Notify's id.
    pub id: String,
    /// Our reference.
    pub reference: Option<Reference>,
    /// What became of it.
    pub status: Status,
}

/// A letter that came back: the address is wrong or the person has moved.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct ReturnedLetter {
    /// Notify's id.
    pub notification_id: String,
    /// Our reference.
    pub reference: Option<Reference>,
}

/// Why a callback is not taken.
#[derive(Debug, Error)]
pub enum CallbackError {
    /// The body is not of the documented form.
    #[error("this is not a callback of GOV.UK Notify: {0}")]
    Form(#[from] serde_json::Error),
}

impl Receipt {
    /// Reads the body of a delivery receipt.
    ///
    /// # Errors
    /// When it has not the documented form or its reference is none of ours.
    pub fn read(body: &[u8]) -> Result<Self, CallbackError> {
        Ok(serde_json::from_slice(body)?)
    }
}

impl ReturnedLetter {
    /// Reads the body of a returned-letter callback.
    ///
    /// # Errors
    /// When it has not the documented form or its reference is none of ours.
    pub fn read(body: &[u8]) -> Result<Self, CallbackError> {
        Ok(serde_json::from_slice(body)?)
    }
}

/// Whether the `Authorization` header carries the bearer token that was set on Notify's page; in constant time.
#[must_use]
pub fn is_from_notify(authorization: &str, expected_token: &str) -> bool {
    let given = authorization.strip_prefix("Bearer ").unwrap_or_default().as_bytes();
    let expected = expected_token.as_bytes();
    let differs = given.iter().zip(expected).fold(given.len() ^ expected.len(), |all, (a, b)| all | usize::from(a ^ b));
    !expected.is_empty() && differs == 0
}
