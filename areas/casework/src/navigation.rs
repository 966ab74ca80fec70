//! Where this area's people go.

use access::Role;
use web::{Place, Viewer};

/// The area's places in the navigation.
pub fn navigation(viewer: Option<&Viewer>) -> Vec<Place> {
    let Some(viewer) = viewer else { return vec![Place::new("Ask for an assessment", "/request")] };
    let mut places = Vec::new();
    if viewer.is_family() {
        places.push(Place::new("My children", "/my"));
    }
    if viewer.has(Role::Senco) || viewer.has(Role::SettingStaff) {
        places.push(Place::new("My setting", "/setting"));
    }
    if viewer.is_caseworker() || viewer.has(Role::PanelMember) {
        places.push(Place::new("Cases", "/cases"));
    }
    if viewer.is_family() || viewer.has(Role::Senco) || viewer.is_caseworker() {
        places.push(Place::new("New request", "/request"));
    }
    places
}
