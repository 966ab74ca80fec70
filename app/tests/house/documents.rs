//! The documents that people and other tests count on are there, and every decision is listed where one would look.

use crate::repository::{files, none, text};

/// Documents written by hand.
const WRITTEN: &[&str] = &[
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "SECURITY.md",
    "LICENSE-MIT",
    "LICENSE-APACHE",
    "docs/README.md",
    "docs/guide/deploy-one-machine.md",
    "docs/guide/several-nodes.md",
    "docs/guide/backup-and-restore.md",
    "docs/guide/imports.md",
    "docs/guide/settings.md",
];

/// Documents that a test writes from the code and that fail it when they are stale.
const GENERATED: &[&str] = &["docs/law.md", "docs/access.md", "docs/casework-states.md"];

#[test]
fn the_documents_are_there() {
    let problems: Vec<_> = WRITTEN
        .iter()
        .chain(GENERATED)
        .filter(|file| text(file).is_none_or(|text| text.trim().is_empty()))
        .map(|file| format!("{file} is missing or empty."))
        .collect();
    none(&problems, "Documents:");
}

#[test]
fn every_decision_is_listed() {
    let index = text("docs/adr/README.md").unwrap_or_default();
    let decisions: Vec<_> = files()
        .iter()
        .filter_map(|file| file.strip_prefix("docs/adr/"))
        .filter(|name| name.ends_with(".md") && *name != "README.md")
        .collect();
    assert!(!decisions.is_empty(), "docs/adr/ holds no decision");
    let mut problems = Vec::new();
    for name in &decisions {
        if !index.contains(&format!("({name})")) {
            problems.push(format!("{name} is not listed in docs/adr/README.md."));
        }
        let number = name.split('-').next().unwrap_or_default();
        if number.len() != 4 || !number.chars().all(|letter| letter.is_ascii_digit()) {
            problems.push(format!("{name} does not start with a number of four digits."));
        }
        if decisions.iter().filter(|other| other.starts_with(number)).count() > 1 {
            problems.push(format!("{name} shares its number with another decision."));
        }
    }
    none(&problems, "Decisions:");
}

#[test]
fn every_crate_is_in_the_map() {
    let map = text("ARCHITECTURE.md").unwrap_or_default();
    let problems: Vec<_> = crate::repository::own_crates()
        .iter()
        .map(|package| crate::repository::folder(package))
        .filter(|folder| !map.contains(&format!("`{folder}`")))
        .map(|folder| format!("{folder} is missing from the map in ARCHITECTURE.md."))
        .collect();
    none(&problems, "The map has one line for each crate:");
}
