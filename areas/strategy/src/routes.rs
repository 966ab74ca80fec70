//! Every address of this area.

use crate::pages::{batch, figures, file, imports, performance};
use access::Role;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use web::{Place, Site, Viewer};

/// The area's routes.
pub fn routes() -> Router<Site> {
    // A little room beside the file itself for the rest of the form.
    let uploads = get(imports::show).post(imports::send).layer(DefaultBodyLimit::max(imports::LARGEST + 64 * 1024));
    Router::new()
        .route("/performance", get(performance::show))
        .route("/performance/figures.csv", get(figures::download))
        .route("/imports", uploads)
        .route("/imports/files/{file}", get(file::show).post(file::answer))
        .route("/imports/{import}", get(batch::show))
        .route("/imports/{import}/undo", post(batch::take_back))
}

/// The area's places in the navigation.
#[must_use]
pub fn navigation(viewer: Option<&Viewer>) -> Vec<Place> {
    let mut places = vec![Place::new("Compare performance", "/performance")];
    if viewer.is_some_and(|viewer| viewer.has(Role::Administrator) || viewer.has(Role::Manager)) {
        places.push(Place::new("Imports", "/imports"));
    }
    places
}
