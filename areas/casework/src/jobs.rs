//! Background work of this area.

use ::store::{jobs::Job, people};
use notify::{Address, templates::TasksWaiting};
use serde_json::{Value, json};
use web::{Site, messages};

use crate::store;

/// The daily job: each officer with something due is told how much, once a day.
pub const TELL_OFFICERS: &str = "casework-tell-officers";

/// Promises each officer a message with the number of cases on which something is due today or was due before.
pub async fn tell_officers(site: Site, job: Job) -> Result<Value, String> {
    let today = site.clock.today();
    if job.payload["on"].as_str() != Some(today.to_string().as_str()) {
        return Ok(json!({ "told": 0, "why": "the day has passed" }));
    }
    // One transaction: a second attempt after a fault tells nobody twice.
    let tx = site.store.begin().await.map_err(|error| error.to_string())?;
    let due = store::steps_due(&tx, today).await.map_err(|error| error.to_string())?;
    let mut told = 0;
    for (officer, count) in due {
        let post = people::post(&tx, officer).await.map_err(|error| error.to_string())?;
        let Some(email) = post.filter(|post| post.period.contains(today)).and_then(|post| post.email) else { continue };
        let area = site.settings.area_name.clone();
        let words = TasksWaiting { area, count, link: "/cases?whose=mine".to_owned() };
        messages::promise(&site, &tx, Address::Email(email.to_string()), "tasks-waiting", &words)
            .await
            .map_err(|error| error.to_string())?;
        told += 1;
    }
    tx.commit().await.map_err(|error| error.to_string())?;
    Ok(json!({ "told": told }))
}
