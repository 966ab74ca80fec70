//! How messages leave, from the operator's settings.

use std::time::Duration;

use notify::{
    FileTransport, Security, SmtpSettings, SmtpTransport, Transport,
    govuk_notify::{ApiKey, GovukNotify, NotifySettings, TemplateIds},
};

use crate::{cli::Mail, outcome::Outcome};

/// How long to wait for a mail server or for GOV.UK Notify.
const TIMEOUT: Duration = Duration::from_secs(30);

/// GOV.UK Notify when there is a key, a mail server when there is one, else files in a folder.
pub fn from_settings(mail: &Mail) -> Result<Transport, Outcome> {
    if let Some(key) = &mail.notify_key {
        let notify = GovukNotify::new(notify_settings(mail, key)?);
        return Ok(Transport::GovukNotify(Box::new(notify.map_err(|error| wrong("--notify-url", error))?)));
    }
    if let Some(url) = &mail.smtp {
        let server = SmtpTransport::new(smtp_settings(url, &mail.mail_from)?);
        return Ok(Transport::Smtp(Box::new(server.map_err(|error| wrong("--smtp", error))?)));
    }
    Ok(Transport::File(FileTransport::new(&mail.mail_folder)))
}

fn notify_settings(mail: &Mail, key: &str) -> Result<NotifySettings, Outcome> {
    let templates = mail.notify_templates.split(',').map(str::trim).collect::<Vec<_>>();
    let [email, sms, letter] = templates[..] else {
        return Err(wrong(
            "--notify-templates",
            "give three template ids with commas between: e-mail, text message, letter",
        ));
    };
    Ok(NotifySettings {
        base: mail.notify_url.clone(),
        key: ApiKey::parse(key).map_err(|error| wrong("--notify-key", error))?,
        templates: TemplateIds { email: email.into(), sms: sms.into(), letter: letter.into() },
        timeout: TIMEOUT,
    })
}

fn smtp_settings(text: &str, from: &str) -> Result<SmtpSettings, Outcome> {
    let url = url::Url::parse(text).map_err(|error| wrong("--smtp", error))?;
    let host = url.host_str().ok_or_else(|| wrong("--smtp", "the address names no server"))?.to_owned();
    let local = matches!(host.as_str(), "localhost" | "127.0.0.1" | "::1");
    let (security, default_port) = match url.scheme() {
        "smtps" => (Security::Tls, 465),
        "smtp" if local => (Security::LocalPlain, 25),
        "smtp" => (Security::StartTls, 587),
        other => {
            return Err(wrong("--smtp", format!("“{other}” is not a kind of mail server; write smtp:// or smtps://")));
        }
    };
    let credentials = url.password().map(|password| (url.username().to_owned(), password.to_owned()));
    let port = url.port().unwrap_or(default_port);
    Ok(SmtpSettings { host, port, security, credentials, from: from.to_owned(), timeout: TIMEOUT })
}

fn wrong(option: &str, why: impl std::fmt::Display) -> Outcome {
    Outcome::misunderstood(format!("{option}: {why}"))
}
