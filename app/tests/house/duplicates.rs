//! One version of each library. Two versions are two things to know, two to mend, and twice the time to build.

use std::collections::{BTreeMap, BTreeSet};

use crate::repository::{libraries, none};

/// Libraries that are in the graph twice or more, and who still needs the older one.
const TWICE: &[(&str, &str)] = &[
    ("atoi", "sqlx"),
    ("base64", "libraries not yet on 0.23"),
    ("bitflags", "libraries not yet on 2"),
    ("block-buffer", "digest 0.10"),
    ("cpufeatures", "sha2 0.10"),
    ("crypto-common", "digest 0.10"),
    ("digest", "sqlx and the OpenID Connect libraries use sha2 0.10"),
    ("getrandom", "rand 0.8 and 0.9"),
    ("hashbrown", "libraries not yet on 0.17"),
    ("heck", "sqlx and SeaORM"),
    ("num-bigint", "libraries not yet on 0.5"),
    ("rand", "sqlx and proptest"),
    ("rand_chacha", "rand 0.8 and 0.9"),
    ("rand_core", "rand 0.8 and 0.9"),
    ("sha2", "sqlx"),
    ("syn", "derive macros not yet on 3"),
    ("tower-http", "reqwest"),
];

#[test]
fn no_library_is_here_twice_without_a_reason() {
    let mut lines: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for package in libraries() {
        let version = &package.version;
        let line = match (version.major, version.minor) {
            (0, 0) => version.to_string(),
            (0, minor) => format!("0.{minor}"),
            (major, _) => major.to_string(),
        };
        lines.entry(package.name.as_str()).or_default().insert(line);
    }
    let problems: Vec<_> = lines
        .iter()
        .filter(|(name, versions)| versions.len() > 1 && !TWICE.iter().any(|(listed, _)| listed == *name))
        .map(|(name, versions)| {
            let versions: Vec<_> = versions.iter().map(String::as_str).collect();
            format!("{name}: {}. `cargo tree -i {name}` shows who brings which.", versions.join(" and "))
        })
        .collect();
    none(&problems, "Choose versions that agree, or list the library here with who needs the older one:");
}
