//! The client: send, ask by id, ask by reference.

use super::status::Notification;
use super::token::ApiKey;
use crate::deliver::Outcome;
use crate::message::{Address, Message, Reference};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use jiff::{SignedDuration, Timestamp};
use reqwest::{Method, StatusCode};
use serde::Deserialize;
use serde_json::{Value, json};
use std::time::Duration;
use thiserror::Error;
use url::Url;

/// Where Notify is.
pub const BASE: &str = "https://api.notifications.service.gov.uk";

/// One template per channel on Notify's side, holding nothing but placeholders: the words are made here.
#[derive(Debug, Clone)]
pub struct TemplateIds {
    /// E-mail: subject `((subject))`, message `((body))`.
    pub email: String,
    /// Text message: `((body))`.
    pub sms: String,
    /// Letter: heading `((subject))`, message `((body))`.
    pub letter: String,
}

/// What the operator sets.
#[derive(Debug, Clone)]
pub struct NotifySettings {
    /// Usually [`BASE`]; a simulator's address in tests.
    pub base: String,
    /// The key.
    pub key: ApiKey,
    /// The templates.
    pub templates: TemplateIds,
    /// How long to wait for an answer; after that it is not known whether the message went.
    pub timeout: Duration,
}

/// Why the settings can't be used.
#[derive(Debug, Error)]
pub enum BadNotifySettings {
    /// The address.
    #[error("'{0}' is not the address of GOV.UK Notify")]
    Base(String),
    /// The HTTP client.
    #[error("the connection to GOV.UK Notify can't be set up: {0}")]
    Client(#[from] reqwest::Error),
}

/// Letter classes that Notify offers within the UK.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Postage {
    /// First class.
    First,
    /// Second class.
    Second,
    /// Economy.
    Economy,
}

/// What Notify said, or that it is not known.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NotifyError {
    /// The answer was lost: the message may or may not have been taken.
    #[error("GOV.UK Notify did not answer, so it is not known whether the message was taken")]
    NotKnown,
    /// 400 and the like: it will never be taken as it stands.
    #[error("GOV.UK Notify refuses the message ({0})")]
    Refused(String),
    /// 403: key, service or clock.
    #[error("GOV.UK Notify does not accept the key or this machine's clock ({0})")]
    NotAllowed(String),
    /// 429: too many this minute or today.
    #[error("GOV.UK Notify takes no more messages for now ({0})")]
    TooMany(String),
    /// 404.
    #[error("GOV.UK Notify does not know this message")]
    NoSuchMessage,
}

/// A connection to one Notify service.
#[derive(Clone)]
pub struct GovukNotify {
    settings: NotifySettings,
    base: Url,
    http: reqwest::Client,
}

impl std::fmt::Debug for GovukNotify {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "GovukNotify({:?} at {})", self.settings.key, self.base)
    }
}

#[derive(Deserialize)]
struct Many {
    notifications: Vec<Notification>,
}

impl GovukNotify {
    /// Sets the connection up; nothing is sent yet.
    ///
    /// # Errors
    /// When the address is none, or no trusted certificates are found on this machine.
    pub fn new(settings: NotifySettings) -> Result<Self, BadNotifySettings> {
        let base = Url::parse(&settings.base).map_err(|_| BadNotifySettings::Base(settings.base.clone()))?;
        // One provider of cryptography for the whole program; a second setting of the same one is refused and harmless.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let http =
            reqwest::Client::builder().timeout(settings.timeout).redirect(reqwest::redirect::Policy::none()).build()?;
        Ok(Self { settings, base, http })
    }

    /// One message by Notify's id.
    ///
    /// # Errors
    /// [`NotifyError::NoSuchMessage`] when it is unknown or older than Notify keeps.
    pub async fn by_id(&self, id: &str, now: Timestamp) -> Result<Notification, NotifyError> {
        let path: String = id.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').collect();
        let answer = self.call(Method::GET, &format!("v2/notifications/{path}"), None, now).await?;
        serde_json::from_value(answer).map_err(|_| NotifyError::NotKnown)
    }

    /// Every message with this reference: none when it never arrived there.
    ///
    /// # Errors
    /// When Notify does not answer.
    pub async fn by_reference(&self, reference: &Reference, now: Timestamp) -> Result<Vec<Notification>, NotifyError> {
        let answer = self.call(Method::GET, &format!("v2/notifications?reference={reference}"), None, now).await?;
        let many: Many = serde_json::from_value(answer).map_err(|_| NotifyError::NotKnown)?;
        Ok(many.notifications.into_iter().filter(|one| one.reference.as_deref() == Some(reference.as_str())).collect())
    }

