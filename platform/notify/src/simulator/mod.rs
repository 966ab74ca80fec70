//! Stand-ins for the outside: GOV.UK Notify and a mail server, each with a ledger of the effects it has had.
//!
//! They listen on a free port of this machine, keep everything in memory, and fail on demand: an answer that is lost after
//! the message was taken, a storm of refusals, a returned letter. For tests and development only.

mod notify;
mod notify_answers;
mod smtp;

pub use notify::{Effect, Fault, NotifySimulator, SIMULATOR_KEY};
pub use smtp::{MailFault, SmtpSimulator};
