//! GOV.UK Notify in memory: the endpoints that the client uses, with Notify's own answers and its test addresses.

use super::notify_answers as answers;
use crate::govuk_notify::{ApiKey, GovukNotify, NotifySettings, Status, TemplateIds};
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Json, Response};
use axum::routing::{get, post};
use jiff::Timestamp;
use serde_json::{Value, json};
use std::collections::{BTreeMap, VecDeque};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The key that the simulator takes: the example of Notify's own documentation.
pub const SIMULATOR_KEY: &str = "my_test_key-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0";

/// What goes wrong with the next request that sends a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// 429 without taking it.
    TooMany,
    /// 500 without taking it.
    ErrorBefore,
    /// 500 after taking it.
    ErrorAfter,
    /// Taken, but the answer comes later than this.
    LateAnswer(Duration),
    /// Not taken, and the answer comes later than this.
    LateRefusal(Duration),
}

/// One message that the simulator has taken: an effect in the world.
#[derive(Debug, Clone)]
pub struct Effect {
    /// The id it was given.
    pub id: String,
    /// The reference that came with it.
    pub reference: String,
    /// `email`, `sms` or `letter`.
    pub channel: &'static str,
    /// The whole request.
    pub request: Value,
    /// What became of it.
    pub status: Status,
}

#[derive(Default)]
struct Inner {
    now: Timestamp,
    ledger: Vec<Effect>,
    faults: VecDeque<Fault>,
    requests: BTreeMap<&'static str, usize>,
}

/// A running stand-in for GOV.UK Notify; it stops when dropped.
pub struct NotifySimulator {
    address: SocketAddr,
    shared: Shared,
    server: tokio::task::JoinHandle<()>,
}

type Shared = Arc<Mutex<Inner>>;

impl Drop for NotifySimulator {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl NotifySimulator {
    /// Starts on a free port of this machine, its clock at `now`.
    ///
    /// # Errors
    /// When no port is free.
    pub async fn start(now: Timestamp) -> std::io::Result<Self> {
        let shared: Shared = Arc::new(Mutex::new(Inner { now, ..Inner::default() }));
        let routes = Router::new()
            .route("/v2/notifications/{channel}", post(take).get(by_id))
            .route("/v2/notifications", get(by_reference))
            .with_state(Arc::clone(&shared));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let server = tokio::spawn(async move {
            if let Err(error) = axum::serve(listener, routes).await {
                tracing::error!(%error, "the Notify simulator stopped");
            }
        });
        Ok(Self { address, shared, server })
    }

    /// The base address for [`NotifySettings`].
    #[must_use]
    pub fn base(&self) -> String {
        format!("http://{}/", self.address)
    }

    /// A client of this simulator that waits this long for an answer.
    ///
    /// # Errors
    /// When the client can't be set up on this machine.
    pub fn client(&self, timeout: Duration) -> Result<GovukNotify, Box<dyn std::error::Error + Send + Sync>> {
        let template = |last: u8| format!("f33517ff-2a88-4f6e-b855-c550268ce0{last:02}");
        Ok(GovukNotify::new(NotifySettings {
            base: self.base(),
            key: ApiKey::parse(SIMULATOR_KEY)?,
            templates: TemplateIds { email: template(1), sms: template(2), letter: template(3) },
            timeout,
        })?)
    }

    /// Puts the simulator's clock at this instant.
    pub fn set_clock(&self, now: Timestamp) {
        lock(&self.shared).now = now;
    }

    /// What goes wrong with the next requests that send, in this order; after that all is well again.
    pub fn next_faults(&self, faults: impl IntoIterator<Item = Fault>) {
        lock(&self.shared).faults.extend(faults);
    }

    /// Everything that has been taken.
    #[must_use]
    pub fn ledger(&self) -> Vec<Effect> {
        lock(&self.shared).ledger.clone()
    }

    /// How many requests of this kind came: `send`, `by-id`, `by-reference`.
    #[must_use]
    pub fn requests(&self, kind: &str) -> usize {
        lock(&self.shared).requests.get(kind).copied().unwrap_or(0)
    }

    /// Settles every message: the test addresses fail as documented, the rest arrives.
    pub fn settle(&self) {
        for effect in &mut lock(&self.shared).ledger {
            effect.status = outcome(effect);
        }
    }

    /// The body that Notify would post to us for a letter that came back, when there is such a letter.
    #[must_use]
    pub fn returned_letter(&self, reference: &str) -> Option<Value> {
        let inner = lock(&self.shared);
        let letter = inner.ledger.iter().find(|effect| effect.channel == "letter" && effect.reference == reference)?;
        Some(answers::returned_letter(letter, inner.now))
    }

