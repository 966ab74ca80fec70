//! Files stay short enough to read at one sitting, and nobody silences a lint without saying why.

use crate::repository::{files_ending, none, text};

/// The longest that a Rust file may grow. The aim is about 120 lines; `ARCHITECTURE.md` says why.
const LONGEST: usize = 500;

/// Files that may be longer, each with its reason.
const LONGER: &[(&str, &str)] = &[];

/// Places where a lint may or may not fire, so that `expect` cannot be written: file and reason.
const SILENT: &[(&str, &str)] =
    &[("platform/testing/src/lib.rs", "a macro that is written into other files, some of which need the import")];

#[test]
fn no_file_is_too_long_to_read() {
    let mut problems = Vec::new();
    for file in files_ending(".rs") {
        let lines = text(file).unwrap_or_default().lines().count();
        let excused = LONGER.iter().any(|(name, reason)| name == file && !reason.is_empty());
        if lines > LONGEST && !excused {
            problems
                .push(format!("{file} has {lines} lines, and {LONGEST} is the most: give each thing it does a file."));
        }
    }
    for (name, _) in LONGER {
        if text(name).unwrap_or_default().lines().count() <= LONGEST {
            problems.push(format!("{name} is no longer over {LONGEST} lines: take it off the list of longer files."));
        }
    }
    none(&problems, "One capability a file:");
}

#[test]
fn nobody_silences_a_lint_without_saying_why() {
    let mut problems = Vec::new();
    for file in files_ending(".rs").filter(|file| !SILENT.iter().any(|(name, _)| name == file)) {
        for (number, line) in text(file).unwrap_or_default().lines().enumerate() {
            if silences(line) {
                problems.push(format!("{file}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    none(&problems, "Write #[expect(lint, reason = \"…\")], which is noticed when it is no longer needed:");
}

/// An attribute that allows a lint, outermost or inside `cfg_attr`.
fn silences(line: &str) -> bool {
    let line = line.trim_start();
    ["#[", "#!["].iter().any(|opening| line.starts_with(opening)) && line.contains("allow(")
}

#[test]
fn the_rule_sees_a_silenced_lint() {
    assert!(silences(concat!("    #[", "allow(dead_code)]")));
    assert!(silences(concat!("#![", "allow(clippy::all)]")));
    assert!(silences(concat!("#[cfg_attr(test, ", "allow(unused))]")));
    assert!(!silences("#[expect(dead_code, reason = \"used by the next page\")]"));
    assert!(!silences("// one may not allow(this)"));
}
