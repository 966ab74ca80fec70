//! What is no longer needed is removed: tries, sessions that are over, secrets that no longer work.

use jiff::{SignedDuration, Timestamp};
use store::{Store, StoreResult, one_time, sessions, tries};

/// Tries are kept as long as a network counts as known (30 days), sessions as long as a place counts as known (90 days),
/// secrets a day beyond their time. The instants lie a day further back, to be on the safe side of the clock change.
const TRIES: SignedDuration = SignedDuration::from_hours(31 * 24);
const SESSIONS: SignedDuration = SignedDuration::from_hours(91 * 24);
const SECRETS: SignedDuration = SignedDuration::from_hours(24);

/// Removes what is over; for a nightly job. Returns how many rows went.
///
/// # Errors
/// When the database is away; nothing is removed then.
pub async fn tidy(store: &Store, now: Timestamp) -> StoreResult<u64> {
    let tx = store.begin().await?;
    let gone = tries::forget_before(&tx, now - TRIES).await?
        + sessions::forget_before(&tx, now - SESSIONS).await?
        + one_time::forget_before(&tx, now - SECRETS).await?;
    tx.commit().await?;
    Ok(gone)
}
