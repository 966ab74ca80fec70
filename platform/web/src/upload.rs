//! A form with a file. The cross-site token is checked here, since the form is read as it comes.

use axum::extract::{FromRequest, Multipart, Request, multipart::MultipartError};
use http::StatusCode;

use crate::{CSRF_FIELD, PageError, Posted, Site, cookies::CookieSecret, csrf};

/// The largest file taken by a form, in bytes: the whole register of schools is about 60 MB.
pub const FILE_LIMIT: usize = 100 * 1024 * 1024;

/// A file as it came. Its name is the sender's and is never used as a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// The sender's name for it.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// A posted form with a file. A route that takes one is given a larger limit:
/// `.layer(DefaultBodyLimit::max(web::upload::FILE_LIMIT))`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upload {
    /// The other fields.
    pub posted: Posted,
    /// The file, if one was chosen.
    pub file: Option<File>,
}

impl FromRequest<Site> for Upload {
    type Rejection = PageError;

    async fn from_request(request: Request, site: &Site) -> Result<Self, Self::Rejection> {
        let secret = CookieSecret::from_headers(request.headers(), site.settings.secure_cookies());
        let mut form = Multipart::from_request(request, site).await.map_err(|_| not_a_form())?;
        let mut pairs = Vec::new();
        let mut file = None;
        while let Some(field) = form.next_field().await.map_err(|error| unread(&error))? {
            let name = field.name().unwrap_or_default().to_owned();
            match field.file_name().map(str::to_owned) {
                Some(file_name) => {
                    let bytes = field.bytes().await.map_err(|error| unread(&error))?;
                    if !file_name.is_empty() {
                        file = Some(File { name: file_name, bytes: bytes.to_vec() });
                    }
                }
                None => pairs.push((name, field.text().await.map_err(|error| unread(&error))?)),
            }
        }
        let posted = Posted(pairs);
        if !csrf::token_matches(secret.as_ref(), posted.get(CSRF_FIELD)) {
            return Err(PageError::forbidden(
                "The page had gone stale. Go back, reload it, and choose the file again.",
            ));
        }
        Ok(Self { posted, file })
    }
}

fn not_a_form() -> PageError {
    PageError::bad_request("The file did not arrive with a form. Go back to the page and send it from there.")
}

fn unread(error: &MultipartError) -> PageError {
    if error.status() == StatusCode::PAYLOAD_TOO_LARGE {
        return PageError::TooLarge(format!(
            "The file is larger than {} MB. Nothing of it was kept.",
            FILE_LIMIT / 1024 / 1024
        ));
    }
    PageError::bad_request("The file did not arrive whole. Nothing of it was kept. Try again.")
}
