//! What became of a message, in Notify's words and in ours.

use serde::{Deserialize, Serialize};

/// The status as Notify names it. Documentation: "REST API", sections "Status - email", "- text message" and "- letter".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// In Notify's queue.
    Created,
    /// Handed to the network or mail provider.
    Sending,
    /// Text message: the network has not said yet.
    Pending,
    /// Text message abroad: sent, no receipt will come.
    Sent,
    /// Arrived.
    Delivered,
    /// The address or number does not exist, or the letter was refused by the printer.
    PermanentFailure,
    /// Inbox full or telephone off for 72 hours.
    TemporaryFailure,
    /// Notify and its provider could not speak; a letter of this status must not be sent again.
    TechnicalFailure,
    /// Letter: taken for print.
    Accepted,
    /// Letter: dispatched.
    Received,
    /// Letter: cancelled before print.
    Cancelled,
    /// PDF letter: being scanned.
    PendingVirusCheck,
    /// PDF letter: something harmful was found.
    VirusScanFailed,
    /// PDF letter: it breaks the print rules.
    ValidationFailed,
    /// A status that is newer than this program.
    #[serde(other)]
    Unknown,
}

/// The status in four: what the product shows and acts on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Ask again later.
    UnderWay,
    /// It reached the person, or went to print.
    Arrived,
    /// It may be sent again, or by another way.
    MayTryAgain,
    /// A person must look: the address is wrong, or it must not be sent again.
    NeedsAPerson,
}

impl Status {
    /// What the status means for what happens next.
    #[must_use]
    pub fn progress(self) -> Progress {
        match self {
            Self::Created
            | Self::Sending
            | Self::Pending
            | Self::Accepted
            | Self::PendingVirusCheck
            | Self::Unknown => Progress::UnderWay,
            Self::Sent | Self::Delivered | Self::Received => Progress::Arrived,
            Self::TemporaryFailure => Progress::MayTryAgain,
            Self::PermanentFailure
            | Self::TechnicalFailure
            | Self::Cancelled
            | Self::VirusScanFailed
            | Self::ValidationFailed => Progress::NeedsAPerson,
        }
    }
}

/// One message as Notify answers for it; the words and the address are left out on purpose.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Notification {
    /// Notify's id.
    pub id: String,
    /// Our reference.
    pub reference: Option<String>,
    /// What became of it.
    pub status: Status,
    /// `email`, `sms` or `letter`.
    #[serde(rename = "type")]
    pub channel: String,
}
