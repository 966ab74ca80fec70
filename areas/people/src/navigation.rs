//! Where this area's people go.

use ::access::Role;
use web::{Place, Viewer};

/// The area's places in the navigation.
pub fn navigation(viewer: Option<&Viewer>) -> Vec<Place> {
    let Some(viewer) = viewer else { return Vec::new() };
    let mut places = Vec::new();
    if viewer.is_caseworker() {
        places.push(Place::new("People", "/people"));
    }
    if viewer.has(Role::Manager) || viewer.has(Role::Auditor) {
        places.push(Place::new("Emergency access", "/emergency-access"));
    }
    if viewer.has(Role::Administrator) || viewer.has(Role::Senco) {
        places.push(Place::new("Accounts", "/accounts"));
    }
    if viewer.has(Role::Auditor) {
        places.push(Place::new("Audit", "/audit"));
    }
    places
}
