//! Every address of this area.

use axum::{
    Router,
    routing::{get, post},
};
use web::Site;

use crate::pages::{answer_address, details, new_address, protection, record, search};

/// The area's routes.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/people", get(search::show).post(search::send))
        .route("/people/{id}", get(record::show))
        .route("/people/{id}/details", get(details::show).post(details::send))
        .route("/people/{id}/addresses/new", get(new_address::show).post(new_address::send))
        .route("/people/{id}/addresses/{address}/protection", get(protection::show).post(protection::send))
        .route("/people/{id}/addresses/{address}/answer", post(answer_address::send))
}
