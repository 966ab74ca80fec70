//! Background work of this area.

use crate::import::{ImportOptions, import_dfe_ehcp};
use crate::source::Source;
use crate::uploads;
use serde_json::{Value, json};
use store::jobs::{self, Job};
use tokio::sync::watch;
use web::Site;

/// The job that imports a release that was sent as a file.
pub const IMPORT_RELEASE: &str = "strategy-import-release";

/// How long a report of progress renews the job's lease, in seconds.
const LEASE_SECONDS: i64 = 120;

/// Imports the file that the job names. A second attempt goes on where the first one stopped.
///
/// # Errors
/// A sentence, when the file or the database fails.
pub async fn import_release(site: Site, job: Job) -> Result<Value, String> {
    let text = |name: &str| job.payload[name].as_str().unwrap_or_default().to_owned();
    let (upload, by) = (text("upload"), text("by"));
    let reader = site.store.reader();
    let Some(held) = uploads::find(reader, &upload).await.map_err(|error| error.to_string())? else {
        return Ok(json!({ "imported": false, "why": "the file was discarded" }));
    };
    let bytes = uploads::bytes(reader, &upload).await.map_err(|error| error.to_string())?;
    let source = Source::from_bytes(held.file_name, bytes);
    let (say, mut said) = watch::channel((0, 0, String::new()));
    let work = tokio::spawn({
        let (store, options) = (site.store.clone(), ImportOptions { batch: upload.clone(), by, now: site.clock.now() });
        async move {
            let progress = |done: u64, total: u64, note: &str| drop(say.send_replace((done, total, note.to_owned())));
            import_dfe_ehcp(&store, &source, &options, &progress).await
        }
    });
    // The import runs as a task of its own: it must not wait for the writing of its progress.
    while said.changed().await.is_ok() {
        let (done, total, note) = said.borrow_and_update().clone();
        let tx = site.store.begin().await.map_err(|error| error.to_string())?;
        let carry = jobs::progress(&tx, &job, (done, total, &note), site.clock.now(), LEASE_SECONDS).await;
        tx.commit().await.map_err(|error| error.to_string())?;
        if !matches!(carry, Ok(jobs::Carry::On)) {
            work.abort();
            return Err("The import was stopped before its end. Started again, it goes on where it stopped.".to_owned());
        }
    }
    let report = work.await.map_err(|error| error.to_string())?.map_err(|error| error.to_string())?;
    let tx = site.store.begin().await.map_err(|error| error.to_string())?;
    uploads::drop_bytes(&tx, &upload).await.map_err(|error| error.to_string())?;
    tx.commit().await.map_err(|error| error.to_string())?;
    Ok(json!({ "imported": true, "batch": report.batch, "accepted": report.accepted(), "rejected": report.rejected() }))
}
