//! Words that belong to no product: paths of somebody's machine, hosts of package registries, talk of how it was made.

use crate::repository::{files, none, text};

/// Each word is put together here, so that this file does not contain it.
fn banned() -> Vec<(String, &'static str)> {
    let words = [
        (["/wo", "rk/"], "a path of somebody's machine"),
        (["/fa", "rm/"], "a path of somebody's machine"),
        (["/ro", "ot/"], "a path of somebody's machine"),
        (["/home", "/"], "a path of somebody's machine"),
        (["arti", "factory"], "the host of a package registry"),
        (["static.cra", "tes.io"], "the host of a package registry"),
        (["index.cra", "tes.io"], "the host of a package registry"),
        (["registry.", "npmjs"], "the host of a package registry"),
        (["pypi", ".org"], "the host of a package registry"),
        (["deb.", "debian.org"], "the host of a package registry"),
        (["cla", "ude"], "talk of how it was made"),
        (["anth", "ropic"], "talk of how it was made"),
        (["chat", "gpt"], "talk of how it was made"),
        (["co", "pilot"], "talk of how it was made"),
        (["sub", "agent"], "talk of how it was made"),
    ];
    words.into_iter().map(|(halves, why)| (halves.concat(), why)).collect()
}

/// Does the text point at an issue by number? Numbers mean nothing to a reader without the tracker.
fn names_an_issue(line: &str) -> bool {
    let lower = line.to_lowercase();
    let word = "issue ";
    lower.match_indices(word).any(|(at, _)| {
        let rest = lower[at + word.len()..].trim_start_matches('#');
        rest.starts_with(|letter: char| letter.is_ascii_digit())
    })
}

#[test]
fn no_words_that_belong_to_no_product() {
    let banned = banned();
    let mut problems = Vec::new();
    for file in files() {
        let Some(text) = text(file) else { continue };
        for (number, line) in text.lines().enumerate() {
            let lower = line.to_lowercase();
            for (word, why) in &banned {
                if lower.contains(word.as_str()) {
                    problems.push(format!("{file}:{}: {word:?}, {why}.", number + 1));
                }
            }
            if !file.ends_with("words.rs") && names_an_issue(line) {
                problems.push(format!("{file}:{}: points at an issue by its number.", number + 1));
            }
        }
    }
    none(&problems, "Say it in words that mean something to whoever reads the code:");
}

#[test]
fn the_rule_sees_an_issue_number() {
    assert!(names_an_issue("// see issue 12"));
    assert!(names_an_issue("fixes Issue #3"));
    assert!(!names_an_issue("// the issue of a final plan"));
    assert!(!names_an_issue("tissue"));
}
