//! Every address of this area.

use axum::{
    Router,
    routing::{get, post},
};
use web::Site;

use crate::pages::{
    adult, answer_address, contact, court_order, details, end_link, history, looked, matches, new_address, new_adult,
    new_capacity, new_consent, protection, prove_link, record,
    search,
};

/// The area's routes.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/people", get(search::show).post(search::send))
        .route("/people/{id}", get(record::show))
        .route("/people/{id}/details", get(details::show).post(details::send))
        .route("/people/{id}/addresses/new", get(new_address::show).post(new_address::send))
        .route("/people/{id}/addresses/{address}/protection", get(protection::show).post(protection::send))
        .route("/people/{id}/addresses/{address}/answer", post(answer_address::send))
        .route("/people/{id}/adults/new", get(new_adult::show).post(new_adult::send))
        .route("/people/{id}/adults/{link}", get(adult::show))
        .route("/people/{id}/adults/{link}/prove", get(prove_link::show).post(prove_link::send))
        .route("/people/{id}/adults/{link}/end", get(end_link::show).post(end_link::send))
        .route("/people/{id}/adults/{link}/order", get(court_order::show).post(court_order::send))
        .route("/people/{id}/capacity/new", get(new_capacity::show).post(new_capacity::send))
        .route("/people/{id}/consent/new", get(new_consent::show).post(new_consent::send))
        .route("/people/{id}/history", get(history::show))
        .route("/people/{id}/looked", get(looked::show))
        .route("/people/{id}/matches", get(matches::show).post(matches::send))
        .route("/people/{id}/contact/{adult}", get(contact::show).post(contact::send))
        .route("/people/{id}/contact/{adult}/end", post(contact::end))
}
