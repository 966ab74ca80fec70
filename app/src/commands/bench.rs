//! `wherry bench`: measures this build against its own workload, on a whole county and on one a tenth its size.

use std::collections::BTreeMap;

use reqwest::Client;
use serde_json::json;

use super::{DONE, print};
use crate::{
    bench::{
        pages::{PAGES, Page},
        server::{Server, client},
        steady::{Measured, measure},
    },
    cli::{Bench, Format},
    outcome::{Answer, Outcome},
};

/// What is measured of one county.
struct Run {
    people: usize,
    ready_after: f64,
    megabytes: Option<u64>,
    pages: Vec<(&'static str, Measured)>,
}

pub async fn run(bench: Bench, format: Format) -> Answer {
    let tenth = one(&bench, bench.people / 10).await.map_err(Outcome::failed)?;
    let whole = one(&bench, bench.people).await.map_err(Outcome::failed)?;
    let rows: Vec<_> = whole
        .pages
        .iter()
        .zip(&tenth.pages)
        .map(|((name, whole), (_, tenth))| {
            json!({ "page": name, "p50_ms": whole.p50, "p95_ms": whole.p95, "p99_ms": whole.p99, "failed": whole.failed, "bytes": whole.bytes,
                    "p50_ms_tenth": tenth.p50, "p50_whole_over_tenth": whole.p50 / tenth.p50 })
        })
        .collect();
    let json = json!({
        "people": whole.people, "rate_per_second": bench.rate, "seconds_per_page": bench.seconds,
        "ready_after_seconds": whole.ready_after, "megabytes": whole.megabytes, "pages": rows,
    });
    print(format, &json, || table(&whole, &tenth, bench.rate))?;
    if whole.pages.iter().any(|(_, measured)| measured.failed > 0) { Ok(Outcome::NeedsAttention) } else { DONE }
}

async fn one(bench: &Bench, people: usize) -> Result<Run, String> {
    eprintln!("Making a county of {people} people under 25");
    let server = Server::start(&bench.data.join(people.to_string()), people).await?;
    let mut clients: BTreeMap<&str, (Client, String)> = BTreeMap::new();
    let anybody = client(None)?;
    let mut pages = Vec::new();
    for page in PAGES {
        let (client, start) = match page.who {
            None => (anybody.clone(), "/".to_owned()),
            Some(who) => {
                if !clients.contains_key(who) {
                    clients.insert(who, server.become_somebody(who).await?);
                }
                clients.get(who).cloned().unwrap_or((anybody.clone(), "/".to_owned()))
            }
        };
        let path = path_of(page, &client, &server.base, &start).await?;
        eprintln!("  {}", page.name);
        pages.push((page.name, measure(&client, &format!("{}{path}", server.base), bench.rate, bench.seconds).await));
    }
    let run = Run { people, ready_after: server.ready_after.as_secs_f64(), megabytes: server.megabytes(), pages };
    server.stop().await;
    Ok(run)
}

/// The page's address, with a case of the person's own list where one is wanted.
async fn path_of(page: &Page, client: &Client, base: &str, start: &str) -> Result<String, String> {
    if page.path == "{start}" {
        return Ok(start.to_owned());
    }
    if !page.path.contains('{') {
        return Ok(page.path.to_owned());
    }
    let list = text(client, &format!("{base}/cases?list=assessments&whose=mine")).await?;
    let case = first_link(&list, "/cases/").ok_or("the officer's list is empty")?;
    if page.path.starts_with("{person}") {
        let page = text(client, &format!("{base}{case}")).await?;
        return first_link(&page, "/people/").ok_or_else(|| "the case names no person".to_owned());
    }
    Ok(page.path.replace("{case}", &case))
}

async fn text(client: &Client, url: &str) -> Result<String, String> {
    let fault = |error: reqwest::Error| error.to_string();
    client.get(url).send().await.map_err(fault)?.text().await.map_err(fault)
}

fn first_link(page: &str, start: &str) -> Option<String> {
    page.split("href=\"")
        .skip(1)
        .filter_map(|part| part.split('"').next())
        .find(|href| href.starts_with(start) && href.len() >= start.len() + 26)
        .map(str::to_owned)
}

fn table(whole: &Run, tenth: &Run, rate: u32) -> String {
    let mut text = format!(
        "{} people under 25, made and ready in {:.1} s, {} MB of memory after the run. {rate} requests a second to each page.\n\n{:<30} {:>8} {:>8} {:>8} {:>8} {:>7} {:>16}\n",
        whole.people,
        whole.ready_after,
        whole.megabytes.map_or_else(|| "?".to_owned(), |megabytes| megabytes.to_string()),
        "page",
        "p50 ms",
        "p95 ms",
        "p99 ms",
        "bytes",
        "failed",
        "p50 to a tenth's"
    );
    for ((name, measured), (_, small)) in whole.pages.iter().zip(&tenth.pages) {
        text.push_str(&format!(
            "{name:<30} {:>8.1} {:>8.1} {:>8.1} {:>8} {:>7} {:>15.2}x\n",
            measured.p50,
            measured.p95,
            measured.p99,
            measured.bytes,
            measured.failed,
            measured.p50 / small.p50
        ));
    }
    text
}
