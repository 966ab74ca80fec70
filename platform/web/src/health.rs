//! For the machines that watch this one: is it alive, and can it serve?

use axum::extract::State;
use http::StatusCode;

use crate::Site;

/// `/healthz`: the process answers.
pub async fn alive() -> &'static str {
    "alive\n"
}

/// `/readyz`: the database answers too.
pub async fn ready(State(site): State<Site>) -> (StatusCode, String) {
    match store::Sql::new("SELECT 1").whole(site.store.reader()).await {
        Ok(_) => (StatusCode::OK, "ready\n".to_owned()),
        Err(error) => (StatusCode::SERVICE_UNAVAILABLE, format!("{error}\n")),
    }
}
