//! The program under measurement: this very program, in a process of its own, so that its memory is its own too.

use std::{
    path::Path,
    process::Stdio,
    time::{Duration, Instant},
};

use reqwest::{Client, header, redirect::Policy};
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
};

/// A served county.
pub struct Server {
    child: Child,
    /// Its address.
    pub base: String,
    /// How long it took from nothing to serving.
    pub ready_after: Duration,
}

impl Server {
    /// Makes a county anew and serves it.
    pub async fn start(data: &Path, people: usize) -> Result<Self, String> {
        if data.exists() {
            std::fs::remove_dir_all(data).map_err(|error| format!("{} cannot be emptied: {error}", data.display()))?;
        }
        let program = std::env::current_exe().map_err(|error| error.to_string())?;
        let began = Instant::now();
        let mut child = Command::new(program)
            .args(["demo", "--port", "0", "--today", "2026-11-22", "--people", &people.to_string(), "--data"])
            .arg(data)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .map_err(|error| error.to_string())?;
        let out = child.stdout.take().ok_or("the program has no output")?;
        let mut lines = BufReader::new(out).lines();
        while let Some(line) = lines.next_line().await.map_err(|error| error.to_string())? {
            if let Some(base) = line.strip_prefix("Wherry is ready at ") {
                let ready_after = began.elapsed();
                let base = base.to_owned();
                // Whatever else it prints must not fill the pipe.
                tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
                return Ok(Self { child, base, ready_after });
            }
        }
        Err("the program ended before it was ready".to_owned())
    }

    /// The memory that it holds, in megabytes (Linux).
    pub fn megabytes(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()?)).ok()?;
        let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
        line.split_whitespace().nth(1)?.parse::<u64>().ok().map(|kilobytes| kilobytes / 1024)
    }

    /// Somebody signed in: a client with their cookie, and the page they start on.
    pub async fn become_somebody(&self, local: &str) -> Result<(Client, String), String> {
        let fault = |error: reqwest::Error| error.to_string();
        let plain = client(None)?;
        let answer = plain.get(format!("{}/demonstration", self.base)).send().await.map_err(fault)?;
        let cookie = cookie(&answer).ok_or("no cookie was set")?;
        let page = answer.text().await.map_err(fault)?;
        let heading = words_of(local);
        let part = page
            .split("<h2")
            .find(|part| part.contains(heading))
            .ok_or_else(|| format!("the county has no {local}"))?;
        let csrf = value(&page, "csrf").ok_or("the page has no token")?;
        let account = value(part, "account").ok_or("the part has no account")?;
        let signed_out = client(Some(&cookie))?;
        let body = format!("csrf={csrf}&account={account}");
        let answer = signed_out
            .post(format!("{}/demonstration/become", self.base))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(body)
            .send()
            .await
            .map_err(fault)?;
        let start =
            answer.headers().get(header::LOCATION).and_then(|value| value.to_str().ok()).unwrap_or("/").to_owned();
        let cookie = self::cookie(&answer).ok_or("sign-in set no cookie")?;
        Ok((client(Some(&cookie))?, start))
    }

    /// Ends it.
    pub async fn stop(mut self) {
        let _already_gone = self.child.kill().await;
    }
}

/// The part in the words of the demonstration's page.
fn words_of(local: &str) -> &'static str {
    match local {
        "parent" => "Parent with a request being assessed",
        "senco" => "SENCO of a primary school",
        "manager" => "Head of SEND",
        _ => "EHC co-ordinator",
    }
}

/// A client that follows nothing, with or without a cookie.
pub fn client(cookie: Option<&str>) -> Result<Client, String> {
    let mut headers = header::HeaderMap::new();
    if let Some(cookie) = cookie {
        headers.insert(header::COOKIE, cookie.parse().map_err(|_| "the cookie cannot be sent".to_owned())?);
    }
    let _set_already = rustls::crypto::ring::default_provider().install_default();
    Client::builder().default_headers(headers).redirect(Policy::none()).build().map_err(|error| error.to_string())
}

fn cookie(answer: &reqwest::Response) -> Option<String> {
    let set = answer.headers().get(header::SET_COOKIE)?.to_str().ok()?;
    set.split(';').next().map(str::to_owned)
}

/// The value of the first hidden field of this name.
fn value(page: &str, name: &str) -> Option<String> {
    let after = page.split(&format!("name=\"{name}\"")).nth(1)?;
    after.split("value=\"").nth(1)?.split('"').next().map(str::to_owned)
}
