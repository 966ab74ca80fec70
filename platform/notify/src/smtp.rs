//! Messages to a mail server, by lettre with rustls and ring.

use crate::deliver::Outcome;
use crate::message::{Address, BadMessage, Message};
use jiff::{SignedDuration, Timestamp};
use lettre::message::header::ContentType;
use lettre::message::{Mailbox, header::Header, header::HeaderName, header::HeaderValue};
use lettre::transport::smtp::authentication::Credentials;
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use std::time::{Duration, SystemTime};
use thiserror::Error;

/// How the way to the mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// TLS from the first byte (port 465).
    Tls,
    /// Plain, then TLS by `STARTTLS`, which is demanded (port 587).
    StartTls,
    /// None: for a server on this same machine only.
    LocalPlain,
}

/// What the operator sets.
#[derive(Clone)]
pub struct SmtpSettings {
    /// The server's name.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// The protection.
    pub security: Security,
    /// User name and password, when the server wants them.
    pub credentials: Option<(String, String)>,
    /// Who writes, as in `Broadshire SEND <send@broadshire.example>`.
    pub from: String,
    /// How long to wait for an answer.
    pub timeout: Duration,
}

/// Why the settings can't be used.
#[derive(Debug, Error)]
pub enum BadSmtpSettings {
    /// The sender.
    #[error("the sender '{0}' is not an e-mail address")]
    From(String),
    /// The server.
    #[error("the mail server can't be set up: {0}")]
    Server(String),
    /// Plain text across a network.
    #[error("mail without TLS is only sent to a server on this machine (localhost), not to '{0}'")]
    PlainElsewhere(String),
}

/// A mail server, ready to take messages.
#[derive(Clone)]
pub struct SmtpTransport {
    server: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    domain: String,
}

impl std::fmt::Debug for SmtpTransport {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SmtpTransport(from {})", self.domain)
    }
}

/// Tells other machines not to answer with an out-of-office note (RFC 3834).
#[derive(Clone)]
struct AutoSubmitted;

impl Header for AutoSubmitted {
    fn name() -> HeaderName {
        HeaderName::new_from_ascii_str("Auto-Submitted")
    }

    fn parse(_: &str) -> Result<Self, Box<dyn std::error::Error + Send + Sync>> {
        Ok(Self)
    }

    fn display(&self) -> HeaderValue {
        HeaderValue::new(Self::name(), "auto-generated".to_owned())
    }
}

impl SmtpTransport {
    /// Sets the connection up; nothing is sent yet.
    ///
    /// # Errors
    /// When the sender or the server can't be used.
    pub fn new(settings: SmtpSettings) -> Result<Self, BadSmtpSettings> {
        let from: Mailbox = settings.from.parse().map_err(|_| BadSmtpSettings::From(settings.from.clone()))?;
        let server = |error: lettre::transport::smtp::Error| BadSmtpSettings::Server(error.to_string());
        let local = matches!(settings.host.as_str(), "localhost" | "127.0.0.1" | "::1");
        let builder = match settings.security {
            Security::Tls => AsyncSmtpTransport::<Tokio1Executor>::relay(&settings.host).map_err(server)?,
            Security::StartTls => {
                AsyncSmtpTransport::<Tokio1Executor>::starttls_relay(&settings.host).map_err(server)?
            }
            Security::LocalPlain if local => AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&settings.host),
            Security::LocalPlain => return Err(BadSmtpSettings::PlainElsewhere(settings.host)),
        };
        let builder = builder.port(settings.port).timeout(Some(settings.timeout));
        let builder = match settings.credentials {
            Some((user, password)) => builder.credentials(Credentials::new(user, password)),
            None => builder,
        };
        let domain = from.email.domain().to_owned();
        Ok(Self { server: builder.build(), from, domain })
    }

    pub(crate) async fn deliver(&self, message: &Message, now: Timestamp) -> Outcome {
        let Address::Email(to) = &message.to else { return BadMessage::Channel.into() };
        let Ok(to) = to.parse::<lettre::Address>() else { return BadMessage::Email.into() };
        let mail = lettre::Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .date(SystemTime::from(now))
            .message_id(Some(format!("<{}@{}>", message.reference, self.domain)))
            .header(AutoSubmitted)
            .header(ContentType::TEXT_PLAIN)
            .subject(message.subject.clone())
            .body(message.body.clone());
        let Ok(mail) = mail else { return BadMessage::Email.into() };
        match self.server.send(mail).await {
            Ok(_) => Outcome::Delivered { provider_id: None },
            Err(error) if error.is_permanent() => {
                let code = error.status().map(|code| code.to_string()).unwrap_or_default();
                Outcome::Failed { why: format!("the mail server refuses this message for good ({code})") }
            }
            Err(error) => Outcome::Retry { after: SignedDuration::from_mins(1), why: waiting(&error).to_owned() },
        }
    }
}

/// In fixed words, since a server's own answer may repeat the address.
fn waiting(error: &lettre::transport::smtp::Error) -> &'static str {
    if error.is_timeout() {
        "the mail server did not answer in time"
    } else if error.is_transient() {
        "the mail server asks to try again later"
    } else if error.is_tls() {
        "the protected way to the mail server could not be set up"
    } else {
        "the mail server can't be reached or broke off"
    }
}
