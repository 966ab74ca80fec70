//! One integration test binary a crate: each binary is linked anew on every change, and linking is what one waits for.

use crate::repository::{none, own_crates};

/// Crates with more than one, each with the reason.
const MORE: &[(&str, &str)] = &[("wherry", "the house rules are about the repository, the others about the product")];

#[test]
fn one_integration_test_binary_a_crate() {
    let problems: Vec<_> = own_crates()
        .iter()
        .filter(|package| !MORE.iter().any(|(name, _)| *name == package.name.as_str()))
        .filter_map(|package| {
            let binaries: Vec<_> =
                package.targets.iter().filter(|target| target.is_test()).map(|target| target.name.as_str()).collect();
            (binaries.len() > 1).then(|| format!("{}: {}", package.name, binaries.join(", ")))
        })
        .collect();
    none(&problems, "Make them modules of tests/it/main.rs:");
}
