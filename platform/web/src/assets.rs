//! Style, script and pictures, embedded in the binary under names that change with their content.

use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use http::header;

use crate::PageError;

/// Serves `/assets/{name}`. The name holds a hash, so a browser may keep the file for a year.
pub async fn serve(Path(name): Path<String>) -> Result<Response, PageError> {
    let path = format!("/assets/{name}");
    let asset = govuk::assets::all().iter().find(|asset| asset.path == path).ok_or(PageError::NotFound)?;
    let headers =
        [(header::CONTENT_TYPE, asset.content_type), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, asset.bytes).into_response())
}
