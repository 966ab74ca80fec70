//! The areas, put together: their tables, their jobs, their places in the navigation, their words in messages.

use store::Migrations;
use web::{Place, Viewer};

use crate::worker::Jobs;

/// Every table of the program.
pub fn migrations() -> Migrations {
    Migrations::platform()
        .and(casework::migrations)
        .and(people::migrations)
        .and(strategy::migrations)
        .and(places::migrations)
}

/// Every kind of background job.
pub fn jobs() -> Jobs {
    vec![
        (casework::jobs::TELL_OFFICERS, |site, job| Box::pin(casework::jobs::tell_officers(site, job))),
        (strategy::jobs::IMPORT_RELEASE, |site, job| Box::pin(strategy::jobs::import_release(site, job))),
        (crate::tidy::TIDY, |site, job| Box::pin(crate::tidy::tidy(site, job))),
    ]
}

/// The kinds of job done once a day.
pub fn daily() -> Vec<&'static str> {
    vec![casework::jobs::TELL_OFFICERS, crate::tidy::TIDY]
}

/// The words of every message.
pub fn messages(site: &str) -> Result<notify::Registry, notify::TemplateError> {
    notify::Registry::with_platform_templates(site)
        .and_then(casework::messages::register)
        .and_then(people::letters::register)
}

/// Where this person can go.
pub fn navigation(viewer: Option<&Viewer>) -> Vec<Place> {
    let mut places = vec![Place::new("Home", "/")];
    places.extend(casework::navigation(viewer));
    places.extend(people::navigation(viewer));
    places.extend(strategy::navigation(viewer));
    places
}
