//! Every crate is laid out alike: the workspace's lints, the workspace's versions, and an opening that introduces it.

use crate::repository::{folder, none, own_crates, root, text};

/// The fewest lines of `//!` that can say what a crate is, what it is not, and where to start.
const OPENING: usize = 8;

/// Manifest keys that every crate takes from the workspace.
const SHARED: &[&str] = &["version", "edition", "rust-version", "license", "publish"];

#[test]
fn every_crate_takes_its_lints_from_the_workspace() {
    let problems: Vec<_> = own_crates()
        .iter()
        .map(|package| format!("{}/Cargo.toml", folder(package)))
        .filter(|manifest| !text(manifest).is_some_and(|text| takes_lints(&text)))
        .map(|manifest| format!("{manifest} lacks `[lints]` with `workspace = true`."))
        .collect();
    none(&problems, "Every crate is held to the same lints:");
}

fn takes_lints(manifest: &str) -> bool {
    let mut lines = manifest.lines().map(str::trim).skip_while(|line| *line != "[lints]").skip(1);
    lines.find(|line| !line.is_empty()) == Some("workspace = true")
}

#[test]
fn every_crate_takes_its_versions_from_the_workspace() {
    let mut problems = Vec::new();
    for package in own_crates() {
        let manifest = format!("{}/Cargo.toml", folder(package));
        let text = text(&manifest).unwrap_or_default();
        for key in SHARED {
            if !text.lines().any(|line| line.trim() == format!("{key}.workspace = true")) {
                problems.push(format!("{manifest} lacks `{key}.workspace = true`."));
            }
        }
        problems.extend(own_versions(&text).into_iter().map(|line| {
            format!("{manifest}: `{line}`: write `name.workspace = true`, and the version in the root Cargo.toml.")
        }));
    }
    none(&problems, "Versions live in one place:");
}

/// The lines of dependency tables that name a version, a path or a repository of their own.
fn own_versions(manifest: &str) -> Vec<String> {
    let mut in_dependencies = false;
    let mut found = Vec::new();
    for line in manifest.lines().map(str::trim) {
        if line.starts_with('[') {
            in_dependencies = line.contains("dependencies");
        } else if in_dependencies && line.contains('=') && !line.starts_with('#') && !line.contains("workspace = true")
        {
            found.push(line.to_owned());
        }
    }
    found
}

#[test]
fn every_crate_opens_by_saying_what_it_is() {
    let mut problems = Vec::new();
    for package in own_crates() {
        let folder = folder(package);
        let file = ["src/lib.rs", "src/main.rs"].map(|file| format!("{folder}/{file}"));
        let Some(file) = file.into_iter().find(|file| root().join(file).is_file()) else {
            problems.push(format!("{folder}/ has neither src/lib.rs nor src/main.rs."));
            continue;
        };
        let lines = opening(&text(&file).unwrap_or_default());
        if lines < OPENING {
            problems.push(format!("{file} opens with {lines} line(s) of `//!`, and {OPENING} are the fewest."));
        }
    }
    none(&problems, "A crate opens by saying what it is, what it is not, and where to start:");
}

fn opening(text: &str) -> usize {
    text.lines().take_while(|line| line.starts_with("//!")).count()
}

#[test]
fn the_rules_see_a_crate_that_goes_its_own_way() {
    assert!(takes_lints("[package]\nname = \"a\"\n\n[lints]\nworkspace = true\n"));
    assert!(!takes_lints("[package]\nname = \"a\"\n[dependencies]\nworkspace = true\n"));
    let manifest = "[dependencies]\nserde.workspace = true\njiff = \"0.2\"\n[features]\nx = []\n[dev-dependencies]\n\
                    record = { path = \"../record\" }\naxum = { workspace = true, optional = true }\n";
    assert_eq!(own_versions(manifest), ["jiff = \"0.2\"", "record = { path = \"../record\" }"]);
    assert_eq!(opening("//! One.\n//!\n//! Three.\n\nuse a;\n//! late\n"), 3);
}
