//! Nothing of anybody else's is kept in the repository: libraries come by lock file, public data by import.

use crate::repository::{files, none, root, text};

/// Folders that would hold copies of other people's work.
const FOLDERS: &[&str] = &["vendor", "vendored", "third_party", "third-party", "node_modules", "bower_components"];

/// Endings of files that nobody here writes by hand.
const ENDINGS: &[&str] = &[
    ".min.js", ".min.css", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".zip", ".gz", ".xlsx", ".xls", ".ods", ".pdf",
    ".pmtiles", ".exe", ".dll", ".so", ".wasm", ".sqlite", ".db", ".parquet",
];

/// The largest file, in bytes, that is plausibly written here.
const LARGEST: u64 = 400_000;

#[test]
fn nothing_of_anybody_elses_is_kept_here() {
    let mut problems = Vec::new();
    for file in files() {
        if let Some(reason) = looks_taken(file) {
            problems.push(format!("{file}: {reason}"));
        }
        let size = root().join(file).metadata().map_or(0, |metadata| metadata.len());
        if size > LARGEST {
            problems.push(format!("{file} has {size} bytes, and {LARGEST} is the most."));
        }
        // Licence texts name their own authors, and so does the notice that is served with the design system's files.
        let licence = file.starts_with("LICENSE") || file.ends_with("/licences.txt");
        if !licence && text(file).is_some_and(|text| text.lines().take(30).any(claims_copyright)) {
            problems.push(format!("{file} opens with somebody's copyright line."));
        }
    }
    none(&problems, "Take libraries from their registries and data by import; make what tests need:");
}

fn looks_taken(file: &str) -> Option<&'static str> {
    let mut folders = file.split('/').rev().skip(1);
    if folders.any(|folder| FOLDERS.contains(&folder)) {
        return Some("a folder for copies of other people's work.");
    }
    ENDINGS.iter().any(|ending| file.ends_with(ending)).then_some("a kind of file that nobody writes by hand.")
}

fn claims_copyright(line: &str) -> bool {
    let line = line.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let line = line.to_lowercase();
    line.starts_with("copyright (c)") || line.starts_with("copyright ©") || line.starts_with("copyright 20")
}

#[test]
fn the_rule_sees_a_copy() {
    assert!(looks_taken("app/vendor/thing.rs").is_some());
    assert!(looks_taken("app/assets/govuk-frontend.min.css").is_some());
    assert!(looks_taken("docs/vendor.md").is_none());
    assert!(claims_copyright(" * Copyright (c) 2019 Somebody"));
    assert!(claims_copyright("// Copyright 2021 The Authors"));
    assert!(!claims_copyright("//! The footer's copyright line."));
}
