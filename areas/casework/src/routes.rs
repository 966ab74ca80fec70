//! Every address of this area.

use axum::{
    Router,
    routing::{get, post},
};
use web::Site;

use crate::pages::{
    allocate, asker, case, caseload, decide, done, history, matches, my, notices, notified, request, setting, tracker,
};

/// The area's routes.
pub fn routes() -> Router<Site> {
    Router::new()
        .route("/request", get(request::start))
        .route("/request/discard", post(request::discard))
        .route("/request/check", get(request::check).post(request::make))
        .route("/request/done/{submission}", get(done::show))
        .route("/request/{step}", get(request::show).post(request::send))
        .route("/my", get(my::show))
        .route("/my/{case}", get(tracker::show))
        .route("/setting", get(setting::show))
        .route("/cases", get(caseload::show))
        .route("/cases/{case}", get(case::show))
        .route("/cases/{case}/history", get(history::show))
        .route("/cases/{case}/matches", post(matches::answer))
        .route("/cases/{case}/notices", post(notices::send))
        .route("/cases/{case}/asker", get(asker::show).post(asker::add::send))
        .route("/cases/{case}/asker/confirm", post(asker::confirm::confirm))
        .route("/cases/{case}/asker/invite", post(asker::confirm::invite))
        .route("/cases/{case}/allocate", get(allocate::show).post(allocate::send))
        .route("/cases/{case}/decide", get(decide::show).post(decide::send))
        .route("/cases/{case}/decide/confirm", post(decide::confirm))
        .route("/cases/{case}/notified", get(notified::show).post(notified::send))
}
