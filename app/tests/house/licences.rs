//! Every library comes under a licence that lets Wherry be given away as MIT OR Apache-2.0.
//!
//! `deny.toml` says the same to cargo-deny for every platform; this holds it wherever cargo-deny is missing.

use crate::repository::{libraries, none, own_crates};

/// Licences a library may come under. MPL-2.0 reaches only the library's own files, which are used unchanged.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

#[test]
fn every_library_comes_under_a_licence_we_may_pass_on() {
    let problems: Vec<_> = libraries()
        .iter()
        .filter_map(|package| {
            let licence = package.license.as_deref().unwrap_or("no licence that cargo knows of");
            (!allows(licence)).then(|| format!("{} {}: {licence}", package.name, package.version))
        })
        .collect();
    none(
        &problems,
        "Use another library, or, if the licence is as free as the listed ones, list it here and in deny.toml:",
    );
}

#[test]
fn our_own_crates_are_under_our_own_licence() {
    let problems: Vec<_> = own_crates()
        .iter()
        .filter(|package| package.license.as_deref() != Some("MIT OR Apache-2.0"))
        .map(|package| package.name.to_string())
        .collect();
    none(&problems, "These crates are not MIT OR Apache-2.0:");
}

/// Does an SPDX expression let the library be used? `OR` gives a choice, `AND` binds to both and binds closer.
fn allows(expression: &str) -> bool {
    let expression = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let words: Vec<_> = expression.split_whitespace().collect();
    let mut at = 0;
    either(&words, &mut at) && at == words.len()
}

fn either(words: &[&str], at: &mut usize) -> bool {
    let mut fine = both(words, at);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        fine |= both(words, at);
    }
    fine
}

fn both(words: &[&str], at: &mut usize) -> bool {
    let mut fine = one(words, at);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        fine &= one(words, at);
    }
    fine
}

fn one(words: &[&str], at: &mut usize) -> bool {
    let Some(word) = words.get(*at) else { return false };
    *at += 1;
    if *word == "(" {
        let fine = either(words, at);
        let closed = words.get(*at) == Some(&")");
        *at += 1;
        return fine && closed;
    }
    let mut name = (*word).to_owned();
    if words.get(*at) == Some(&"WITH") {
        name = format!("{name} WITH {}", words.get(*at + 1).unwrap_or(&""));
        *at += 2;
    }
    ALLOWED.contains(&name.as_str())
}

#[test]
fn the_rule_reads_licence_expressions() {
    for fine in [
        "MIT",
        "MIT/Apache-2.0",
        "GPL-3.0-only OR MIT",
        "(MIT OR Apache-2.0) AND Unicode-3.0",
        "Apache-2.0 WITH LLVM-exception OR GPL-2.0-only",
    ] {
        assert!(allows(fine), "{fine}");
    }
    for refused in
        ["GPL-3.0-only", "MIT AND AGPL-3.0-only", "(MIT OR GPL-2.0-only) AND EPL-2.0", "", "(MIT", "MIT Apache-2.0"]
    {
        assert!(!allows(refused), "{refused}");
    }
}
