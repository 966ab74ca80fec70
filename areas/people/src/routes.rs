//! Every address of this area.

use axum::{
    Router,
    routing::get,
};
use web::Site;

use crate::pages::search;

/// The area's routes.
pub fn routes() -> Router<Site> {
    Router::new().route("/people", get(search::show).post(search::send))
}
