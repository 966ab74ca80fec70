//! The layers round every route, outermost first: fault catching, time limit, compression, headers, error pages,
//! where-from check, who-is-it, cross-site token.

use std::{net::SocketAddr, time::Duration};

use axum::{
    Router,
    extract::{ConnectInfo, DefaultBodyLimit, Request, State},
    middleware::{Next, from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use http::{HeaderValue, StatusCode, header};
use tower::ServiceBuilder;
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer, csrf::CsrfLayer, timeout::TimeoutLayer};

use crate::{
    PageError, Site, Visit, assets, cookies::CookieSecret, csrf, drafts, errors::ErrorPage, headers, health, viewer,
};

/// How long a request may take before the person is told to try again.
const TIME_LIMIT: Duration = Duration::from_secs(60);

/// Puts the protective layers round the areas' routes and adds what every site has: assets, drafts, health.
pub fn finish(routes: Router<Site>, site: Site) -> Router {
    let pages = routes
        .merge(drafts::routes())
        .fallback(|| async { PageError::NotFound })
        .method_not_allowed_fallback(|| async {
            PageError::bad_request(
                "This page does not take what was sent to it. Go back and use the buttons on the page.",
            )
        })
        .layer(from_fn_with_state(site.clone(), csrf::check))
        .layer(CsrfLayer::new())
        .layer(from_fn(wrap_errors))
        .layer(from_fn_with_state(site.clone(), begin_visit))
        .layer(DefaultBodyLimit::max(4 * 1024 * 1024));
    let plain = Router::new()
        .route("/assets/{name}", get(assets::serve))
        .route("/favicon.ico", get(|| async { axum::response::Redirect::permanent(govuk::assets::favicon_path()) }))
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/csp-report", post(|| async { StatusCode::NO_CONTENT }));
    plain
        .merge(pages)
        .layer(
            ServiceBuilder::new()
                .layer(CatchPanicLayer::custom(|_: Box<dyn std::any::Any + Send>| {
                    PageError::internal("a handler panicked").into_response()
                }))
                .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, TIME_LIMIT))
                .layer(CompressionLayer::new())
                .layer(from_fn(headers::secure)),
        )
        .with_state(site)
}

/// Works out who asks and when, once per request, and gives a first-time visitor a cookie.
async fn begin_visit(State(site): State<Site>, mut request: Request, next: Next) -> Response {
    let secure = site.settings.secure_cookies();
    let (secret, is_new) = match CookieSecret::from_headers(request.headers(), secure) {
        Some(secret) => (secret, false),
        None => (CookieSecret::new(&site.random), true),
    };
    let now = site.clock.now();
    let (viewer, lapsed_account) = if is_new {
        (None, None)
    } else {
        match viewer::find(&site, &secret, now).await {
            Ok(found) => found,
            Err(error) => {
                return lay_out_error(&bare_visit(&site, &request, secret), PageError::from(error).into_response());
            }
        }
    };
    let mut visit = bare_visit(&site, &request, secret.clone());
    visit.viewer = viewer;
    visit.lapsed_account = lapsed_account;
    request.extensions_mut().insert(secret.clone());
    request.extensions_mut().insert(visit);
    let mut response = next.run(request).await;
    if is_new
        && !response.headers().contains_key(header::SET_COOKIE)
        && let Ok(value) = HeaderValue::from_str(&secret.set_cookie(secure))
    {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}

fn bare_visit(site: &Site, request: &Request, secret: CookieSecret) -> Visit {
    let now = site.clock.now();
    Visit {
        site: site.clone(),
        now,
        today: site.clock.date_of(now),
        viewer: None,
        lapsed_account: None,
        path: request.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned(),
        request_id: site.random.ulid(now).to_string(),
        ip: request
            .extensions()
            .get::<ConnectInfo<SocketAddr>>()
            .map_or_else(|| "unknown".to_owned(), |ConnectInfo(address)| address.ip().to_string()),
        secret,
    }
}

/// Gives an error its page, or problem details where a machine asks.
async fn wrap_errors(request: Request, next: Next) -> Response {
    let visit = request.extensions().get::<Visit>().cloned();
    let wants_json = request.uri().path().starts_with("/api/")
        || request
            .headers()
            .get(header::ACCEPT)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|accept| accept.starts_with("application/json"));
    let response = next.run(request).await;
    if wants_json {
        return match response.extensions().get::<ErrorPage>() {
            Some(page) => {
                let body = page.problem.to_string();
                (response.status(), [(header::CONTENT_TYPE, "application/problem+json")], body).into_response()
            }
            None => response,
        };
    }
    match visit {
        Some(visit) => lay_out_error(&visit, response),
        None => response,
    }
}

fn lay_out_error(visit: &Visit, response: Response) -> Response {
    let Some(page) = response.extensions().get::<ErrorPage>().cloned() else { return response };
    let status = response.status();
    let mut laid_out = visit.page(page.heading).status(status).body(maud::html! {
        h1 class="govuk-heading-l" { (page.heading) }
        (page.body)
        p class="govuk-body-s" { "If you ask us about this, give the reference " strong { (visit.request_id) } "." }
    });
    if let Some(wait) = response.headers().get(header::RETRY_AFTER) {
        laid_out.headers_mut().insert(header::RETRY_AFTER, wait.clone());
    }
    laid_out
}
