//! What is put away once a day: sessions and tokens that are over, old answers to forms, drafts that nobody came back to,
//! and the end of yesterday's audit, fixed.

use jiff::{SignedDuration, Timestamp, ToSpan};
use serde_json::{Value, json};
use store::{audit, drafts, jobs::Job, submissions};
use web::Site;

/// The daily job.
pub const TIDY: &str = "tidy";

/// A draft is kept this long after it was last touched.
const DRAFTS: SignedDuration = SignedDuration::from_hours(24 * 180);
/// A form's answer is kept this long: nobody sends the same form again later than that.
const SUBMISSIONS: SignedDuration = SignedDuration::from_hours(24 * 30);

/// Puts away what is over.
pub async fn tidy(site: Site, _job: Job) -> Result<Value, String> {
    let now = site.clock.now();
    put_away(&site, now).await.map_err(|error| error.to_string())
}

async fn put_away(site: &Site, now: Timestamp) -> store::StoreResult<Value> {
    signin::tidy(&site.store, now).await?;
    let yesterday = site.clock.today().saturating_sub(1.day());
    let tx = site.store.begin().await?;
    let drafts = drafts::forget_before(&tx, now - DRAFTS).await?;
    let submissions = submissions::forget_before(&tx, now - SUBMISSIONS).await?;
    let anchor = audit::anchor(&tx, yesterday, now).await?;
    tx.commit().await?;
    Ok(json!({ "drafts": drafts, "submissions": submissions, "audit_until": anchor.sequence }))
}
