//! Messages against the stand-ins: whatever breaks and whenever, each reference has one effect.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test that can't go on should stop where it stands")]

mod files;
mod notify_once;
mod notify_shapes;
mod smtp;

use jiff::{SignedDuration, Timestamp};
use notify::{Address, Message, OutboxMessage, Outcome, Reference, Transport, deliver};
use std::time::Duration;
use ulid::Ulid;

const PATIENCE: Duration = Duration::from_millis(300);

fn now() -> Timestamp {
    "2026-09-07T09:00:00Z".parse().unwrap()
}

fn message(number: u128, to: Address) -> Message {
    Message {
        template: "news".into(),
        to,
        subject: "There is news for you".into(),
        body: "Hello,\n\nSign in – it is all there:\n.\nhttps://send.example.org/account\n".into(),
        reference: Reference::new("news", Ulid::from_parts(1_780_000_000_000, number)),
    }
}

fn email() -> Address {
    Address::Email("amala@example.com".into())
}

fn first_attempt(message: Message) -> OutboxMessage {
    OutboxMessage { message, earlier_attempts: 0, queued_at: now() }
}

/// What the worker does: store the attempt, deliver, and come back until it is settled.
async fn work_until_settled(transport: &Transport, mut outbox: OutboxMessage) -> (Outcome, u32) {
    for attempt in 1..=20 {
        match deliver(transport, &outbox, now()).await {
            Outcome::Retry { after, .. } => assert!(after >= SignedDuration::from_secs(30)),
            settled => return (settled, attempt),
        }
        outbox.earlier_attempts += 1;
    }
    panic!("never settled");
}
