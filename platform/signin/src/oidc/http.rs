//! The HTTP client that the OpenID Connect library calls: reqwest with rustls and ring, no redirects, small answers only.

use openidconnect::{AsyncHttpClient, HttpRequest, HttpResponse};
use std::pin::Pin;
use std::time::Duration;
use thiserror::Error;

/// The most that a provider's answer may hold; discovery documents and key sets are a few kilobytes.
const MOST_BYTES: usize = 1024 * 1024;

/// Why the provider could not be asked.
#[derive(Debug, Error)]
pub enum HttpFault {
    /// No answer.
    #[error("the sign-in provider can't be reached: {0}")]
    Unreachable(#[from] reqwest::Error),
    /// Far more than such an answer holds.
    #[error("the sign-in provider's answer is larger than 1 MB")]
    TooLarge,
    /// An answer that is none.
    #[error("the sign-in provider's answer can't be read: {0}")]
    Unreadable(#[from] ::http::Error),
}

/// A client for all providers.
#[derive(Clone)]
pub(super) struct Http(reqwest::Client);

impl Http {
    /// Sets the client up.
    pub(super) fn new() -> Result<Self, HttpFault> {
        // One provider of cryptography for the whole program; a second setting of the same one is refused and harmless.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = reqwest::Client::builder()
            .timeout(Duration::from_secs(10))
            .redirect(reqwest::redirect::Policy::none())
            .user_agent("wherry")
            .build()?;
        Ok(Self(client))
    }
}

impl<'c> AsyncHttpClient<'c> for Http {
    type Error = HttpFault;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, HttpFault>> + Send + 'c>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(call(&self.0, request))
    }
}

/// One request of the library.
async fn call(client: &reqwest::Client, request: HttpRequest) -> Result<HttpResponse, HttpFault> {
    let mut answer = client.execute(reqwest::Request::try_from(request)?).await?;
    let mut body = Vec::new();
    while let Some(chunk) = answer.chunk().await? {
        body.extend_from_slice(&chunk);
        if body.len() > MOST_BYTES {
            return Err(HttpFault::TooLarge);
        }
    }
    let mut response = ::http::Response::builder().status(answer.status());
    for (name, value) in answer.headers() {
        response = response.header(name, value);
    }
    Ok(response.body(body)?)
}
