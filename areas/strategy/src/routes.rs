//! Every address of this area.

use crate::pages::{figures, performance};
use axum::Router;
use axum::routing::get;
use web::{Place, Site, Viewer};

/// The area's routes.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/performance", get(performance::show))
        .route("/performance/figures.csv", get(figures::download))
}

/// The area's places in the navigation.
#[must_use]
pub fn navigation(_viewer: Option<&Viewer>) -> Vec<Place> {
    vec![Place::new("Compare performance", "/performance")]
}
