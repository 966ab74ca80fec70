//! One version of each library. Two versions are two things to know, two to mend, and twice the time to build.

use std::collections::{BTreeMap, BTreeSet};

use crate::repository::{libraries, none};

/// Libraries that are in the graph twice or more, by who still needs the older one.
const TWICE: &[(&str, &[&str])] = &[
    (
        "the cryptography that openidconnect, webauthn-rs and sqlx stand on is between two generations",
        &[
            "argon2",
            "blake2",
            "block-buffer",
            "const-oid",
            "cpufeatures",
            "crypto-common",
            "der",
            "digest",
            "hmac",
            "password-hash",
            "pem-rfc7468",
            "pkcs1",
            "pkcs8",
            "rsa",
            "sha2",
            "signature",
            "spki",
        ],
    ),
    (
        "openidconnect, proptest and sqlx use older generations of rand",
        &["getrandom", "rand", "rand_chacha", "rand_core"],
    ),
    (
        "derive macros of SeaORM, serde_with and asn1-rs",
        &["darling", "darling_core", "darling_macro", "syn", "synstructure"],
    ),
    ("asn1-rs, which webauthn-rs reads certificates with, and lettre", &["nom"]),
    ("openidconnect and webauthn-rs", &["ordered-float", "thiserror", "thiserror-impl"]),
    ("optional parts of serde_with, which are not built", &["hashbrown", "indexmap", "schemars"]),
    ("sqlx and SeaORM", &["atoi", "heck", "num-bigint"]),
    ("reqwest and openidconnect", &["base64", "tower-http"]),
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
        .filter(|(name, versions)| versions.len() > 1 && !TWICE.iter().any(|(_, listed)| listed.contains(name)))
        .map(|(name, versions)| {
            let versions: Vec<_> = versions.iter().map(String::as_str).collect();
            format!("{name}: {}. `cargo tree -i {name}` shows who brings which.", versions.join(" and "))
        })
        .collect();
    none(&problems, "Choose versions that agree, or list the library here with who needs the older one:");
}
