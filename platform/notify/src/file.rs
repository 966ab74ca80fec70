//! Messages written to a folder: how the demonstration sends, and what a person without a mail server may read.

use crate::deliver::Outcome;
use crate::message::{Address, Message, Reference};
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use std::io;
use std::path::{Path, PathBuf};
use tokio::fs;
use tokio::io::AsyncWriteExt;

/// Writes each message to a file of its own (`.eml` for e-mail, `.txt` for the rest) and a line to `index.jsonl`.
///
/// Writing the same reference again changes nothing: the file is put in place by one rename, and the line is added only
/// when it is missing.
#[derive(Debug, Clone)]
pub struct FileTransport {
    folder: PathBuf,
}

#[derive(Serialize)]
struct IndexLine<'a> {
    reference: &'a Reference,
    template: &'a str,
    channel: &'a str,
    file: &'a str,
    at: Timestamp,
}

impl FileTransport {
    /// A transport into this folder, which is made when the first message comes.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into() }
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub(crate) async fn deliver(&self, message: &Message, now: Timestamp) -> Outcome {
        match self.write(message, now).await {
            Ok(()) => Outcome::Delivered { provider_id: None },
            Err(error) => Outcome::Retry {
                after: SignedDuration::from_mins(1),
                why: format!("the folder for messages can't be written to: {}", error.kind()),
            },
        }
    }

    async fn write(&self, message: &Message, now: Timestamp) -> io::Result<()> {
        fs::create_dir_all(&self.folder).await?;
        let ending = if matches!(message.to, Address::Email(_)) { "eml" } else { "txt" };
        let name = format!("{}.{ending}", message.reference);
        let there_before = fs::try_exists(self.folder.join(&name)).await?;
        if !there_before {
            let half = self.folder.join(format!("{name}.part"));
            let mut file = fs::File::create(&half).await?;
            file.write_all(as_text(message, now).as_bytes()).await?;
            file.sync_all().await?;
            fs::rename(&half, self.folder.join(&name)).await?;
        }
        if there_before && self.is_listed(&message.reference).await? {
            return Ok(());
        }
        let line = IndexLine {
            reference: &message.reference,
            template: &message.template,
            channel: message.to.channel(),
            file: &name,
            at: now,
        };
        let line = format!("{}\n", serde_json::to_string(&line).map_err(io::Error::other)?);
        let mut index = fs::OpenOptions::new().create(true).append(true).open(self.index()).await?;
        index.write_all(line.as_bytes()).await?;
        index.flush().await
    }

    async fn is_listed(&self, reference: &Reference) -> io::Result<bool> {
        match fs::read_to_string(self.index()).await {
            Ok(index) => Ok(index.contains(&format!("\"{reference}\""))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }

    fn index(&self) -> PathBuf {
        self.folder.join("index.jsonl")
    }
}

/// The message as a person reads it: for an e-mail in the form that a mail program opens.
fn as_text(message: &Message, now: Timestamp) -> String {
    let date = now.strftime("%a, %d %b %Y %H:%M:%S +0000");
    let reference = &message.reference;
    match &message.to {
        Address::Email(to) => format!(
            "Date: {date}\nTo: {to}\nSubject: {}\nMessage-ID: <{reference}@wherry.invalid>\nMIME-Version: 1.0\n\
             Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{}",
            message.subject, message.body
        ),
        Address::Phone(to) => format!("To: {to}\nReference: {reference}\n\n{}", message.body),
        Address::Post(lines) => {
            format!("{}\n\nReference: {reference}\n{date}\n\n{}\n\n{}", lines.join("\n"), message.subject, message.body)
        }
    }
}
