//! The pages that belong to no area: home and the site's own statements.

mod home;
mod statements;

use axum::{Router, routing::get};
use web::Site;

/// Their routes.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/", get(home::show))
        .route("/accessibility", get(statements::accessibility))
        .route("/privacy", get(statements::privacy))
        .route("/cookies", get(statements::cookies))
        .route("/help", get(statements::help))
}
