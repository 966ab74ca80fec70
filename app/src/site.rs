//! The whole site: every area's routes, with the layers round them.

use std::sync::Arc;

use axum::Router;
use signin::SignIn;
use web::Site;

use crate::pages;

/// Every route.
pub fn router(site: Site, sign_in: Arc<SignIn>) -> Router {
    let routes = Router::new()
        .merge(pages::routes())
        .merge(signin::routes(sign_in))
        .merge(casework::routes())
        .merge(people::routes())
        .merge(strategy::routes());
    web::finish(routes, site)
}
