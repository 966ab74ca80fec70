//! Messages to people: what is said, and how it is handed over exactly once.
//!
//! An area writes a [`Message`] into its outbox in the same transaction as the events that caused it. The worker takes
//! it from there and calls [`deliver`], which hands it to one [`Transport`]: a folder of files (the demonstration), a mail
//! server, or GOV.UK Notify. Each message carries a [`Reference`], made from the outbox id and from nothing else; with it
//! a second attempt finds out whether the first one arrived.
//!
//! Rules that hold here: an e-mail carries no case content and never names the child, it says that there is news and
//! where to sign in; a reference and a log line carry nothing personal; the instant is always passed in.
//!
//! Texts are templates with a registered context each ([`Context`]), so that an area may word them anew:
//! [`Registry::with_override`] refuses a wording that does not render its own sample.
//!
//! What it is not: the outbox itself (that is the store's), letters as PDF, or the choice of whom to tell.
//!
//! Start with `message.rs`, then `deliver.rs`; `simulator/` (feature `simulator`) holds the stand-ins for tests.

mod deliver;
mod file;
pub mod govuk_notify;
mod message;
#[cfg(feature = "simulator")]
pub mod simulator;
mod smtp;
mod template;
pub mod templates;

pub use deliver::{OutboxMessage, Outcome, Transport, deliver};
pub use file::FileTransport;
pub use message::{Address, BadMessage, Message, Reference};
pub use smtp::{BadSmtpSettings, Security, SmtpSettings, SmtpTransport};
pub use template::{Context, Registry, Rendered, TemplateError};
