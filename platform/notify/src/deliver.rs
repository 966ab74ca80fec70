//! Hands one message from the outbox to a transport, so that two attempts have one effect.

use crate::file::FileTransport;
use crate::govuk_notify::GovukNotify;
use crate::message::{BadMessage, Message};
use crate::smtp::SmtpTransport;
use jiff::{SignedDuration, Timestamp};

/// The longest that delivery is tried: 72 hours, as long as GOV.UK Notify itself tries an e-mail.
const GIVE_UP_AFTER: SignedDuration = SignedDuration::from_hours(72);

/// How messages leave the house.
#[derive(Debug, Clone)]
pub enum Transport {
    /// Into a folder of files: the demonstration.
    File(FileTransport),
    /// To a mail server; e-mail only.
    Smtp(Box<SmtpTransport>),
    /// To GOV.UK Notify: e-mail, text message and letter.
    GovukNotify(Box<GovukNotify>),
}

/// An outbox entry as the worker holds it.
#[derive(Debug, Clone)]
pub struct OutboxMessage {
    /// What to send.
    pub message: Message,
    /// How many earlier attempts were begun. The worker must have stored the present attempt before it calls
    /// [`deliver`]: an attempt that a crash cut short still counts, and a counted attempt is looked up before a second.
    pub earlier_attempts: u32,
    /// When the message was put into the outbox.
    pub queued_at: Timestamp,
}

/// What came of an attempt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Handed over: the file is written, or the provider has accepted the message and answers for it.
    Delivered {
        /// The provider's id, to ask later what became of it.
        provider_id: Option<String>,
    },
    /// Not yet, or not known: try again after this long.
    Retry {
        /// How long to wait.
        after: SignedDuration,
        /// Why, without anything personal.
        why: String,
    },
    /// It will never go as it stands: a person must look at it.
    Failed {
        /// Why, without anything personal.
        why: String,
    },
}

impl From<BadMessage> for Outcome {
    fn from(bad: BadMessage) -> Self {
        Self::Failed { why: bad.to_string() }
    }
}

/// Hands the message over once, however often it is called for the same reference.
///
/// Files: the file's name is the reference. GOV.UK Notify: before any second attempt the provider is asked for the
/// reference. A mail server can't be asked, so a second attempt after an answer that was lost carries the same
/// `Message-ID`, by which mailboxes drop the copy.
pub async fn deliver(transport: &Transport, outbox: &OutboxMessage, now: Timestamp) -> Outcome {
    let message = &outbox.message;
    let outcome = match message.to.check() {
        Err(bad) => bad.into(),
        Ok(()) => match transport {
            Transport::File(folder) => folder.deliver(message, now).await,
            Transport::Smtp(server) => server.deliver(message, now).await,
            Transport::GovukNotify(notify) => notify.deliver(message, outbox.earlier_attempts > 0, now).await,
        },
    };
    let outcome = settle(outcome, outbox, now);
    let (reference, template, attempt) = (&message.reference, &message.template, outbox.earlier_attempts + 1);
    match &outcome {
        Outcome::Delivered { .. } => tracing::info!(%reference, template, attempt, "message handed over"),
        Outcome::Retry { after, why } => tracing::warn!(%reference, template, attempt, ?after, why, "message waits"),
        Outcome::Failed { why } => tracing::error!(%reference, template, attempt, why, "message can't be sent"),
    }
    outcome
}

/// Waits longer with each attempt, and gives up in the end.
fn settle(outcome: Outcome, outbox: &OutboxMessage, now: Timestamp) -> Outcome {
    match outcome {
        Outcome::Retry { why, .. } if now.duration_since(outbox.queued_at) >= GIVE_UP_AFTER => {
            Outcome::Failed { why: format!("tried for 72 hours; the last answer was: {why}") }
        }
        Outcome::Retry { after, why } => Outcome::Retry { after: after.max(back_off(outbox.earlier_attempts)), why },
        done => done,
    }
}

/// 30 seconds, doubled with each attempt up to an hour.
fn back_off(earlier_attempts: u32) -> SignedDuration {
    let seconds = 30_i64.saturating_mul(1 << earlier_attempts.min(7));
    SignedDuration::from_secs(seconds.min(3600))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::{Address, Reference};
    use proptest::prelude::*;

    fn outbox(earlier_attempts: u32) -> OutboxMessage {
        let message = Message {
            template: "news".into(),
            to: Address::Email("amala@example.com".into()),
            subject: "s".into(),
            body: "b".into(),
            reference: Reference::new("news", ulid::Ulid::from_parts(1, 2)),
        };
        OutboxMessage { message, earlier_attempts, queued_at: Timestamp::UNIX_EPOCH }
    }

    proptest! {
        #[test]
        fn waiting_grows_up_to_an_hour_and_ends_after_three_days(attempts in 0_u32..10_000, minutes in 0_i64..10_000) {
            let now = Timestamp::UNIX_EPOCH + SignedDuration::from_mins(minutes);
            let retry = Outcome::Retry { after: SignedDuration::ZERO, why: "busy".into() };
            match settle(retry, &outbox(attempts), now) {
                Outcome::Retry { after, .. } => {
                    prop_assert!(minutes < 72 * 60);
                    prop_assert!(after >= SignedDuration::from_secs(30) && after <= SignedDuration::from_hours(1));
                    prop_assert!(back_off(attempts + 1) >= after);
                }
                Outcome::Failed { .. } => prop_assert!(minutes >= 72 * 60),
                Outcome::Delivered { .. } => prop_assert!(false),
            }
        }
    }
}
