//! Every address of this area.

use axum::{
    Router,
    routing::{get, post},
};
use web::Site;

use crate::pages::{
    account, accounts, adult, answer_address, audit, contact, court_order, details, emergency, end_link, hand_over,
    history, invite, looked, matches, new_address, new_adult, new_capacity, new_consent, new_person, protection,
    prove_link, record, review_emergency, search,
};

/// The area's routes.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/people", get(search::show).post(search::send))
        .route("/people/new", get(new_person::show).post(new_person::send))
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
        .route("/people/{id}/emergency", get(emergency::show).post(emergency::send))
        .route("/emergency-access", get(review_emergency::list))
        .route("/emergency-access/{id}", get(review_emergency::show).post(review_emergency::send))
        .route("/emergency-access/{id}/end", post(review_emergency::end))
        .route("/accounts", get(accounts::show))
        .route("/accounts/invite", get(invite::show).post(invite::send))
        .route("/accounts/invitations/{id}/withdraw", post(accounts::withdraw))
        .route("/accounts/handed-over", get(hand_over::done))
        .route("/accounts/{id}", get(account::show))
        .route("/accounts/{id}/end-role", post(account::end_role))
        .route("/accounts/{id}/close", post(account::close))
        .route("/accounts/{id}/reopen", post(account::reopen))
        .route("/accounts/{id}/hand-over", get(hand_over::show).post(hand_over::send))
        .route("/audit", get(audit::show).post(audit::send))
        .route("/audit/check", post(audit::check))
        .route("/people/{id}/matches", get(matches::show).post(matches::send))
        .route("/people/{id}/contact/{adult}", get(contact::show).post(contact::send))
        .route("/people/{id}/contact/{adult}/end", post(contact::end))
}
