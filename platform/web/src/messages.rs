//! Messages to people, promised in the transaction of the act that causes them.
//!
//! The words are made final here and put in the outbox; the worker only hands them over. Nothing is looked up later, so
//! what was promised is what is sent.

use notify::{Address, Context, Message, Reference};
use store::Tx;

use crate::{PageError, PageResult, Site};

/// The outbox topic of messages to people.
pub const TOPIC: &str = "message";

/// Promises a message. `kind` is a word of the program that names the occasion: it is part of the reference and holds
/// nothing personal.
pub async fn promise<C: Context>(
    site: &Site,
    tx: &Tx,
    to: Address,
    kind: &'static str,
    context: &C,
) -> PageResult<Reference> {
    let now = site.clock.now();
    let words = site.messages.render(context).map_err(PageError::internal)?;
    let reference = Reference::new(kind, site.random.ulid(now));
    let message = Message {
        template: C::NAME.to_owned(),
        to,
        subject: words.subject,
        body: words.body,
        reference: reference.clone(),
    };
    let payload = serde_json::to_value(&message).map_err(PageError::internal)?;
    store::outbox::enqueue(tx, TOPIC, reference.as_str(), &payload, now).await?;
    Ok(reference)
}
