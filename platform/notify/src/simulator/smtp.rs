//! A mail server in memory: enough of SMTP (RFC 5321) to take a message, refuse it, or break off at the worst moment.

use std::collections::{BTreeMap, VecDeque};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// What goes wrong with the next message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MailFault {
    /// 451: try again later.
    TryLater,
    /// 550: refused for good.
    RefuseForGood,
    /// The message is taken, then the line is cut before the answer.
    BreakAfterTaking,
    /// The line is cut before anything is taken.
    BreakBefore,
}

#[derive(Default)]
struct Inner {
    faults: VecDeque<MailFault>,
    accepted: usize,
    mailbox: BTreeMap<String, String>,
}

type Shared = Arc<Mutex<Inner>>;

/// A running stand-in for a mail server and the mailboxes behind it; it stops when dropped.
pub struct SmtpSimulator {
    address: SocketAddr,
    shared: Shared,
    server: tokio::task::JoinHandle<()>,
}

impl Drop for SmtpSimulator {
    fn drop(&mut self) {
        self.server.abort();
    }
}

impl SmtpSimulator {
    /// Starts on a free port of this machine.
    ///
    /// # Errors
    /// When no port is free.
    pub async fn start() -> std::io::Result<Self> {
        let shared = Shared::default();
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let state = Arc::clone(&shared);
        let server = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let state = Arc::clone(&state);
                tokio::spawn(async move {
                    if let Err(error) = converse(stream, &state).await {
                        tracing::debug!(%error, "a mail conversation ended early");
                    }
                });
            }
        });
        Ok(Self { address, shared, server })
    }

    /// The port on 127.0.0.1.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// What goes wrong with the next messages, in this order.
    pub fn next_faults(&self, faults: impl IntoIterator<Item = MailFault>) {
        lock(&self.shared).faults.extend(faults);
    }

    /// How many messages the server has taken, copies included.
    #[must_use]
    pub fn accepted(&self) -> usize {
        lock(&self.shared).accepted
    }

    /// What stands in the mailbox, by `Message-ID`: a copy with the same id is dropped, as large mail systems do.
    #[must_use]
    pub fn mailbox(&self) -> BTreeMap<String, String> {
        lock(&self.shared).mailbox.clone()
    }
}

fn lock(shared: &Shared) -> MutexGuard<'_, Inner> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn converse(stream: TcpStream, shared: &Shared) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 simulator ready\r\n").await?;
    let mut line = String::new();
    loop {
        line.clear();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let verb = line.get(..4).unwrap_or_default().to_ascii_uppercase();
        let answer = match verb.as_str() {
            "EHLO" => "250-simulator\r\n250 8BITMIME\r\n",
            "DATA" => {
                stream.write_all(b"354 go on\r\n").await?;
                let message = read_message(&mut stream).await?;
                match take(shared, message) {
                    Some(answer) => answer,
                    None => return Ok(()),
                }
            }
            "QUIT" => {
                stream.write_all(b"221 bye\r\n").await?;
                return Ok(());
            }
            _ => "250 ok\r\n",
        };
        stream.write_all(answer.as_bytes()).await?;
    }
}

async fn read_message(stream: &mut BufReader<TcpStream>) -> std::io::Result<String> {
    let mut message = String::new();
    loop {
        let start = message.len();
        let read = stream.read_line(&mut message).await?;
        if read == 0 || message.get(start..).is_some_and(|line| line == ".\r\n") {
            message.truncate(start);
            return Ok(message);
        }
    }
}

/// Takes the message into the mailbox; `None` cuts the line.
fn take(shared: &Shared, message: String) -> Option<&'static str> {
    let mut inner = lock(shared);
    let fault = inner.faults.pop_front();
    match fault {
        Some(MailFault::TryLater) => return Some("451 try again later\r\n"),
        Some(MailFault::RefuseForGood) => return Some("550 no such mailbox\r\n"),
        Some(MailFault::BreakBefore) => return None,
        Some(MailFault::BreakAfterTaking) | None => {}
    }
    let id = message.lines().find_map(|line| line.strip_prefix("Message-ID: ")).unwrap_or_default().to_owned();
    inner.accepted += 1;
    inner.mailbox.entry(id).or_insert(message);
    if fault.is_some() { None } else { Some("250 taken\r\n") }
}
