//! One page at a steady rate. Each request is sent when its time has come, whether or not earlier ones are answered,
//! and its wait is counted from that time: a slow server cannot hide behind its own queue.

use std::time::Duration;

use reqwest::{Client, StatusCode};
use tokio::{task::JoinSet, time::Instant};

/// What came of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Measured {
    /// Requests answered as they should be.
    pub answered: usize,
    /// Requests answered otherwise, or not at all.
    pub failed: usize,
    /// Milliseconds within which half were answered.
    pub p50: f64,
    /// Milliseconds within which 95 of 100 were answered.
    pub p95: f64,
    /// Milliseconds within which 99 of 100 were answered.
    pub p99: f64,
    /// Bytes of one answer, as sent.
    pub bytes: usize,
}

/// Asks for a page at a rate, for so many seconds, after a short warming.
pub async fn measure(client: &Client, url: &str, rate: u32, seconds: u64) -> Measured {
    for _ in 0..5 {
        let _warming = once(client, url).await;
    }
    let start = Instant::now();
    let between = Duration::from_secs(1) / rate.max(1);
    let mut waiting = JoinSet::new();
    for number in 0..rate.saturating_mul(u32::try_from(seconds).unwrap_or(1)) {
        let due = start + between * number;
        tokio::time::sleep_until(due).await;
        let (client, url) = (client.clone(), url.to_owned());
        waiting.spawn(async move {
            let bytes = once(&client, &url).await;
            (due.elapsed(), bytes)
        });
    }
    let mut waits = Vec::new();
    let mut measured = Measured::default();
    while let Some(answer) = waiting.join_next().await {
        match answer {
            Ok((wait, Some(bytes))) => {
                waits.push(wait.as_secs_f64() * 1000.0);
                measured.bytes = bytes;
            }
            _ => measured.failed += 1,
        }
    }
    waits.sort_by(f64::total_cmp);
    measured.answered = waits.len();
    measured.p50 = part(&waits, 50);
    measured.p95 = part(&waits, 95);
    measured.p99 = part(&waits, 99);
    measured
}

async fn once(client: &Client, url: &str) -> Option<usize> {
    let answer = client.get(url).send().await.ok()?;
    if answer.status() != StatusCode::OK {
        return None;
    }
    answer.bytes().await.ok().map(|bytes| bytes.len())
}

fn part(sorted: &[f64], percent: usize) -> f64 {
    let place = (sorted.len() * percent).div_ceil(100).saturating_sub(1);
    sorted.get(place).copied().unwrap_or(f64::NAN)
}
