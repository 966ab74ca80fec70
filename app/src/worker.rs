//! The background work: messages are handed over, jobs are done. Several workers may run at once, on several machines.
//!
//! Each row is lent to one worker for a while; a worker that dies gives it back by letting the lease run out. An act is
//! counted before it is begun, so a second attempt knows that there may have been a first.

use std::{sync::Arc, time::Duration};

use notify::{OutboxMessage, Outcome, Transport};
use store::{StoreResult, jobs, outbox};
use tokio::sync::watch;
use web::Site;

/// How long a row is lent, in seconds: longer than any one hand-over takes.
const LEASE_SECONDS: i64 = 120;
/// How many messages are taken at once.
const BATCH: u64 = 20;
/// How long to wait when there is nothing to do.
const PAUSE: Duration = Duration::from_secs(2);

/// What a job of one kind does. It is given the site and the job; what it returns is kept as the job's result.
pub type JobFuture = std::pin::Pin<Box<dyn Future<Output = Result<serde_json::Value, String>> + Send>>;
/// The kinds of job this program knows, with what each does.
pub type Jobs = Vec<(&'static str, fn(Site, jobs::Job) -> JobFuture)>;

/// A worker.
pub struct Worker {
    site: Site,
    transport: Arc<Transport>,
    jobs: Jobs,
    daily: Vec<&'static str>,
    name: String,
}

impl Worker {
    /// A worker for a site. `daily` are the kinds of job to be done once a day.
    pub fn new(site: Site, transport: Transport, jobs: Jobs, daily: Vec<&'static str>) -> Self {
        let name = format!("worker-{}", site.random.ulid(site.clock.now()));
        Self { site, transport: Arc::new(transport), jobs, daily, name }
    }

    /// Works until told to stop. A fault of the database is waited out.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        while !*stop.borrow() {
            let did = match self.once().await {
                Ok(did) => did,
                Err(error) => {
                    tracing::warn!(%error, "the worker waits for the database");
                    0
                }
            };
            if did == 0 {
                tokio::select! {
                    () = tokio::time::sleep(PAUSE) => {}
                    _ = stop.changed() => {}
                }
            }
        }
    }

    /// Does what is due now. Returns how many rows it worked on.
    pub async fn once(&self) -> StoreResult<usize> {
        self.schedule_daily().await?;
        Ok(self.hand_over_messages().await? + self.do_jobs().await?)
    }

    async fn schedule_daily(&self) -> StoreResult<()> {
        let today = self.site.clock.today();
        for kind in &self.daily {
            if jobs::last_daily(self.site.store.reader(), kind).await? == Some(today) {
                continue;
            }
            let tx = self.site.store.begin().await?;
            let now = self.site.clock.now();
            jobs::enqueue_daily(&tx, kind, today, serde_json::json!({ "on": today }), now, now).await?;
            tx.commit().await?;
        }
        Ok(())
    }

    async fn hand_over_messages(&self) -> StoreResult<usize> {
        let now = self.site.clock.now();
        if outbox::count(self.site.store.reader(), outbox::MessageState::Waiting).await? == 0
            && outbox::count(self.site.store.reader(), outbox::MessageState::Leased).await? == 0
        {
            return Ok(0);
        }
        let tx = self.site.store.begin().await?;
        let rows = outbox::claim(&tx, &self.name, now, LEASE_SECONDS, BATCH).await?;
        tx.commit().await?;
        for row in &rows {
            let outcome = self.hand_over(row).await;
            let now = self.site.clock.now();
            let tx = self.site.store.begin().await?;
            match outcome {
                Outcome::Delivered { .. } => {
                    outbox::done(&tx, row.id, row.fence, now).await?;
                }
                Outcome::Retry { after, why } => {
                    let pause =
                        outbox::Retry { first_pause: after.as_secs().max(1), longest_pause: 3_600, attempts: 100 };
                    outbox::failed(&tx, row.id, row.fence, &why, now, pause).await?;
                }
                Outcome::Failed { why } => {
                    let give_up = outbox::Retry { attempts: 1, ..outbox::Retry::default() };
                    outbox::failed(&tx, row.id, row.fence, &why, now, give_up).await?;
                }
            }
            tx.commit().await?;
        }
        Ok(rows.len())
    }

    async fn hand_over(&self, row: &outbox::Message) -> Outcome {
        if row.topic != web::messages::TOPIC {
            return Outcome::Failed { why: format!("this program does not know the topic {}", row.topic) };
        }
        match serde_json::from_value(row.payload.clone()) {
            Ok(message) => {
                let queued_at = self.site.clock.now();
                let outbox = OutboxMessage { message, earlier_attempts: row.attempt.saturating_sub(1), queued_at };
                notify::deliver(&self.transport, &outbox, queued_at).await
            }
            Err(error) => Outcome::Failed { why: format!("the message cannot be read: {error}") },
        }
    }

    async fn do_jobs(&self) -> StoreResult<usize> {
        let kinds: Vec<&str> = self.jobs.iter().map(|(kind, _)| *kind).collect();
        let tx = self.site.store.begin().await?;
        let rows = jobs::claim(&tx, &kinds, &self.name, self.site.clock.now(), LEASE_SECONDS, 1).await?;
        tx.commit().await?;
        for job in &rows {
            let Some((_, work)) = self.jobs.iter().find(|(kind, _)| *kind == job.kind) else { continue };
            let result = work(self.site.clone(), job.clone()).await;
            let now = self.site.clock.now();
            let tx = self.site.store.begin().await?;
            match result {
                Ok(value) => drop(jobs::finish(&tx, job, &value, now).await?),
                Err(why) => {
                    tracing::error!(kind = job.kind, why, "a job failed");
                    jobs::failed(&tx, job, &why, now, jobs::Retry::default()).await?;
                }
            }
            tx.commit().await?;
        }
        Ok(rows.len())
    }
}
