//! The whole site: every area's routes, with the layers round them.

use axum::Router;
use web::Site;

use crate::pages;

/// Every route.
pub fn router(site: Site) -> Router {
    let routes = Router::new()
        .merge(pages::routes())
        .merge(signin::routes())
        .merge(casework::routes())
        .merge(people::routes())
        .merge(strategy::routes())
        .merge(places::routes());
    web::finish(routes, site)
}
