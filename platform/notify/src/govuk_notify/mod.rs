//! GOV.UK Notify: an own small client of its REST API 1.0.4 (<https://docs.notifications.service.gov.uk/rest-api.html>).
//!
//! Notify has no idempotency key, so `reference` does that work: an attempt whose answer was lost is looked up by
//! reference before the message is sent again. Notify keeps a status for seven days by default: poll or take the
//! callbacks, and keep what became of a message in the product.

mod callback;
mod client;
mod status;
mod token;

pub use callback::{CallbackError, Receipt, ReturnedLetter, is_from_notify};
pub use client::{BASE, BadNotifySettings, GovukNotify, NotifyError, NotifySettings, Postage, TemplateIds};
pub use status::{Notification, Progress, Status};
pub use token::{ApiKey, BadApiKey};
