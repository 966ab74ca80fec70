//! One way to do each thing: one TLS provider, no library that we chose against, everything from crates.io.

use crate::repository::{graph, libraries, none, own_crates, text};

/// Libraries that may not come in, and what stands in their place.
const BANNED: &[(&str, &str)] = &[
    ("openssl", "rustls with ring"),
    ("openssl-sys", "rustls with ring"),
    ("native-tls", "rustls with ring"),
    ("aws-lc-rs", "rustls with ring"),
    ("aws-lc-sys", "rustls with ring"),
];

/// Libraries that others may bring, and that our own crates do without.
const NOT_OURS: &[(&str, &str)] = &[
    ("chrono", "jiff"),
    ("time", "jiff"),
    ("lazy_static", "std::sync::LazyLock"),
    ("once_cell", "std::sync::LazyLock or OnceLock"),
    ("async-trait", "async functions in traits"),
    ("log", "tracing"),
];

#[test]
fn no_library_comes_in_that_we_chose_against() {
    let problems: Vec<_> = libraries()
        .iter()
        .filter_map(|package| {
            let (name, instead) = BANNED.iter().find(|(name, _)| *name == package.name.as_str())?;
            Some(format!("{name} {}: use {instead}. `cargo tree -i {name}` shows who brings it.", package.version))
        })
        .collect();
    none(&problems, "Libraries we chose against:");
}

#[test]
fn our_own_crates_use_one_library_for_each_thing() {
    let mut problems = Vec::new();
    for package in own_crates() {
        for used in &package.dependencies {
            if let Some((name, instead)) = NOT_OURS.iter().find(|(name, _)| *name == used.name) {
                problems.push(format!("{} uses {name}: use {instead}.", package.name));
            }
        }
    }
    none(&problems, "One library for each thing:");
}

#[test]
fn every_library_comes_from_crates_io() {
    let problems: Vec<_> = libraries()
        .iter()
        .filter(|package| !package.source.as_ref().is_some_and(|source| source.is_crates_io()))
        .map(|package| format!("{} comes from {:?}.", package.name, package.source))
        .collect();
    none(&problems, "Libraries come from crates.io, not from a repository or a folder:");
}

#[test]
fn the_npm_lock_names_no_machine() {
    let lock = text("package-lock.json").unwrap_or_default();
    let problems: Vec<_> = lock.lines().filter(|line| line.contains("\"resolved\"")).map(str::to_owned).collect();
    none(
        &problems,
        "package-lock.json names packages and hashes, not where they were fetched from (npm's omit-lockfile-registry-resolved):",
    );
}

#[test]
fn the_graph_is_the_one_in_the_lock_file() {
    let lock = text("Cargo.lock").unwrap_or_default();
    assert!(lock.contains("name = \"axum\""), "Cargo.lock reads as a lock file");
    assert!(graph().packages.len() > 50, "cargo metadata shows the whole graph");
}