    /// The body of the delivery receipt that Notify would post to us.
    #[must_use]
    pub fn receipt(&self, reference: &str) -> Option<Value> {
        let inner = lock(&self.shared);
        let effect = inner.ledger.iter().find(|effect| effect.reference == reference)?;
        Some(answers::receipt(effect, inner.now))
    }
}

fn lock(shared: &Shared) -> MutexGuard<'_, Inner> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The documented test addresses (REST API, "Email addresses" and "Phone numbers" for testing).
fn outcome(effect: &Effect) -> Status {
    let to = effect.request["email_address"].as_str().or(effect.request["phone_number"].as_str()).unwrap_or_default();
    match (effect.channel, to) {
        ("letter", _) => Status::Received,
        (_, "temp-fail@simulator.notify" | "07700900003") => Status::TemporaryFailure,
        (_, "perm-fail@simulator.notify" | "07700900002") => Status::PermanentFailure,
        _ => Status::Delivered,
    }
}

/// Who asks, and whether the token holds.
fn admit(shared: &Shared, headers: &HeaderMap, kind: &'static str) -> Result<(), Box<Response>> {
    let mut inner = lock(shared);
    *inner.requests.entry(kind).or_default() += 1;
    let bearer = headers.get("authorization").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let token = bearer.strip_prefix("Bearer ").unwrap_or_default();
    let refuse = |why: &str| Box::new(failure(StatusCode::FORBIDDEN, "AuthError", why));
    let key = ApiKey::parse(SIMULATOR_KEY).map_err(|bad| refuse(&bad.to_string()))?;
    key.accepts(token, inner.now).map_err(refuse)
}

fn failure(status: StatusCode, error: &str, message: &str) -> Response {
    let body = json!({ "errors": [{ "error": error, "message": message }], "status_code": status.as_u16() });
    (status, Json(body)).into_response()
}

async fn take(
    State(shared): State<Shared>,
    Path(channel): Path<String>,
    headers: HeaderMap,
    Json(request): Json<Value>,
) -> Response {
    if let Err(refused) = admit(&shared, &headers, "send") {
        return *refused;
    }
    let fault = lock(&shared).faults.pop_front();
    let server_error = || failure(StatusCode::INTERNAL_SERVER_ERROR, "Exception", "Internal server error");
    match fault {
        Some(Fault::TooMany) => {
            let message = "Exceeded rate limit for key type TEST of 3000 requests per 60 seconds";
            return failure(StatusCode::TOO_MANY_REQUESTS, "RateLimitError", message);
        }
        Some(Fault::ErrorBefore) => return server_error(),
        Some(Fault::LateRefusal(late)) => {
            tokio::time::sleep(late).await;
            return server_error();
        }
        _ => {}
    }
    let channel = match answers::check(&channel, &request) {
        Ok(channel) => channel,
        Err(message) => return failure(StatusCode::BAD_REQUEST, "ValidationError", &message),
    };
    let effect = {
        let mut inner = lock(&shared);
        let number = inner.ledger.len() + 1;
        let effect = Effect {
            id: format!("740e5834-3a29-46b4-9a6f-{number:012x}"),
            reference: request["reference"].as_str().unwrap_or_default().to_owned(),
            channel,
            status: if channel == "letter" { Status::Accepted } else { Status::Created },
            request,
        };
        inner.ledger.push(effect.clone());
        effect
    };
    match fault {
        Some(Fault::ErrorAfter) => server_error(),
        Some(Fault::LateAnswer(late)) => {
            tokio::time::sleep(late).await;
            (StatusCode::CREATED, Json(answers::taken(&effect))).into_response()
        }
        _ => (StatusCode::CREATED, Json(answers::taken(&effect))).into_response(),
    }
}

async fn by_id(State(shared): State<Shared>, Path(id): Path<String>, headers: HeaderMap) -> Response {
    if let Err(refused) = admit(&shared, &headers, "by-id") {
        return *refused;
    }
    let inner = lock(&shared);
    match inner.ledger.iter().find(|effect| effect.id == id) {
        Some(effect) => Json(answers::one(effect, inner.now)).into_response(),
        None => failure(StatusCode::NOT_FOUND, "NoResultFound", "No result found"),
    }
}

async fn by_reference(
    State(shared): State<Shared>,
    Query(query): Query<BTreeMap<String, String>>,
    headers: HeaderMap,
) -> Response {
    if let Err(refused) = admit(&shared, &headers, "by-reference") {
        return *refused;
    }
    let inner = lock(&shared);
    let wanted = query.get("reference").map(String::as_str);
    let found = inner.ledger.iter().rev().filter(|effect| wanted.is_none_or(|wanted| effect.reference == wanted));
    let notifications: Vec<Value> = found.take(250).map(|effect| answers::one(effect, inner.now)).collect();
    let current = "https://api.notifications.service.gov.uk/v2/notifications";
    Json(json!({ "notifications": notifications, "links": { "current": current } })).into_response()
}