    /// Sends without looking first; returns Notify's id.
    ///
    /// # Errors
    /// What Notify said. After [`NotifyError::NotKnown`] ask [`GovukNotify::by_reference`] before sending again.
    pub async fn send(&self, message: &Message, now: Timestamp) -> Result<String, NotifyError> {
        let (channel, body) = self.request(message);
        let answer = self.call(Method::POST, &format!("v2/notifications/{channel}"), Some(&body), now).await?;
        id_of(&answer)
    }

    /// Sends a letter that is a PDF already; returns Notify's id.
    ///
    /// # Errors
    /// As [`GovukNotify::send`].
    pub async fn send_pdf_letter(
        &self,
        reference: &Reference,
        pdf: &[u8],
        postage: Postage,
        now: Timestamp,
    ) -> Result<String, NotifyError> {
        let postage = match postage {
            Postage::First => "first",
            Postage::Second => "second",
            Postage::Economy => "economy",
        };
        let body = json!({ "reference": reference, "content": STANDARD.encode(pdf), "postage": postage });
        id_of(&self.call(Method::POST, "v2/notifications/letter", Some(&body), now).await?)
    }

    pub(crate) async fn deliver(&self, message: &Message, look_first: bool, now: Timestamp) -> Outcome {
        if look_first {
            match self.by_reference(&message.reference, now).await {
                Ok(found) if !found.is_empty() => return delivered(found.into_iter().next().map(|one| one.id)),
                Ok(_) => {}
                Err(error) => return waiting(&error),
            }
        }
        match self.send(message, now).await {
            Ok(id) => delivered(Some(id)),
            Err(error) => waiting(&error),
        }
    }

    fn request(&self, message: &Message) -> (&'static str, Value) {
        let templates = &self.settings.templates;
        let (subject, body, reference) = (&message.subject, &message.body, &message.reference);
        let request = match &message.to {
            Address::Email(to) => json!({ "email_address": to, "template_id": templates.email, "reference": reference,
                "personalisation": { "subject": subject, "body": body } }),
            Address::Phone(to) => json!({ "phone_number": to, "template_id": templates.sms, "reference": reference,
                "personalisation": { "body": body } }),
            Address::Post(lines) => {
                let mut words = serde_json::Map::new();
                for (number, line) in lines.iter().enumerate() {
                    words.insert(format!("address_line_{}", number + 1), json!(line));
                }
                words.insert("subject".into(), json!(subject));
                words.insert("body".into(), json!(body));
                json!({ "template_id": templates.letter, "reference": reference, "personalisation": words })
            }
        };
        (message.to.channel(), request)
    }

    async fn call(
        &self,
        method: Method,
        path: &str,
        body: Option<&Value>,
        now: Timestamp,
    ) -> Result<Value, NotifyError> {
        let url = self.base.join(path).map_err(|_| NotifyError::Refused("no such address".into()))?;
        let request = self.http.request(method, url).bearer_auth(self.settings.key.token(now));
        let request = if let Some(body) = body { request.json(body) } else { request };
        let answer = request.send().await.map_err(|_| NotifyError::NotKnown)?;
        let status = answer.status();
        let body = answer.json::<Value>().await;
        match status {
            status if status.is_success() => body.map_err(|_| NotifyError::NotKnown),
            StatusCode::NOT_FOUND => Err(NotifyError::NoSuchMessage),
            StatusCode::TOO_MANY_REQUESTS => Err(NotifyError::TooMany(kind_of(body.ok()))),
            StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Err(NotifyError::NotAllowed(kind_of(body.ok()))),
            status if status.is_client_error() => Err(NotifyError::Refused(kind_of(body.ok()))),
            _ => Err(NotifyError::NotKnown),
        }
    }
}

fn delivered(provider_id: Option<String>) -> Outcome {
    Outcome::Delivered { provider_id }
}

fn id_of(answer: &Value) -> Result<String, NotifyError> {
    answer["id"].as_str().map(str::to_owned).ok_or(NotifyError::NotKnown)
}

/// The error's kind alone: the message beside it may repeat the address.
fn kind_of(body: Option<Value>) -> String {
    let kind = body.as_ref().and_then(|body| body["errors"][0]["error"].as_str()).unwrap_or("no reason given");
    kind.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == ' ').take(60).collect()
}

fn waiting(error: &NotifyError) -> Outcome {
    let after = match error {
        NotifyError::Refused(_) => return Outcome::Failed { why: error.to_string() },
        // A slow request may still be under way on their side: leave it time before asking.
        NotifyError::NotKnown | NotifyError::NoSuchMessage => SignedDuration::from_mins(1),
        // The limit rolls over a minute; the daily one is met by the outbox's own growing wait.
        NotifyError::TooMany(_) => SignedDuration::from_mins(1),
        NotifyError::NotAllowed(_) => SignedDuration::from_mins(5),
    };
    Outcome::Retry { after, why: error.to_string() }
}
